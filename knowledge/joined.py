"""What a later question of one sentence leaves out, because the first one says it: "Thành đoàn có cuộc vận động nào cho thiếu nhi và cuộc vận động nào về giao thông?"."""

import re
from collections.abc import Iterator, Sequence

from knowledge.made_whole import framed
from knowledge.normal import Word
from knowledge.ongoing import brings_matter, names_topic
from knowledge.pattern import Pattern
from knowledge.query import Query

_HEADED = re.compile(r"^\s*([^:?]{2,60}):\s+(?=\S)")
_LEAST = 2
_BEGINNING = 4
_POINTING = frozenset({"ay", "do", "nay", "kia", "no"})
_POINTS_BACK = Pattern(
    r"\b(?:viec|chuyen|dieu|cai|luc|khi|ten|to|nhom|trang|mo hinh|phongtrao) (?:ay|do|no)\b|\b(?:viec|chuyen|to|nhom|mo hinh|phongtrao) nhu (?:vay|the)\b"
)
_STANDARD = Pattern(r"\b(?:nang cao|kieu mau)\b")


def headed(text: str) -> tuple[str, str]:
    """Returns what a text names before a colon, and what it asks of it: "OCOP: nâng cấp bao nhiêu, làm mới bao nhiêu"; "" when nothing."""
    found = _HEADED.match(text)
    return (found.group(1), text[found.end() :]) if found else ("", text)


def parallel(first: Query, later: Query) -> bool:
    """Returns whether a later question asks the same of another thing: it begins alike, or names another standard."""
    return begins_alike(first, later) or (later.finds(_STANDARD) and not refers_back(later))


def refers_back(query: Query) -> bool:
    """Returns whether a question begins with what was said before: "chỉ thị ấy ra ngày nào?", "bản sau này gửi đâu?"."""
    return any(word.fold in _POINTING for word in query.words[1:_BEGINNING])


def begins_alike(first: Query, later: Query) -> bool:
    """Returns whether a later question begins with words that the first one has, too."""
    return bool(_shared(first.words, later.words))


def points_back(query: Query) -> bool:
    """Returns whether a question anywhere points to what was said before: "hạn của việc ấy", "lúc đó hồ sơ làm cho xã nào?"."""
    return refers_back(query) or query.finds(_POINTS_BACK)


def wholes(first: Query, later: Query) -> Iterator[str]:
    """Yields a later question with what it shares with the first one, the likeliest first; none where it has no matter of its own."""
    head = _shared(first.words, later.words)
    if refers_back(later) or not (head or brings_matter(later) or names_topic(later)):
        return
    if head:
        yield " ".join([*head, *(word.typed for word in later.words)])
    yield framed(first, later)


def _shared(first: Sequence[Word], later: Sequence[Word]) -> list[str]:
    """What stands in the first question before the words with which the later one begins too."""
    if len(later) < _LEAST:
        return []
    begins = [word.fold for word in later[:_LEAST]]
    starts = [
        place for place in range(1, len(first)) if [word.fold for word in first[place : place + _LEAST]] == begins
    ]
    return [word.typed for word in first[: starts[-1]]] if starts else []
