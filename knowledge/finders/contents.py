"""What a plan says on a topic, when its several sides are asked for: "tuyên truyền bằng những hình thức nào?"."""

from collections.abc import Sequence
from functools import cache

from knowledge.answer import Answer
from knowledge.base import Base
from knowledge.facts import Content
from knowledge.fold import plain
from knowledge.normal import normal
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_SEVERAL = Pattern(
    r"\b(?:nhung|cac) (?:hinh thuc|cach|viec|noi dung|bien phap|giai phap|phuong tien|hoat dong|yeu cau|muc dich)\b|\bhinh thuc tuyen truyen\b|\b(?:muc dich|yeu cau)\b.{0,20}\b(?:la gi|gi|nao)\b"
)
_BESIDE = frozenset(
    [
        "hinh",
        "thuc",
        "cach",
        "viec",
        "noi",
        "dung",
        "bien",
        "phap",
        "giai",
        "phap",
        "phuong",
        "tien",
        "hoat",
        "dong",
        "neu",
        "ke",
        "lam",
        "can",
        "phai",
        "gom",
        "muc",
        "cvd",
        "mttq",
        "hai",
        "duong",
    ]
)
_MOST = 6


def find(query: Query) -> Answer | None:
    """Returns the contents of the one topic and plan that are named, when nothing narrower is asked for."""
    if len(query.plans) != 1 or not _SEVERAL.search(query.line):
        return None
    telling = [place.word.fold for place in query.telling if place.word.fold in query.base.vocabulary]
    for topic, rows in _by_topic(query.base):
        left = [word for word in telling if word not in topic and word not in _BESIDE]
        if set(topic) <= set(query.line.split()) and not left:
            own = [row for row in rows if row.source.plan == query.plans[0]]
            return said(query.base.library, own[:_MOST], query.today) if len(own) > 1 else None
    return None


@cache
def _by_topic(base: Base) -> Sequence[tuple[tuple[str, ...], Sequence[Content]]]:
    """The contents under the words of each of their topics, longest topics first."""
    rows = base.library.of(Content)
    words = {
        topic: tuple(word.fold for word in normal(plain(topic), base.speech)) for row in rows for topic in row.topics
    }
    found: dict[tuple[str, ...], list[Content]] = {}
    for row in rows:
        for topic in row.topics:
            found.setdefault(words[topic], []).append(row)
    return sorted(found.items(), key=lambda entry: -len(entry[0]))
