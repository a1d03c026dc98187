"""Where lists of communes and districts stand in their plan, and that their years are over."""

from collections.abc import Sequence

from knowledge.facts import Communes, Districts
from knowledge.query import Query
from knowledge.standing import unknown_year


def cited(query: Query, rows: Sequence[Communes | Districts]) -> str:
    """Returns the sentence that says where lists stand, and that their years are over when they are."""
    library = query.base.library
    plan = library.plan(rows[0].source.plan)
    sections = ", ".join(dict.fromkeys(row.source.section for row in rows))
    last = max((row.year for row in rows if isinstance(row, Communes)), default=plan.end.year)
    passed = f" Năm {last} đã qua.{unknown_year(plan, query.today)}" if query.today.year > last else ""
    return f"Theo {plan.short}, mục {sections}.{passed}"
