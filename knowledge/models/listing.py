"""Several models told side by side, by the plan and section where they stand."""

from collections.abc import Sequence

from knowledge.answer import Found, Option
from knowledge.facts import Model, Source
from knowledge.query import Query
from knowledge.standing import expired
from knowledge.wording import brief

_MOST = 30


def models_listed(query: Query, rows: Sequence[Model], what: str, at: Source | None = None) -> Found:
    """Returns the names side by side, grouped by the plan and section where they stand; ``at`` where they all do."""
    library = query.base.library
    groups: dict[str, list[str]] = {}
    for row in rows[:_MOST]:
        source = at or next((one for one in row.sources if not query.plans or one.plan in query.plans), row.source)
        groups.setdefault(library.named(source), []).append(f'"{row.name}"')
    lines = [
        f"Có {len(rows)} {what} như vậy:" if len(rows) <= _MOST else f"Có {len(rows)} {what}; đây là {_MOST} tên đầu:"
    ]
    lines += [f"- {'; '.join(names)} (theo {where})" for where, names in groups.items()]
    shown_plans = query.plans or tuple(dict.fromkeys(row.source.plan for row in rows))
    if len(shown_plans) == 1 and (note := expired(library.plan(shown_plans[0]), query.today)):
        lines.append(note)
    shown = rows[:_MOST]
    return Found(
        "\n".join(lines),
        tuple(dict.fromkeys(source for row in shown for source in row.sources)),
        tuple(row.id for row in shown),
        tuple(Option(brief(row), f"fact:{row.id}") for row in shown[:5]),
    )
