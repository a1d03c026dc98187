"""What a body has to do: "Ban Phong trào - Văn phòng được giao việc gì?", "Hội CCB thành phố chủ trì những việc gì?"."""

from collections.abc import Sequence
from functools import cache

from knowledge.answer import Answer
from knowledge.base import Base
from knowledge.facts import Duty
from knowledge.normal import normal
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_ASKED = Pattern(
    r"\b(?:viec|nhiem vu|phan viec|nhung|cong viec|noi dung) (?:gi|nao)\b|\b(?:lo|lam|phu trach|chu tri|phoi hop|dam nhan|giao|phan cong)(?: [a-z]+){0,3} (?:gi|nao)\b|\bnhiem vu\b|\btrach nhiem\b"
)
_BESIDE = frozenset(
    "viec nhiem vu phan cong noi dung lo lam phu trach chu tri phoi hop dam nhan duoc giao phai dung ra trong theo kehoach nam 2024 2025 trach ke nhung cac may gi nao o tai cua tinh thanh pho ntm cvd nguongheo vi".split()  # noqa: SIM905  # words are read as a line
)
_MOST = 5


def find(query: Query) -> Answer | None:
    """Returns the duties of the body that is named, when nothing narrower is asked for."""
    if not _ASKED.search(query.line) or query.communes or query.districts:
        return None
    line = f" {query.line} "
    for words, rows in _by_body(query.base):
        if f" {' '.join(words)} " not in line or f" gui {' '.join(words)} " in line:
            continue  # "gửi Thường trực Hội để làm gì?" asks of what is sent
        left = [place.word.fold for place in query.telling if place.word.fold not in {*words, *_BESIDE}]
        own = [row for row in rows if not query.plans or row.source.plan in query.plans]
        if left or not own:
            return None
        return said(query.base.library, own[:_MOST], query.today)
    return None


@cache
def _by_body(base: Base) -> Sequence[tuple[tuple[str, ...], Sequence[Duty]]]:
    """The duties under the words of their body, the longest names first."""
    found: dict[tuple[str, ...], list[Duty]] = {}
    for row in base.library.of(Duty):
        words = tuple(word.fold for word in normal(row.body.split("(")[0], base.speech))
        found.setdefault(words, []).append(row)
    return sorted(found.items(), key=lambda entry: -len(entry[0]))
