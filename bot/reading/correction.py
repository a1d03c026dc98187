"""A figure that was just reported is put right in passing: "nhầm, hộ nghèo là 3", "hộ nghèo 3 mới đúng". Pure."""

import re

from bot.reading.cut import paired
from knowledge.fold import plain

_LONGEST = 20
_LITTLE = r"(?:da|a|ay|o|e|u|thua|xin loi|thoi|chet|ma|khong|dong chi|em|anh|chi|chu|bac)"
_ME = r"(?:toi|tui|tau|minh|em|chau|chi hoi)"
_BEFORE = r"(?:hoi (?:nay|ni|sang|qua|chieu)|vua (?:roi|nay)|luc (?:nay|ni|nai)|hom qua|bua qua|ban nay)"
_SAYS = r"(?:bao(?: cao)?|ghi|nhap|nop|nap|gui|noi|nhan|danh|dem|tinh)"
_WRONG = r"(?:nham|lon|lam|sai)"
_MARKED = ("nhầm", "lộn", "lầm", "sai")
"""So they are spelled; "lớn", "làm" are other words, and without marks "lam" is."""

_OF = r"(?:so(?: lieu)?|con so|mat|het|roi|mot so|1 so|cho|tay|o cho|cai)"
_RIGHT = r"(?:dung ra|thuc ra|that ra|chinh xac|phai|moi)(?: (?:la|phai la))?"
_HEAD = re.compile(
    rf"(?:{_LITTLE}[ ,]+)*(?:{_ME} )?(?:{_BEFORE}[ ,]*)?(?:{_ME} )?(?:da |lo |bi )?"
    rf"(?:{_SAYS} (?P<told>{_WRONG})|(?P<alone>nham|sai(?= (?:roi|so|mat|het)\b| *[,.:;!-])))(?: {_OF})*\b"
    rf"[ ,.:;!-]*(?:{_LITTLE}[ ,]+)*(?:(?:{_RIGHT}|sua (?:lai )?(?:la|thanh)?|cho {_ME} sua(?: lai)?)[ ,:]+)?"
    rf"|(?:{_LITTLE}[ ,]+)*(?:so|cau|cai|muc|o) (?:truoc|hoi (?:nay|ni)|vua (?:roi|nay)|tren|kia)"
    rf"(?: (?:la|bi|toi|tui|ghi))*"
    rf" (?:nham|lon|sai)(?: {_OF})*\b[ ,.:;!-]*(?:(?:{_RIGHT}|sua (?:lai )?(?:la|thanh)?"
    rf"|cho {_ME} sua(?: lai)?)[ ,:]*)?"
    r"|(?:khong phai|ko phai|a khong|khong)(?: (?:rua|vay|the))?[ ,]+(?=.* moi (?:dung|phai)\b)"
    rf"|(?:{_LITTLE}[ ,]+)*(?:dung ra|thuc ra|that ra|chinh xac)(?: (?:la|phai la))?[ ,:]+"
)
_TAIL = re.compile(
    r"[ ,]+(?:moi (?:dung|phai)|(?:chu|cho)(?: nham)?[ ,]+(?:khong|ko|k) (?:phai|co)(?: [\w.,/]+){0,4})"
    r"(?: (?:a|nghe|nhe|nha|ma|do|dong chi|em|anh|chi))*[ .!]*$"
)
_SAYS_WRONG = re.compile(
    rf"(?:{_LITTLE}[ ,]+)*(?:{_ME} )?(?:{_BEFORE} )?(?:{_ME} )?(?:da |lo |bi )?"
    rf"{_SAYS} {_WRONG}(?: (?:{_OF}|do|nghe|a|ma))*[ .!]*"
)
_ASKS = re.compile(r"\?|\b(?:sao|rang|lam sao|the nao|duoc khong|gi|chi|ai|nao|mo)\W*$|\bke hoach\b")


def corrected(text: str) -> str | None:
    """Returns what is put right, as it was typed: "hộ nghèo là 3"; "" where only that something was wrong is said.
    None for a text that puts nothing right.
    """
    line = " ".join(text.split())
    low = plain(line)
    if len(low.split()) > _LONGEST or _ASKS.search(low):
        return None
    if _SAYS_WRONG.fullmatch(low):
        return ""
    said, low = paired(line)
    head, tail = _HEAD.match(low), _TAIL.search(low)
    if head is None and tail is None:
        return None
    if head is not None and not _is_wrong(said, head):
        return None
    start, stop = head.end() if head else 0, tail.start() if tail else len(said)
    return said[start:stop].strip(" ,.:;!") or None


def _is_wrong(said: str, head: re.Match[str]) -> bool:
    """Whether the word for a mistake is that word as it was typed."""
    name = "told" if head["told"] else "alone"
    word = said[head.start(name) : head.end(name)].lower() if head[name] else "sai"
    return word in _MARKED or (word.isascii() and word != "lam")
