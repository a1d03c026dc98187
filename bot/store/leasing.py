"""What may go out now: leased from the queues of letters."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, bindparam, update

from bot.messages import Address, Choice
from bot.model.talk import Talk
from bot.ports import Letter, Line
from bot.store import files
from bot.store.chats import EMPTY
from bot.store.looks import Hush
from bot.store.queues import Queue, heads, put_off, running, some_due
from bot.store.tables import OUTBOX
from bot.store.talk_json import choices_from_json, talk_from_json

Found = tuple[Letter, str]
"""A letter without its file, and the name of that file."""


def lease(
    connection: Connection,
    line: Line,
    at: datetime,
    replies: int,
    bulk: int,
    busy: frozenset[Address],
    hush: Hush,
    unasked: bool,
) -> list[Letter]:
    """Leases what is due, one letter per chat and none of a busy chat: so many replies, so much bulk."""
    due = partial(_due, connection, line, at, busy, unasked)
    found = due(Queue.REPLY, replies) if replies > 0 else []
    if bulk > 0:
        found += _bulk(connection, at, bulk, hush, due)
    if found:
        connection.execute(_LEASE, [{"row": letter.row} for letter, _ in found])
    return _with_files(connection, found)


def next_due(connection: Connection, line: Line, after: datetime, hush: Hush) -> datetime | None:
    """Returns when the next letter that is put off falls due; what may not be heard before the morning, then."""
    asked = {"channel": line[0], "bot": line[1], "after": after, "at": after}
    times = [connection.scalar(put_off(queue), {**asked, "number": 0}) for queue in (Queue.REPLY, Queue.REMINDER)]
    for one in running(connection):
        mine = {**asked, "number": one.number}
        due = connection.scalar(put_off(Queue.BROADCAST), mine)
        times.append(due if one.urgent or due is None else hush(due))
        if not one.urgent and hush(after) > after and connection.scalar(some_due(Queue.BROADCAST), mine):
            times.append(hush(after))
    return min((time for time in times if time is not None), default=None)


def _bulk(connection: Connection, at: datetime, most: int, hush: Hush, due: Callable[..., list[Found]]) -> list[Found]:
    """Reminders first; then the broadcasts take turns, one letter each."""
    found = due(Queue.REMINDER, most)
    if len(found) == most:
        return found
    quiet, taken = hush(at) > at, {letter.address for letter, _ in found}
    queues = [deque(due(Queue.BROADCAST, most, one.number)) for one in running(connection) if one.urgent or not quiet]
    while any(queues):
        for queue in queues:
            if queue:
                letter, file = queue.popleft()
                if letter.address not in taken:
                    taken.add(letter.address)
                    found.append((letter, file))
    return found[:most]


def _due(
    connection: Connection,
    line: Line,
    at: datetime,
    busy: frozenset[Address],
    unasked: bool,
    queue: Queue,
    most: int,
    number: int = 0,
) -> list[Found]:
    """Every candidate is of another chat, so at most as many too many are read as there are busy chats."""
    asked = {"channel": line[0], "bot": line[1], "at": at, "most": most + len(busy), "number": number}
    letters = ((_letter(row), row.file) for row in connection.execute(heads(queue, unasked=unasked), asked))
    return [one for one in letters if one[0].address not in busy][:most]


def _with_files(connection: Connection, letters: Sequence[Found]) -> list[Letter]:
    """What is in the files is read for the letters that have some, and for no other."""
    names = {name for _, name in letters if name}
    found = files.read(connection, names) if names else {}
    return [replace(letter, file=found.get(name)) if name else letter for letter, name in letters]


def _letter(row: Row[Any]) -> Letter:
    choices = choices_from_json(row.choices)
    return Letter(
        row=row.id,
        address=Address(row.channel, row.bot, row.chat),
        text=row.text,
        choices=choices,
        bulk=row.bulk,
        tries=row.tries,
        group=bool(row.is_group),
        doubtful=row.doubtful,
        broadcast=row.broadcast,
        numbered=bool(choices) and _asked_now(choices, talk_from_json(row.talk or EMPTY)),
    )


def _asked_now(choices: Sequence[Choice], talk: Talk) -> bool:
    """Returns whether a number chooses one of these: where the router looks it up they stand on the screen."""
    return talk.screen == choices and not talk.figure


_LEASE = update(OUTBOX).where(OUTBOX.c.id == bindparam("row")).values(state="leased")
