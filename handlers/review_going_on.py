"""What a review shows next: a report with its choices, or that nothing is left."""

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.person import Person
from bot.outcome import Outcome
from bot.records import Record
from handlers.review_queue import Item, Queue
from handlers.review_token import Pick, Verb
from handlers.review_view import choices, counted, shown_item


async def show(
    incoming: Incoming,
    desk: Desk,
    person: Person,
    queue: Queue,
    item: Item | None,
    scope: str,
    head: str = "",
    records: tuple[Record, ...] = (),
    letters: tuple[Reply, ...] = (),
) -> Outcome:
    """Returns a report with what can be done with it; without one, what is left. ``head`` is said first."""
    lines = [line for line in (head, counted(queue)) if line]
    offered: tuple[Choice, ...] = ()
    if item is not None:
        lines.append(await shown_item(desk, person, item, await desk.records.tree()))
        offered = choices(item, queue, scope, desk)
    elif queue.items:
        offered = (Choice("Xem các báo cáo còn lại", Pick(Verb.SHOW, scope).token),)
    return Outcome((*letters, Reply(incoming.address, "\n".join(lines), offered)), records=records)


def first(queue: Queue) -> Item | None:
    """Returns the report to begin with."""
    return queue.items[0] if queue.items else None
