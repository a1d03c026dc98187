"""Whether an answer says nothing of what is chosen among, or is of another heading than the one that is named."""

import re

from knowledge.aims import Aim
from knowledge.answer import Found
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.query import Query

_WHICH = Pattern(
    r"\b(?:((?<!chi )so|(?<!moi )(?<!thi )truong|benh vien|ngan hang|cong ty|huyen|xa|phuong|thon|(?<!ngay )thang|quy|(?<!van )(?<!phien )ban|nha) nao"
    r"|(giong|cay|(?<!chuyen )mon|mau|lop) (?:nao|gi))\b(?! (?:cung|khac))"
)
"""Bodies, places, times and kinds that an answer calls by this very word."""


_CALLED = frozenset(
    "sở trường huyện xã phường thôn tháng quý quỹ ban nhà giống cây môn mầu màu mẫu lớp".split()  # noqa: SIM905  # words are read as a line
)
"""With these marks such a word is what is chosen among: "số nào" asks for no "sở"."""


def is_unsaid(query: Query, found: Found) -> bool:
    """Returns whether it is asked which of some bodies, places, times or kinds, and the answer has none ("do sở nào lo?"); or whether its
    first fact stands under another heading of a plan than the one that is named; or whether yes or no is asked, and not said.
    """
    return _says_not_which(query, found) or _is_elsewhere(query, found) or _says_neither(query, found)


def _says_not_which(query: Query, found: Found) -> bool:
    which = _WHICH.search(query.typed)
    if which is None:
        return False
    name = which.group(1) or which.group(2)
    other = any(word.fold == name and word.marked and word.typed not in _CALLED for word in query.words)
    return not other and re.search(rf"\b{name}\b", plain(found.text)) is None


def _says_neither(query: Query, found: Found) -> bool:
    """Whether it is asked if a commune is to reach something, and the answer says neither that it is nor that it is not."""
    return (
        bool(query.communes)
        and query.wants(Aim.YESNO)
        and query.has("co phai (?!la)")
        and len(found.facts) == 1
        and not query.has("hay")
        and not found.text.startswith(("Có", "Không", "Đúng"))
    )


def _is_elsewhere(query: Query, found: Found) -> bool:
    if not (query.section and query.plans):
        return False
    facts = [fact for name in found.facts[:1] if (fact := query.base.library.fact(name))]
    return bool(facts) and not any(
        source.plan in query.plans and f".{query.section}." in f".{source.section}."
        for fact in facts
        for source in fact.sources
    )
