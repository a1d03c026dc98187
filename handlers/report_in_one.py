"""A leader sends figures before anything was asked: "chi hội tui có 2 hộ nghèo, 3 cận nghèo". They are no question."""

import re

from bot.desk import Desk
from bot.dialog.advance import advance, begin
from bot.dialog.turn import Turn
from bot.messages import Incoming, Kind
from bot.model.figure import Given
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.open_reports import open_reports
from handlers.report_room import Room, carried_over, fresh, room
from handlers.report_turns import outcome_of
from knowledge.fold import plain

_FEWEST = 2
"""So many figures that are new make a message a report: one number may stand in a question."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ASKS = re.compile(r"\?|\b(?:bao nhieu|bao gio|the nao|may ho|ke hoach|kh ?\d|nghi quyet|quyet dinh|chi tieu)\b")


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a message may hold several figures and asks nothing."""
    if incoming.kind is not Kind.TEXT or talk.run or incoming.group:
        return False
    return len(_NUMBER.findall(incoming.text)) >= _FEWEST and _ASKS.search(plain(incoming.text)) is None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the report that is due with the figures in it; the knowledge's answer where none is due or read."""
    opened = await _due(incoming, desk)
    if opened is None:
        return asked(incoming, desk, incoming.text)
    progress = carried_over(opened, opened.draft.progress) if opened.draft else fresh(opened, desk.now)
    began = begin(opened.form, progress, opened.known)
    stepped = advance(opened.form, began.progress, incoming, opened.known)
    if not isinstance(stepped, Turn) or _given(stepped) - _given(began) < _FEWEST:
        return asked(incoming, desk, incoming.text)
    head = f"Tôi ghi vào báo cáo {opened.period.title} của {opened.unit.name}, chưa gửi."
    return await outcome_of(incoming, desk, opened, stepped, head)


def _given(turn: Turn) -> int:
    return sum(figure.given is Given.VALUE for figure in turn.progress.figures)


async def _due(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the one report that the leader still owes, None where there is none or more than one."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not person.has(RoleKind.LEADER):
        return None
    reports = await open_reports(desk, person.units(RoleKind.LEADER))
    rooms = [found for report in reports if (found := await room(desk, report.key, person)) is not None]
    owed = [one for one in rooms if one.submitted is None]
    return owed[0] if len(owed) == 1 else None


HANDLER = Handler("report in one", wants, handle)
