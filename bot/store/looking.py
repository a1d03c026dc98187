"""What the console's programs and the stories look up in the store. It writes nothing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.messages import Address, Choice, Kind
from bot.ports.letter import State
from bot.store.connect import READS
from bot.store.tables import CHATS, INBOX, OUTBOX, QUESTIONS


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as it was kept: its number, its words, and how it was answered."""

    row: int
    text: str
    outcome: str


def _reading(engine: AsyncEngine) -> AsyncEngine:
    return engine.execution_options(**{READS: True})


async def screens_of(engine: AsyncEngine, channel: str) -> Sequence[tuple[str, tuple[Choice, ...], str]]:
    """Returns the choices of every message that was delivered on a channel, its chat before and its id after them.

    Oldest first; one that was written anew comes once more.
    """
    columns = (OUTBOX.c.chat, OUTBOX.c.choices, OUTBOX.c.message_id)
    sent = select(*columns).where(OUTBOX.c.channel == channel, OUTBOX.c.state == State.SENT)
    async with _reading(engine).connect() as connection:
        rows = await connection.execute(sent.order_by(OUTBOX.c.id))
        return [(chat, tuple(Choice(*one) for one in json.loads(choices)), message) for chat, choices, message in rows]


async def was_received(engine: AsyncEngine, channel: str, key: str) -> bool:
    """Returns whether an event with this key has come in already."""
    found = select(INBOX.c.id).where(INBOX.c.channel == channel, INBOX.c.key == key)
    async with _reading(engine).connect() as connection:
        return (await connection.execute(found)).first() is not None


async def last_text(engine: AsyncEngine, channel: str, chat: str) -> str:
    """Returns the name of the last text that somebody wrote on the console, "" when it is not known (any more)."""
    came = select(INBOX.c.raw).where(INBOX.c.channel == channel, INBOX.c.chat == chat, INBOX.c.raw != "")
    async with _reading(engine).connect() as connection:
        for raw in await connection.scalars(came.order_by(INBOX.c.id.desc())):
            said = json.loads(raw)
            if said.get("kind") in (Kind.TEXT, Kind.PHOTO, Kind.FILE) and said.get("text"):
                return str(said.get("message", ""))
    return ""


async def questions_since(engine: AsyncEngine, row: int) -> Sequence[Kept]:
    """Returns the questions kept after the one with this number, oldest first."""
    kept = select(QUESTIONS.c.id, QUESTIONS.c.text, QUESTIONS.c.outcome).where(QUESTIONS.c.id > row)
    async with _reading(engine).connect() as connection:
        return [Kept(*found) for found in await connection.execute(kept.order_by(QUESTIONS.c.id))]


async def unreachable(engine: AsyncEngine) -> frozenset[Address]:
    """Returns the chats that blocked the bot."""
    gone = select(CHATS.c.channel, CHATS.c.bot, CHATS.c.chat).where(CHATS.c.reachable.is_(False))
    async with _reading(engine).connect() as connection:
        return frozenset(Address(*row) for row in await connection.execute(gone))
