"""What is told of a plan as a whole: its number, its signer, its issuer, whom it went to, what it rests on."""

from collections.abc import Callable, Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Nothing, Option, Unsure
from knowledge.facts import Legal, Plan, Source
from knowledge.pattern import Pattern
from knowledge.planned import owner_named
from knowledge.query import Query
from knowledge.standing import expired

Teller = Callable[[Query, Plan], str | None]
"""Tells one thing of a plan; None where the plan does not have it."""

DAY_SAID = Pattern(
    r"\b(?:ban hanh|ky|ra|ra doi|phat hanh|de) (?:vao |hoi )?(?:hom )?(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(20\d\d)\b"
)
"""A day on which a plan is said to be of."""


_OF_QUANG_NAM = frozenset({"kh121", "tamky", "ntm", "nguoingheo"})


def candidates(query: Query) -> Sequence[Plan]:
    """Returns the plans that may be meant: those named, else those of the owner named, of the years named."""
    library = query.base.library
    if query.plans:
        keys = query.plans
        if keys == ("kh121", "tamky") and not query.years:
            keys = (*keys, "haiduong")  # only its title is named, and three plans have it
        named = [library.plan(key) for key in keys]
        return [plan for plan in named if all(plan.start.year <= year <= plan.end.year for year in query.years)]
    owner = owner_named(query.line)
    years = set(query.years)
    if owner == {"tamky"}:
        owner |= {"haiduong"}  # only the Front is named, and two of its plans are here
    plans = [plan for plan in library.plans if plan.key in (owner or _OF_QUANG_NAM)]
    return [plan for plan in plans if not years or years & set(range(plan.start.year, plan.end.year + 1))]


def of_plans(query: Query, teller: Teller) -> Answer:
    """Returns what the teller tells of the plan that is meant; of several, what it tells of each, and which is asked of."""
    plans = candidates(query)
    if not plans:
        return Nothing(
            f"Tôi không có kế hoạch năm {query.years[0]}." if query.years else "Tôi không có kế hoạch ấy.",
            why="another year",
        )
    told = [(plan, teller(query, plan)) for plan in plans]
    if len(told) == 1:
        plan, line = told[0]
        if line is None:
            return Nothing(_missing(plan, teller), why="not in the plan")
        text = "\n".join(part for part in (line, f"Theo {plan.short}. {expired(plan, query.today)}".strip()) if part)
        return Found(text, (Source(plan.key, ""),), (f"plan:{plan.key}",))
    if len(plans) > 1 and len(query.plans) > 1:
        lines = [f"{plan.short}: {line or 'văn bản không ghi.'}" for plan, line in told]
        return Found(
            "\n".join(lines), tuple(Source(plan.key, "") for plan in plans), tuple(f"plan:{plan.key}" for plan in plans)
        )
    options = tuple(Option(plan.short, f"plan:{plan.key}") for plan in plans)
    lines = [f"- {plan.short}: {line or 'văn bản không ghi'}" for plan, line in told]
    return Unsure(
        "\n".join(["Tôi có mấy kế hoạch:", *lines, "Đồng chí hỏi kế hoạch nào?"]),
        options,
        tuple(Source(plan.key, "") for plan in plans),
    )


def _missing(plan: Plan, teller: Teller) -> str:
    names: dict[Teller, str] = {
        signer: "người ký",
        recipients: "nơi nhận",
        number: "số và ngày",
        checked: "số và ngày",
    }
    what = names.get(teller, "điều này")
    return f"Bản {plan.short} mà tôi có không ghi {what}."


def signer(_: Query, plan: Plan) -> str | None:
    """Returns who signed the plan."""
    return f"Người ký là {plan.signer}, {plan.signer_title}." if plan.signer else None


def number(_: Query, plan: Plan) -> str | None:
    """Returns the number and the day of the plan."""
    if plan.number and plan.day:
        return f"Số {plan.number}, ngày {plan.day.day}/{plan.day.month}/{plan.day.year}, của {plan.issuer}."
    return None


def checked(query: Query, plan: Plan) -> str | None:
    """Returns whether the plan is of the day that is said, and of which day it is."""
    told, said = number(query, plan), DAY_SAID.search(query.line) or DAY_SAID.search(query.said)
    if not (told and said and plan.day):
        return told
    is_so = (plan.day.day, plan.day.month, plan.day.year) == tuple(map(int, said.groups()))
    return f"{'Đúng' if is_so else 'Không đúng'}. {told}"


def issuer(_: Query, plan: Plan) -> str:
    """Returns who issued the plan."""
    return f"Do {plan.issuer} ban hành."


def recipients(query: Query, plan: Plan) -> str | None:
    """Returns whom the plan was sent to."""
    if not plan.recipients:
        return None
    head = f"{len(plan.recipients)} nơi nhận" if query.wants(Aim.COUNT) else "Nơi nhận"
    return f"{head}: {'; '.join(plan.recipients)}."


def title(_: Query, plan: Plan) -> str:
    """Returns the full title of the plan."""
    return f"{plan.title}."


def period(_: Query, plan: Plan) -> str:
    """Returns for when the plan is."""
    return f"Kế hoạch của {plan.period}."


def basis(query: Query, plan: Plan) -> str | None:
    """Returns what the plan is based on."""
    rows = [fact for name in plan.based_on if isinstance(fact := query.base.library.fact(name), Legal)]
    return "Căn cứ: " + "; ".join(row.say.rstrip(".") for row in rows) + "." if rows else None


def gist(_: Query, plan: Plan) -> str:
    """Returns what the plan is about."""
    return plan.summary
