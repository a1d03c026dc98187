"""How many messages a second the store carries: received, handled, leased and marked, on a file, synchronous=FULL.

Run: python -m benchmarks.store [messages] [chats]
"""

import asyncio
import json
import sys
import tempfile
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from bot.clock import RealClock
from bot.messages import Address, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.letter import Mark, State
from bot.ports.store import Arrival, Failure, Remedy, Waiting
from bot.ports.update import Update
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from migrations import migrate

LINE = ("bench", "b")
CLOCK = RealClock()


def read(update: Update, at: datetime) -> Incoming:
    """Returns the words of a made-up update."""
    said = json.loads(update.raw)
    return Incoming(Address(*LINE, said["chat"]), Kind.TEXT, update.key, at, said["text"])


async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
    """A trivial handler with an answer and a memory."""
    answer = f"Đồng chí hỏi: {waiting.incoming.text}"
    return Outcome((Reply(waiting.incoming.address, answer),), Talk(last=answer))


def amend(failure: Failure) -> Remedy:
    """Nothing fails here."""
    raise failure.error


def made_up(number: int, chats: int) -> Update:
    """Returns the update with this number, from one of so many chats."""
    said = json.dumps({"chat": str(number % chats), "text": f"hạn nộp báo cáo {number}"}, ensure_ascii=False)
    return Update(*LINE, str(number), said)


async def receive(store: SqlStore, messages: int, chats: int) -> None:
    """Hands in messages a hundred at a time, as polling does."""
    for first in range(0, messages, 100):
        numbers = range(first, min(first + 100, messages))
        await store.receive([Arrival(made_up(n, chats), str(n % chats)) for n in numbers], CLOCK.now())


async def send(store: SqlStore) -> None:
    """Leases and marks everything."""
    while letters := await store.lease(LINE, CLOCK.now(), 32, 0, frozenset()):
        marks = [Mark(letter.row, State.SENT, message_id=str(letter.row)) for letter in letters]
        await store.mark(marks, CLOCK.now())


async def run(messages: int, chats: int) -> None:
    """Prints the seconds of each part and the rate of the whole."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = str(Path(folder) / "bench.sqlite")
        await migrate(path)
        store = SqlStore(connect(path))
        times = [perf_counter()]
        await receive(store, messages, chats)
        times.append(perf_counter())
        while await store.handle([LINE], read, handle, amend, CLOCK.now()):
            pass
        times.append(perf_counter())
        await send(store)
        times.append(perf_counter())
        await store.close()
    parts = [later - earlier for earlier, later in pairwise(times)]
    shown = ", ".join(
        f"{name} {messages / part:,.0f}/s" for name, part in zip(("receive", "handle", "send"), parts, strict=True)
    )
    sys.stdout.write(f"{messages / sum(parts):,.0f} messages/s altogether ({shown})\n")


if __name__ == "__main__":
    asyncio.run(run(*(int(argument) for argument in (*sys.argv[1:], *("6000", "500")[len(sys.argv) - 1 :]))))
