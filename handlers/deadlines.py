"""/han: the coming deadlines, and those of every plan with where they stand today."""

from datetime import date

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.dated import by_newest, choice, dated, named, where
from handlers.pages import page, split
from handlers.telling import tell
from handlers.typed import pressed, typed
from knowledge.facts import Regime
from knowledge.library import Library

_FAMILY = "han"
_COMING = "toi"
_NEAREST = 3


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to look through the deadlines."""
    return pressed(incoming, _FAMILY) or typed(
        incoming,
        "/han",
        "cac han",
        "xem cac han",
        "xem han",
        "han",
        "lich nop bao cao",
        "cac han nop bao cao",
        "lich bao cao",
        "cac moc",
        "cac moc thoi gian",
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the plans to choose from, or one page of a plan's deadlines."""
    library, today = desk.base.library, desk.now.date()
    name, start = split(incoming.token)
    if name == _COMING:
        text, choices = _of_all(library, today)
    elif name in {plan.key for plan in library.plans}:
        text, choices = _of_plan(library, name, today)
    else:
        text, choices = _plans(library, today)
    return tell(incoming, desk, text, page(choices, start, f"{_FAMILY}:{name}"))


def _plans(library: Library, today: date) -> tuple[str, list[Choice]]:
    coming = [one for one in dated(library, today) if one.coming(today)]
    reports = [one for one in coming if isinstance(one.fact, Regime)]
    plans = [plan for plan in by_newest(library) if dated(library, today, plan.key)]
    choices = [Choice(plan.short, f"{_FAMILY}:{plan.key}:0") for plan in plans]
    lines = [f"- {where(one, today)}: {named(one, library)}" for one in reports[:_NEAREST]]
    lines = ["Hạn báo cáo sắp tới:", *lines] if lines else [_no_report(library, today)]
    if coming:
        choices.insert(0, Choice(f"Sắp tới ({len(coming)})", f"{_FAMILY}:{_COMING}:0"))
        lines.append(f"Kể cả các mốc việc, sắp tới có {len(coming)}.")
    return "\n".join([*lines, "Đồng chí chọn một kế hoạch để xem."]), choices


def _no_report(library: Library, today: date) -> str:
    newest = max(plan.end.year for plan in library.plans)
    unknown = f" Tôi chưa có kế hoạch năm {today.year}." if newest < today.year else ""
    return f"Các hạn nộp báo cáo có ghi ngày đều đã qua.{unknown}"


def _of_all(library: Library, today: date) -> tuple[str, list[Choice]]:
    coming = [one for one in dated(library, today) if one.coming(today)]
    if not coming:
        return _no_report(library, today), []
    return "Các hạn và mốc việc sắp tới, gần nhất ở trên:", [choice(one, today, library) for one in coming]


def _of_plan(library: Library, key: str, today: date) -> tuple[str, list[Choice]]:
    found = dated(library, today, key)
    coming = sum(one.coming(today) for one in found)
    past = sum(one.past(today) for one in found)
    counts = {"sắp tới": coming, "không ghi ngày": len(found) - coming - past, "đã qua": past}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    text = f"{library.plan(key).short} có {len(found)} hạn và mốc việc: {told}."
    return f"{text}\nĐồng chí chọn để xem đầy đủ.", [choice(one, today) for one in found]


HANDLER = Handler("deadlines", wants, handle)
