"""One letter to Telegram, part by part."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from weakref import WeakValueDictionary

from telegram.error import TelegramError

from bot.channels.piecewise import Piecewise
from bot.channels.telegram.api import Api
from bot.channels.telegram.editing import edits, is_as_it_was
from bot.channels.telegram.faults import delivery
from bot.channels.telegram.writing import Call, UnfitFileError, UnfitTokenError, write
from bot.ports.delivery import Delivery, Failed, Sent, Unclear
from bot.ports.letter import Letter

NAMES = 1000  # files whose names on the platform are remembered
_ABOUT_FILE = re.compile("file", re.IGNORECASE)
"""So the platform refuses a name: "wrong remote file identifier specified", "wrong file identifier/HTTP URL …"."""

SLOWEST = 50_000  # bytes a second that a poor line still uploads


class Sender:
    """Sends letters: a long one goes on where it stopped, a file that the platform holds goes by its name there."""

    def __init__(self, api: Api, patience: float) -> None:
        """``patience``: seconds until a send is unclear; a file gets more, by its size."""
        self._api = api
        self._patience = patience
        self._pieces = Piecewise()
        self._names: dict[str, str] = {}
        self._uploading: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def send(self, letter: Letter) -> Delivery:
        """Sends the parts that are missing and returns what became of the letter; its number is the last part's."""
        try:
            calls = write(letter)
        except (UnfitTokenError, UnfitFileError) as error:
            return Failed(str(error))
        if letter.edits and (edited := await self._edit(calls, letter)) is not None:
            return edited

        async def post(call: Call) -> Delivery:
            return await self._post(call, letter.address.chat)

        return await self._pieces.send(letter.row, calls, post)

    async def _post(self, call: Call, chat: str) -> Delivery:
        """Sends one part. A file that the platform holds already goes by its name there: only the first is uploaded."""
        if not call.file:
            return await self._call(call, chat)
        uploading = self._uploading.setdefault(call.file, asyncio.Lock())
        async with uploading:  # the others wait for the name: twenty at once would be twenty uploads
            name = self._names.get(call.file)
            if name is None:
                return await self._call(call, chat)
        named = replace(call, payload={**call.payload, call.field: name}, size=0)
        outcome = await self._call(named, chat)
        if not (isinstance(outcome, Failed) and _ABOUT_FILE.search(outcome.reason)):
            return outcome
        if self._names.get(call.file) == name:
            del self._names[call.file]
        return await self._call(call, chat)

    async def _call(self, call: Call, chat: str) -> Delivery:
        patience = self._patience + call.size / SLOWEST
        try:
            message = await self._api.call(call.method, call.payload, patience)
            self._note(call, message)
            return Sent(str(message["message_id"]))
        except TelegramError as error:
            return delivery(error, chat)
        except (KeyError, TypeError):
            return Unclear()  # 200, but not a message: some gateway's, or the platform's after sending

    def _note(self, call: Call, message: Any) -> None:
        """Keeps the platform's name of a file that was uploaded (Bot API, Sending files); the oldest go first."""
        held = message.get(call.field) if call.file and isinstance(message, dict) else None
        last = held[-1] if isinstance(held, list) and held else held  # of a picture's sizes the largest
        name = last.get("file_id") if isinstance(last, dict) else None
        if isinstance(name, str) and call.size:
            self._names[call.file] = name
            if len(self._names) > NAMES:
                del self._names[next(iter(self._names))]

    async def _edit(self, calls: Sequence[Call], letter: Letter) -> Delivery | None:
        """Returns what became of the edit, None where the letter has to be a message of its own."""
        for call in edits(calls, letter.edits):
            outcome = await self._post(call, letter.address.chat)
            if not isinstance(outcome, Failed):
                return outcome
            if is_as_it_was(outcome.reason):
                return Sent(letter.edits)
        return None
