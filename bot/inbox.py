"""The loop that listens: what comes is stored, then acknowledged, then handled in order per chat."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime, timedelta
from math import inf
from random import Random

import structlog

from bot.amends import amends
from bot.arrivals import read_all, words
from bot.bell import Bell
from bot.cause import cause
from bot.errors import WrongTokenError
from bot.events import is_event, read_event
from bot.messages import Incoming
from bot.pause import Pause
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.store import Failure, Handle, Remedy, Store
from bot.ports.update import Update

BOUND = 5000  # waiting messages at which polling pauses: the platform keeps the rest for us
BATCH = 32  # messages in one transaction (DESIGN 5)
QUICK = 0.1  # seconds that one transaction may think: meanwhile no answer goes out, and nothing new is stored

log = structlog.get_logger(__name__)


class Inbox:
    """Listens to every channel of this process, and handles what they bring."""

    def __init__(
        self,
        store: Store,
        channels: Sequence[Channel],
        handle: Handle,
        clock: Clock,
        *,
        committed: Callable[[], None] = lambda: None,
        bound: int = BOUND,
        batch: int = BATCH,
        dice: Random | None = None,
    ) -> None:
        """``handle`` turns a message and its chat's memory into an outcome; ``committed`` wakes who sends."""
        self._store = store
        self._channels = {(channel.name, channel.bot): channel for channel in channels}
        self._handle = handle
        self._clock = clock
        self._committed = committed
        self._bound = bound
        self._batch = batch
        self._dice = dice or Random()
        self._arrived = Bell(clock)
        self._stopped = Bell(clock)
        self._room: set[Bell] = set()  # one for each channel that is polled

    def stop(self) -> None:
        """Lets ``collect`` and ``serve`` finish: what has come is committed, what waits stays in the table."""
        for bell in (self._stopped, self._arrived, *self._room):
            bell.ring()

    def wake(self) -> None:
        """Says that events were put into the table."""
        self._arrived.ring()

    async def receive(self, channel: Channel, updates: Sequence[Update]) -> int:
        """Stores updates and returns, after the commit, how many were new. Then they may be acknowledged."""
        at = self._clock.now()
        came = read_all(channel, updates, at)
        new = await self._store.receive([one.arrival for one in came], at)
        self._arrived.ring()
        for one in came:
            if one.incoming is not None:
                await self._sign(channel, one.incoming)
        return new

    async def collect(self, channel: Channel) -> None:
        """Polls a channel until ``stop`` or its end. Raises WrongTokenError; outlives every other fault."""
        pause, room, polled = Pause(self._dice), Bell(self._clock), channel.poll()
        self._room.add(room)
        while not self._stopped.rung:
            try:
                updates = await self._next(polled)
            except WrongTokenError:
                raise
            except Exception as error:
                await self._stumble("poll_failed", channel, error, pause)
                polled = channel.poll()
                continue
            if updates is None:
                return
            await self._keep(channel, updates, pause)
            await self._wait_for_room(channel, room, pause)

    async def turn(self, patience: float = inf) -> int:
        """Handles one batch and returns how many messages that were, failed ones included: 0 when nothing is due.

        After ``patience`` (real seconds) the rest of the batch is left for the next turn.
        """
        lines, now = tuple(self._channels), self._clock.now()
        handled = await self._store.handle(lines, self._read, self._handle, self._amend, now, self._batch, patience)
        if handled:
            self._committed()
            for bell in self._room:
                bell.ring()
        return handled

    async def serve(self) -> None:
        """Handles until ``stop``. A fault of the store is logged and outlived."""
        pause = Pause(self._dice)
        while not self._stopped.rung:
            self._arrived.clear()
            now = self._clock.now()
            try:
                if not await self.turn(QUICK):
                    await self._arrived.wait(await self._store.next_message(tuple(self._channels), now))
                pause.reset()
            except Exception as error:
                await self._stumble("inbox_stumbled", None, error, pause)

    async def _next(self, polled: AsyncIterator[Sequence[Update]]) -> Sequence[Update] | None:
        """Returns the next updates; None at the end or when stopping. Only the asking is interrupted, no commit."""
        asked = asyncio.ensure_future(anext(polled, None))
        stopped = asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait((asked, stopped), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            if not asked.done():
                asked.cancel()
                await asyncio.gather(asked, return_exceptions=True)
        return None if asked.cancelled() else asked.result()

    async def _keep(self, channel: Channel, updates: Sequence[Update], pause: Pause) -> None:
        """Stores the updates, however often it takes: the next ones are not asked for before."""
        while updates:
            try:
                await self.receive(channel, updates)
                pause.reset()
                return
            except Exception as error:
                await self._stumble("updates_not_stored", channel, error, pause)
                if self._stopped.rung:
                    return  # never acknowledged, so the platform brings them again

    async def _wait_for_room(self, channel: Channel, room: Bell, pause: Pause) -> None:
        while not self._stopped.rung:
            room.clear()
            try:
                waiting = await self._store.waiting(tuple(self._channels))
            except Exception as error:
                await self._stumble("inbox_not_counted", channel, error, pause)
                continue
            if waiting < self._bound:
                return
            await room.wait()

    async def _stumble(self, event: str, channel: Channel | None, error: Exception, pause: Pause) -> None:
        seconds = pause.next()
        log.error(event, channel=channel.name if channel else "", why=cause(error), seconds=round(seconds, 1))
        await self._stopped.wait(self._clock.now() + timedelta(seconds=seconds))

    async def _sign(self, channel: Channel, incoming: Incoming) -> None:
        try:
            await channel.acknowledge(incoming)
        except Exception as error:
            log.warning("sign_failed", channel=channel.name, why=cause(error))

    def _read(self, update: Update, at: datetime) -> Incoming | None:
        if is_event(update):
            return read_event(update, at)
        return words(self._channels[update.channel, update.bot], update.raw, at)

    def _amend(self, failure: Failure) -> Remedy:
        """Logged when it fails first, and when it is given up; not at every try."""
        why = cause(failure.error)
        remedy = amends(failure, why, self._clock.now())
        if remedy.due is None:
            log.error("message_parked", channel=failure.address.channel, row=failure.row, why=why)
        elif not failure.tries:
            log.error("message_failed", channel=failure.address.channel, row=failure.row, why=why)
        return remedy
