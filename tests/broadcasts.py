"""An association with people of every kind, and a broadcast to them: for tests of what becomes of it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.messages import Address, Reply
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.tally import Tally
from bot.ports.letter import Mark, State
from bot.records import Frozen, Record
from bot.store import chats, letters, writing
from bot.store.job_tables import FILES
from bot.store.tables import OUTBOX
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import Opened
from tests.virtual_clock import START

SENDER = "p-an"
EVERYBODY = Audience(AudienceKind.EVERYBODY)


def person(name: str, *roles: tuple[RoleKind, str], at: Address | None = None) -> list[Record]:
    """Returns somebody with roles, as records."""
    one = Person(f"p-{name}", name.capitalize(), at or chat(name), START)
    return [one, *(Role(one.id, kind, unit, START) for kind, unit in roles)]


def broadcast(number: int = 1, state: BroadcastState = BroadcastState.SCHEDULED, **said: object) -> Broadcast:
    """Returns a broadcast to everybody, due at once."""
    made = Broadcast(number, SENDER, START, state, "Mời họp.", audience=EVERYBODY, due=START)
    return replace(made, **said)


async def keep(store: Opened, *records: Record, at: datetime = START) -> None:
    """Writes records down."""
    await store.change(lambda connection: writing.write(connection, records, at))


async def met(store: Opened, *names: str, group: bool = False, reachable: bool = True) -> None:
    """These chats have written."""
    known = {chat(name): chats.Met(chats.EMPTY, group, reachable) for name in names}
    await store.change(lambda connection: chats.remember(connection, known, START))


async def running(
    store: Opened, *names: str, number: int = 1, at: datetime = START, words: str = "", **said: object
) -> Broadcast:
    """A broadcast is on its way to these chats; returns it."""
    if await look(store, number) is None:
        await keep(store, *person("an"), broadcast(number, **said), at=at)
    one = replace(broadcast(number, **said), state=BroadcastState.RUNNING)
    letters = Frozen(number, tuple(chat(name) for name in names), words or f"tin {number}")
    await keep(store, one, letters, at=at)
    return one


async def look(store: Opened, number: int = 1) -> Broadcast | None:
    """Returns the broadcast as it is written down."""
    async with store.reading() as records:
        return await records.broadcast(number)


async def states(store: Opened, number: int = 1) -> dict[str, str]:
    """Returns the state of each letter of a broadcast by its chat."""
    async with store.reading() as records:
        return {one.receiver.address.chat: one.state for one in await records.outcomes(number)}


async def say(store: Opened, name: str, text: str, bulk: bool = False) -> None:
    """Puts a letter that is no broadcast's into the outbox."""

    def add(connection: Connection) -> None:
        letters.add(connection, [(f"{name}:{text}", Reply(chat(name), text, bulk=bulk))], START)

    await store.change(add)


async def tally(store: Opened, number: int = 1) -> Tally:
    """Returns the tally of a broadcast."""
    async with store.reading() as records:
        return await records.tally(number)


async def lease(store: Opened, now: float = 0, bulk: int = 32) -> list[str]:
    """Leases bulk and returns its chats."""
    return [letter.address.chat for letter in await store.lease(LINE, at(now), 32, bulk, NOBODY)]


async def rows(store: Opened) -> dict[str, int]:
    """Returns the number of each letter's row by its chat."""
    return {row["chat"]: row["id"] for row in await store.rows(OUTBOX)}


async def mark(store: Opened, *marks: tuple[str, State], now: float = 0) -> None:
    """Writes down what became of these chats' letters."""
    numbers = await rows(store)
    await store.mark([Mark(numbers[name], state, "why") for name, state in marks], at(now))


async def kept(store: Opened) -> list[str]:
    """Returns the ids of the files that are kept."""
    return [row["id"] for row in await store.rows(FILES)]
