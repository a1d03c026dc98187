"""The question inside a polite letter: what stands between "cho tôi hỏi" and the thanks at its end."""

import re
import unicodedata

from knowledge.fold import plain

_BEFORE = re.compile(
    r"\b(?:(?:xin |nho |mong |phien |kinh )?(?:dong chi |anh |chi |co |chu |bac |can bo |ban )?(?:vui long |lam on )?"
    r"(?:(?:xin )?(?:cho|duoc) (?:toi |tui |bac |chu |em |minh |chau |ba |ong )?(?:duoc )?(?:hoi(?! (?:vien|ccb|truong|nghi))|biet)|(?:xin|muon|dinh|tinh) hoi|cho biet"
    r"|giai dap|tra loi|chi|noi|tra|coi|xem|nhac)(?: (?:giup|gium|dum|ho))?(?: (?:toi|tui|bac|chu|em|minh|chau|ba|ong))?"
    r"(?: (?:tham|mot chut|mot cau|mot chuyen|mot viec|chut|cau nay|them|cho ro|voi|coi))*(?: (?:la|rang|nhu sau))?)\s*[:,]?\s+"
)
_ASKS_TO_BE_TOLD = re.compile(r"\b(?:hoi|biet|giai dap|giup|gium|dum)\b")
_AFTER = re.compile(
    r"[\s,.;!?\n]+(?:(?:xin|toi|tui|bac|chau|em|da|chu|ba|ong|minh|va|de) )*(?:cam on|chan thanh|tran trong|kinh chuc|(?<!to )chuc (?:dong chi|cac|anh|chi|em|can bo|gia dinh|suc khoe|moi nguoi|ban|bac|chau|chu|co|ca|vui|khoe|hoi|luon)\b|mong (?:som|duoc|dong chi|hoi am|can bo)"
    r"|lam phien|duoc vay(?! (?:von|tien|uu|toi|ngan|bao|may|o|cua|qua|them|nhieu|theo|tu|trong)\b)|thoi (?:toi|tui|bac)|doi on|cam ta|kinh chao|chao dong chi|biet on)\b.*$",
    re.DOTALL,
)
_BODY = re.compile(r"\bhội\b", re.IGNORECASE)
_FEW = 4
_LONG = 12


def question_of(text: str) -> tuple[str, str]:
    """Returns what a letter says before its question, and the question; ("", "") when it says nowhere that it now asks."""
    text = unicodedata.normalize("NFC", text)
    folded = plain(text)
    if len(folded) != len(text) or len(text.split()) <= _LONG:
        return "", ""
    for found in reversed([one for one in _BEFORE.finditer(folded) if _ASKS_TO_BE_TOLD.search(one.group())]):
        if _BODY.search(text[found.start() : found.end()]):
            continue  # "được Hội giao" asks nothing
        asked = without_thanks(text[found.end() :])
        if len(asked.split()) >= _FEW:
            return text[: found.start()], asked
    return "", ""


def without_thanks(text: str) -> str:
    """Returns a text without the thanks and good wishes at its end."""
    text = unicodedata.normalize("NFC", text)
    folded = plain(text)
    found = _AFTER.search(folded)
    return text[: found.start()].strip() if found and len(folded) == len(text) else text.strip()
