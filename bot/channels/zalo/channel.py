"""A Zalo bot as a channel: what the loops see (bot.ports.channel.Channel)."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from random import Random
from typing import Any

import structlog
from starlette.routing import BaseRoute

from bot.channels.webhook import Webhook
from bot.channels.zalo.api import READ, Api
from bot.channels.zalo.exclusive import Exclusive
from bot.channels.zalo.faults import HOUR, WRONG_TOKEN, NoAnswerError, RefusedError, ZaloError
from bot.channels.zalo.fetching import fetch
from bot.channels.zalo.identity import Identity
from bot.channels.zalo.polling import PATIENCE, poll
from bot.channels.zalo.reading import NAME, read
from bot.channels.zalo.sender import Sender
from bot.channels.zalo.webhook import endpoint, url_of
from bot.channels.zalo.writing import TEXT_UNITS
from bot.errors import SettingError, WrongTokenError
from bot.messages import Incoming
from bot.model.capabilities import Capabilities
from bot.pause import Pause
from bot.ports.channel import Receive
from bot.ports.clock import Clock
from bot.ports.delivery import Delivery
from bot.ports.fetched import Fetched
from bot.ports.letter import Letter
from bot.ports.update import Update

BASE_URL = "https://bot-api.zaloplatforms.com"
TOKENS = "DONGDOI_ZALO_TOKENS"
MONTHLY = 3000  # messages of the free plan

log = structlog.get_logger(__name__)


class Zalo:
    """One Zalo bot. ``bot`` is its number, the token's first part: no secret, and the same after a new token.

    A bot whose token is refused is silent, says so once in the log, and tries again every hour: the others go on.
    """

    name = NAME
    capabilities = Capabilities(text=TEXT_UNITS, looks=True, fetch=True, groups=True, opened=False, quota=MONTHLY)

    def __init__(
        self,
        token: str,
        clock: Clock,
        *,
        office: str,
        base_url: str = BASE_URL,
        webhook: Webhook | None = None,
        read: float = READ,
        patience: int = PATIENCE,
        dice: Random | None = None,
    ) -> None:
        """``office``: whom to ask for what Zalo cannot bring. ``read``: seconds until a send is unclear; ``patience``:
        of long polling.
        """
        if not re.fullmatch(r"[\w-]+:[\w-]+", token, re.ASCII):
            raise WrongTokenError(channel=NAME, setting=TOKENS)
        if not re.match(r"https?://", base_url):
            raise SettingError(name="DONGDOI_ZALO_BASE_URL", why="it must begin with http:// or https://")
        self.bot = token.partition(":")[0]
        self._base_url = base_url
        self._identity = Identity(self.bot)
        self._api = Api(token, base_url)
        self._only = Exclusive(f"{base_url} {token}")
        self._clock = clock
        self._dice = dice or Random()
        self._sender = Sender(self._api, clock, self._dice, office, read, self._stop)
        self._webhook = webhook
        self._patience = patience
        self._stopped = False
        self._settling: asyncio.Task[None] | None = None

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError."""
        return read(raw, self._identity, at)

    async def send(self, letter: Letter) -> Delivery:
        """Sends one letter and returns what became of it."""
        return await self._sender.send(letter)

    async def fetch(self, file: str) -> Fetched:
        """Returns the picture at this address."""
        return await fetch(file, self._base_url)

    def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields the updates as they come; a refused token ends nothing, see the class."""
        pause = Pause(self._dice)
        return poll(self._api, self.bot, self._clock, pause, self._only, self._stop, self._patience)

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns the webhook's door; () with long polling."""
        return () if self._webhook is None else (endpoint(self._webhook, self.bot, receive),)

    async def acknowledge(self, incoming: Incoming) -> None:
        """Nothing to tell: Zalo has no presses, and the answer comes in milliseconds."""

    async def open(self) -> None:
        """Connects and settles; without a network, or with a refused token, it settles later. Raises SettingError."""
        self._api.connect()
        wait = await self._try_to_settle(Pause(self._dice))
        if wait is not None:
            self._settling = asyncio.create_task(self._settle_later(wait))

    async def close(self) -> None:
        """Lets the connections go. A webhook stays."""
        settling, self._settling = self._settling, None
        if settling is not None:
            settling.cancel()
            await asyncio.gather(settling, return_exceptions=True)
        await self._api.disconnect()
        self._only.leave()

    async def _try_to_settle(self, pause: Pause) -> float | None:
        """Returns after how many seconds to try again, None when settled. Raises SettingError."""
        try:
            await self._settle()
        except ZaloError as fault:
            if isinstance(fault, RefusedError) and fault.code == WRONG_TOKEN:
                self._stop()
                return HOUR
            log.warning("zalo_not_reached", bot=self.bot, why=str(fault))
            return pause.next()
        self._stopped = False
        return None

    async def _settle(self) -> None:
        """Learns our name, and with a webhook says where updates go. Polling itself takes an old webhook away."""
        me = await self._api.call("getMe", {})
        if not isinstance(me, dict):
            raise NoAnswerError("the answer is not Zalo's")
        names = tuple(str(me[field]) for field in ("display_name", "account_name") if me.get(field))
        self._identity = Identity(self.bot, str(me.get("id", "")), names)
        if self._webhook is not None:
            await self._register(self._webhook)

    async def _register(self, webhook: Webhook) -> None:
        where = {"url": url_of(webhook, self.bot), "secret_token": webhook.secret}
        try:
            answer: Any = await self._api.call("setWebhook", where)
        except RefusedError as fault:
            if fault.code == 400:
                raise SettingError(name="DONGDOI_ZALO_WEBHOOK_URL", why=fault.description) from None
            raise
        # It is kept even where Zalo could not reach it just now: our door opens a moment later.
        verified = answer.get("verification") if isinstance(answer, dict) else None
        if isinstance(verified, dict) and verified.get("ok") is False:
            log.info("zalo_webhook_not_verified_yet", bot=self.bot, outcome=str(verified.get("outcome", "")))

    async def _settle_later(self, wait: float | None) -> None:
        pause = Pause(self._dice)
        while wait is not None:
            await self._clock.sleep(wait)
            try:
                wait = await self._try_to_settle(pause)
            except SettingError as error:
                log.error("zalo_not_settled", bot=self.bot, why=str(error))
                return

    def _stop(self) -> None:
        """The token is refused: said once."""
        if not self._stopped:
            log.error("zalo_bot_stopped", bot=self.bot, why=f"the token is refused: check {TOKENS}")
        self._stopped = True
