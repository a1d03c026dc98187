"""The page of a whole program on this machine, with visitors who speak HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from bot.app import App, build
from bot.channels.web.reading import address
from bot.demo.load import load_today
from knowledge.base import Base
from tests.ports import free_port
from tests.programs import settings
from tests.waiting import PATIENCE


class House:
    """A program that serves the page. ``app`` is its inside."""

    def __init__(self, app: App, url: str) -> None:
        self.app = app
        self.url = url

    def visitor(self, cookies: httpx.Cookies | None = None) -> "Guest":
        """Returns a visitor, with the cookies of an earlier visit."""
        return Guest(self.url, cookies)


class Guest:
    """A visitor without a browser: sends what the page's script sends."""

    def __init__(self, url: str, cookies: httpx.Cookies | None = None, role: str = "") -> None:
        self.http = httpx.AsyncClient(base_url=url, cookies=cookies, params={"vai": role} if role else None)

    def as_(self, role: str) -> "Guest":
        """Returns the same visitor in a role of the demo."""
        return Guest(str(self.http.base_url), self.http.cookies, role)

    async def open(self) -> str:
        """Opens the page and returns its HTML."""
        answer = await self.http.get("/", follow_redirects=True)
        assert answer.status_code == 200
        return answer.text

    async def post(self, text: str = "", *, token: str = "", key: str = "", **headers: str) -> httpx.Response:
        """Sends words or a press, and returns how that was taken."""
        said = {"key": key or uuid4().hex, "text": text, "token": token}
        return await self.http.post("/say", json=said, headers=headers)

    async def say(self, text: str = "", *, token: str = "") -> str:
        """Sends words or a press, and returns the words of the next answer."""
        before = len([one for one in await self.chat() if not one["mine"]])
        taken = await self.post(text, token=token)
        assert taken.status_code == 200, taken.text
        async with asyncio.timeout(PATIENCE):
            while True:
                answers = [one for one in await self.chat() if not one["mine"]]
                if len(answers) > before:
                    return str(answers[before]["text"])
                await asyncio.sleep(0.02)

    async def chat(self) -> list[dict[str, Any]]:
        """Returns what stands in the chat."""
        answer = await self.http.get("/messages")
        return list(answer.json()["messages"]) if answer.status_code == 200 else []

    async def events(self, count: int, after: int) -> list[dict[str, Any]]:
        """Returns so many events of a stream that begins after an id."""
        found: list[dict[str, Any]] = []
        async with asyncio.timeout(PATIENCE):
            async with self.http.stream("GET", "/events", headers={"Last-Event-ID": str(after)}) as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("data: "):
                        found.append(json.loads(line.removeprefix("data: ")))
                    if len(found) == count:
                        return found
        return found


@asynccontextmanager
async def page(folder: Path, base: Base, *, demo: bool = False, **values: Any) -> AsyncIterator[House]:
    """Serves the page until the block is left."""
    port, stop, listening = free_port(), asyncio.Event(), asyncio.Event()
    async with build(settings(folder, web_port=port, **values), base=base, demo=demo) as app:
        if demo:
            await app.store.change(lambda house: load_today(house, address, datetime.now(UTC).date()))
        work = asyncio.create_task(app.serve(stop, listening.set))
        await listening.wait()
        try:
            yield House(app, f"http://127.0.0.1:{port}")
        finally:
            stop.set()
            await work
