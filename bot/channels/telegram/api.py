"""python-telegram-bot's Bot with one door more: a method by its name, answered in raw JSON."""

from typing import Any
from urllib.parse import quote

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.request import AiohttpRequest

CONNECT = 10.0  # seconds; also the wait for a free connection of the pool
READ = 15.0  # seconds until a send counts as unclear
CONNECTIONS = 64


class Api(Bot):
    """The Bot API. Raw where PTB's own types would cost time or lag behind the platform."""

    __slots__ = ()

    def __init__(self, token: str, base_url: str, proxy: str, read: float = READ) -> None:
        super().__init__(
            token,
            base_url=f"{base_url.rstrip('/')}/bot",
            base_file_url=f"{base_url.rstrip('/')}/file/bot",
            request=AiohttpRequest(CONNECTIONS, CONNECT, read, proxy),
            get_updates_request=AiohttpRequest(1, CONNECT, read, proxy),
        )

    def __repr__(self) -> str:
        return "Api"  # PTB's own shows the token

    async def connect(self) -> None:
        """Opens the pools only: PTB's initialize() also asks getMe, and its error holds the token."""
        for request in self._request:
            await request.initialize()

    async def disconnect(self) -> None:
        """Closes the pools."""
        for request in self._request:
            await request.shutdown()

    async def download(self, path: str, most: int, patience: float) -> bytes:
        """Returns the file at a ``file_path`` within ``patience`` seconds. Raises TelegramError; BadRequest where it is
        not there, or has more bytes than ``most``.
        """
        request = self._request[1]
        assert isinstance(request, AiohttpRequest)
        return await request.download(f"{self.base_file_url}/{quote(path)}", most, patience)

    async def call(self, method: str, parameters: dict[str, Any], patience: float | None = None) -> Any:
        """Returns the result of a method as plain JSON, within ``patience`` seconds. Raises TelegramError."""
        try:
            return await self._post(method, parameters, read_timeout=patience)
        except KeyError:  # PTB takes "result" from whatever answered with 200
            pass
        raise TelegramError("the answer is not the Bot API's")
