"""The one file that knows everybody: it puts the program together, opens it, lets it work, and closes it."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import partial
from types import TracebackType
from typing import Any, Self

from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.routing import BaseRoute

from bot.channels.console import Console
from bot.channels.telegram import Telegram, Webhook
from bot.clock import RealClock
from bot.dialog.form import Form
from bot.errors import UnknownJobError
from bot.inbox import Inbox
from bot.job_ports import JobResult, Worker
from bot.jobs import Jobs
from bot.model.broadcast_rules import USUAL, BroadcastRules
from bot.model.code import new_code
from bot.model.job import Job, JobKind
from bot.model.link import new_digits
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.movable import MovableClock
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.pace import Rates
from bot.ports import Channel, Clock, Update, Waiting
from bot.records import Records
from bot.router import Handler, route
from bot.serving import serve, tidy
from bot.settings import Settings
from bot.store.connect import connect
from bot.store.opening import told_in_one_line
from bot.store.store import SqlStore
from bot.timetable import Timetable
from bot.web import serve_web
from bot.work.broadcast_reporting import BroadcastReporting
from bot.work.charting import Charting
from bot.work.exporting import Exporting
from bot.work.freezing import Freezing
from handlers import COMMANDS, HANDLERS
from knowledge.base import Base
from knowledge.form_files import load_forms
from knowledge.ready import open_base
from migrations import migrate

_PATIENCE = timedelta(seconds=1)
"""Nothing falls due within a second of what it hangs on."""
_UNPACED = Rates(float("inf"), float("inf"), float("inf"))
"""The console has no rates; and its clock may stand still, so that nobody could wait for one."""


_USUAL = Rhythm()


@dataclass(frozen=True, slots=True)
class OfficeDesk:
    """What a handler may look at (bot.desk.Desk)."""

    now: datetime
    base: Base
    office: str
    talk: Talk
    forms: Sequence[Form]
    records: Records
    codes: Callable[[], str]
    rules: BroadcastRules = USUAL
    rhythm: Rhythm = _USUAL
    unpushed: frozenset[str] = frozenset()
    links: Callable[[], str] = new_digits

    def code(self) -> str:
        """Returns a fresh code for an invite."""
        return self.codes()

    def digits(self) -> str:
        """Returns a fresh code for linking a channel: six digits."""
        return self.links()


class App:
    """The program on one database. ``async with`` opens and closes it."""

    def __init__(
        self,
        settings: Settings,
        channels: Sequence[Channel],
        clock: Clock,
        base: Base,
        handlers: Sequence[Handler],
        codes: Callable[[], str],
        digits: Callable[[], str],
        workers: Mapping[JobKind, Worker] | None,
    ) -> None:
        rates = Rates(settings.bulk_per_second, settings.chat_per_second, settings.group_per_minute)
        self._settings = settings
        self._channels = channels
        self._clock = clock
        self._base = base
        self._handlers = handlers
        self._codes = codes
        self._digits = digits
        self._unpushed = frozenset(channel.name for channel in channels if not channel.capabilities.push)
        self._forms = load_forms()
        self._workers = _workers(self._forms, settings.zone) if workers is None else workers
        with told_in_one_line(settings.database_url):
            self.engine: AsyncEngine = connect(settings.database_url)
        self.store = SqlStore(self.engine, self._hush, settings.rhythm)
        self.lines = tuple((channel.name, channel.bot) for channel in channels)
        self._outboxes = [
            Outbox(self.store, channel, clock, rates=_UNPACED if isinstance(channel, Console) else rates)
            for channel in channels
        ]
        self._inbox = Inbox(self.store, channels, self._handle, clock, committed=self._wake)
        self._timetable = Timetable(self.store, self.lines, clock, made=self._inbox.wake, patience=_PATIENCE)
        self._jobs = Jobs(self.store, self.lines, self._work, clock, finished=self._inbox.wake, patience=_PATIENCE)

    async def __aenter__(self) -> Self:
        """Brings the tables up to date and connects the channels. Raises UnreachableError, WrongTokenError."""
        try:
            with told_in_one_line(self._settings.database_url):
                await migrate(self._settings.database_url)
            for channel in self._channels:
                await channel.open()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Lets everything go. What is not done stays in the database."""
        await self._close()

    async def _close(self) -> None:
        for channel in self._channels:
            await channel.close()
        await self.store.close()

    async def receive(self, updates: Sequence[Update]) -> None:
        """Stores updates of its channels; returns after the commit."""
        for channel in self._channels:
            line = (channel.name, channel.bot)
            if mine := [update for update in updates if (update.channel, update.bot) == line]:
                await self._inbox.receive(channel, mine)

    async def settle(self) -> None:
        """Handles, sends and does jobs until nothing more is due."""
        busy = True
        while busy:
            made = await self._timetable.turn()
            handled = await self._inbox.turn()
            sent = [await outbox.turn() for outbox in self._outboxes]
            worked = await self._jobs.turn()  # after the words that announce it
            busy = bool(made or handled or any(sent) or worked)

    async def pass_time(self, clock: MovableClock, at: datetime) -> None:
        """Moves the program's clock to a time. What falls due on the way happens in the order of its times."""
        while (due := await self.store.next_due(self.lines, clock.now())) is not None and due <= at:
            clock.set(due)
            await self.settle()
        clock.set(at)
        await self.settle()

    async def serve(self, stop: asyncio.Event) -> None:
        """Serves until ``stop``. Raises WrongTokenError when a platform refuses the token on the way."""
        ears: list[Coroutine[Any, Any, None]] = []
        doors: list[BaseRoute] = []
        for channel in self._channels:
            routes = channel.routes(partial(self._deliver, channel))
            doors += routes
            if not routes:
                ears.append(self._inbox.collect(channel))
        if doors:
            ears.append(serve_web(doors, self._settings.web_host, self._settings.web_port, stop))
        tidying = tidy(self.store, self._clock, stop)
        await serve(self._inbox, self._outboxes, ears, self._timetable, self._jobs, tidying, stop)

    async def _deliver(self, channel: Channel, update: Update) -> None:
        await self._inbox.receive(channel, [update])

    async def _handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        now = self._clock.now().astimezone(self._settings.zone)
        office = self._settings.office_contact
        rules = BroadcastRules(
            self._settings.approval_above, self._settings.quiet, per_second=self._settings.bulk_per_second
        )
        rhythm = self._settings.rhythm
        desk = OfficeDesk(
            now,
            self._base,
            office,
            talk,
            self._forms,
            records,
            self._codes,
            rules,
            rhythm,
            self._unpushed,
            self._digits,
        )
        return await route(waiting.incoming, desk, self._handlers)

    async def _work(self, job: Job) -> JobResult:
        worker = self._workers.get(job.kind)
        if worker is None:
            raise UnknownJobError(kind=job.kind)
        async with self.store.reading() as records:
            return await worker(job, records)

    def _hush(self, at: datetime) -> datetime:
        """Returns when broadcasts may be heard that are not urgent: the quiet hours are the association's."""
        return self._settings.quiet.until(at.astimezone(self._settings.zone))

    def _wake(self) -> None:
        self._timetable.wake()
        self._jobs.wake()
        for outbox in self._outboxes:
            outbox.wake()


def build(
    settings: Settings,
    channels: Sequence[Channel] = (),
    *,
    clock: Clock | None = None,
    base: Base | None = None,
    handlers: Sequence[Handler] = HANDLERS,
    codes: Callable[[], str] = new_code,
    digits: Callable[[], str] = new_digits,
    workers: Mapping[JobKind, Worker] | None = None,
) -> App:
    """Returns the program. Without ``channels`` it has those that the settings name.

    ``codes`` makes the codes of invites, ``digits`` those that link a channel. ``workers`` do the jobs; without them
    those of ``_workers`` do.
    """
    clock = clock or RealClock()
    channels = channels or _channels(settings, clock)
    return App(settings, channels, clock, base or open_base(), handlers, codes, digits, workers)


def _workers(forms: Sequence[Form], zone: tzinfo) -> Mapping[JobKind, Worker]:
    """Returns who does which kind of job: every kind that a handler wishes has its worker here."""
    return {
        JobKind.EXPORT: Exporting(forms, zone),
        JobKind.CHART: Charting(zone),
        JobKind.FREEZE: Freezing(zone),
        JobKind.BROADCAST: BroadcastReporting(zone),
    }


def _channels(settings: Settings, clock: Clock) -> Sequence[Channel]:
    token = settings.telegram_token.get_secret_value()
    if not token:
        return ()
    telegram = Telegram(
        token,
        clock,
        base_url=settings.telegram_base_url,
        proxy=settings.telegram_proxy,
        webhook=_webhook(settings),
        commands=COMMANDS,
    )
    return (telegram,)


def _webhook(settings: Settings) -> Webhook | None:
    url = settings.telegram_webhook_url
    return Webhook(url, settings.webhook_secret.get_secret_value()) if url else None
