"""Our durable bot beside a bare python-telegram-bot echo bot, on the same platform, interleaved in one run.

Ours twice: echoing like the peer, and whole, answering a question from the knowledge.

``python -m benchmarks.telegram [--count 3000] [--rounds 3]``. Wall time moves by 10-20 % between series, so the ratio
of one run is what counts (telegram-notes 4). Ours writes inbox, outbox and marks with synchronous=FULL; the peer keeps
nothing.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp

from tests.telegram_server import TOKEN

PEER = "bare python-telegram-bot"
OURS = "Đồng Đội (echo, durable)"
WHOLE = "Đồng Đội (whole)"
QUESTION = "hạn nộp báo cáo sơ kết là khi nào"
WARM_UP = 50


@dataclass(frozen=True, slots=True)
class Measured:
    """One bot's round: replies a second, and milliseconds of its CPU for an update."""

    rate: float
    cpu: float


@asynccontextmanager
async def process(*command: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Yields a child of ours, ended afterwards."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, **settings},
    )
    try:
        yield child
    finally:
        child.kill()
        await child.wait()


class Platform:
    """The test platform in its own process."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def control(self, what: str, **asked: Any) -> Any:
        """Returns the answer to a control request."""
        async with self._session.post(f"{self.url}/control/{what}", json=asked) as answer:
            return await answer.json()

    async def delivered(self, count: int) -> float:
        """Returns after so many replies: the platform's own time of the last one."""
        while await self.control("count") < count:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        return float((await self.control("report"))["delivered"][count - 1][0])


async def measure(platform: Platform, name: str, folder: str, count: int, people: int) -> Measured:
    """Returns how a bot does, its start left out, and checks that everybody was answered once."""
    await platform.control("reset")
    command, settings = bots(platform.url, folder)[name]
    label = QUESTION if name == WHOLE else "w"
    async with process(*command, **settings) as bot:
        await platform.control("say", count=WARM_UP, people=people, label=label)
        await platform.delivered(WARM_UP)
        cpu, began = used(bot.pid), time.monotonic()
        await platform.control("say", count=count, people=people, label="" if name != WHOLE else label)
        ended = await platform.delivered(WARM_UP + count)
        cpu = used(bot.pid) - cpu
        texts = [text for _, _, text in (await platform.control("report"))["delivered"]]
        if len(texts) != WARM_UP + count or (name != WHOLE and len(set(texts)) != len(texts)):
            raise AssertionError("answered twice")
    return Measured(count / (ended - began), 1000 * cpu / count)


def used(pid: int) -> float:
    """Returns the seconds of CPU that a process used: fields 14 and 15 of /proc/PID/stat."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bots(url: str, folder: str) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Returns the command and the settings of each bot."""
    settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_BASE_URL": url, "DATABASE_URL": f"{folder}/whole.sqlite3"}
    return {
        PEER: (["-m", "benchmarks.bare_bot", url, TOKEN], {}),
        OURS: (["-m", "tests.echo_bot", url, TOKEN, f"{folder}/echo.sqlite3"], {}),
        WHOLE: (["-m", "bot", "run"], {f"DONGDOI_{name}": value for name, value in settings.items()}),
    }


async def compare(count: int, rounds: int, people: int) -> dict[str, list[Measured]]:
    """Returns the rounds of all bots, taken in turn."""
    results: dict[str, list[Measured]] = {PEER: [], OURS: [], WHOLE: []}
    async with process("-m", "tests.telegram_server") as server, aiohttp.ClientSession() as session:
        assert server.stdout
        platform = Platform(json.loads(await server.stdout.readline())["url"], session)
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                for name, taken in results.items():
                    taken.append(await measure(platform, name, folder, count, people))
    return results


def table(results: dict[str, list[Measured]]) -> str:
    """Returns the medians, each also as a ratio to the peer's."""
    lines = [f"{'':26} {'replies/s':>10} {'ratio':>6} {'ms CPU/update':>14} {'ratio':>6}"]
    middle = {
        name: Measured(median(one.rate for one in taken), median(one.cpu for one in taken))
        for name, taken in results.items()
    }
    peer = middle[PEER]
    lines += [
        f"{name:26} {one.rate:10.0f} {one.rate / peer.rate:6.2f} {one.cpu:14.3f} {one.cpu / peer.cpu:6.2f}"
        for name, one in middle.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.telegram", description=__doc__)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, default=500)
    asked = parser.parse_args()
    sys.stdout.write(table(asyncio.run(compare(asked.count, asked.rounds, asked.people))) + "\n")


if __name__ == "__main__":
    main()
