"""All reports without flags are accepted at once: asked about first, and nothing that changed since is among them."""

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.person import Person
from bot.model.review import Review
from bot.model.submission import SubmissionState
from bot.outcome import Outcome
from bot.records import Record
from handlers import review_letters
from handlers.review_deciding import audit
from handlers.review_going_on import first, show
from handlers.review_queue import Item, waiting
from handlers.review_token import Pick, Verb, instant
from handlers.role_words import placed
from handlers.telling import remark

_NAMED = 10
_NONE = "Báo cáo nào cũng có điểm cần xem. Đồng chí xem từng báo cáo giúp tôi."


async def ask_all(incoming: Incoming, desk: Desk, person: Person, pick: Pick) -> Outcome:
    """Returns the question whether so many reports are to be accepted; a single one is accepted at once."""
    queue = await waiting(desk, person, pick.scope)
    items = [item for item in queue.plain if not pick.report or _was_there(item, pick)]
    if not items:
        return await show(incoming, desk, person, queue, first(queue), pick.scope, _NONE)
    sure = Pick(Verb.SURE, pick.scope, str(instant(desk.now)), len(items))
    if len(items) == 1:
        return await accept_all(incoming, desk, person, sure)
    tree = await desk.records.tree()
    names = "; ".join(placed(item.unit, tree) for item in items[:_NAMED])
    more = f"; và {len(items) - _NAMED} đơn vị khác" if len(items) > _NAMED else ""
    choices = (
        Choice(f"Nhận {len(items)} báo cáo", sure.token),
        Choice("Thôi", Pick(Verb.SHOW, pick.scope).token),
    )
    return remark(incoming, f"Nhận {len(items)} báo cáo bình thường?\n{names}{more}.", choices)


async def accept_all(incoming: Incoming, desk: Desk, person: Person, pick: Pick) -> Outcome:
    """Returns that all reports without flags are accepted that were there when it was asked."""
    queue = await waiting(desk, person, pick.scope)
    items = [item for item in queue.plain if _was_there(item, pick)]
    tree = await desk.records.tree()
    told = await review_letters.leaders(desk, [item.unit for item in items], person)
    records: list[Record] = []
    letters: list[Reply] = []
    for item in items:
        number, channel = item.sheet.number, incoming.address.channel
        review = Review(item.sheet.key, number, SubmissionState.ACCEPTED, person.id, desk.now, channel)
        records += [review, audit(review, "report.accepted", item.sheet.receipt)]
        by = review_letters.signed(person, item.unit, tree, desk)
        letters += [
            review_letters.accepted(one, item.period, item.unit, by, bulk=len(items) > 1) for one in told.of(item.unit)
        ]
    left = queue.without(items)
    head = f"Đã nhận {len(items)} báo cáo." if items else "Tôi chưa nhận báo cáo nào."
    if len(items) < pick.number:
        gone = pick.number - len(items)
        head = f"{head}\n{gone} báo cáo đã khác từ lúc đồng chí xem, hoặc đã có người xử lý, nên tôi không nhận."
    return await show(incoming, desk, person, left, first(left), pick.scope, head, tuple(records), tuple(letters))


def _was_there(item: Item, pick: Pick) -> bool:
    """Whether this version waited already when the choice was offered."""
    return pick.report.isdecimal() and instant(item.since) <= int(pick.report)
