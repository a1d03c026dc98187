"""What officers wait for, on a made province of 2,000 chi hội with three periods.

Goals: totals in chat under 300 ms, Excel under 5 s, Word under 3 s, memory under 300 MiB. The peer beside the totals is
one plain SQL statement that adds the same figures up; beside the files, the time to read what stands in them.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, text

from bot.app import App, build
from bot.channels.console import Console, event
from bot.messages import Kind
from bot.movable import MovableClock
from bot.ports.letter import Letter
from bot.settings import Settings
from bot.store.connect import connect
from bot.store.store import SqlStore
from bot.work.binding import bound
from bot.work.exporting import Format, written
from knowledge.form_files import load_forms
from migrations import migrate
from tests.province import LARGE, ROOT, ZONE, fill

NOW = datetime(2026, 6, 2, 9, tzinfo=ZONE)
PERIOD = "6T-2026"
WORDS = ("tình hình", "tổng hợp", "tổng hợp so với kỳ trước", "tổng hợp 4", "duyệt", "gọi ai", "nhắc", "biểu đồ")
ROUNDS = 7
_BY_SQL = """
SELECT figures.field, count(*), sum(CAST(figures.value AS NUMERIC)) FROM submissions
JOIN figures USING (period, unit, form, number)
WHERE submissions.period = :period AND submissions.latest AND submissions.state <> 'withdrawn'
    AND figures.kind IN ('int', 'dec') GROUP BY figures.field
"""


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """Returns the milliseconds that something takes."""
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


async def chat(where: str) -> None:
    """Says how long an officer of the province waits for the answer to each of their words, jobs included."""
    said: list[Letter] = []

    async def show(letter: Letter) -> None:
        said.append(letter)

    configured = Settings(database_url=where, _env_file=None)  # type: ignore[call-arg]  # pydantic-settings' own
    app = build(configured, [Console(show)], clock=MovableClock(NOW))
    async with app:
        for words in WORDS:
            times = []
            for _ in range(ROUNDS):
                said.clear()
                times.append(await timed(lambda words=words: _asked(app, words)))  # type: ignore[misc]  # bound at once
            say(f"{words:28} {_told(times)}, {len(said)} messages")
        times = [await timed(lambda: app.store.look(_by_sql)) for _ in range(ROUNDS)]
        say(f"{'(peer: one SQL statement)':28} {_told(times)}")


def _told(times: list[float]) -> str:
    return f"median {statistics.median(times):6.0f} ms, worst {max(times):6.0f} ms"


def _by_sql(connection: Connection) -> object:
    return connection.execute(text(_BY_SQL), {"period": PERIOD}).all()


async def _asked(app: App, words: str) -> None:
    await app.receive([event("cb-tinh", Kind.TEXT, words)])
    await app.settle()


async def file(where: str, form: Format) -> None:
    """Says how long a file takes, from the words to its last byte, and how much memory the process has had by then."""
    store = SqlStore(connect(where))
    began = time.perf_counter()
    async with store.reading() as records:
        book = await bound(records, load_forms(), PERIOD, ROOT, NOW.date(), NOW)
    read = time.perf_counter() - began
    assert book is not None
    content = written(book, form)
    whole = time.perf_counter() - began
    await store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size, of = len(content) / 1024, f"of these {read:4.2f} s reading"
    say(f"{form.value:5} {whole:5.2f} s ({of}), {size:6.0f} KiB, peak {peak:4.0f} MiB")


async def wave(where: str) -> None:
    """Says how long a wave takes in which everybody is reminded, its letters delivered to a channel without rates."""

    async def show(letter: Letter) -> None:
        pass

    clock = MovableClock(NOW)
    configured = Settings(database_url=where, _env_file=None)  # type: ignore[call-arg]  # pydantic-settings' own
    app = build(configured, [Console(show)], clock=clock)
    async with app:
        await app.store.change(_nothing_handed_in)
        await app.settle()
        times = [await timed(lambda: app.store.next_event(app.lines)) for _ in range(ROUNDS)]
        say(f"{'(nothing due)':28} {_told(times)}")
        clock.set(datetime(2026, 6, 3, 8, tzinfo=ZONE))
        before = await app.store.look(_letters)
        whole = await timed(app.settle)
        say(f"{'a wave, to the last letter':28} {whole:.0f} ms, {await app.store.look(_letters) - before} letters")


def _letters(connection: Connection) -> int:
    return int(connection.scalar(text("SELECT count(*) FROM outbox")) or 0)


def _nothing_handed_in(connection: Connection) -> None:
    connection.execute(text("DELETE FROM submissions WHERE period = :period"), {"period": PERIOD})


async def made(where: str) -> None:
    """Fills the database."""
    await migrate(where)
    store = SqlStore(connect(where))
    await store.change(lambda connection: fill(connection, LARGE))
    await store.close()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        with tempfile.TemporaryDirectory() as folder:
            database = str(Path(folder) / "province.sqlite3")
            asyncio.run(made(database))
            say(f"{LARGE.all_branches} chi hội, 3 periods, {os.path.getsize(database) / 2**20:.0f} MiB")
            for part in ("chat", *Format, "wave"):
                subprocess.run([sys.executable, "-m", "benchmarks.office", part, database], check=True)
    elif sys.argv[1] == "chat":
        asyncio.run(chat(sys.argv[2]))
    elif sys.argv[1] == "wave":
        asyncio.run(wave(sys.argv[2]))
    else:
        asyncio.run(file(sys.argv[2], Format(sys.argv[1])))
