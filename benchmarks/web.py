"""The page: its weight, its first answer, and 500 visitors at once on one process, beside a bare Starlette echo.

``python -m benchmarks.web [--visitors 500]``. Goals: 60 KiB at the first opening, an answer within 200 ms while it is
quiet, 99 % of the answers to a crowd within a second, and the last one within a second too where all of them press
"Gửi" in the same instant. A visitor opens the page, holds its stream open, greets, and asks four questions that nobody
else asks, with pauses to read. An answer's time is what its reader waits: from the moment that "Gửi" is pressed until
the answer has come by the stream. All settings and limits are those of ``run`` on a database of the association.
"""

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from subprocess import DEVNULL
from time import perf_counter
from uuid import uuid4

import aiohttp

from benchmarks.matching import QUESTIONS
from benchmarks.telegram import process, used
from tests.browser import free_port
from tests.exam import read_blocks

OURS, PEER = "Đồng Đội", "bare Starlette echo"
PROVINCE = Path("knowledge/examples/tinh.csv")
EACH = 4  # questions of a visitor
COMING = 6.0  # seconds in which a crowd comes
READING = (4.0, 8.0)  # seconds between an answer and the next question
QUIET = 25  # questions of the only visitor, who may ask 30 in one go
PATIENCE = 60  # seconds after which an answer will not come any more
_FILES = re.compile(r'(?:href|src)="(/[^"#]+\.(?:css|js|svg|png|webmanifest)[^"]*)"')


@dataclass(slots=True)
class Crowd:
    """What visitors met: seconds of each opening and of each answer."""

    opened: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0
    """Seconds of the server's processor."""


class Visitor:
    """Somebody with the page open."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self._cookie = ""
        self._answered: asyncio.Future[None] | None = None
        self._hearing: asyncio.Task[None] | None = None

    async def open(self) -> str:
        """Opens the page and its stream; returns the page."""
        async with self._session.get(self._url) as page:
            page.raise_for_status()
            self._cookie = page.headers["Set-Cookie"].partition(";")[0]
            html = await page.text()
        listening = asyncio.Event()
        self._hearing = asyncio.create_task(self._hear(listening))
        await listening.wait()
        return html

    async def ask(self, text: str) -> float:
        """Returns the seconds until the answer has come."""
        self._answered = asyncio.get_running_loop().create_future()
        began = perf_counter()
        said = {"key": uuid4().hex, "text": text, "token": ""}
        async with self._session.post(f"{self._url}/say", json=said, headers={"Cookie": self._cookie}) as taken:
            taken.raise_for_status()
        async with asyncio.timeout(PATIENCE):
            await self._answered
        return perf_counter() - began

    def leave(self) -> None:
        """Closes the page."""
        if self._hearing is not None:
            self._hearing.cancel()

    async def _hear(self, listening: asyncio.Event) -> None:
        async with self._session.get(f"{self._url}/events", headers={"Cookie": self._cookie}) as stream:
            stream.raise_for_status()
            async for line in stream.content:
                listening.set()
                if not line.startswith(b"data: ") or json.loads(line[6:])["mine"]:
                    continue
                if self._answered is not None and not self._answered.done():
                    self._answered.set_result(None)


@asynccontextmanager
async def served(name: str, folder: str) -> AsyncIterator[tuple[str, int]]:
    """Yields the address and the process of a server with a fresh database."""
    port = free_port()
    database = f"{folder}/{uuid4().hex}.sqlite3"
    if name == OURS:
        filling = ("-m", "bot", "units", "import", str(PROVINCE), "--db", database)
        await (await asyncio.create_subprocess_exec(sys.executable, *filling, stdout=DEVNULL)).wait()
    command = ["-m", "bot", "run"] if name == OURS else ["-m", "benchmarks.bare_page", str(port)]
    settings = {"DONGDOI_WEB_PORT": str(port), "DONGDOI_DATABASE_URL": database}
    async with process(*command, **settings) as server, aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{port}"
        async with asyncio.timeout(PATIENCE):
            while not await _answers(session, url):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        yield url, server.pid


async def _answers(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(url):
            return True
    except aiohttp.ClientConnectionError:
        return False


@asynccontextmanager
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    """Yields a way to the server that carries every visitor's own cookie and holds all streams open."""
    connector = aiohttp.TCPConnector(limit=0)
    jar, timeout = aiohttp.DummyCookieJar(), aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar, timeout=timeout) as session:
        yield session


async def weigh(url: str) -> tuple[int, int]:
    """Returns how many files a first opening gets, and their bytes as they come over the wire."""
    async with client() as session:
        visitor = Visitor(session, url)
        html = await visitor.open()
        visitor.leave()
        sizes = [len(html.encode())]
        for name in sorted({*_FILES.findall(html), "/worker.js"}):
            async with session.get(url + name) as file:
                file.raise_for_status()
                sizes.append(len(await file.read()))
    return len(sizes), sum(sizes)


async def alone(url: str, texts: Sequence[str]) -> list[float]:
    """Returns the seconds of each answer to the only visitor; the first is the first that the process ever gave."""
    async with client() as session:
        visitor = Visitor(session, url)
        await visitor.open()
        taken = []
        for text in texts:
            taken.append(await visitor.ask(text))
            await asyncio.sleep(0.1)
        visitor.leave()
    return taken


async def crowd(url: str, pid: int, visitors: int, texts: Sequence[str]) -> Crowd:
    """Returns what so many visitors met."""
    found, dice, before = Crowd(), Random(7), used(pid)
    async with client() as session, asyncio.TaskGroup() as group:
        for number in range(visitors):
            own = texts[number * EACH : (number + 1) * EACH]
            group.create_task(_visit(Visitor(session, url), own, found, Random(dice.random())))
    found.cpu = used(pid) - before
    return found


async def at_once(url: str, pid: int, visitors: int, texts: Sequence[str]) -> list[Crowd]:
    """Returns what so many visitors met who have all opened the page and ask in the same instant, question by question.

    Nobody is limited: each asks as often as a hasty person.
    """
    rounds = []
    async with client() as session:
        many = [Visitor(session, url) for _ in range(visitors)]
        for visitor in many:
            await visitor.open()
        for number in range(EACH):
            found, before = Crowd(), used(pid)
            asked = (visitor.ask(text) for visitor, text in zip(many, texts[number::EACH], strict=False))
            for one in await asyncio.gather(*asked, return_exceptions=True):
                if isinstance(one, float):
                    found.answered.append(one)
                else:
                    found.errors.append(repr(one))
            found.cpu = used(pid) - before
            rounds.append(found)
            await asyncio.sleep(1)
        for visitor in many:
            visitor.leave()
    return rounds


async def _visit(visitor: Visitor, texts: Sequence[str], found: Crowd, dice: Random) -> None:
    await asyncio.sleep(dice.uniform(0, COMING))
    try:
        began = perf_counter()
        await visitor.open()
        found.opened.append(perf_counter() - began)
        for text in ("/start", *texts):
            found.answered.append(await visitor.ask(text))
            await asyncio.sleep(dice.uniform(*READING))
    except (aiohttp.ClientError, TimeoutError) as error:
        found.errors.append(repr(error))
    finally:
        visitor.leave()


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(seconds: Sequence[float]) -> str:
    """Returns the middle, the 99th of a hundred and the worst, in milliseconds."""
    middle, high, worst = (1000 * value for value in (median(seconds), _p99(seconds), max(seconds)))
    return f"p50 {middle:6.0f} ms, p99 {high:6.0f} ms, worst {worst:6.0f} ms"


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100, method="inclusive")[-1]


async def compare(visitors: int) -> None:
    """Prints everything."""
    texts = [*{one.text: one for path in sorted(QUESTIONS.glob("blind_*.txt")) for one in read_blocks(path)}]
    Random(11).shuffle(texts)
    texts = [texts[number % len(texts)] for number in range(visitors * EACH + QUIET)]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        async with served(OURS, folder) as (url, _):
            files, weight = await weigh(url)
            say(f"a first opening: {files} files, {weight / 1024:.1f} KiB, none packed")
            first, *more = await alone(url, texts[:QUIET])
            say(f"one visitor: first answer {1000 * first:.0f} ms; then {told(more)}")
        results = {}
        for name in (PEER, OURS):
            async with served(name, folder) as (url, pid):
                results[name] = one = await crowd(url, pid, visitors, texts[QUIET:])
            say(f"{name}, {visitors} visitors, {len(one.answered)} answers, {len(one.errors)} errors:")
            say(f"  page and stream opened {told(one.opened)}")
            say(f"  answered               {told(one.answered)}; {1000 * one.cpu / len(one.answered):.1f} ms CPU each")
        for name in (PEER, OURS):
            async with served(name, folder) as (url, pid):
                say(f"{name}, {visitors} visitors in the same instant, {EACH} times:")
                for one in await at_once(url, pid, visitors, texts[QUIET:]):
                    each = 1000 * one.cpu / max(1, len(one.answered))
                    say(f"  answered {told(one.answered)}; {each:.1f} ms CPU each, {len(one.errors)} errors")
    ours, peer = results[OURS], results[PEER]
    ratio, cpu = _p99(ours.answered) / _p99(peer.answered), ours.cpu / peer.cpu
    say(f"ratio to the echo: p99 {ratio:.1f}, CPU {cpu:.1f}; load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web")
    parser.add_argument("--visitors", type=int, default=500)
    asyncio.run(compare(parser.parse_args().visitors))
