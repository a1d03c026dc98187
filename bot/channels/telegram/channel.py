"""Telegram as a channel: what the loops see (bot.ports.channel.Channel)."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from random import Random

import structlog
from starlette.routing import BaseRoute
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.telegram.addressing import Identity
from bot.channels.telegram.api import READ, Api
from bot.channels.telegram.fetching import fetch
from bot.channels.telegram.polling import ALLOWED, PATIENCE, poll
from bot.channels.telegram.reading import read
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.webhook import endpoint
from bot.channels.telegram.writing import TEXT_UNITS
from bot.channels.webhook import Webhook
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

BASE_URL = "https://api.telegram.org"
SIGNS = 32  # best-effort calls at once; more are dropped, replies need the connections

log = structlog.get_logger(__name__)


class Telegram:
    """One Telegram bot. ``bot`` is its number, the token's first part: no secret, and the same after a new token."""

    name = "telegram"
    capabilities = Capabilities(text=TEXT_UNITS, edit=True, looks=True, files=True, fetch=True, groups=True)

    def __init__(
        self,
        token: str,
        clock: Clock,
        *,
        base_url: str = BASE_URL,
        proxy: str = "",
        webhook: Webhook | None = None,
        commands: Mapping[str, str] | None = None,
        typing: bool = False,
        read: float = READ,
        patience: int = PATIENCE,
        dice: Random | None = None,
    ) -> None:
        """``commands``: name to description. ``typing``: show the typing sign, a call more per message, needless while
        answers take milliseconds. ``read``: seconds until a send is unclear; ``patience``: of long polling.
        """
        if not re.fullmatch(r"[\w:-]+", token, re.ASCII):
            raise WrongTokenError(channel="telegram", setting="DONGDOI_TELEGRAM_TOKEN")
        if not re.match(r"https?://", base_url):
            raise SettingError(name="DONGDOI_TELEGRAM_BASE_URL", why="it must begin with http:// or https://")
        if proxy and not re.match(r"https?://", proxy):
            raise SettingError(name="DONGDOI_TELEGRAM_PROXY", why="only http:// and https:// proxies are known")
        self.bot = token.partition(":")[0]
        self._identity = Identity(self.bot)
        self._api = Api(token, base_url, proxy, read)
        self._sender = Sender(self._api, read)
        self._clock = clock
        self._webhook = webhook
        self._commands = dict(commands or {})
        self._typing = typing
        self._patience = patience
        self._dice = dice or Random()
        self._signs: set[asyncio.Task[None]] = set()
        self._settling: asyncio.Task[None] | None = None

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError."""
        return read(raw, at, self._identity)

    async def send(self, letter: Letter) -> Delivery:
        """Sends one letter and returns what became of it."""
        return await self._sender.send(letter)

    async def fetch(self, file: str) -> Fetched:
        """Returns the picture or file with this file_id."""
        return await fetch(self._api, file)

    def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields the updates as they come; raises WrongTokenError when the token is refused."""
        return poll(self._api, self.bot, self._clock, Pause(self._dice), self._patience)

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns the webhook's door; () with long polling."""
        return () if self._webhook is None else (endpoint(self._webhook, self.bot, receive),)

    async def acknowledge(self, incoming: Incoming) -> None:
        """Begins to say that a press was seen, or that the bot is typing, and returns at once."""
        if incoming.press_id:
            sign = ("answerCallbackQuery", {"callback_query_id": incoming.press_id})
        elif self._typing:
            sign = ("sendChatAction", {"chat_id": incoming.address.chat, "action": "typing"})
        else:
            return
        if len(self._signs) < SIGNS:
            task = asyncio.create_task(self._sign(*sign))
            self._signs.add(task)
            task.add_done_callback(self._signs.discard)

    async def open(self) -> None:
        """Connects and settles; without a network it settles later. Raises WrongTokenError, SettingError."""
        await self._api.connect()
        fault = await self._try_to_settle()
        if fault is not None:
            log.warning("telegram_not_reached", why=fault.message)
            self._settling = asyncio.create_task(self._settle_later())

    async def close(self) -> None:
        """Lets the connections go. A webhook stays: the platform keeps the updates until we are back."""
        tasks = [*self._signs, *([self._settling] if self._settling else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._api.disconnect()

    async def _try_to_settle(self) -> TelegramError | None:
        """Returns the passing fault that came between, None when settled. Raises WrongTokenError, SettingError."""
        fault: TelegramError
        try:
            await self._settle()
        except TelegramError as error:
            fault = error
        else:
            return None
        if isinstance(fault, InvalidToken):
            raise WrongTokenError(channel="telegram", setting="DONGDOI_TELEGRAM_TOKEN")
        if isinstance(fault, BadRequest):  # of setWebhook: the other calls cannot be wrong
            raise SettingError(name="DONGDOI_TELEGRAM_WEBHOOK_URL", why=fault.message)
        return fault

    async def _settle(self) -> None:
        """Learns our name, says how updates come, shows the commands. What waits on the platform is never dropped."""
        me = await self._api.call("getMe", {})
        if not isinstance(me, dict):
            raise TelegramError("the answer is not the Bot API's")
        self._identity = Identity(self.bot, me.get("username", ""))
        if self._webhook is None:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        else:
            where = {"url": self._webhook.url, "secret_token": self._webhook.secret}
            await self._api.call(
                "setWebhook", {**where, "allowed_updates": list(ALLOWED), "drop_pending_updates": False}
            )
        if self._commands:
            menu = [{"command": name, "description": words} for name, words in self._commands.items()]
            await self._api.call("setMyCommands", {"commands": menu})

    async def _settle_later(self) -> None:
        pause = Pause(self._dice)
        while True:
            await self._clock.sleep(pause.next())
            try:
                if await self._try_to_settle() is None:
                    return
            except (WrongTokenError, SettingError) as error:
                log.error("telegram_not_settled", why=str(error))
                return

    async def _sign(self, method: str, parameters: dict[str, str]) -> None:
        """Best effort: a query that is too old, or no network, changes nothing."""
        try:
            await self._api.call(method, parameters)
        except TelegramError as error:
            log.debug("telegram_sign_failed", method=method, why=error.message)
