"""What is due in a month, or next: "tháng 6 này phải xong cái gì", "sắp tới có hạn nào"."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from knowledge.aims import Aim
from knowledge.answer import Answer, Nothing
from knowledge.base import Base
from knowledge.facts import Districts, Fact, Milestone, Regime
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.standing import last_day
from knowledge.wording import said

_MONTH = Pattern(r"\bthang (1[0-2]|0?[1-9])\b")
_DUE = Pattern(r"\b(?:xong|lam gi|viec gi|gi|nhung gi|hanchot|den han|moc)\b")
_NEXT = Pattern(r"\b(?:sap toi|sap den|gan nhat|ke tiep|tiep theo|sap het|con han)\b")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/20\d\d)?(?![\d/])")
_QUARTER = Pattern(r"\bquy (1|2|3|4|i{1,3}|iv)\b")
_SEVERAL = Pattern(r"\b(?:nhung|cac|may) (?:viec|dieu|cong viec|nhiem vu)\b|\bnhung gi\b")
_BARE = 6
_TELLING = 2
_MOST = 7


def find(query: Query) -> Answer | None:
    """Returns the dates that fall in the month named, or the next ones, when nothing narrower is asked for."""
    if (dated := _DATE.search(query.text)) and not query.has("gia han|doi|lui|van ban|ban hanh|ky"):
        facts = [fact for fact in _dated(query.base) if _is_on(fact, int(dated.group(1)), int(dated.group(2)))]
        if (len(facts) > 1 and query.wants(Aim.PLAN, Aim.WHAT, Aim.LIST)) or (facts and len(query.words) <= _BARE):
            return said(query.base.library, facts[:_MOST], query.today)
    if quarter := _of_quarter(query):
        return said(query.base.library, quarter[:_MOST], query.today)
    named = _MONTH.search(query.line)
    words = [place.word.fold for place in query.places if place.weight == 1.0 and place.word.fold.isalpha()]
    narrow = [word for word in words if word not in _WORDS]
    if len(narrow) > _TELLING - 1 or query.plans:
        return None
    if named and (_DUE.search(query.line) or query.wants(Aim.LIST)) and not query.has("6 thang|9 thang|3 thang"):
        month = int(named.group(1))
        facts = [fact for fact in _dated(query.base) if _falls(fact, month, query.years)]
        if not facts:
            return Nothing(f"Các kế hoạch tôi có không ghi hạn nào trong tháng {month}.", why="no date in that month")
        return said(query.base.library, facts[:_MOST], query.today, head=f"Các mốc của tháng {month}:")
    if _NEXT.search(query.line) and query.has("hanchot|moc|bao cao|viec"):
        facts = sorted((fact for fact in _dated(query.base) if _day(fact) >= query.today), key=_day)
        if not facts:
            return Nothing("Mọi hạn trong các kế hoạch tôi có đều đã qua.", why="all dates have passed")
        return said(query.base.library, facts[:3], query.today, head="Các mốc sắp tới:")
    return None


def _of_quarter(query: Query) -> list[Fact]:
    """The several works of one quarter of a plan, where all of them are asked for: "quý II/2017 phải làm những việc gì?"."""
    found = _QUARTER.search(query.line)
    if not found or not query.plans or not query.finds(_SEVERAL):
        return []
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV"}.get(found.group(1), found.group(1).upper())
    facts: list[Fact] = [
        fact
        for fact in query.base.library.of(Milestone)
        if fact.source.plan in query.plans and re.search(rf"\b[Qq]uý {roman}\b", fact.when)
    ]
    return facts if len(facts) > 1 else []


_WORDS = frozenset(
    [
        "thang",
        "xong",
        "phai",
        "hanchot",
        "moc",
        "den",
        "viec",
        "gi",
        "nay",
        "nam",
        "han",
        "ky",
        "nop",
        "bao",
        "cao",
        "dip",
        "sap",
        "ke",
        "hoach",
        "kehoach",
        "toi",
        "tiep",
        "gan",
        "nhat",
    ]
)


@cache
def _dated(base: Base) -> Sequence[Fact]:
    """The facts with a last day, of the province's own plans."""
    facts = [fact for fact in base.library.facts if isinstance(fact, Regime | Milestone | Districts)]
    return [fact for fact in facts if last_day(fact) and any(source.plan != "haiduong" for source in fact.sources)]


def _is_on(fact: Fact, day: int, month: int) -> bool:
    last = last_day(fact)
    return last is not None and (last.day, last.month) == (day, month) and isinstance(fact, Regime | Milestone)


def _day(fact: Fact) -> date:
    return last_day(fact) or date.max


def _falls(fact: Fact, month: int, years: tuple[int, ...]) -> bool:
    """Whether a fact's date lies in the month, or is "before" it ("trước tháng 6/2025")."""
    if isinstance(fact, Districts):
        return False
    day = _day(fact)
    when = fact.due if isinstance(fact, Regime) else getattr(fact, "when", "")
    written = re.search(rf"(?<=\d)/0?{month}(?!\d)|tháng 0?{month}(?!\d)| 0?{month}/20", when) is not None
    return (written or (isinstance(fact, Regime) and day.month == month)) and (not years or day.year in years)
