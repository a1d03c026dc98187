"""The deadlines and milestones of the plans, to choose from: coming ones, reports without a date, past ones."""

from dataclasses import dataclass
from datetime import date

from bot.messages import Choice
from handlers.pages import shortened
from knowledge.facts import Fact, Milestone, Plan, Regime
from knowledge.library import Library
from knowledge.standing import last_day, span

_UNSAID = "không ghi"
"""What the plans' files say where a plan names no period."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report or milestone with its last day, None for a report without a date."""

    fact: Regime | Milestone
    day: date | None

    def coming(self, today: date) -> bool:
        """Returns whether its day is today or later."""
        return self.day is not None and self.day >= today

    def past(self, today: date) -> bool:
        """Returns whether its day is over."""
        return self.day is not None and self.day < today


def dated(library: Library, today: date, plan: str = "") -> list[Dated]:
    """Returns what the plans (or one plan) date, in the order in which it is shown."""
    facts: list[Regime | Milestone] = [*library.of(Regime), *library.of(Milestone)]
    found = [Dated(fact, last_day(fact)) for fact in facts if not plan or _stands_in(fact, plan)]
    coming = sorted((one for one in found if one.coming(today)), key=lambda one: one.day or today)
    undated = [one for one in found if one.day is None and _is_report(one.fact)]
    past = sorted((one for one in found if one.past(today)), key=lambda one: one.day or today, reverse=True)
    return [*coming, *undated, *past]


def _stands_in(fact: Fact, plan: str) -> bool:
    return any(source.plan == plan for source in fact.sources)


def _is_report(fact: Fact) -> bool:
    return isinstance(fact, Regime) and fact.kind == "báo cáo"


def by_newest(library: Library) -> list[Plan]:
    """Returns the plans, those that hold longest first."""
    return sorted(library.plans, key=lambda plan: (-plan.end.toordinal(), plan.key))


def choice(one: Dated, today: date, library: Library | None = None) -> Choice:
    """Returns the choice that tells all about it; its label begins with where it stands today."""
    return Choice(shortened(f"{where(one, today)}: {named(one, library)}", 76), f"fact:{one.fact.id}")


def where(one: Dated, today: date) -> str:
    """Returns where it stands: "Còn 5 ngày, trước 31/5/2024"."""
    if one.day is None:
        return "Không ghi ngày"
    stands = f"Còn {span(today, one.day)}" if one.day > today else "Hôm nay" if one.day == today else "Đã qua"
    return f"{stands}, {when(one)}"


def when(one: Dated) -> str:
    """Returns the day as the plan puts it, in few letters: "trước 31/5/2024", "quý 1/2024"."""
    words = one.fact.due if isinstance(one.fact, Regime) else one.fact.when
    short = words.replace("trước ngày ", "trước ").replace("trong ", "")
    return f"{short[:1].lower()}{short[1:]}"


def named(one: Dated, library: Library | None = None) -> str:
    """Returns what it is: "báo cáo 6 tháng", with its plan when a library can name it, else with who reports."""
    if isinstance(one.fact, Milestone):
        return one.fact.what
    whose = (
        f", {library.plan(one.fact.source.plan).short}" if library else f" của {one.fact.who}" if one.fact.who else ""
    )
    periods = ", ".join(period for period in one.fact.periods if period != _UNSAID)
    return f"{f'{one.fact.kind} {periods}'.strip()}{whose}"
