"""Whether a message names one year, and its answer is of another one, be the question in it mistyped or not."""

from knowledge.answer import Found
from knowledge.fold import plain
from knowledge.letters import question_of
from knowledge.pattern import Pattern
from knowledge.query import Query, relative_years, years

_FIRST = 2000
"""Earlier years are of the asker's life."""

_DOCUMENT = Pattern(
    r"\b(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|quy che|chuong trinh|luat|de an|ban hanh|giai doan|nhap ngu|tu nam|vao hoi)\b"
)


def is_of_another_year(query: Query, found: Found) -> bool:
    """Returns whether the one year named is neither in the answer nor one of its plans' years."""
    if len(query.years) != 1 or query.years[0] < _FIRST or query.asks(_DOCUMENT):
        return False
    if _is_only_told(query):
        return False
    library, year = query.base.library, query.years[0]
    plans = [plan for name in found.facts if (fact := library.fact(name)) for plan in library.plans_of(fact)]
    return (
        bool(plans)
        and str(year) not in found.text
        and not any(plan.start.year <= year <= plan.end.year for plan in plans)
    )


def _is_only_told(query: Query) -> bool:
    """Whether a letter has its "năm ngoái" in what it tells before it says that it asks: "năm ngoái bão … , tôi muốn hỏi …"."""
    if years(query.text):
        return False
    _, asked = question_of(query.text)
    return bool(asked) and not relative_years(plain(asked), query.today)
