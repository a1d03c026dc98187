"""A local platform that speaks Zalo's Bot API as it is known: 127.0.0.1 only. Errors come in both of its ways.

It gives an update once, or again and again (``repeat``); it tells who polls, and whether two did so at once.
"""

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import Awaitable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

from tests.dice import Dice
from tests.telegram_http import Answer, HttpServer, Request
from tests.zalo_faults import DELIVERED, UNCLEAR, Fault, Transport, refusal

Json = dict[str, Any]

TOKEN = "4100000001:Abtest-token_never-to-be-logged"
SECOND = "4100000002:Absecond-token_never-to-be-logged"
NAME = "Bot Đồng Đội"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that a person now sees."""

    bot: str
    chat: str
    text: str
    message_id: str
    payload: Json


@dataclass(slots=True)
class _Bot:
    """What the platform holds of one bot."""

    token: str
    pending: deque[Json] = field(default_factory=deque)
    given: Json | None = None
    webhook: Json = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    polling: int = 0


class ZaloServer:
    """The platform with some bots on it. Tests let people write, and look at what was delivered."""

    def __init__(
        self,
        *tokens: str,
        seed: int = 0,
        chances: dict[Fault, float] | None = None,
        poll_chances: dict[Fault, float] | None = None,
        transport: Transport = Transport.STATUS,
        repeat: bool = False,
        stall: float = 3600,
        delay: float = 0,
        most: int | None = None,
    ) -> None:
        """``stall``: seconds without an answer in a hang; ``delay``: seconds that every send takes; ``repeat``: what
        was given comes again at every poll until there is something newer; ``most``: so many messages are the quota.
        """
        self.bots = {token: _Bot(token) for token in tokens or (TOKEN,)}
        self.revoked: set[str] = set()
        self.dice = Dice(seed, chances or {}, UNCLEAR)
        self.poll_dice = Dice(seed + 1, poll_chances or {}, UNCLEAR)
        self.transport = transport
        self.repeat = repeat
        self.stall = stall
        self.delay = delay
        self.most = most
        self.late = Random(seed)
        self.url = ""
        self.delivered: list[Delivered] = []
        self.photos: dict[str, bytes] = {}
        self.polls: Counter[str] = Counter()
        self.most_pollers = 0
        self.longest = 0
        self.calls: list[tuple[str, Json]] = []
        self.webhook_answers: list[int] = []
        self._number = 0
        self._http = HttpServer(self.answer)
        self._deliverers: list[asyncio.Task[None]] = []

    async def start(self, port: int = 0) -> str:
        """Listens and returns the base URL."""
        self.url = await self._http.start(port)
        return self.url

    async def stop(self) -> None:
        """Goes away with all connections."""
        for task in self._deliverers:
            task.cancel()
        await asyncio.gather(*self._deliverers, return_exceptions=True)
        await self._http.stop()

    # What people do.

    def push(self, update: Json, token: str = "") -> None:
        """Makes an update for a bot, the first one by default."""
        bot = self.bots[token or next(iter(self.bots))]
        bot.pending.append(update)
        bot.news.set()

    def say(self, chat: str, text: str, token: str = "", *, group: str = "") -> str:
        """A person writes, in private or in a group; returns the message's id."""
        return self.sends("text", chat, token, group=group, text=text)

    def sends(self, kind: str, chat: str, token: str = "", *, group: str = "", **contents: str) -> str:
        """A person sends something: text, image, sticker, voice, unsupported; returns the message's id."""
        number = self._id("m")
        message = {
            "date": int(time.time() * 1000),
            "chat": {"chat_type": "GROUP" if group else "PRIVATE", "id": group or chat},
            "message_id": number,
            "from": {"id": chat, "is_bot": False, "display_name": f"Người {chat}"},
            **contents,
        }
        self.push({"event_name": f"message.{kind}.received", "message": message}, token)
        return number

    def _id(self, kind: str) -> str:
        self._number += 1
        return f"{kind}{self._number:019x}"

    # What the bots ask.

    def answer(self, request: Request) -> Any:
        """Returns the answer to one HTTP request, or a coroutine for one that takes time."""
        if request.path.startswith("/photo/"):
            content = self.photos.get(request.path.removeprefix("/photo/"))
            return Answer(404, b"") if content is None else Answer(200, content, "image/jpeg")
        token, _, method = request.path.partition("?")[0].removeprefix("/bot").partition("/")
        bot = self.bots.get(token)
        if bot is None or token in self.revoked:
            return refusal(self.transport, 401, "Unauthorized")
        found = getattr(self, f"_do_{method}", None)
        if found is None:
            return refusal(self.transport, 404, "Not Found")
        asked = json.loads(request.body or b"{}")
        self.calls.append((method, asked))
        return found(bot, asked)

    def called(self, method: str) -> list[Json]:
        """Returns what a method was given, call by call."""
        return [asked for name, asked in self.calls if name == method]

    def _do_getMe(self, bot: _Bot, asked: Json) -> Answer:
        number = bot.token.partition(":")[0]
        return _ok({"id": number, "account_name": f"bot.{number}", "account_type": "BASIC", "display_name": NAME})

    def _do_getUpdates(self, bot: _Bot, asked: Json) -> Any:
        self.polls[bot.token] += 1
        if bot.webhook:
            said = "You cannot use this API while a webhook is set. Please remove the webhook first"
            return refusal(self.transport, 400, said)
        return self._poll(bot, float(asked["timeout"]))

    async def _poll(self, bot: _Bot, seconds: float) -> Answer | None:
        bot.polling += 1
        self.most_pollers = max(self.most_pollers, bot.polling)
        try:
            fault = self.poll_dice.next()
            if fault is not None and fault not in DELIVERED:
                return await self._misbehave(fault)
            if not bot.pending and not (self.repeat and bot.given):
                bot.news.clear()
                try:
                    await asyncio.wait_for(bot.news.wait(), seconds)
                except TimeoutError:
                    return refusal(self.transport, 408, "Request timeout")
            if bot.pending:
                bot.given = bot.pending.popleft()
            if fault is not None and self.repeat:  # given, and the answer lost: only where it comes again
                return await self._misbehave(fault)
            return _ok(bot.given)
        finally:
            bot.polling -= 1

    def _do_sendMessage(self, bot: _Bot, asked: Json) -> Any:
        text = str(asked.get("text", ""))
        size = len(text.encode("utf-16-le")) // 2
        self.longest = max(self.longest, size)
        if not 1 <= size <= 2000:
            return refusal(self.transport, 400, "text must be 1 to 2000 characters")
        if any(one["start"] < 0 or one["len"] < 1 or one["start"] + one["len"] > size for one in asked["text_styles"]):
            return refusal(self.transport, 400, "a style outside the text")
        if self.most is not None and len(self.delivered) >= self.most:
            return refusal(self.transport, 429, "Quota exceeded")
        fault = self.dice.next((str(asked["chat_id"]), text))
        if self.delay and fault is None:
            return self._deliver_slowly(bot, asked, text)
        if fault is None:
            return _ok(self._deliver(bot, asked, text))
        if fault in DELIVERED:
            self._deliver(bot, asked, text)
        return self._misbehave(fault)

    def _do_getWebhookInfo(self, bot: _Bot, asked: Json) -> Answer:
        return _ok({"url": bot.webhook["url"]}) if bot.webhook else refusal(self.transport, 404, "Not Found")

    def _do_setWebhook(self, bot: _Bot, asked: Json) -> Answer:
        if not asked["url"].startswith("http") or not 8 <= len(asked["secret_token"]) <= 256:
            return refusal(self.transport, 400, "Bad webhook")
        bot.webhook = asked
        self._deliverers.append(asyncio.ensure_future(self._call_webhook(bot)))
        return _ok({"url": asked["url"], "verification": {"ok": False, "outcome": "webhook.unreachable"}})

    def _do_deleteWebhook(self, bot: _Bot, asked: Json) -> Answer:
        bot.webhook = {}
        return _ok({"url": ""})

    async def _call_webhook(self, bot: _Bot) -> None:
        """Delivers to the webhook, bare; what is not answered with 2xx comes again."""
        async with httpx.AsyncClient(trust_env=False) as client:
            while bot.webhook:
                if not bot.pending:
                    bot.news.clear()
                    await bot.news.wait()
                headers = {"X-Bot-Api-Secret-Token": bot.webhook["secret_token"]}
                try:
                    answer = await client.post(bot.webhook["url"], json=bot.pending[0], headers=headers)
                except httpx.HTTPError:
                    await asyncio.sleep(0.02)
                    continue
                self.webhook_answers.append(answer.status_code)
                if answer.is_success:
                    bot.pending.popleft()
                else:
                    await asyncio.sleep(0.02)

    def _deliver(self, bot: _Bot, asked: Json, text: str) -> Json:
        number = self._id("s")
        self.delivered.append(Delivered(bot.token.partition(":")[0], str(asked["chat_id"]), text, number, asked))
        return {"message_id": number, "date": int(time.time() * 1000)}

    async def _deliver_slowly(self, bot: _Bot, asked: Json, text: str) -> Answer:
        """Delivers at once and answers late, or the other way round: who dies meanwhile cannot know which."""
        if self.late.random() < 0.5:
            await asyncio.sleep(self.delay)
            return _ok(self._deliver(bot, asked, text))
        message = self._deliver(bot, asked, text)
        await asyncio.sleep(self.delay)
        return _ok(message)

    async def _misbehave(self, fault: Fault) -> Answer | None:
        match fault:
            case Fault.GATEWAY:
                return Answer(502, b"<html><head><title>502 Bad Gateway</title></head></html>", "text/html")
            case Fault.DROP_BEFORE | Fault.DROP_AFTER:
                return await _never(0)
            case Fault.HANG_BEFORE | Fault.HANG_AFTER:
                return await _never(self.stall)
            case _:
                return refusal(self.transport, *fault.told)


def _ok(result: Any) -> Answer:
    return Answer(200, json.dumps({"ok": True, "result": result}).encode())


def _never(seconds: float) -> Awaitable[None]:
    """Holds the connection so long, then drops it without an answer."""
    return asyncio.sleep(seconds)
