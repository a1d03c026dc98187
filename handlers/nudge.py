"""A report has been left half done: its question is asked again, once after a day and once after three (DESIGN 6)."""

from bot.desk import Desk
from bot.dialog.draft import Draft
from bot.messages import Incoming, Kind, Reply
from bot.model.period import PeriodState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler

_FAMILY = "nudge:"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a draft was silent long enough."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the reminder; nothing when the report is over, went on meanwhile, or is nobody's any more."""
    draft = await desk.records.draft_of_run(incoming.token.removeprefix(_FAMILY))
    if draft is None or draft.touched >= incoming.at or not await _awaited(draft, desk):
        return Outcome()
    return Outcome(replies=(await _reminder(draft, desk),))


async def _awaited(draft: Draft, desk: Desk) -> bool:
    """Returns whether the period still takes reports, and the chat is somebody's who agreed to be known."""
    periods = {period.id: period for period in await desk.records.periods()}
    period = periods.get(draft.key.period)
    taken = period is not None and period.state(desk.now.date()) is not PeriodState.CLOSED
    return taken and await desk.records.person_at(draft.address) is not None


async def _reminder(draft: Draft, desk: Desk) -> Reply:
    unit = (await desk.records.tree()).find(draft.key.unit)
    whose = f" của {unit.name}" if unit else ""
    given = len(draft.progress.figures)
    text = f'Báo cáo{whose} còn dở (đã có {given} số).\nĐồng chí nhắn "báo cáo" để làm tiếp, hoặc "để sau".'
    return Reply(draft.address, text)


HANDLER = Handler("nudge", wants, handle)
