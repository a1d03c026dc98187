"""How long a broadcast takes on Telegram's limits, and how many rows it makes: the program's own code on virtual time.

One to the leaders, then one to everybody, on a platform that refuses what comes too fast.
Run: python -m benchmarks.broadcast [leaders] [members]; 2000 70000 takes a quarter of an hour.
"""

import asyncio
import os
import sys
import tempfile
from datetime import UTC
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, func, select

from bot.messages import Address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.capabilities import WORDS
from bot.model.job import Job, JobKind
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.model.unit import Unit
from bot.outbox import Outbox
from bot.records import Record
from bot.store import chats, units, writing
from bot.store.connect import connect
from bot.store.store import SqlStore
from bot.store.tables import METADATA
from bot.work.freezing import Freezing
from migrations import migrate
from tests.storehouse import chat
from tests.strict import Strict
from tests.virtual_clock import VirtualClock

TEXT = "Kính mời đồng chí dự họp lúc 8 giờ sáng thứ Bảy, 30/5/2026, tại hội trường Uỷ ban. Đi đúng giờ."


class Trial:
    """A store full of people, an outbox, and a platform with limits."""

    def __init__(self, path: str) -> None:
        self.clock = VirtualClock()
        self.channel = Strict(self.clock)
        self.store = SqlStore(connect(path))
        self.outbox = Outbox(self.store, self.channel, self.clock)

    async def fill(self, leaders: int, members: int) -> None:
        """Makes the people: leaders have a unit each, and everybody has written."""
        now = self.clock.now()
        made = [
            Unit("tinh", "Tỉnh", "tỉnh"),
            *(Unit(f"u{n}", f"Chi hội {n}", "chi hội", "tinh") for n in range(leaders)),
        ]
        people: list[Record] = []
        for number in range(leaders):
            address = chat(str(number))
            people += [Person(person_id(address), f"Người {number}", address, now)]
            people += [Role(person_id(address), RoleKind.LEADER, f"u{number}", now)]
        known = {chat(str(n)): chats.Met(chats.EMPTY, False, True) for n in range(leaders + members)}

        def write(connection: Connection) -> None:
            units.replace_all(connection, made)
            chats.remember(connection, known, now)
            writing.write(connection, people)

        await self.store.change(write)

    async def broadcast(self, number: int, audience: Audience) -> str:
        """Returns how it went, from the press of the button to the last letter."""
        rows, refused = await self.rows(), self.channel.refused
        began = perf_counter()
        await self._write(self._made(number, BroadcastState.SCHEDULED, audience))
        running = self._made(number, BroadcastState.RUNNING, audience)
        await self._write(running)
        job = Job(f"tb:{number}", JobKind.FREEZE, chat("0"), self.clock.now(), (str(number),))
        async with self.store.reading() as records:
            frozen = await Freezing(UTC, lambda name: WORDS, "")(job, records)
        await self._write(*frozen.records)
        seconds = perf_counter() - began
        start, sent = self.clock.now(), len(self.channel.sent)
        await self._send_all(number)
        took = self.channel.sent[-1][0] - start
        letters = len(self.channel.sent) - sent
        rate = letters / took.total_seconds()
        return (
            f"{audience.kind.value:>10}: {letters:6} letters, frozen in {seconds:.1f} s, "
            f"sent in {took.total_seconds() / 60:.1f} min ({rate:.2f}/s, {self.channel.refused - refused} refused), "
            f"{await self.rows() - rows} rows more; the computer was busy for {perf_counter() - began:.0f} s"
        )

    async def rows(self) -> int:
        """Returns how many rows there are in the whole database."""

        def count(connection: Connection) -> int:
            counts = (select(func.count()).select_from(table) for table in METADATA.sorted_tables)
            return sum(connection.execute(one).scalar_one() for one in counts)

        return await self.store.look(count)

    async def _send_all(self, number: int) -> None:
        self.outbox.wake()
        while True:
            async with self.store.reading() as records:
                tally = await records.tally(number)
            if tally.over == tally.audience:
                return
            await asyncio.sleep(0.5)

    async def _write(self, *records: Record) -> None:
        now = self.clock.now()
        await self.store.change(lambda connection: writing.write(connection, records, now))

    def _made(self, number: int, state: BroadcastState, audience: Audience) -> Broadcast:
        sender, now = person_id(Address("scripted", "b1", "0")), self.clock.now()
        return Broadcast(number, sender, now, state, TEXT, audience=audience, due=now, acknowledged=True)


async def run(leaders: int, members: int) -> None:
    """Prints both."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = str(Path(folder) / "bench.sqlite")
        await migrate(path)
        trial = Trial(path)
        await trial.fill(leaders, members)
        serving = asyncio.create_task(trial.outbox.serve())
        for number, kind in enumerate((AudienceKind.LEADERS, AudienceKind.EVERYBODY), start=1):
            sys.stdout.write(f"{await trial.broadcast(number, Audience(kind))}\n")
            sys.stdout.flush()
        trial.outbox.stop()
        await serving
        sys.stdout.write(f"{os.path.getsize(path) / 1e6:.0f} MB on the disk\n")  # noqa: ASYNC240
        await trial.store.close()


if __name__ == "__main__":
    asyncio.run(run(*(int(argument) for argument in (*sys.argv[1:], *("200", "2000")[len(sys.argv) - 1 :]))))
