""" "duyệt": an officer goes through the reports of the own unit and below, those that deserve a look first."""

import re

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.person import Person
from bot.model.submission import Submission, SubmissionState
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.courtesy import without_courtesy
from handlers.looked_after import NOT_YOURS, keeps
from handlers.order import asked_after
from handlers.own_units import reach
from handlers.review_all import accept_all, ask_all
from handlers.review_deciding import accept, decided, reopen, reopening
from handlers.review_going_on import first, show
from handlers.review_queue import current, named, tended, waiting
from handlers.review_returning import REASONS, ask_field, ask_reason, return_for
from handlers.review_token import FAMILY, Verb, pick_of
from handlers.review_view import NOTHING
from handlers.telling import remark
from handlers.typed import pressed, typed
from handlers.unit_asked import Naming, meant, which
from knowledge.fold import plain

_ORDER = re.compile(
    r"(?:toi (?:muon|can) |cho toi )?(?:duyet|xet duyet|xem xet)(?: (?:cac )?bao cao)?(?: (?:cua|cho))?(?= |$)"
)
_WAITING = re.compile(
    r"(?:dang |hien )?(?:co |con )?(?:(?:may|bao nhieu|nhung|cac) )?(?:bao cao|bc|chi hoi)(?: nao)?"
    r" (?:dang |con |can )?(?:cho duyet|chua duyet|duyet|cho xem|chua xem|co van de|bat thuong|can xem(?: lai)?|sai)"
)
_REOPEN = re.compile(
    r"(?:toi (?:muon|can) |cho toi )?mo lai (?:bao cao|so lieu)(?! ky| 6| 9| nam| quy)(?: (?:cua|cho))?(?= |$)"
)
_PHRASES = (
    "/duyet",
    "duyet tiep",
    "cho duyet",
    "bao cao cho duyet",
    "cac bao cao cho duyet",
    "xem bao cao cho duyet",
    "danh sach cho duyet",
    "con bao cao nao cho duyet",
    "bao cao can duyet",
    "bao cao chua duyet",
)
# Said of a report that is not on the screen (any more): it is shown, and nothing is decided unseen.
_LOOSE = ("nhan", "nhan bao cao", "nhan het", "nhan tat ca", "duyet het", "duyet tat ca", "tra lai", "tra lai bao cao")
_WORDS, _REOPEN_WORDS = "duyệt", "mở lại báo cáo"
_GONE = 'Nút đó không dùng được nữa, nên tôi không đổi gì. Đồng chí nhắn "duyệt" để xem.'
_NONE_HELD = "{unit} chưa gửi báo cáo nào trong kỳ này."
_NONE_ACCEPTED = "{unit} không có báo cáo nào đã nhận để mở lại."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to review reports, or to open one again."""
    if pressed(incoming, FAMILY) or typed(incoming, *_PHRASES, *_LOOSE) or _asks_what_waits(incoming):
        return True
    return incoming.kind is Kind.TEXT and any(
        asked_after(incoming.text, order) is not None for order in (_ORDER, _REOPEN)
    )


def _asks_what_waits(incoming: Incoming) -> bool:
    said = plain(without_courtesy(incoming.text)).strip(" .,?!")
    return incoming.kind is Kind.TEXT and _WAITING.fullmatch(said) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the first report that waits, what a choice comes to, or which unit is meant."""
    person = await desk.records.person_at(incoming.address)
    stranger = person is None and incoming.kind is Kind.TEXT and not typed(incoming, "/duyet")
    if stranger or ((typed(incoming, *_LOOSE) or _asks_what_waits(incoming)) and not keeps(person)):
        return asked(incoming, desk, incoming.text)
    if person is None or not keeps(person):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    if incoming.kind is Kind.PRESS:
        return await _pressed(incoming, desk, person)
    if (name := asked_after(incoming.text, _REOPEN)) is not None:
        return await _named(incoming, desk, person, name, opening=True)
    name = "" if typed(incoming, *_PHRASES, *_LOOSE) else asked_after(incoming.text, _ORDER) or ""
    if name:
        return await _named(incoming, desk, person, name, opening=False)
    queue = await waiting(desk, person)
    return await show(incoming, desk, person, queue, first(queue), "")


async def _pressed(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    pick = pick_of(incoming.token)
    if pick is None:
        return remark(incoming, _GONE)
    match pick.verb:
        case Verb.ACCEPT:
            return await accept(incoming, desk, person, pick)
        case Verb.RETURN:
            return await ask_field(incoming, desk, person, pick)
        case Verb.FIELD:
            return await ask_reason(incoming, desk, person, pick)
        case Verb.WHY:
            why = REASONS[int(pick.reason)] if pick.reason.isdecimal() and int(pick.reason) < len(REASONS) else ""
            return await (
                return_for(incoming, desk, person, pick, why) if why else ask_reason(incoming, desk, person, pick)
            )
        case Verb.ALL:
            return await ask_all(incoming, desk, person, pick)
        case Verb.SURE:
            return await accept_all(incoming, desk, person, pick)
        case Verb.REOPEN:
            return await reopen(incoming, desk, person, pick)
        case Verb.UNIT:
            return await _about(incoming, desk, person, pick.scope)
    queue = await waiting(desk, person, pick.scope)
    match pick.verb:
        case Verb.LATER:
            return await show(incoming, desk, person, queue, queue.after(pick.report), pick.scope)
        case Verb.STOP:
            item = queue.find(pick.report)
            return await show(
                incoming, desk, person, queue, item or first(queue), pick.scope, "Vâng, tôi chưa trả lại."
            )
    return await show(incoming, desk, person, queue, first(queue), pick.scope)


async def _named(incoming: Incoming, desk: Desk, person: Person, text: str, *, opening: bool) -> Outcome:
    """Returns the reports of the unit that is named, or which one is meant; a question is answered as one."""
    tree = await desk.records.tree()
    units = reach(person, tree, desk).units()
    found = meant("", text, units, tree)
    if not found and text.rstrip().endswith("?"):
        return asked(incoming, desk, incoming.text)
    if len(found) == 1:
        return await (
            _reopened(incoming, desk, person, found[0]) if opening else _unit(incoming, desk, person, found[0])
        )
    naming = Naming(_REOPEN_WORDS if opening else _WORDS, text, units, f"{FAMILY}:{Verb.UNIT.value}")
    return remark(incoming, *which(found, tree, naming))


async def _about(incoming: Incoming, desk: Desk, person: Person, name: str) -> Outcome:
    unit = next((one for one in reach(person, await desk.records.tree(), desk).units() if one.id == name), None)
    return remark(incoming, _GONE) if unit is None else await _unit(incoming, desk, person, unit)


async def _unit(incoming: Incoming, desk: Desk, person: Person, unit: Unit) -> Outcome:
    """Returns what waits under a unit; of a single chi hội that has nothing to be reviewed, where it stands."""
    scope = named(unit)
    queue = await waiting(desk, person, scope)
    tree = await desk.records.tree()
    if queue.items or tree.children(unit.id, desk.now.date()):
        head = "" if queue.items else f"{unit.name}:"
        return await show(incoming, desk, person, queue, first(queue), scope, head)
    held = await _held(desk, unit)
    if not held:
        return remark(incoming, _NONE_HELD.format(unit=unit.name))
    forms = {form.id: form for form in desk.forms}
    lines = [await decided(desk, one, forms.get(one.key.form)) for one in held]
    return remark(incoming, "\n".join([*lines, NOTHING]), _openings(held))


async def _reopened(incoming: Incoming, desk: Desk, person: Person, unit: Unit) -> Outcome:
    """Returns that the accepted report of a unit is open again; with several, which one is meant."""
    if unit.id not in {one.id for one in tended(person, await desk.records.tree(), desk)}:
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    accepted = [one for one in await _held(desk, unit) if one.state is SubmissionState.ACCEPTED]
    if not accepted:
        return remark(incoming, _NONE_ACCEPTED.format(unit=unit.name))
    if len(accepted) > 1:
        return remark(incoming, f"Mở lại báo cáo nào của {unit.name}?", _openings(accepted))
    return await reopen(incoming, desk, person, reopening(accepted[0]))


async def _held(desk: Desk, unit: Unit) -> list[Submission]:
    """Returns the reports that are held of a unit in the periods that are open; without any, of the one closed last."""
    held = [one for one in await desk.records.submissions_of(unit.id) if one.state is not SubmissionState.WITHDRAWN]
    periods = current(await desk.records.periods())
    still = {period.id for period in periods if period.closed is None} or {period.id for period in periods}
    return [one for one in held if one.key.period in still]


def _openings(held: list[Submission]) -> tuple[Choice, ...]:
    accepted = [one for one in held if one.state is SubmissionState.ACCEPTED]
    many = len(accepted) > 1
    return tuple(Choice(f"Mở lại {one.receipt}" if many else "Mở lại", reopening(one).token) for one in accepted)


HANDLER = Handler("reviewing", wants, handle)
