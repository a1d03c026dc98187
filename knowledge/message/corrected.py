"""A message that takes the last question back and names what was meant: "nhầm, tôi hỏi kế hoạch 121", "à lộn, xã Tam Thanh chứ"."""

import re
from dataclasses import replace

from knowledge.answer import Context, Found
from knowledge.finders import followup
from knowledge.fold import plain
from knowledge.message.in_context import in_context
from knowledge.message.one_question import Answerer
from knowledge.message.reader import Reader
from knowledge.ongoing import changes

_ME = r"(?:toi|tui|minh|bac|chu|chau|em|anh|chi|ong|ba)"
_ADDRESSED = r"(?:chau|dong chi|em|bac|chu|anh|chi|oi|a|nhe|nghe|rua|vay|the|cai|mat|roi|to|qua|het|do|ay|nay|no)"
_SIGH = rf"(?:(?:a|ah|o|u|ua|da|thoi|chet|chao|xin loi|oi|ui|y|{_ME})[\s,.!]+)*"
_WRONG = rf"(?:(?:go |hoi |noi |viet )?(?:nham|lon)(?! (?:lan|muc|den|vao|gop|dam|phat|nang|xay|thuc)\b)|quen(?= mat\b|\s*[,.!])|hong phai|khong phai|ko phai|k phai|(?:khong|ko|hong)(?=\s*[,.!]))(?:\s+{_ADDRESSED})*"
_MEANT = rf"(?:(?:y|y cua) {_ME}(?: (?:la|noi|hoi|muon hoi))*|{_ME} (?:muon |dinh |dang )?(?:hoi|noi|noi toi|muon)|(?:phai )?la|hoi)"
_TAKEN_BACK = re.compile(rf"{_SIGH}{_WRONG}[\s,.!;:–-]*(?:{_MEANT}\s+(?:la\s+|ve\s+)?)?")
_END = re.compile(
    r"[\s,.!]*\b(?:chu khong phai\b.*|(?:chu|kia|te|co ma|moi dung|moi phai|kia ma|kia co|ha|nghe|chau|dong chi)(?:[\s,.!]+(?:chu|kia|te|nghe|chau|dong chi|a|ha))*)[\s.!?]*$"
)
_OTHER_WORDS = re.compile(r"lợn|lớn|nhằm|nhắm|nhậm|quen|quyển|lòn", re.IGNORECASE)
"""What those words are with other marks: "nhằm mục đích gì?", "lợn giống"."""

_GOES_ON = "còn"
"""What says that a message goes on from the last question."""


def corrected(reader: Answerer, text: str, context: Context) -> Found | None:
    """Returns the answer to what was meant, where a message takes the last question back; None where it does not, or where
    nothing else than the last answer comes of it.
    """
    meant = _meant(reader, text)
    if not meant:
        return None
    going_on = f"{_GOES_ON} {meant}"
    alone_first = followup.has_own_topic(reader.query(meant))
    for whole in (meant, going_on) if alone_first else (going_on, meant):
        found = in_context(reader, whole, context)
        if isinstance(found, Found) and not {*found.facts} <= {*context.facts}:
            return found if found.question else replace(found, question=meant)
    return None


def _meant(reader: Reader, text: str) -> str:
    """What a message names behind the words that take the last question back; "" where it takes none back, or names nothing."""
    line = plain(text)
    found = _TAKEN_BACK.match(line)
    if found is None or len(line) != len(text) or _OTHER_WORDS.search(text, 0, found.end()):
        return ""
    end = _END.search(line, found.end())
    meant = text[found.end() : end.start() if end else len(text)].strip(" ,.!")
    return meant if meant and (reader.names(meant) or _changes(reader, meant)) else ""


def _changes(reader: Reader, meant: str) -> bool:
    """Whether what was meant names anything at all."""
    query = reader.query(meant)
    return changes(query) or followup.has_own_topic(query)
