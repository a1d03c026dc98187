"""Where a fact stands today: whether its date has passed, how long there is, whether its plan still holds."""

from datetime import date

from knowledge.facts import Communes, Districts, Fact, Milestone, Plan, Regime, Target


def last_day(fact: Fact) -> date | None:
    """Returns the day after which a fact's date has passed; None when it has none."""
    if isinstance(fact, Regime):
        return fact.day
    if isinstance(fact, Milestone | Districts):
        return fact.end
    if isinstance(fact, Communes):
        return date(fact.year, 12, 31)
    if isinstance(fact, Target) and fact.year[-4:].isdigit():
        return date(int(fact.year[-4:]), 12, 31)
    return None


def standing(fact: Fact, plan: Plan, today: date) -> str:
    """Returns one short sentence on where the fact stands: "Hạn này đã qua 2 năm 5 tháng." """
    day = last_day(fact)
    if isinstance(fact, Milestone) and fact.start and day and fact.start != day:
        return _during(fact.start, day, today) + (unknown_year(plan, today) if today > day else "")
    named = "Hạn này" if isinstance(fact, Regime | Milestone | Districts) else "Mốc này"
    if day is not None and today > day:
        return f"{named} đã qua {span(day, today)}.{unknown_year(plan, today)}"
    if day is not None:
        return f"{named} còn {until(today, day)}." if today < day else f"{named} là hôm nay."
    return expired(plan, today)


def _during(start: date, end: date, today: date) -> str:
    if today < start:
        return f"Còn {until(today, start)} nữa mới bắt đầu."
    return f"Thời gian này còn {until(today, end)}." if today <= end else f"Thời gian này đã qua {span(end, today)}."


def expired(plan: Plan, today: date) -> str:
    """Returns that the plan is over, or "" while it holds."""
    return f"Kế hoạch này đã hết thời hạn ({plan.period}).{unknown_year(plan, today)}" if today > plan.end else ""


def unknown_year(plan: Plan, today: date) -> str:
    """Returns that there is no plan for today's year, or "" when the plan reaches it."""
    return f" Tôi chưa có kế hoạch năm {today.year}." if today.year > plan.end.year else ""


def until(today: date, day: date) -> str:
    """Returns how long there is, with the days beside the months: "5 ngày", "6 tháng (192 ngày)"."""
    long, days = span(today, day), (day - today).days
    return long if long.endswith(" ngày") else f"{long} ({days} ngày)"


def span(start: date, end: date) -> str:
    """Returns the time between two days as people say it: "5 ngày", "3 tháng", "2 năm 5 tháng"."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months < 2:
        return f"{(end - start).days} ngày"
    years, months = divmod(months, 12)
    return " ".join(part for part in (f"{years} năm" if years else "", f"{months} tháng" if months else "") if part)
