"""The communes that stand on two lists: "xã nào vừa nâng cao 2024 vừa kiểu mẫu 2025?"."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.answer import Found
from knowledge.facts import Communes
from knowledge.pattern import Pattern
from knowledge.places.cited import cited
from knowledge.places.standards import STANDARDS, listed_standard
from knowledge.query import Query

_BOTH = Pattern(
    r"\bca (?:hai|2)\b|(?<!ke )\bca (?:o |trong )?(?:danh sach|ds|muc)\b.{1,40}\b(?:lan|va)\b|\bca\b.{1,40}\blan\b|\bvua\b.{1,40}\bvua\b|\b(?:ma|roi|dong thoi) (?:lai |cung )?(?:co ten|nam|dung|phan dau|len|dang ky)\b"
    r"|\btrung (?:ten|nhau)\b|\b(?:ma|roi) lai\b"
)
_PARTS = Pattern(r"\b(?:lan|va|voi|roi|ma|vua|dong thoi)\b")
_YEAR = Pattern(r"\b20\d\d\b")
_TWO = 2


def in_both(query: Query) -> Found | None:
    """Returns the communes that two lists have in common, and of which lists; None where no two lists are named together."""
    line = query.line
    if not query.asks(_BOTH) or not query.has("xa") or not query.has("nao|may|nhung|cac|ke|bao nhieu"):
        return None
    rows = _lists(query, line)
    if len(rows) != _TWO:
        return None
    first, second = rows
    common = [name for name in first.names if name in second.names]
    lists = " và ".join(f"danh sách {STANDARDS[row.standard]} năm {row.year}" for row in rows)
    told = (
        f"Có {len(common)} xã có tên ở cả {lists}: {', '.join(common)}."
        if common
        else f"Không có xã nào có tên ở cả {lists}."
    )
    return Found(
        f"{told}\n{cited(query, rows)}", tuple(dict.fromkeys(row.source for row in rows)), tuple(row.id for row in rows)
    )


def _lists(query: Query, line: str) -> Sequence[Communes]:
    """The lists that are named part by part; a year that a part leaves out is the next one's, or the last one's."""
    starts = [0, *(found.end() for found in _PARTS.finditer(line)), len(line)]
    parts = [line[start:stop] for start, stop in pairwise(starts)]
    named = [(listed_standard(part), found.group() if (found := _YEAR.search(part)) else "") for part in parts]
    named = [(name, year) for name, year in named if name]
    years = [year for _, year in named if year]
    if not years:
        return ()
    whole = [
        (name, int(year or next((later for _, later in named[place:] if later), years[-1])))
        for place, (name, year) in enumerate(named)
    ]
    rows = [row for row in query.base.library.of(Communes) if (row.standard, row.year) in whole]
    return rows if len(set(whole)) == _TWO else ()
