"""A local platform that speaks the Bot API as telegram-notes section 2 says. 127.0.0.1 only.

In a test: ``server = TelegramServer(); await server.start()``. As a process of its own, for benchmarks and kill tests:
``python -m tests.telegram_server --port 8081``, controlled through ``/control`` (see telegram_control.py).
"""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import parse_qsl, unquote

from tests.dice import Dice
from tests.telegram_faults import DELIVERED, UNCLEAR, Fault, Gate, Limits
from tests.telegram_http import Answer, HttpServer, Request
from tests.telegram_incoming import Incoming
from tests.telegram_payloads import (
    Json,
    RefusedError,
    check_caption,
    check_keyboard,
    check_text,
    check_upload,
    decoded,
    ok,
    parameters,
)

TOKEN = "7000000001:AAtest-token_never-to-be-logged"
USERNAME = "dongdoi_bot"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that a person now sees."""

    at: float
    chat: str
    text: str
    message_id: int
    payload: Json


class TelegramServer(Incoming):
    """The platform with one bot on it. Tests push updates, and look at what was delivered."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        seed: int = 0,
        chances: dict[Fault, float] | None = None,
        limits: Limits | None = None,
        stall: float = 3600,
        delay: float = 0,
    ) -> None:
        """``stall``: seconds without an answer in a stall fault; ``delay``: seconds that every send takes."""
        super().__init__(token)
        self.dice = Dice(seed, chances or {}, UNCLEAR)
        self.gate = Gate(limits or Limits())
        self.stall = stall
        self.delay = delay
        self.late = Random(seed)
        self.url = ""
        self.delivered: list[Delivered] = []
        self.calls: list[tuple[str, Json]] = []
        self.sends = 0
        self.keep_calls = True
        self.flooded = 0
        self.blockers: set[str] = set()
        self.deactivated: set[str] = set()
        self.strangers: set[str] = set()
        self.moved: dict[str, int] = {}
        self.files: dict[str, bytes] = {}
        self.paths: dict[str, str] = {}
        self.held: dict[str, set[str]] = {"photo": set(), "document": set()}
        self.commands: list[Json] = []
        self.gateway = 0
        self.file_gateway = 0
        self._shown: dict[tuple[str, int], Json] = {}
        self._http = HttpServer(self.answer)

    async def start(self, port: int = 0) -> str:
        """Listens and returns the base URL."""
        self.url = await self._http.start(port)
        return self.url

    async def stop(self) -> None:
        """Goes away with all connections."""
        self.end()
        await self._http.stop()

    def answer(self, request: Request) -> Any:
        """Returns the answer to one HTTP request, or a coroutine for one that takes time."""
        path, _, query = request.path.partition("?")
        if path.startswith("/file/bot"):
            asked_for = unquote(path.removeprefix(f"/file/bot{self.token}/"))
            names = {path: file for file, path in self.paths.items()}
            content = self.files.get(names.get(asked_for, asked_for))
            if self.file_gateway:
                self.file_gateway -= 1
                return Answer(502, b"<html><body>502 Bad Gateway nginx</body></html>", "text/html")
            if content is None:
                return RefusedError(404, "Not Found").answer
            return Answer(200, content, "application/octet-stream")
        token, _, method = path.removeprefix("/bot").partition("/")
        if self.gateway:
            self.gateway -= 1
            return Answer(502, b"<html><body>502 Bad Gateway nginx</body></html>", "text/html")
        if not path.startswith("/bot") or token != self.token:
            return RefusedError(401, "Unauthorized").answer
        found = getattr(self, f"_do_{method.lower()}", None)
        if found is None:
            return RefusedError(404, "Not Found").answer
        asked = {**dict(parse_qsl(query)), **parameters(request)}
        if self.keep_calls:
            self.calls.append((method, asked))
        try:
            result = found(asked)
        except RefusedError as error:
            return error.answer
        if isinstance(result, Answer) or asyncio.iscoroutine(result):
            return result
        return ok(result)

    def _do_getme(self, asked: Json) -> Json:
        return {"id": int(self.token.split(":")[0]), "is_bot": True, "first_name": "Đồng Đội", "username": USERNAME}

    def _do_sendmessage(self, asked: Json) -> Any:
        check_text(asked.get("text", ""))
        return self._send(asked, asked["text"])

    def _do_senddocument(self, asked: Json) -> Any:
        check_upload(asked.get("document"), 50 << 20, self.held["document"])
        check_caption(asked.get("caption", ""))
        return self._send(asked, asked.get("caption", ""))

    def _do_sendphoto(self, asked: Json) -> Any:
        check_upload(asked.get("photo"), 10 << 20, self.held["photo"])
        check_caption(asked.get("caption", ""))
        return self._send(asked, asked.get("caption", ""))

    def _send(self, asked: Json, text: str) -> Any:
        self.sends += 1
        chat = self._reachable(asked)
        check_keyboard(asked.get("reply_markup"))
        fault = self.dice.next((chat, text))
        self._leave(chat, fault)
        self._reachable(asked)
        if fault is Fault.BROKEN:
            raise RefusedError(500, "Internal Server Error")
        if fault is Fault.GATEWAY:
            return Answer(502, b"<html><head><title>502 Bad Gateway</title></head></html>", "text/html")
        refused = self.gate.refuses(chat, time.monotonic())
        self.flooded += refused
        if fault is Fault.FLOOD or refused:
            wait = self.gate.limits.retry_after
            raise RefusedError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        if fault is Fault.FLOOD_ZERO:
            raise RefusedError(429, "Too Many Requests: retry after 0", retry_after=0)
        if self.delay and fault is None:
            return self._deliver_slowly(chat, text, asked)
        message = self._deliver(chat, text, asked) if fault is None or fault in DELIVERED else {}
        if fault in (Fault.DROP_BEFORE, Fault.DROP_AFTER):
            return _never(0)
        if fault in (Fault.STALL_BEFORE, Fault.STALL_AFTER):
            return _never(self.stall)
        return message

    async def _deliver_slowly(self, chat: str, text: str, asked: Json) -> Answer:
        """Delivers at once and answers late, or the other way round: who dies meanwhile cannot know which."""
        if self.late.random() < 0.5:
            await asyncio.sleep(self.delay)
            return ok(self._deliver(chat, text, asked))
        message = self._deliver(chat, text, asked)
        await asyncio.sleep(self.delay)
        return ok(message)

    def shown(self, chat: int, message_id: str) -> tuple[str, list[str]]:
        """Returns what a message says now, and the labels of its buttons."""
        shown = self._shown[str(chat), int(message_id)]
        keyboard = decoded(shown.get("reply_markup") or {}).get("inline_keyboard", [])
        return shown["text"], [button["text"] for row in keyboard for button in row]

    def _do_editmessagetext(self, asked: Json) -> Json:
        check_text(asked.get("text", ""))
        return self._edit(asked, asked["text"], under_file=False)

    def _do_editmessagecaption(self, asked: Json) -> Json:
        check_caption(asked.get("caption", ""))
        return self._edit(asked, asked.get("caption", ""), under_file=True)

    def _edit(self, asked: Json, text: str, *, under_file: bool) -> Json:
        shown = self._shown.get((str(asked.get("chat_id")), int(asked.get("message_id", 0))))
        if shown is None:
            raise RefusedError(400, "Bad Request: message to edit not found")
        if shown["under_file"] is not under_file:
            what = "caption" if under_file else "text"
            raise RefusedError(400, f"Bad Request: there is no {what} in the message to edit")
        check_keyboard(asked.get("reply_markup"))
        same = shown["text"] == text and shown.get("reply_markup") == asked.get("reply_markup")
        if same:
            raise RefusedError(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message",
            )
        shown["text"] = text
        shown["reply_markup"] = asked.get("reply_markup")  # without it the keyboard goes
        return shown

    def _do_answercallbackquery(self, asked: Json) -> bool:
        if asked.get("callback_query_id") not in self.queries:
            raise RefusedError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        return True

    def _do_sendchataction(self, asked: Json) -> bool:
        self._reachable(asked)
        return True

    def _do_setmycommands(self, asked: Json) -> bool:
        self.commands = decoded(asked["commands"])
        return True

    def _do_getfile(self, asked: Json) -> Json:
        file = asked.get("file_id")
        if file not in self.files:
            raise RefusedError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self.files[file])
        if size > 20 << 20:  # Bot API, getFile
            raise RefusedError(400, "Bad Request: file is too big")
        return {"file_id": file, "file_unique_id": file, "file_size": size, "file_path": self.paths.get(file, file)}

    def _reachable(self, asked: Json) -> str:
        chat = str(asked.get("chat_id", ""))
        if not chat:
            raise RefusedError(400, "Bad Request: chat_id is empty")
        if chat in self.strangers:
            raise RefusedError(400, "Bad Request: chat not found")
        if chat in self.blockers:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        if chat in self.deactivated:
            raise RefusedError(403, "Forbidden: user is deactivated")
        if chat in self.moved:
            raise RefusedError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat],
            )
        return chat

    def _leave(self, chat: str, fault: Fault | None) -> None:
        """Some never come back."""
        gone = {
            Fault.BLOCKS: self.blockers,
            Fault.DEACTIVATED: self.deactivated,
            Fault.UNKNOWN_CHAT: self.strangers,
        }
        if fault in gone:
            gone[fault].add(chat)

    def _deliver(self, chat: str, text: str, asked: Json) -> Json:
        self._next_message += 1
        self.delivered.append(Delivered(time.monotonic(), chat, text, self._next_message, asked))
        message = {
            "message_id": self._next_message,
            "from": {"id": int(self.token.split(":")[0]), "is_bot": True, "first_name": "Đồng Đội"},
            "chat": {"id": int(chat), "type": "private" if int(chat) > 0 else "group"},
            "date": int(time.time()),
            "text": text,
        }
        for kind, held in self.held.items():
            if kind in asked:
                name = asked[kind] if isinstance(asked[kind], str) else f"{kind}-{self._next_message}"
                held.add(name)
                sizes = [{"file_id": f"small-{name}"}, {"file_id": name}]
                message[kind] = sizes if kind == "photo" else sizes[-1]
        if self.keep_calls:
            under_file = bool({"document", "photo"} & set(asked))
            kept = {"reply_markup": asked.get("reply_markup"), "under_file": under_file}
            self._shown[chat, self._next_message] = {**message, **kept}
        return message


def _never(seconds: float) -> Awaitable[None]:
    """Holds the connection so long, then drops it without an answer."""
    return asyncio.sleep(seconds)


if __name__ == "__main__":
    from tests.telegram_control import main

    main()
