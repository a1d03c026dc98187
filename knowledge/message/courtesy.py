"""What is said around a question: thanks, a greeting, "à ra thế", one's own old eyes; and that another matter begins."""

import re
import unicodedata
from collections.abc import Callable

from knowledge.finders import followup
from knowledge.fold import plain
from knowledge.message.reader import ASKING, Reader
from knowledge.ongoing import goes_on
from knowledge.pattern import Pattern

_ME = r"(?:toi|tui|minh|bac|chu|chau|em|co|anh|chi|ong|ba|con)"
_TO_WHOM = r"(?:chau|bac|chu|co(?= (?:a|oi|nhieu|nghe|nhe|nha|hi)\b|[,.!;:]|$)|anh|chi|em|ong|ba|dong chi|ban|ad|bot|toi|tui|minh|cac)"
_SMALL = r"(?:nhieu|lam|qua|nghe|nhe|nha|nghen|hi|hy|he|hen|ha|ho|hoi|oi|a|ne|do|day|luon|roi|truoc|rat|that|nua|vay|rua|the|ghe|di)"
_THANKS = rf"(?:(?:da|xin|rat|chan thanh|thanh that|{_ME}) )*(?:cam on|cam ta|cam kich|biet on)"
_HEARD = (
    rf"(?:{_THANKS}|(?:xin )?chao(?: buoi (?:sang|trua|chieu|toi))?|alo|hello|a lo|da|vang|u|uh|um|ok|oke|okay|o|oi"
    r"|(?:(?:a|o|ua|u) )?(?:ra|the|vay|rua) (?:la )?(?:the|vay|rua|a|ha|hi|he|ah|ra|sao|do)"
    rf"|a|(?:{_ME} )?(?:hieu|biet|ro|nho|nghe|thay|doc|xem) (?:duoc )?(?:ra )?roi|(?:duoc|dung|phai) roi|(?:tot|hay|gioi) (?:qua|lam|ghe)"
    r"|(?:it|nhieu) (?:the|vay|rua|qua))"
)
_OPENING = re.compile(rf"\s*(?:{_HEARD}(?: (?:{_TO_WHOM}|{_SMALL})\b)*(?:[\s,.!;:…-]+|$))+")
_POLITE = re.compile(
    r"\b(?:cam on|cam ta|cam kich|biet on|chao|alo|hello)\b|\b(?:hieu|biet|ro|duoc|dung|phai|nghe|thay|doc|nho) (?:duoc )?(?:ra )?roi\b"
    r"|\b(?:ra|the|vay|rua) (?:la )?(?:the|vay|rua|a|ha)\b|^\s*(?:da|vang|u|uh|ok|oke|okay|a)(?: (?:chau|bac|chu|anh|chi|em))*[,.!]"
)
_TAIL = r"(?:nghe|nha|nhe|nghen|vay|rua|the|ha|hi|he|hen|giup|gium|dum|voi|oi|a|ah)"
_NO_TAIL = re.compile(r"\b(?:nhà|nhả|nghé|nghề|hà|hạ|hai|vây|vẫy|thể|thẻ|vội|vòi|hí|hề)\b")
"""What those small words are with other marks: "mấy nhà", "xã Tiên Hà"."""

_HOUSE = re.compile(r"\bnha\b")
"""Without marks it may be a house."""

_CLOSING = re.compile(
    rf"(?:[\s,.!?;]+{_THANKS}\b[^.!?]*|\s+{_TAIL}(?: (?:{_TO_WHOM}|{_TAIL}))*|[,.!?;]+\s*(?:{_TO_WHOM}|oi|a)(?: (?:{_TO_WHOM}|{_TAIL}))*)[\s.!?,]*$"
)
_PARTS = re.compile(r"(?<=[,.!?;:\n])\s+|\n+")
_PURPOSE = re.compile(rf"(?:de|cho)(?: ma)? (?:{_ME}|ve|biet|bao|noi|nhac|dan|lo|kip|chuan bi|ro|chac|khoi|yen tam)\b")
_ANOTHER = (
    r"(?:hoi (?:qua |sang |them |toi )?(?:mot )?(?:chuyen|viec|cai|dieu|cau|y|van de|thu) khac"
    r"|(?:qua |sang |doi |chuyen )(?:mot )?(?:chuyen|viec|van de|cau|de tai) khac|(?:^|(?<=[,.!?;:\n] ))(?:mot )?(?:chuyen|viec|cau) khac)"
)
_OTHER_MATTER = re.compile(
    rf"(?:\b(?:a|ma|gio|chu|bay gio|chu gio|thoi|con|nhan tien|tien the|sang|qua|doi|chuyen|cho|xin|muon|duoc|dinh|{_ME})[ ,]+)*"
    rf"{_ANOTHER}(?: (?:nghe|nha|nhe|ne|chut|ti|hi|di|a|duoc khong|dong chi|chau|chu|bac|em))*(?:[\s,.:;!?-]+|$)(?:la )?"
)
_ASKS_ELSE = Pattern(
    r"\b(?:(?:ke|doc|noi) (?:[a-z]+ )?ten|ke (?:ra|het|tung)|noi (?:ro|them|ky|lai(?! voi| cho))|nguon(?! (?:luc|von))|giai thich|nhac lai|ten (?:cac|may|nhung))\b"
    r"|^cai\b|\bthu (?:nhat|hai|ba|tu|\d)\b|\b(?:cai|dieu|y|muc|noi dung) (?:dau|cuoi|kia|con lai)\b"
)
_ALREADY = "đã"
"""Without its marks it is "dạ"."""


def without_courtesy(reader: Reader, text: str) -> tuple[str, bool]:
    """Returns what a message asks without what is said around it, and whether it says that another matter begins.

    A message that asks nothing stays as it is: thanks alone are thanks.
    """
    text = unicodedata.normalize("NFC", text)
    if len(plain(text)) != len(text):
        return text, False
    if len((changed := _behind(text, _OTHER_MATTER.search)).split()) > 1:
        return _core(reader, changed), True
    asked = _behind(text, _OPENING.match)
    opening = text[: len(text) - len(asked)]
    if not asked or not _POLITE.search(plain(opening)) or _ALREADY in opening.lower():
        asked = text
    core = _core(reader, asked) if asked != text else _without_closing(text)
    if _OPENING.fullmatch(plain(core)) or reader.communes(core) != reader.communes(text):
        return text, False
    return (core, False) if _asks(reader, core) or _names(reader, core) else (text, False)


def _behind(text: str, find: Callable[[str], re.Match[str] | None]) -> str:
    """What stands behind what is found in the plain text; "" when nothing does."""
    found = find(plain(text))
    return text[found.end() :].strip() if found else ""


def _without_closing(text: str) -> str:
    """A message without the thanks and the small words at its end; one of nothing else stays."""
    found = _CLOSING.search(plain(text))
    if found is None:
        return text
    closing = text[found.start() :].lower()
    if _NO_TAIL.search(closing) or (text.isascii() and _HOUSE.search(closing)):
        return text
    return text[: found.start()].rstrip() or text


def _core(reader: Reader, text: str) -> str:
    """A message without the parts at its beginning that neither ask nor name anything, and without what it is asked for at its end."""
    parts = [part for part in _PARTS.split(_without_closing(text)) if part.strip()]
    while len(parts) > 1 and not (_asks(reader, parts[0]) or reader.names(parts[0])) and _asked_later(reader, parts):
        parts.pop(0)
    while len(parts) > 1 and (_PURPOSE.match(plain(parts[-1])) or _OPENING.fullmatch(plain(parts[-1]))):
        parts.pop()
    return " ".join(parts).rstrip(" ,;:")


def _asked_later(reader: Reader, parts: list[str]) -> bool:
    return any(_asks(reader, part) for part in parts[1:])


def _asks(reader: Reader, text: str) -> bool:
    query = reader.query(text)
    return ASKING.search(query.line) is not None or goes_on(query) or query.asks(_ASKS_ELSE) or "?" in text


def _names(reader: Reader, text: str) -> bool:
    return reader.names(text) or followup.has_own_topic(reader.query(text))
