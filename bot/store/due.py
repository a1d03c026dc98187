"""What the clock makes due, in the database: the rows that say when, and the events that they become (DESIGN 2)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.dialog.silence import next_nudge
from bot.events import due_event
from bot.model.rhythm import Rhythm
from bot.ports.line import Line
from bot.ports.store import Arrival
from bot.store import drafts, looks, messages, waves

NUDGE = "nudge"
"""The question of a draft is asked again: the token of the event is "nudge:<run>"."""

BEGIN = "tb"
"""A broadcast is to go out: the token of the event is "tb:<number>"."""
PROGRESS = "tbtiendo"
"""A broadcast is on its way: the token of the event is "tbtiendo:<number>:<n>", each time another n."""


def next_event(connection: Connection, lines: Sequence[Line], rhythm: Rhythm) -> datetime | None:
    """Returns when the next event is or was due, None when there is none."""
    times = [noun(connection, line, None) for noun in (drafts.next_due, looks.next_look) for line in lines]
    if lines:
        times.append(waves.next_event(connection, rhythm))
    return min((time for time in times if time is not None), default=None)


def make_due(connection: Connection, lines: Sequence[Line], rhythm: Rhythm, at: datetime, limit: int) -> int:
    """Puts events of what is due into the inbox, and lets it not be due again; returns how many things were due.

    What belongs to no chat goes to the first line.
    """
    made = waves.make_due(connection, lines[0], rhythm, at) if lines else 0
    return made + _nudges(connection, lines, at, limit) + _looks(connection, lines, rhythm, at, limit)


def _nudges(connection: Connection, lines: Sequence[Line], at: datetime, limit: int) -> int:
    silent = drafts.silent(connection, lines, at, limit)
    events = [(due_event(one.address, f"{NUDGE}:{one.run}", one.nudge), one.address.chat) for one in silent]
    messages.receive(connection, [Arrival(update, chat) for update, chat in events], at)
    drafts.put_off(connection, [(one.key, next_nudge(one.touched, one.nudge, at)) for one in silent])
    return len(silent)


def _looks(connection: Connection, lines: Sequence[Line], rhythm: Rhythm, at: datetime, limit: int) -> int:
    due = looks.looks(connection, lines, at, limit)
    events = [(due_event(one.address, _token(one), one.due), one.address.chat) for one in due]
    messages.receive(connection, [Arrival(update, chat) for update, chat in events], at)
    looks.look_later(connection, due, at, rhythm)
    return len(due)


def _token(look: looks.Look) -> str:
    if look.begins:
        return f"{BEGIN}:{look.number}"
    return f"{PROGRESS}:{look.number}:{int(look.due.timestamp())}"
