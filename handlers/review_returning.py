"""A report is to be sent back: which figure is in question, and why. Choices, or words."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.hear import named_field
from bot.messages import Choice, Incoming
from bot.model.person import Person
from bot.outcome import Outcome
from handlers.pages import AT_MOST
from handlers.review_deciding import give_back, item_of, outdated
from handlers.review_queue import Item, waiting
from handlers.review_token import Pick, Verb
from handlers.review_view import flagged_fields
from handlers.telling import remark
from knowledge.fold import plain

REASONS = ("Số lệch nhiều", "Thiếu số")
"""Why a report is sent back, as quick answers; any other words do as well."""

WHOLE = "chung"
"""What stands in a button, and what is typed, for the report as a whole."""

_BECAUSE = re.compile(r"^(?:vì|vi|do|tại|bởi)(?: là)? (?=\w)", re.IGNORECASE)
_UNCLEAR = "Tôi chưa rõ số nào."


async def ask_field(incoming: Incoming, desk: Desk, person: Person, pick: Pick, head: str = "") -> Outcome:
    """Returns the question which figure is in question, the flagged ones as choices."""
    queue = await waiting(desk, person, pick.scope)
    item = item_of(queue, pick)
    if item is None:
        return await outdated(incoming, desk, person, pick, queue)
    fields = flagged_fields(item)[: AT_MOST - 2]
    choices = [Choice(_label(item, field), _to(pick, Verb.FIELD, _place(item.form, field)).token) for field in fields]
    choices.append(Choice("Chung cả báo cáo", _to(pick, Verb.FIELD, WHOLE).token))
    choices.append(Choice("Thôi", _to(pick, Verb.STOP).token))
    told = f"Trả lại báo cáo của {item.unit.name}. Số nào cần sửa?"
    how = 'Đồng chí chọn, hoặc nhắn số thứ tự và lý do, ví dụ: 4 ghi nhầm. Không riêng số nào thì nhắn "chung".'
    asked = remark(incoming, "\n".join(line for line in (head, told, how) if line), choices)
    return replace(asked, talk=replace(desk.talk, figure=True))  # a bare number is that of a figure here


async def ask_reason(incoming: Incoming, desk: Desk, person: Person, pick: Pick) -> Outcome:
    """Returns the question why it is sent back."""
    queue = await waiting(desk, person, pick.scope)
    item = item_of(queue, pick)
    if item is None:
        return await outdated(incoming, desk, person, pick, queue)
    field = _field(item.form, pick.place)
    about = f": {field.short}" if field is not None else ""
    choices = [
        Choice(reason, replace(pick, verb=Verb.WHY, reason=str(place)).token) for place, reason in enumerate(REASONS)
    ]
    choices.append(Choice("Thôi", _to(pick, Verb.STOP).token))
    told = f"Trả lại báo cáo của {item.unit.name}{about}. Vì sao? Đồng chí ghi vài chữ, chi hội sẽ đọc."
    return remark(incoming, told, choices)


async def return_for(incoming: Incoming, desk: Desk, person: Person, pick: Pick, note: str) -> Outcome:
    """Returns that the report is sent back for a reason, with the field that the button carries."""
    item = item_of(await waiting(desk, person, pick.scope), pick)
    field = _field(item.form, pick.place) if item is not None else None
    return await give_back(incoming, desk, person, pick, field.id if field is not None else "", note)


async def said_field(incoming: Incoming, desk: Desk, person: Person, pick: Pick, words: str) -> Outcome:
    """Returns what comes after words that name the figure in question, with or without the reason."""
    item = item_of(await waiting(desk, person, pick.scope), pick)
    found = _named(item, words) if item is not None else None
    if found is None:
        return await ask_field(incoming, desk, person, pick, _UNCLEAR)
    place, note = found
    chosen = _to(pick, Verb.FIELD, place)
    return await (
        return_for(incoming, desk, person, chosen, note) if note else ask_reason(incoming, desk, person, chosen)
    )


async def said_at_once(incoming: Incoming, desk: Desk, person: Person, pick: Pick, words: str) -> Outcome:
    """Returns what comes after "trả lại 4 quỹ ghi nhầm": where no figure is named, the whole report is meant."""
    item = item_of(await waiting(desk, person, pick.scope), pick)
    if item is None or _named(item, words) is not None:
        return await said_field(incoming, desk, person, pick, words)
    return await return_for(incoming, desk, person, _to(pick, Verb.FIELD, WHOLE), words)


def _named(item: Item, words: str) -> tuple[str, str] | None:
    """Returns the place of the field that is named, or that the whole report is meant, and the reason behind it."""
    said = " ".join(words.split())
    if plain(said).split(" ", 1)[0].rstrip(":,.") == WHOLE:
        return WHOLE, _reason(said[len(WHOLE) :])
    found = named_field(said, item.form.asked_in(item.period.span))
    if found is None:
        return None
    field, rest = found
    return _place(item.form, field), _reason(rest)


def _reason(words: str) -> str:
    """Returns why: "vì" stands between the figure and the reason, and is no part of it."""
    return _BECAUSE.sub("", words.strip(" :,.-"))


def _label(item: Item, field: Field) -> str:
    return f"{item.form.asked_in(item.period.span).index(field) + 1}. {field.short}"


def _place(form: Form, field: Field) -> str:
    return str(form.fields.index(field))


def _field(form: Form, place: str) -> Field | None:
    return form.fields[int(place)] if place.isdecimal() and int(place) < len(form.fields) else None


def _to(pick: Pick, verb: Verb, place: str = "") -> Pick:
    return Pick(verb, pick.scope, pick.report, pick.number, place)
