"""The one file that knows everybody: it puts the program together, opens it, lets it work, and closes it."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from types import TracebackType
from typing import Any, Self

from starlette.routing import BaseRoute

from bot.channels import telegram, zalo
from bot.channels.console import Console
from bot.channels.web import Web
from bot.channels.webhook import Webhook
from bot.clock import RealClock
from bot.demo.visiting import Visiting
from bot.errors import UnknownJobError
from bot.gathered import Gathered
from bot.inbox import Inbox
from bot.job_ports import JobResult, Worker
from bot.jobs import Jobs
from bot.messages import Address
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import WORDS, Capabilities
from bot.model.code import new_code
from bot.model.job import Job, JobKind
from bot.model.link import new_digits
from bot.model.talk import Talk
from bot.movable import MovableClock
from bot.office_desk import OfficeDesk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.pace import Rates
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.fetched import Fetched, Gone
from bot.ports.store import Waiting
from bot.ports.update import Update
from bot.records import Records
from bot.router import Handler, route
from bot.serving import serve, tidy
from bot.settings import Settings
from bot.store.connect import connect
from bot.store.opening import told_in_one_line
from bot.store.page import PageHistory
from bot.store.store import SqlStore
from bot.timetable import Timetable
from bot.web import serve_web
from bot.work.broadcast_reporting import BroadcastReporting
from bot.work.charting import Charting
from bot.work.exporting import Exporting
from bot.work.fetching import Fetching
from bot.work.freezing import Freezing
from handlers import COMMANDS, HANDLERS
from handlers.introducing import introduced
from knowledge.base import Base
from knowledge.form_files import load_forms
from knowledge.ready import open_base
from migrations import migrate

_PATIENCE = timedelta(seconds=1)
"""Nothing falls due within a second of what it hangs on."""
_UNPACED = Rates(float("inf"), float("inf"), float("inf"))
"""The page and the console have no rates; and a console's clock may stand still, so nobody could wait for one."""


class App:
    """The program on one database. ``async with`` opens and closes it."""

    def __init__(
        self,
        settings: Settings,
        store: SqlStore,
        channels: Sequence[Channel],
        clock: Clock,
        base: Base,
        handlers: Sequence[Handler],
        codes: Callable[[], str],
        digits: Callable[[], str],
        workers: Mapping[JobKind, Worker] | None,
    ) -> None:
        self._settings = settings
        self._channels = channels
        self._clock = clock
        self._base = base
        self._handlers = handlers
        self._codes = codes
        self._digits = digits
        self._unpushed = frozenset(channel.name for channel in channels if not channel.capabilities.push)
        self._rules = BroadcastRules(settings.approval_above, settings.bulk_per_second)
        self._rhythm = settings.rhythm
        self._forms = load_forms()
        self._workers = self._usual_workers() if workers is None else workers
        self.store = store
        store.made = self._made
        self._stirred = False
        self.engine = store.engine
        self._opened = {(channel.name, channel.bot): channel.capabilities.opened for channel in channels}
        self.lines = tuple((channel.name, channel.bot) for channel in channels)
        self._outboxes = [Outbox(self.store, channel, clock, rates=_rates(channel, settings)) for channel in channels]
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
            self._stirred = False
            made = await self._timetable.turn()
            handled = await self._inbox.turn()
            sent = [await outbox.turn() for outbox in self._outboxes]
            worked = await self._jobs.turn()  # after the words that announce it
            busy = bool(made or handled or any(sent) or worked or self._stirred)

    async def pass_time(self, clock: MovableClock, at: datetime) -> None:
        """Moves the program's clock to a time. What falls due on the way happens in the order of its times."""
        while (due := await self.store.next_due(self.lines, clock.now())) is not None and due <= at:
            clock.set(due)
            await self.settle()
        clock.set(at)
        await self.settle()

    async def serve(self, stop: asyncio.Event, served: Callable[[], None] = lambda: None) -> None:
        """Serves until ``stop``. Raises WrongTokenError when a platform refuses the token on the way.

        ``served`` is called when the web server listens.
        """
        ears: list[Coroutine[Any, Any, None]] = []
        doors: list[BaseRoute] = []
        for channel in self._channels:
            routes = channel.routes(Gathered(partial(self._deliver, channel)).do)
            doors += routes
            if not routes:
                ears.append(self._inbox.collect(channel))
        if doors:
            ears.append(serve_web(doors, self._settings.web_host, self._settings.web_port, stop, served))
        tidying = tidy(self.store, self._clock, stop)
        await serve(self._inbox, self._outboxes, ears, self._timetable, self._jobs, tidying, stop)

    async def _deliver(self, channel: Channel, updates: Sequence[Update]) -> Sequence[None]:
        await self._inbox.receive(channel, updates)
        return [None] * len(updates)

    async def _handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        desk = OfficeDesk(
            now=self._clock.now().astimezone(self._rhythm.zone),
            base=self._base,
            office=self._settings.office_contact,
            talk=talk,
            forms=self._forms,
            records=records,
            codes=self._codes,
            links=self._digits,
            rules=self._rules,
            rhythm=self._rhythm,
            able=self._capabilities,
            unpushed=self._unpushed,
        )
        outcome = await route(waiting.incoming, desk, self._handlers)
        address = waiting.incoming.address
        opened = self._opened.get((address.channel, address.bot), True)
        return outcome if opened else introduced(outcome, waiting.incoming, talk)

    async def _work(self, job: Job) -> JobResult:
        worker = self._workers.get(job.kind)
        if worker is None:
            raise UnknownJobError(kind=job.kind)
        async with self.store.reading() as records:
            return await worker(job, records)

    def _usual_workers(self) -> Mapping[JobKind, Worker]:
        """Returns who does which kind of job: every kind that a handler wishes has its worker here."""
        zone, office = self._settings.zone, self._settings.office_contact
        return {
            JobKind.EXPORT: Exporting(self._forms, zone),
            JobKind.CHART: Charting(zone),
            JobKind.FREEZE: Freezing(zone, self._capabilities, office),
            JobKind.BROADCAST: BroadcastReporting(zone),
            JobKind.FETCH: Fetching(self._fetch),
        }

    def _capabilities(self, name: str) -> Capabilities:
        """Returns what the channel of this name can do; of one that is not served here nothing but text."""
        return next((one.capabilities for one in self._channels if one.name == name), WORDS)

    async def _fetch(self, address: Address, file: str) -> Fetched:
        line = (address.channel, address.bot)
        found = next((one for one in self._channels if (one.name, one.bot) == line), None)
        return Gone() if found is None else await found.fetch(file)

    def _made(self) -> None:
        self._stirred = True
        self._inbox.wake()

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
    demo: bool = False,
) -> App:
    """Returns the program. Without ``channels`` it has those that the settings name; with none, the page alone.

    ``codes`` makes the codes of invites, ``digits`` those that link a channel. ``workers`` do the jobs; without them
    the usual ones do. ``demo``: on the page everybody may be anybody.
    """
    clock = clock or RealClock()
    with told_in_one_line(settings.database_url):
        store = SqlStore(connect(settings.database_url), settings.rhythm)
    channels = channels or _channels(settings, clock, store, demo=demo)
    return App(settings, store, channels, clock, base or open_base(), handlers, codes, digits, workers)


def _channels(settings: Settings, clock: Clock, store: SqlStore, *, demo: bool) -> Sequence[Channel]:
    """Returns what the settings name. The page comes last: its doors answer whatever those of the platforms do not."""
    token = settings.telegram_token.get_secret_value()
    found: list[Channel] = [_telegram(token, settings, clock)] if token else []
    found += [_zalo(token, settings, clock) for token in settings.zalo_bots]
    if settings.web_url or not found:
        cast = Visiting(store, clock, settings.zone) if demo else None
        found.append(Web(PageHistory(store), clock, keys=settings.web_keys, url=settings.web_url, cast=cast))
    return found


def _telegram(token: str, settings: Settings, clock: Clock) -> telegram.Telegram:
    url, secret = settings.telegram_webhook_url, settings.webhook_secret.get_secret_value()
    return telegram.Telegram(
        token,
        clock,
        base_url=settings.telegram_base_url,
        proxy=settings.telegram_proxy,
        webhook=Webhook(url, secret) if url else None,
        commands=COMMANDS,
    )


def _zalo(token: str, settings: Settings, clock: Clock) -> zalo.Zalo:
    url, secret = settings.zalo_webhook_url, settings.webhook_secret.get_secret_value()
    return zalo.Zalo(
        token,
        clock,
        office=settings.office_contact,
        base_url=settings.zalo_base_url,
        webhook=Webhook(url, secret) if url else None,
    )


def _rates(channel: Channel, settings: Settings) -> Rates:
    if isinstance(channel, Console | Web):
        return _UNPACED
    bulk = settings.zalo_per_second if isinstance(channel, zalo.Zalo) else settings.bulk_per_second
    return Rates(bulk, settings.chat_per_second, settings.group_per_minute)
