"""A report was left half done: its question is asked again, once after a day and once after three (DESIGN 6)."""

from dataclasses import replace

from bot.desk import Desk
from bot.dialog.advance import ask_again
from bot.dialog.draft import Draft
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.moments import standing_of
from handlers.open_reports import FAMILY as REPORT
from handlers.owing import reminded_today
from handlers.report_rights import may_report
from handlers.report_room import Room, carried_over, room, short

_FAMILY = "nudge:"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a draft was silent long enough."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the question once more; nothing when the report is over, went on meanwhile, or is not theirs now."""
    draft = await desk.records.draft_of_run(incoming.token.removeprefix(_FAMILY))
    if draft is None or draft.touched >= incoming.at:
        return Outcome()
    silent = await _room(desk, draft)
    if silent is None or await _reminded_anyway(silent, draft, desk):
        return Outcome()
    if desk.talk.run not in ("", draft.progress.run):
        return _aside(draft, silent, desk)
    turn = ask_again(silent.form, carried_over(silent, draft.progress), silent.known, _head(draft, silent, desk))
    return Outcome(
        (Reply(draft.address, turn.text, turn.choices),),
        talk=replace(desk.talk, run=draft.progress.run, question=turn.progress.asked, figure=True, last=turn.text),
        records=(replace(draft, progress=turn.progress),),
    )


async def _room(desk: Desk, draft: Draft) -> Room | None:
    """Returns the report, while it can be changed and the chat is somebody's who may hand it in."""
    person = await desk.records.person_at(draft.address)
    if person is None or not may_report(person, draft.key.unit, await desk.records.tree(), desk):
        return None
    found = await room(desk, draft.key, person)
    return found if found and not found.settled else None


async def _reminded_anyway(silent: Room, draft: Draft, desk: Desk) -> bool:
    """Returns whether the leader is reminded of the report today: two letters of one thing on one day are one too many.

    Nobody is reminded of what was handed in and is being changed; nor an officer who enters it for the leader.
    """
    if draft.progress.helper or (silent.submitted is not None and silent.returned is None):
        return False
    wave = desk.rhythm.reminds_on(desk.now.date(), silent.known.last_day) and silent.period.closed is None
    return wave or silent.unit.id in await reminded_today(desk, silent.period, await desk.records.tree())


def _aside(draft: Draft, silent: Room, desk: Desk) -> Outcome:
    """Another report is being filled in here: its question stays the open one."""
    going_on = Choice("Làm tiếp", f"{REPORT}:{short(draft.key.period, draft.key.unit, draft.key.form)}")
    return Outcome((Reply(draft.address, _head(draft, silent, desk), (going_on,)),))


def _head(draft: Draft, silent: Room, desk: Desk) -> str:
    asked = len(silent.form.asked_in(silent.period.span))
    given = f"đã trả lời {len(draft.progress.figures)}/{asked} câu"
    deadline = standing_of(silent.known.last_day, desk.now.date())
    return f"Báo cáo {silent.period.title} của {silent.unit.name} còn dở, {given}.\nHạn: {deadline}."


HANDLER = Handler("nudge", wants, handle)
