"""A leader sends figures before anything was asked: "chi hội tui có 2 hộ nghèo, 3 cận nghèo". They are no question."""

import re

from bot.desk import Desk
from bot.dialog.advance import advance, begin
from bot.dialog.turn import Turn
from bot.messages import Incoming, Kind
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.amending import amended
from handlers.answering import asked
from handlers.figures_told import figures_told, plainly
from handlers.held_report import held_report
from handlers.open_reports import open_reports
from handlers.report_room import Room, carried_over, fresh, room
from handlers.report_turns import outcome_of
from knowledge.fold import plain

_FEWEST = 2
"""So many figures make a message a report; a single one only where nothing else is said: it may stand in a question."""

_LONGEST = 12
"""So many words a message has at most that is nothing but a figure or two."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_IN_WORDS = re.compile(r"\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|trieu|nua|ruoi)\b")
_ASKS = re.compile(
    r"\?|\b(?:bao nhieu|bao gio|the nao|may ho|ke hoach|kh ?\d|nghi quyet|quyet dinh|chi tieu|thoi han"
    r"|(?:cho|xin) (?:\w+ )?(?:biet|hoi))\b"
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a message may hold several figures and asks nothing."""
    if incoming.kind is not Kind.TEXT or talk.run or incoming.group:
        return False
    low = plain(incoming.text)
    several = len(_NUMBER.findall(low)) >= _FEWEST
    few = len(low.split()) <= _LONGEST and (_NUMBER.search(low) or _IN_WORDS.search(low)) is not None
    return (several or few) and _ASKS.search(low) is None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the report that is due with the figures in it, or the change of the one that was handed in. The
    knowledge's answer where there is neither, or nothing was read.
    """
    due = await due_report(incoming, desk)
    opened = due or await held_report(incoming, desk)
    if opened is None:
        return asked(incoming, desk, incoming.text)
    told = figures_told(incoming.text, opened)
    if not (plainly(told) or (due and len(told.figures) >= _FEWEST)):
        return asked(incoming, desk, incoming.text)
    return await written_into(due, incoming, desk) if due else await amended(incoming, desk)


async def written_into(due: Room, incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the report that is due with the figures of a message in it, and its next question."""
    progress = carried_over(due, due.draft.progress) if due.draft else fresh(due, desk.now)
    began = begin(due.form, progress, due.known)
    stepped = advance(due.form, began.progress, incoming, due.known)
    if not isinstance(stepped, Turn):
        return asked(incoming, desk, incoming.text)
    head = f"Tôi ghi vào báo cáo {due.period.title} của {due.unit.name}, chưa gửi."
    return await outcome_of(incoming, desk, due, stepped, head)


async def due_report(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the one report that the leader still owes, None where there is none or more than one."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not person.has(RoleKind.LEADER):
        return None
    reports = await open_reports(desk, person.units(RoleKind.LEADER))
    rooms = [found for report in reports if (found := await room(desk, report.key, person)) is not None]
    owed = [one for one in rooms if one.submitted is None]
    return owed[0] if len(owed) == 1 else None


HANDLER = Handler("report in one", wants, handle)
