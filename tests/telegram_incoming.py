"""What people do on the local Telegram, and how the bot gets to know it: by long polling, or at its webhook."""

import asyncio
import time
from collections import deque
from typing import Any

import aiohttp

from tests.telegram_http import Answer
from tests.telegram_payloads import Json, RefusedError, decoded, ok

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Incoming:
    """The updates of one bot, until it has taken them."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.queries: set[str] = set()
        self.webhook: Json = {}
        self.webhook_answers: list[int] = []
        self.pending: deque[Json] = deque()
        self._allowed: frozenset[str] | None = None
        self._next_update = 100_000_001
        self._next_message = 5000
        self._poller: asyncio.Future[bool] | None = None
        self._deliverer: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def end(self) -> None:
        """Delivers no more."""
        if self._deliverer:
            self._deliverer.cancel()

    def push(self, **event: Any) -> int:
        """Makes an update of an event such as ``message={…}`` and returns its number."""
        number, self._next_update = self._next_update, self._next_update + 1
        kind = next(iter(event))
        if kind not in NOT_BY_DEFAULT if self._allowed is None else kind in self._allowed:
            self.pending.append({"update_id": number, **event})
            self._news.set()
            if self._poller and not self._poller.done():
                self._poller.set_result(True)
        return number

    def say(self, chat: int, text: str) -> int:
        """A person writes to the bot in private; returns the update's number."""
        return self.push(message={**self._from_person(chat), "text": text})

    def press(self, chat: int, data: str) -> int:
        """A person presses a button; returns the update's number."""
        query = f"{chat}{self._next_update}"
        self.queries.add(query)
        message = {**self._from_person(chat), "from": {"id": int(self.token.split(":")[0]), "is_bot": True}}
        person = self._from_person(chat)["from"]
        return self.push(callback_query={"id": query, "from": person, "message": message, "data": data})

    def _from_person(self, chat: int) -> Json:
        self._next_message += 1
        person = {"id": chat, "is_bot": False, "first_name": f"Người {chat}", "language_code": "vi"}
        where = {"id": chat, "type": "private", "first_name": f"Người {chat}"}
        return {"message_id": self._next_message, "from": person, "chat": where, "date": int(time.time())}

    def _do_getupdates(self, asked: Json) -> Any:
        if self.webhook:
            raise RefusedError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poller and not self._poller.done():
            self._poller.set_result(False)  # the newer poller wins, the waiting one gets 409
        self._allow(asked)
        offset = int(asked.get("offset") or 0)
        # Confirmed only by a higher offset (Bot API, getUpdates).
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()
        limit = min(100, max(1, int(asked.get("limit") or 100)))
        if self.pending or not int(asked.get("timeout") or 0):
            return [self.pending[index] for index in range(min(limit, len(self.pending)))]
        return self._wait(limit, float(asked["timeout"]))

    async def _wait(self, limit: int, seconds: float) -> Answer:
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            still_ours = await asyncio.wait_for(asyncio.shield(poller), seconds)
        except TimeoutError:
            still_ours = True
        finally:
            if self._poller is poller:
                self._poller = None
        if not still_ours:
            return RefusedError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            ).answer
        return ok([self.pending[index] for index in range(min(limit, len(self.pending)))])

    def _do_setwebhook(self, asked: Json) -> bool:
        self._allow(asked)
        if not str(asked.get("url", "")).startswith("http"):
            raise RefusedError(400, "Bad Request: bad webhook: HTTPS url must be provided for webhook")
        self.webhook = asked
        if self._deliverer is None:
            self._deliverer = asyncio.ensure_future(self._call_webhook())
        return True

    def _do_getwebhookinfo(self, asked: Json) -> Json:
        return {"url": self.webhook.get("url", ""), "pending_update_count": len(self.pending)}

    def _do_deletewebhook(self, asked: Json) -> bool:
        self.webhook = {}
        if asked.get("drop_pending_updates") in (True, "true"):
            self.pending.clear()
        if self._deliverer:
            self._deliverer.cancel()
            self._deliverer = None
        return True

    async def _call_webhook(self) -> None:
        """Delivers the updates to the webhook; what is not answered with 2xx comes again."""
        async with aiohttp.ClientSession() as session:
            while True:
                while not self.pending:
                    self._news.clear()
                    await self._news.wait()
                headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
                try:
                    async with session.post(
                        self.webhook["url"], json=self.pending[0], headers=headers, allow_redirects=False
                    ) as answer:
                        self.webhook_answers.append(answer.status)
                        taken = 200 <= answer.status < 300
                except aiohttp.ClientError:
                    taken = False
                if taken:
                    self.pending.popleft()
                else:
                    await asyncio.sleep(0.02)

    def _allow(self, asked: Json) -> None:
        """The last list is remembered; an empty one means the default (Bot API, getUpdates)."""
        if asked.get("allowed_updates") is not None:
            self._allowed = frozenset(decoded(asked["allowed_updates"])) or None
