""" "nhập hộ chi hội …": an officer enters the figures of a leader who phones. The ledger says so."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.advance import begin
from bot.messages import Choice, Incoming, Kind
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.reading.of_bot import of_bot
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps, looked_after
from handlers.moments import moment
from handlers.open_reports import choices, chosen, open_reports
from handlers.order import named_after
from handlers.report_room import Room, amending, carried_over, fresh, room, short
from handlers.report_turns import outcome_of
from handlers.telling import remark
from handlers.typed import pressed
from handlers.unit_asked import Naming, meant, which

_UNIT, _REPORT, _MEND = "nhapho", "nhaphobc", "suaho"
_WORDS = "nhập hộ"
_ORDER = re.compile(
    r"(?:toi (?:muon|can) |cho toi )?(?:nhap|bao cao|bao|nop|khai)(?: so lieu| bao cao)? (?:ho|giup|gium|dum|thay)"
    r"(?: bao cao)?(?: cho| cua)?(?= |$)"
)
_NO_PERIOD = "Hiện chưa có kỳ báo cáo nào đang mở cho {unit}."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether figures are to be entered for somebody else."""
    return pressed(incoming, _UNIT, _REPORT, _MEND) or (
        incoming.kind is Kind.TEXT and named_after(incoming.text, _ORDER) is not None and of_bot(incoming.text) is None
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the first open question of the unit's report, or which unit and which report is meant."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return asked(incoming, desk, incoming.text)
    if not keeps(person):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    tree = await desk.records.tree()
    units = looked_after(person, tree, desk, RoleKind.LEADER)
    if pressed(incoming, _REPORT, _MEND):
        return await _picked(incoming, desk, person, units)
    name = incoming.token.partition(":")[2] if incoming.kind is Kind.PRESS else ""
    text = "" if name else named_after(incoming.text, _ORDER) or ""
    found = meant(name, text, units, tree)
    if len(found) == 1:
        return await _opened(incoming, desk, person, found[0])
    return remark(incoming, *which(found, tree, Naming(_WORDS, text, units, _UNIT)))


async def _opened(incoming: Incoming, desk: Desk, person: Person, unit: Unit) -> Outcome:
    reports = await open_reports(desk, [unit.id]) or (await open_reports(desk, [unit.id], closed=True))[:1]
    if not reports:
        return remark(incoming, _NO_PERIOD.format(unit=unit.name))
    if len(reports) > 1:
        return remark(incoming, f"Đồng chí nhập báo cáo nào của {unit.name}?", choices(reports, _REPORT))
    found = await room(desk, reports[0].key, person)
    return await _begun(incoming, desk, found) if found else remark(incoming, _NO_PERIOD.format(unit=unit.name))


async def _picked(incoming: Incoming, desk: Desk, person: Person, units: list[Unit]) -> Outcome:
    """Returns the report behind a button, if it is one of the officer's own units; they mend closed ones, too."""
    report = chosen(await open_reports(desk, [unit.id for unit in units], closed=True), incoming.token)
    found = await room(desk, report.key, person) if report else None
    if found and found.submitted and pressed(incoming, _MEND):
        run = found.draft.progress if found.draft else amending(found, found.submitted, desk.now)
        turn = begin(found.form, replace(carried_over(found, run), helper=person.id), found.known)
        return await outcome_of(incoming, desk, found, turn)
    return await _begun(incoming, desk, found) if found else remark(incoming, "Báo cáo đó không còn mở nữa.")


async def _begun(incoming: Incoming, desk: Desk, found: Room) -> Outcome:
    held = found.submitted
    if found.draft is None and held is not None:
        told = f"{found.unit.name} đã nộp ngày {moment(held.at, desk.now)}, biên nhận {held.receipt}."
        mend = Choice("Sửa hộ", f"{_MEND}:{short(found.key.period, found.key.unit, found.key.form)}")
        return remark(incoming, told, (mend, Choice("Đơn vị khác", f"{_UNIT}:")))
    if found.period.closed is not None:
        return remark(incoming, f"Kỳ báo cáo {found.period.title} đã đóng, {found.unit.name} chưa nộp.")
    run = carried_over(found, found.draft.progress) if found.draft else fresh(found, desk.now)
    turn = begin(found.form, replace(run, helper=found.person.id), found.known)
    return await outcome_of(incoming, desk, found, turn)


HANDLER = Handler("entering", wants, handle)
