""" "nhầm, hộ nghèo là 3": what was just reported is put right, in what was handed in or in what is due."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.correction import corrected
from bot.router import Handler
from handlers.amending import amended
from handlers.answering import asked
from handlers.figures_told import begins_with_name, figures_told
from handlers.held_report import draft_report, held_report
from handlers.report_in_one import due_report, written_into


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody puts a figure right. A report that is open has its own ear for that."""
    if incoming.kind is not Kind.TEXT or talk.run or incoming.group:
        return False
    return corrected(incoming.text) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the change, to be confirmed. Who reports nothing, or names none of the figures, asks something."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not person.has(RoleKind.LEADER):
        return asked(incoming, desk, incoming.text)
    rest = corrected(incoming.text) or ""
    if not rest:
        return await amended(replace(incoming, text="sửa báo cáo"), desk)
    held, due = await held_report(incoming, desk), await due_report(incoming, desk)
    known = await draft_report(incoming, desk) or (held if held and held.period.closed is None else due or held)
    if known is None:
        return asked(incoming, desk, incoming.text)
    told = figures_told(rest, known)
    if told.figures and due is not None and known.key == due.key:
        return await written_into(due, replace(incoming, text=rest), desk)
    if told.figures:
        return await amended(replace(incoming, text=rest), desk)
    if begins_with_name(rest, known):
        return await amended(replace(incoming, text=f"sửa {rest}"), desk)
    return asked(incoming, desk, incoming.text)


HANDLER = Handler("correcting", wants, handle)
