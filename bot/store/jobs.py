"""Jobs in the database: wished, under way, over."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from bot.events import JOB, due_event
from bot.job_ports import JobResult, Started
from bot.messages import Address, Enclosure, FileKind
from bot.model.job import FinishedJob, Job, JobKind
from bot.ports.line import Line
from bot.ports.store import Arrival
from bot.store import files, messages, writing
from bot.store.inserting import insert_new
from bot.store.job_tables import FILES, JOB_RUNNING, JOB_WAITING, JOBS
from bot.store.lines import in_chat, on_lines

MOST_CRASHES = 20  # so often a job is begun anew that may be what brings the process down


def add(connection: Connection, jobs: Sequence[Job], at: datetime) -> None:
    """Adds jobs in this order; one whose id is there already is left out."""
    rows = [
        {
            "id": job.id,
            "kind": job.kind.value,
            "parameters": json.dumps(job.parameters, ensure_ascii=False),
            "channel": job.address.channel,
            "bot": job.address.bot,
            "chat": job.address.chat,
            "state": "waiting",
            "tries": 0,
            "crashes": 0,
            "due": at,
            "wanted": job.wanted,
            "reason": "",
            "file": "",
            "text": "",
        }
        for job in jobs
    ]
    if rows:
        connection.execute(insert_new(connection, JOBS, ("id",)), rows)


def next_job(connection: Connection, lines: Sequence[Line]) -> datetime | None:
    """Returns when the next job is or was due."""
    due: datetime | None = connection.scalar(select(func.min(JOBS.c.due)).where(JOB_WAITING, on_lines(JOBS, lines)))
    return due


def next_due(connection: Connection, line: Line, after: datetime) -> datetime | None:
    """Returns when the next job of a line that is put off falls due."""
    waiting = (JOB_WAITING, on_lines(JOBS, (line,)))
    due: datetime | None = connection.scalar(select(func.min(JOBS.c.due)).where(*waiting, JOBS.c.due > after))
    return due


def start(connection: Connection, lines: Sequence[Line], at: datetime) -> Started | None:
    """Returns the oldest due job, which is under way from now on."""
    due = select(JOBS).where(JOB_WAITING, on_lines(JOBS, lines), JOBS.c.due <= at)
    row = connection.execute(due.order_by(JOBS.c.due, JOBS.c.number).limit(1)).first()
    if row is None:
        return None
    connection.execute(update(JOBS).where(JOBS.c.number == row.number).values(state="running"))
    return Started(_job(row), row.tries)


def finish(connection: Connection, job: Job, result: JobResult, at: datetime) -> None:
    """Keeps the result of a job under way, and puts the event of its end into the inbox.

    What it wants written down is: all in one, so a job that is done again has written nothing before.
    """
    going = select(JOBS.c.number).where(JOBS.c.id == job.id, JOB_RUNNING)
    if connection.execute(going).first() is None:
        return
    writing.write(connection, result.records, at)
    if result.file is not None:
        files.add(connection, job.id, result.file, at)
    done = {"text": result.text, "file": job.id if result.file else "", "reason": ""}
    _end(connection, job.id, "done", at, done)


def fail(connection: Connection, job: Job, reason: str, due: datetime | None, at: datetime) -> None:
    """Puts a job under way off, or gives it up and puts the event of its end into the inbox."""
    if due is None:
        _end(connection, job.id, "failed", at, {"reason": reason, "tries": JOBS.c.tries + 1})
        return
    later = {"state": "waiting", "due": due, "reason": reason, "tries": JOBS.c.tries + 1}
    connection.execute(update(JOBS).where(JOBS.c.id == job.id, JOB_RUNNING).values(later))


def recover(connection: Connection, lines: Sequence[Line], at: datetime) -> int:
    """Lets what was under way when the process died be done again; returns how many there were."""
    mine = (JOB_RUNNING, on_lines(JOBS, lines))
    hopeless = list(connection.scalars(select(JOBS.c.id).where(*mine, JOBS.c.crashes >= MOST_CRASHES)))
    for name in hopeless:
        _end(connection, name, "failed", at, {"reason": "the process ended too often"})
    again = update(JOBS).where(*mine).values(state="waiting", crashes=JOBS.c.crashes + 1)
    return len(hopeless) + connection.execute(again).rowcount


def finished(connection: Connection, name: str) -> FinishedJob | None:
    """Returns the job with this id, once it is over."""
    over = select(JOBS, FILES.c.name.label("file_name"), FILES.c.kind.label("file_kind"))
    over = over.select_from(JOBS.outerjoin(FILES, FILES.c.id == JOBS.c.file))
    row = connection.execute(over.where(JOBS.c.id == name, JOBS.c.state.in_(("done", "failed")))).first()
    if row is None:
        return None
    file = Enclosure(row.file, row.file_name, FileKind(row.file_kind)) if row.file_name is not None else None
    return FinishedJob(_job(row), row.text, file, failed=row.state == "failed")


def erase(connection: Connection, before: datetime) -> int:
    """Erases the jobs that were over before; returns how many."""
    return connection.execute(delete(JOBS).where(JOBS.c.finished < before)).rowcount


def forget(connection: Connection, address: Address) -> None:
    """Erases the jobs whose results would go to a chat, whatever their state."""
    connection.execute(delete(JOBS).where(in_chat(JOBS, address)))


def _end(connection: Connection, name: str, state: str, at: datetime, values: dict[str, Any]) -> None:
    """Only what is under way ends, so it ends once; the event goes to where the person is now."""
    ended = update(JOBS).where(JOBS.c.id == name, JOB_RUNNING).values(values | {"state": state, "finished": at})
    row = connection.execute(ended.returning(JOBS.c.channel, JOBS.c.bot, JOBS.c.chat, JOBS.c.wanted)).first()
    if row is not None:
        event = due_event(Address(row.channel, row.bot, row.chat), f"{JOB}:{name}", row.wanted)
        messages.receive(connection, [Arrival(event, row.chat)], at)


def _job(row: Row[Any]) -> Job:
    address = Address(row.channel, row.bot, row.chat)
    return Job(row.id, JobKind(row.kind), address, row.wanted, tuple(json.loads(row.parameters)))
