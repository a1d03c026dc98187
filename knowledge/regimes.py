"""When reports are due and to whom they go, plan by plan: a line for each."""

from collections.abc import Sequence

from knowledge.facts import Regime
from knowledge.library import Library

_NO_DAY = "không ghi ngày"


def plan_lines(library: Library, facts: Sequence[Regime], *, due: bool = True, to: bool = True) -> list[str]:
    """Returns a line for each plan: "- Kế hoạch 121/KH-CCB: 6 tháng trước 31/5/2024. Gửi Hội CCB tỉnh (qua …)."
    ``due``, ``to``: whether the days, and to whom, stand in it.
    """
    lines = []
    for plan in dict.fromkeys(fact.source.plan for fact in facts):
        own = [fact for fact in facts if fact.source.plan == plan]
        days = "; ".join(f"{'/'.join(fact.periods)} {fact.due.replace('ngày ', '') or _NO_DAY}" for fact in own)
        receivers = _receivers(own)
        told = f"{days}. Gửi {receivers}" if due and to else days if due else f"gửi {receivers}"
        lines.append(f"- {library.plan(plan).short}: {told}.")
    return lines


def _receivers(facts: Sequence[Regime]) -> str:
    """Returns to whom they go; of several ways to the same one, those that say more than another."""
    ways: dict[str, list[str]] = {}
    for fact in facts:
        ways.setdefault(fact.to, []).append(fact.via)
    told = []
    for to, vias in ways.items():
        said = [one for one in dict.fromkeys(vias) if one and not any(one != other and one in other for other in vias)]
        told.append(f"{to} (qua {'; '.join(said)})" if said else to)
    return "; ".join(told)
