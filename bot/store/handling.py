"""One write transaction for many messages: take, handle, write down; what fails, fails alone."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import clock_event, of_nobody
from bot.messages import Address, Incoming, Kind
from bot.outcome import Outcome
from bot.ports.line import Line
from bot.ports.store import Amend, Arrival, Failure, Handle, Read, Remedy, Waiting
from bot.records import Records
from bot.store import accounts, chats, jobs, letters, messages, questions, web_chats, writing
from bot.store.messages import Taken
from bot.store.sql_records import SqlRecords
from bot.store.talk_json import choices_to_json, talk_from_json, talk_to_json

# A person who does one of these can be reached; the others say nothing about it, or the opposite.
SILENT = (Kind.EVENT, Kind.BLOCKED, Kind.UNBLOCKED)


@dataclass(frozen=True, slots=True)
class Result:
    """A message with its outcome, or with what becomes of it instead."""

    taken: Taken
    incoming: Incoming | None
    outcome: Outcome
    remedy: Remedy | None = None


async def handle_due(
    connection: AsyncConnection,
    lines: Sequence[Line],
    read: Read,
    handle: Handle,
    amend: Amend,
    at: datetime,
    limit: int,
    patience: float,
) -> int:
    """Handles the oldest message of up to ``limit`` chats; returns how many (bot.ports.store.Store.handle)."""
    taken = await connection.run_sync(messages.take, lines, at, limit)
    later: list[Result] = []
    handled, end = 0, perf_counter() + patience
    for message in taken:
        if handled and perf_counter() > end:
            break
        handled += 1
        await asyncio.sleep(0)  # who comes and who listens is served meanwhile
        result = await _handle_one(message, read, handle, amend, SqlRecords(connection))
        if result.outcome.records:  # the next message must see them: two leaders, one report
            await connection.run_sync(_write_alone, result, amend, at)
        else:
            later.append(result)
    if later:
        await connection.run_sync(_write_down, later, amend, at)
    return handled


async def _handle_one(taken: Taken, read: Read, handle: Handle, amend: Amend, records: Records) -> Result:
    incoming: Incoming | None = None
    try:
        if not taken.reachable and taken.address.channel == web_chats.CHANNEL:
            return Result(taken, None, Outcome())  # whoever said it has left that browser (bot.records.LeftBrowser)
        incoming = read(taken.update, taken.received)
        if incoming is None:  # it meant something when it came, to an older program
            return Result(taken, None, Outcome())
        talk = talk_from_json(taken.talk or chats.EMPTY, taken.offered)
        outcome = await handle(Waiting(taken.row, incoming, taken.tries), talk, records)
    except Exception as error:
        return _failed(taken, incoming, amend, error)
    return Result(taken, incoming, outcome)


def _failed(taken: Taken, incoming: Incoming | None, amend: Amend, error: Exception) -> Result:
    remedy = amend(Failure(taken.row, taken.address, taken.tries, incoming, error))
    return Result(taken, incoming, Outcome(), remedy)


def _write_down(connection: Connection, results: Sequence[Result], amend: Amend, at: datetime) -> None:
    """All at once; where that fails, one by one, so that one outcome that cannot be written spoils no other."""
    try:
        with connection.begin_nested():
            _write(connection, results, at)
    except Exception:
        for result in results:
            _write_alone(connection, result, amend, at)


def _write_alone(connection: Connection, result: Result, amend: Amend, at: datetime) -> None:
    """Raises when not even the failure can be written: then the database is at fault, and nothing is committed."""
    try:
        with connection.begin_nested():
            _write(connection, [result], at)
    except Exception as error:
        with connection.begin_nested():
            _write(connection, [_failed(result.taken, result.incoming, amend, error)], at)


def _write(connection: Connection, results: Sequence[Result], at: datetime) -> None:
    """Writes set by set: a statement for each table, however many the messages."""
    done = [result for result in results if result.remedy is None]
    failed = [(result.taken.row, result.remedy) for result in results if result.remedy is not None]
    replies = [
        (reply.key or f"{result.taken.row}:{number}", reply)
        for result in done
        for number, reply in enumerate(result.outcome.replies)
    ]
    # One key however often it fails: the person is told once.
    sorry = [(f"sorry:{row}:{number}", reply) for row, remedy in failed for number, reply in enumerate(remedy.replies)]
    lost = [result.taken.address for result in done if result.outcome.reachable is False]
    spoken = [result for result in done if result.incoming and not of_nobody(result.taken.address)]
    chats.ask_anew(connection, [result.taken.address for result in spoken if _asks_anew(result)])
    letters.add(connection, replies + sorry, at)
    chats.remember(connection, {result.taken.address: _met(result) for result in spoken}, at)
    chats.offer(connection, _unasked(done))
    letters.block(connection, lost, at)
    accounts.fall_back(connection, lost)
    questions.add(connection, [question for result in done for question in result.outcome.questions])
    jobs.add(connection, [job for result in done for job in result.outcome.jobs], at)
    messages.receive(connection, [event for result in done for event in _later(result)], at)
    writing.write(connection, [record for result in done for record in result.outcome.records], at)
    messages.finish(connection, [result.taken.row for result in done], at)
    messages.amend(connection, failed, at)


def _later(result: Result) -> list[Arrival]:
    line = (result.taken.address.channel, result.taken.address.bot)
    return [clock_event(line, one.token, one.due, one.due) for one in result.outcome.later]


def _spoke(result: Result) -> bool:
    """Returns whether the person is there: they have just done something."""
    return result.incoming is not None and result.incoming.kind not in SILENT


def _asks_anew(result: Result) -> bool:
    """Returns whether the chat has a new question, so that what came unasked before is chosen no more."""
    return bool(result.taken.offered and result.outcome.talk and not result.outcome.talk.offered)


def _unasked(results: Sequence[Result]) -> list[tuple[Address, str]]:
    """Returns the choices of the letters that go to others than whose message was handled."""
    return [
        (reply.address, choices_to_json(reply.choices))
        for result in results
        for reply in result.outcome.replies
        if reply.choices and reply.address != result.taken.address
    ]


def _met(result: Result) -> chats.Met:
    taken, incoming, outcome = result.taken, result.incoming, result.outcome
    talk = talk_to_json(outcome.talk) if outcome.talk is not None else taken.talk or chats.EMPTY
    reachable = outcome.reachable if outcome.reachable is not None else _spoke(result) or taken.reachable
    return chats.Met(talk, taken.group or (incoming is not None and incoming.group), reachable, _spoke(result))
