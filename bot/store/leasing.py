"""What may go out now: leased from the queues of letters."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, update

from bot.messages import Address, Choice
from bot.model.quota import messages, month_after
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.ports.letter import Letter
from bot.ports.line import Line
from bot.store import editing, quotas
from bot.store.chats import EMPTY
from bot.store.queues import Queue, heads, put_off, running, some_due
from bot.store.reminder_letters import outdated
from bot.store.shelf import Shelf
from bot.store.spans_json import spans_from_json
from bot.store.tables import OUTBOX
from bot.store.talk_json import choices_from_json, talk_from_json

Found = tuple[Letter, str]
"""A letter without its file, and the name of that file."""


@dataclass(frozen=True, slots=True)
class Leased:
    """The letters that go now, and how many events came of looking at those that do not."""

    letters: Sequence[Letter]
    events: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: on which line and when, how much of each kind, and of no busy chat. ``quota``: of a
    month, whose messages hold so many UTF-16 units each (``fits``). Without ``unasked`` a letter waits until its person
    does something.
    """

    line: Line
    at: datetime
    replies: int
    bulk: int
    busy: frozenset[Address]
    quota: int | None = None
    fits: int = 0
    unasked: bool = True


def lease(connection: Connection, asked: Asked, rhythm: Rhythm, shelf: Shelf) -> Leased:
    """Leases what is due, one letter per chat and none of a busy chat: so many replies, so much bulk."""
    found = _due(connection, Queue.REPLY, asked, asked.replies, asked.busy) if asked.replies > 0 else []
    bulk, events = _fitting(connection, asked, rhythm) if asked.bulk > 0 else ([], 0)
    found += bulk
    if found:
        sizes = [{"row": letter.row, "size": _messages(letter, asked)} for letter, _ in found]
        connection.execute(_LEASE, sizes)
    return Leased(_with_files(connection, found, shelf), events)


def _fitting(connection: Connection, asked: Asked, rhythm: Rhythm) -> tuple[list[Found], int]:
    """Returns the bulk that the month has room for, and how many events were made.

    Of what needs more messages than are left a reminder waits for the next month, a broadcast comes to its end; both
    hold up nothing that is shorter.
    """
    if asked.quota is None:
        return _bulk(connection, asked, asked.bulk, asked.busy, rhythm)
    left, events = quotas.left(connection, asked.line, asked.quota, rhythm.zone, asked.at)
    busy = asked.busy
    while True:
        found, made = _bulk(connection, asked, min(asked.bulk, left), busy, rhythm)
        taken, refused = list[Found](), list[Letter]()
        for letter, file in found:
            if (size := _messages(letter, asked)) <= left:
                left -= size
                taken.append((letter, file))
            else:
                refused.append(letter)
        events += made
        if refused:
            events += quotas.refuse(connection, asked.line, {one.broadcast for one in refused}, rhythm.zone, asked.at)
        if taken or not refused:
            return taken, events
        busy |= {letter.address for letter in refused if not letter.broadcast}


def _messages(letter: Letter, asked: Asked) -> int:
    return messages(letter.text, letter.choices, asked.fits) if asked.quota is not None else 1


def next_due(connection: Connection, line: Line, after: datetime, rhythm: Rhythm) -> datetime | None:
    """Returns when the next letter that is put off falls due; what may not be heard before the morning, then."""
    asked = {"channel": line[0], "bot": line[1], "after": after, "at": after}
    times = [connection.scalar(put_off(Queue.REPLY), {**asked, "number": 0})]
    due = connection.scalar(put_off(Queue.REMINDER), {**asked, "number": 0})
    times.append(due if due is None else rhythm.spoken(due))
    if connection.scalar(some_due(Queue.REMINDER), {**asked, "number": 0}):
        # What by day is due and did not go has perhaps used up its month.
        quiet = rhythm.spoken(after) > after
        times.append(rhythm.spoken(after if quiet else month_after(after, rhythm.zone)))
    for one in running(connection):
        mine = {**asked, "number": one.number}
        due = connection.scalar(put_off(Queue.BROADCAST), mine)
        times.append(due if one.urgent or due is None else rhythm.spoken(due))
        if not one.urgent and rhythm.spoken(after) > after and connection.scalar(some_due(Queue.BROADCAST), mine):
            times.append(rhythm.spoken(after))
    return min((time for time in times if time is not None), default=None)


def _bulk(
    connection: Connection, asked: Asked, most: int, busy: frozenset[Address], rhythm: Rhythm
) -> tuple[list[Found], int]:
    """Returns so many letters, by day reminders before broadcasts, and how many events were made of reminders."""
    found: list[Found] = []
    events = 0
    if rhythm.spoken(asked.at) <= asked.at:
        reminders, events = _reminders(connection, asked, busy, rhythm)
        found = reminders[:most]
    return [*found, *_broadcasts(connection, asked, most - len(found), busy | _chats(found), rhythm)], events


def _chats(found: Sequence[Found]) -> frozenset[Address]:
    return frozenset(letter.address for letter, _ in found)


def _broadcasts(
    connection: Connection, asked: Asked, most: int, busy: frozenset[Address], rhythm: Rhythm
) -> list[Found]:
    """The broadcasts take turns, one letter each."""
    if most <= 0:
        return []
    found: list[Found] = []
    quiet, taken = rhythm.spoken(asked.at) > asked.at, set[Address]()
    queues = [
        deque(_due(connection, Queue.BROADCAST, asked, most, busy, one.number))
        for one in running(connection)
        if one.urgent or not quiet
    ]
    while any(queues):
        for queue in queues:
            if queue:
                letter, file = queue.popleft()
                if letter.address not in taken:
                    taken.add(letter.address)
                    found.append((letter, file))
    return found[:most]


def _reminders(
    connection: Connection, asked: Asked, busy: frozenset[Address], rhythm: Rhythm
) -> tuple[list[Found], int]:
    """Returns those that are still true, as many as bulk was asked for; for the others the next ones are looked at."""
    events = 0
    while True:
        rows = _rows(connection, Queue.REMINDER, asked, asked.bulk, busy)
        gone, made = outdated(connection, asked.line, rows, rhythm, asked.at)
        events += made
        if not gone:
            return [(_letter(connection, row), row.file) for row in rows], events


def _due(
    connection: Connection, queue: Queue, asked: Asked, most: int, busy: frozenset[Address], number: int = 0
) -> list[Found]:
    return [(_letter(connection, row), row.file) for row in _rows(connection, queue, asked, most, busy, number)]


def _rows(
    connection: Connection, queue: Queue, asked: Asked, most: int, busy: frozenset[Address], number: int = 0
) -> list[Row[Any]]:
    """Every candidate is of another chat, so at most as many too many are read as there are busy chats."""
    channel, bot = asked.line
    of = {"channel": channel, "bot": bot, "at": asked.at, "most": most + len(busy), "number": number}
    rows = connection.execute(heads(queue, unasked=asked.unasked), of)
    return [row for row in rows if Address(row.channel, row.bot, row.chat) not in busy][:most]


def _with_files(connection: Connection, letters: Sequence[Found], shelf: Shelf) -> list[Letter]:
    """What is in the files is read for the letters that have some, and for no other."""
    found = shelf.read(connection, {name for _, name in letters if name})
    return [replace(letter, file=found.get(name)) if name else letter for letter, name in letters]


def _letter(connection: Connection, row: Row[Any]) -> Letter:
    address = Address(row.channel, row.bot, row.chat)
    choices = choices_from_json(row.choices)
    return Letter(
        row=row.id,
        address=address,
        text=row.text,
        choices=choices,
        bulk=row.bulk,
        tries=row.tries,
        group=bool(row.is_group),
        doubtful=row.doubtful,
        broadcast=row.broadcast,
        numbered=bool(choices) and _asked_now(choices, talk_from_json(row.talk or EMPTY)),
        spans=spans_from_json(row.spans),
        edits=editing.message(connection, address, row.edits) if row.edits else "",
    )


def _asked_now(choices: Sequence[Choice], talk: Talk) -> bool:
    """Returns whether a number chooses one of these: where the router looks it up they stand on the screen."""
    return talk.screen == choices and not talk.figure


_LEASE = update(OUTBOX).where(OUTBOX.c.id == bindparam("row")).values(state="leased", parts=bindparam("size"))
