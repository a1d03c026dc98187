"""The open pages: who waits for news of which chat. What is kept is handed to them as it is, without another look."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager

from bot.page_ports import Shown

MOST = 6  # open pages of one chat
BEHIND = 100  # messages that a page may be behind; then it is let go, and asks for the rest when it comes again
PING = 20.0  # seconds without news after which a sign goes out: proxies end what is silent, and who has gone is noticed

News = asyncio.Queue[Shown | None]
"""What a page has not got yet; None: it is to end."""


class Streams:
    """Hands what is kept to the open pages of its chat."""

    def __init__(self, most: int = MOST, ping: float = PING) -> None:
        self._most = most
        self._ping = ping
        self._open: defaultdict[str, set[News]] = defaultdict(set)
        self._ending: asyncio.Task[None] | None = None

    def full(self, chat: str) -> bool:
        """Returns whether a chat has as many open pages as it may."""
        return len(self._open.get(chat, ())) >= self._most

    def give(self, shown: Shown) -> None:
        """Hands a message to the open pages of its chat."""
        for news in tuple(self._open.get(shown.chat, ())):
            if news.qsize() >= BEHIND:
                self._leave(shown.chat, news)
                news.put_nowait(None)
            else:
                news.put_nowait(shown)

    def end(self, chat: str) -> None:
        """Lets the open pages of a chat end once they have got what was given to them."""
        for news in self._open.pop(chat, ()):
            news.put_nowait(None)

    @contextmanager
    def listening(self, chat: str) -> Iterator[News]:
        """Yields what comes in a chat from now on."""
        news: News = asyncio.Queue()
        self._open[chat].add(news)
        try:
            yield news
        finally:
            self._leave(chat, news)

    async def follow(self, news: News, stop: asyncio.Event) -> AsyncIterator[Sequence[Shown]]:
        """Yields what has come; nothing after a silence. Ends with ``stop``, and where a page is too far behind."""
        if self._ending is None or self._ending.done():
            self._ending = asyncio.create_task(self._end(stop))
        while not stop.is_set():
            try:
                async with asyncio.timeout(self._ping):
                    shown = await news.get()
            except TimeoutError:
                yield ()
            else:
                if shown is None:
                    return
                yield (shown,)

    async def _end(self, stop: asyncio.Event) -> None:
        await stop.wait()
        for pages in self._open.values():
            for news in pages:
                news.put_nowait(None)

    def _leave(self, chat: str, news: News) -> None:
        pages = self._open.get(chat, set())
        pages.discard(news)
        if not pages:
            self._open.pop(chat, None)
