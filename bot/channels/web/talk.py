"""What the doors of the page do in the house: keep what is said, hand it in, wake the open pages."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from bot.channels.web.reading import event
from bot.channels.web.streams import Streams
from bot.channels.web.visitors import Visitor
from bot.gathered import Gathered
from bot.messages import File, Kind
from bot.page_ports import History, Laid, Shown
from bot.ports.channel import Receive
from bot.ports.clock import Clock
from bot.ports.letter import Letter

SCREEN = 60  # messages that a page shows when it opens
OLD = "(nút cũ)"
OPENING = "/start"
"""What the page says by itself when it opens for the first time: nobody typed it, so it is not shown."""

_Kept = tuple[Shown, File | None, datetime]


class Talk:
    """The chats of the page. What is said stands in the history first: an answer cannot overtake its question."""

    def __init__(self, history: History, clock: Clock, streams: Streams) -> None:
        self._history = history
        self._clock = clock
        self.streams = streams
        self._keeping: Gathered[_Kept, Shown] = Gathered(self._keep)
        self._looking: Gathered[tuple[str, int], Sequence[Shown]] = Gathered(history.after)
        self._entering: Gathered[Visitor, bool] = Gathered(self._left)

    async def present(self, visitor: Visitor | None) -> Visitor | None:
        """Returns the visitor; None for a stranger, and for who has left this browser: that cookie opens nothing."""
        return None if visitor is None or await self._entering.do(visitor) else visitor

    async def say(self, visitor: Visitor, key: str, text: str, receive: Receive) -> None:
        """Hands in words."""
        if text != OPENING:
            await self._show(Shown(visitor.chat, _said(key), True, text))
        await receive(event(visitor.chat, Kind.TEXT, key, text=text))

    async def press(self, visitor: Visitor, key: str, token: str, receive: Receive) -> None:
        """Hands in a press. What stood on the button is shown as said."""
        shown = await self.screen(visitor)
        offered = (choice.label for one in reversed(shown) for choice in one.choices if choice.token == token)
        await self._show(Shown(visitor.chat, _said(key), True, next(offered, OLD)))
        await receive(event(visitor.chat, Kind.PRESS, key, token=token))

    async def send(self, visitor: Visitor, key: str, picture: File, receive: Receive) -> None:
        """Hands in a picture. Sent again under the same key it is the first one."""
        laid = Laid(secrets.token_urlsafe(12), picture.name, picture.kind)
        kept = await self._show(Shown(visitor.chat, _said(key), True, "", file=laid), picture)
        name = (kept.file or laid).id
        await receive(event(visitor.chat, Kind.PHOTO, key, file=f"{visitor.chat}/{name}"))

    async def answer(self, letter: Letter) -> str:
        """Shows a letter and returns its place, by which it can be written anew. Once, however often it is sent."""
        file = letter.file
        laid = Laid(file.id or secrets.token_urlsafe(12), file.name, file.kind) if file else None
        place = int(letter.edits) if letter.edits.isascii() and letter.edits.isdigit() else 0
        shown = Shown(
            letter.address.chat,
            f"out:{letter.row}",
            False,
            letter.text,
            letter.choices,
            letter.spans,
            laid,
            place=place,
        )
        return str((await self._show(shown, file)).place)

    async def screen(self, visitor: Visitor) -> Sequence[Shown]:
        """Returns what a page shows when it opens."""
        return await self._history.last(visitor.chat, SCREEN)

    async def news(self, visitor: Visitor, seen: int) -> Sequence[Shown]:
        """Returns what is new to a page that has seen everything up to an id."""
        return await self._looking.do((visitor.chat, seen))

    async def file(self, chat: str, name: str) -> File | None:
        """Returns a file of this chat and of no other."""
        return await self._history.file(chat, name)

    async def _show(self, shown: Shown, file: File | None = None) -> Shown:
        return await self._keeping.do((shown, file, self._clock.now()))

    async def _left(self, visitors: Sequence[Visitor]) -> Sequence[bool]:
        left = await self._history.left({chat for visitor in visitors for chat in visitor.chats})
        return [not left.isdisjoint(visitor.chats) for visitor in visitors]

    async def _keep(self, many: Sequence[_Kept]) -> Sequence[Shown]:
        files = {shown.file.id: file for shown, file, _ in many if shown.file is not None and file is not None}
        kept = await self._history.keep([shown for shown, _, _ in many], files, many[-1][2])
        for one in sorted(kept, key=lambda shown: shown.id):
            self.streams.give(one)
        if told := {one.chat for one in kept if not one.mine}:
            for chat in await self._history.left(told):
                self.streams.end(chat)  # the farewell of who leaves is the last that the page gets
        return kept


def _said(key: str) -> str:
    return f"in:{key}"
