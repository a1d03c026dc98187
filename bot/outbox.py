"""The loop that speaks: lease, pace, send, mark. One for each bot on a channel."""

import asyncio
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import structlog

from bot.bell import Bell
from bot.cause import cause
from bot.deliveries import judge, put_back, waited
from bot.messages import Address
from bot.pace import Pace, Rates
from bot.pause import Pause
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.delivery import Blocked, Delivery, Moved, Unclear, Wait
from bot.ports.letter import Letter, Mark
from bot.ports.store import Store

FLYING = 32  # letters under way at once: what a crash can leave in doubt (DESIGN 5)
BULK_FLYING = 24  # so that a slow broadcast leaves room for replies
AHEAD = 4  # bulk letters leased before their token comes: the pace must not wait for the disk
SOON = timedelta(seconds=0.1)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a letter, not yet written down. ``delivery`` is None where it was leased and not sent."""

    letter: Letter
    mark: Mark
    delivery: Delivery | None = None


class Outbox:
    """Sends what is due on one channel; replies overtake bulk, and a chat has one letter under way at a time."""

    def __init__(
        self,
        store: Store,
        channel: Channel,
        clock: Clock,
        *,
        rates: Rates | None = None,
        dice: Random | None = None,
        grace: float = 10.0,
    ) -> None:
        """``grace``: how many (real) seconds letters under way may take after ``stop``."""
        self._store = store
        self._channel = channel
        self._clock = clock
        self._line = (channel.name, channel.bot)
        self._pace = Pace(rates)
        self._dice = dice or Random()
        self._grace = grace
        self._bell = Bell(clock)
        self._stopping = False
        self._recovered = False
        self._flying: dict[asyncio.Task[None], Letter] = {}
        self._held: deque[Letter] = deque()
        self._results: list[Result] = []

    def wake(self) -> None:
        """Says that there may be something new to send."""
        self._bell.ring()

    def stop(self) -> None:
        """Lets ``serve`` finish: nothing more is leased, what is under way is waited for and written down."""
        self._stopping = True
        self._bell.ring()

    async def turn(self) -> int:
        """Sends what is due now and waits for it; returns how many letters that were: 0 when nothing may go now."""
        leased = await self._lease(self._clock.now())
        while True:
            self._bell.clear()
            self._start(self._clock.now())
            await self._settle()
            if not (self._flying or self._held or self._results):
                return leased
            await self._bell.wait(self._next_start(self._clock.now()))

    async def serve(self) -> None:
        """Sends until ``stop``. A fault of the store is logged and outlived."""
        pause = Pause(self._dice)
        try:
            while not self._stopping:
                self._bell.clear()
                try:
                    until = await self._round()
                    pause.reset()
                except Exception as error:
                    log.error("outbox_stumbled", channel=self._channel.name, why=cause(error))
                    until = self._clock.now() + timedelta(seconds=pause.next())
                await self._bell.wait(until)
            await self._land()
        finally:
            await self._drop()

    async def _round(self) -> datetime | None:
        """Does what can be done now; returns when there is more to do, should nobody ring before."""
        now = self._clock.now()
        await self._lease(now)
        bulk = bool(self._held)
        self._start(self._clock.now())
        # Something to write down, or bulk so quick that all that was held has gone: go on at once.
        if self._results or (bulk and not self._held and len(self._flying) < BULK_FLYING):
            return now
        start = self._next_start(now)
        if start is not None and start - now < SOON:
            return start  # what falls due meanwhile is found then
        due = await self._store.next_letter(self._line, now)
        return min((at for at in (due, start) if at is not None), default=None)

    async def _lease(self, now: datetime) -> int:
        """Writes down what became of letters, and leases as much as there is room for; returns how much that is.

        Replies go at once, bulk is held for its token.
        """
        if not self._recovered:
            await self._store.recover(self._line, now)
            self._recovered = True
        replies, bulk = max(0, FLYING - len(self._flying)), AHEAD - len(self._held)
        bulk = bulk if bulk >= AHEAD // 2 else 0  # several at a time
        leases = self._pace.held() <= now and bool(replies or bulk)
        if not leases or any(isinstance(result.delivery, Moved | Blocked) for result in self._results):
            await self._settle()
        if not leases:
            return 0
        able, over = self._channel.capabilities, [result.mark for result in self._results]
        letters = await self._store.lease(
            self._line,
            now,
            replies,
            bulk,
            self._busy(len(over)),
            marks=over,
            quota=able.quota,
            fits=able.text,
            unasked=able.push,
        )
        del self._results[: len(over)]
        for letter in letters:
            if letter.bulk:
                self._held.append(letter)
            else:
                self._start_reply(letter, self._clock.now())
        return len(letters)

    def _start_reply(self, letter: Letter, now: datetime) -> None:
        free = self._pace.free_at(letter.address, now)
        if free > now:  # told to wait while the lease was under way, or this chat alone was
            self._results.append(Result(letter, put_back(letter, free)))
        else:
            self._send_off(letter, self._pace.reply_at(letter.address, now))

    def _start(self, now: datetime) -> None:
        """Sends off the held letters whose token has come. One that its own chat holds up lets the next pass."""
        while self._held and len(self._flying) < BULK_FLYING:
            letter = self._held[0]
            token = self._pace.token_at(now)
            chat = self._pace.chat_at(letter.address, letter.group, now)
            if chat > token or self._pace.held() > now or letter.address in self._busy():
                self._held.popleft()
                self._results.append(Result(letter, put_back(letter, chat)))
            elif token > now:
                return
            else:
                self._send_off(self._held.popleft(), now)

    def _send_off(self, letter: Letter, at: datetime) -> None:
        self._pace.take(letter.address, at, bulk=letter.bulk, group=letter.group)
        task = asyncio.create_task(self._send(letter, at))
        self._flying[task] = letter
        task.add_done_callback(self._landed)

    async def _send(self, letter: Letter, at: datetime) -> None:
        if not await self._its_place_has_come(letter, at):
            return
        delivery: Delivery
        try:
            delivery = await self._channel.send(letter)
        except Exception as error:
            log.error("send_broke", channel=self._channel.name, row=letter.row, why=cause(error))
            delivery = Unclear()
        now = self._clock.now()
        self._pace.arrived(at, now)
        if isinstance(delivery, Wait):
            self._pace.hold(waited(delivery, now), None if delivery.everywhere else letter.address)
        self._results.append(Result(letter, judge(letter, delivery, now, self._dice), delivery))

    async def _its_place_has_come(self, letter: Letter, at: datetime) -> bool:
        """Waits for it; where the platform has told us meanwhile to be silent, the letter goes back to the table."""
        if (wait := (at - self._clock.now()).total_seconds()) > 0:
            await self._clock.sleep(wait)
            now = self._clock.now()
            free = self._pace.free_at(letter.address, now)
            if free > now:
                self._results.append(Result(letter, put_back(letter, free)))
                return False
        return True

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._flying[task]
        self._bell.ring()

    async def _settle(self) -> None:
        """Writes down what became of letters. Where that fails they stay, and their chats stay busy."""
        results = list(self._results)
        if not results:
            return
        now = self._clock.now()
        for result in results:
            if isinstance(result.delivery, Moved):
                old = result.letter.address
                await self._store.move(old, Address(old.channel, old.bot, result.delivery.chat))
        await self._store.mark([result.mark for result in results], now)
        lost = [result.letter.address for result in results if isinstance(result.delivery, Blocked)]
        if lost:
            await self._store.unreachable(lost, now)
        del self._results[: len(results)]

    def _busy(self, written: int = 0) -> frozenset[Address]:
        """The chats with a letter under way, or with a result that is not among the first ones, which are written."""
        unwritten = (result.letter.address for result in self._results[written:])
        return frozenset((*(letter.address for letter in self._flying.values()), *unwritten))

    def _next_start(self, now: datetime) -> datetime | None:
        """When a held letter may go, or everything again after a refusal; None when only a ring changes anything."""
        if self._pace.held() > now:
            return self._pace.held()
        return self._pace.token_at(now) if self._held and len(self._flying) < BULK_FLYING else None

    async def _land(self) -> None:
        """What is held goes back to the table, what is under way may finish; the rest is in doubt until the restart."""
        now = self._clock.now()
        self._results += [Result(letter, put_back(letter, now)) for letter in self._held]
        self._held.clear()
        if self._flying:
            await asyncio.wait(tuple(self._flying), timeout=self._grace)
        try:
            await self._settle()
        except Exception as error:
            log.error("outbox_not_settled", channel=self._channel.name, why=cause(error))

    async def _drop(self) -> None:
        """Lets go of what is still under way."""
        tasks = tuple(self._flying)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
