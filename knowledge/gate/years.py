"""Whether an answer is of the year that the question names, or only of another one."""

import re
from collections.abc import Sequence

from knowledge.facts import Fact, Legal
from knowledge.gate.body import told_in
from knowledge.letters import question_of
from knowledge.pattern import Pattern
from knowledge.query import Query

_DATED = Pattern(
    r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b|\b\d+/(?:19|20)\d\d/[a-z][\w-]*|\b(?:19|20)\d\d\s*(?:-|–|den|toi) (?:nam )?(?:19|20)\d\d\b|\b(?:19|20)\d\d[-–](?:19|20)\d\d\b"
)
"""Years in an answer that are not its own: a document's date or number, the span of a programme."""

_EVERY_YEAR = Pattern(r"\b(?:hang|moi) nam\b")
_DOCUMENT = Pattern(
    r"\b(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|quy che|chuong trinh|van ban|luat|de an|kehoach|ban hanh|giai doan|can cu)\b"
)
_YEAR = re.compile(r"\b20[0-4]\d\b(?!\s*[-–/])")
_FIRST_YEAR = 2000
"""Earlier years are of the asker's life."""

_POOR_HOUSEHOLDS = Pattern(
    r"\bgiam (?:[a-z]+ ){0,4}(?:ho ngheo|hongheo)\b|\b(?:ho ngheo|hongheo) (?:[a-z]+ ){0,3}giam\b"
)
_SHARE = Pattern(r"%|\bphan tram\b|\bt[iy] le\b|\b(?:mot|hang|moi) nam\b")


def another_year(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether one year is named that none of the answer's plans is for, and that the answer has only in dates and spans."""
    return len(query.years) == 1 and _of_another_year(query.years[0], query, body, facts)


def year_of_letter(whole: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns the same where a letter names the year before its last clause: "cho tôi hỏi năm 2022, báo cáo năm … hạn ngày nào?"."""
    asked = {int(year) for year in _YEAR.findall(question_of(whole.text)[1])}
    return len(asked) == 1 and _of_another_year(asked.pop(), whole, body, facts)


def _of_another_year(year: int, query: Query, body: str, facts: Sequence[Fact]) -> bool:
    if not facts or year < _FIRST_YEAR:
        return False
    library = query.base.library
    if any(plan.start.year <= year <= plan.end.year for fact in facts for plan in library.plans_of(fact)):
        return False
    if any(isinstance(fact, Legal) for fact in facts) and query.asks(_DOCUMENT):
        return False
    if _EVERY_YEAR.search(body):
        return False
    body = told_in(body)
    return str(year) not in _DATED.sub(" ", body) and not (query.asks(_DOCUMENT) and str(year) in body)


def year_of_no_plan(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a plan and a year that it is not for are named, and what is told is of other plans."""
    if not query.plans or len(query.years) != 1 or query.asks(_DOCUMENT):
        return False
    library = query.base.library
    named = [library.plan(key) for key in query.plans]
    return not any(plan.start.year <= query.years[0] <= plan.end.year for plan in named) and not any(
        source.plan in query.plans for fact in facts for source in fact.sources
    )


def yearly_target(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether the poor households to be fewer in one year are asked for, a number that each year's own decision sets."""
    return (
        len(query.years) == 1
        and query.asks(_POOR_HOUSEHOLDS)
        and not query.asks(_SHARE)
        and str(query.years[0]) not in _DATED.sub(" ", told_in(body))
    )
