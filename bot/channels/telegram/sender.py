"""One letter to Telegram, part by part."""

from telegram.error import TelegramError

from bot.channels.piecewise import Piecewise
from bot.channels.telegram.api import Api
from bot.channels.telegram.faults import delivery
from bot.channels.telegram.writing import Call, UnfitFileError, UnfitTokenError, write
from bot.ports import Delivery, Failed, Letter, Sent, Unclear

SLOWEST = 50_000  # bytes a second that a poor line still uploads


class Sender:
    """Sends letters; a long one goes on where it stopped."""

    def __init__(self, api: Api, patience: float) -> None:
        """``patience``: seconds until a send is unclear; a file gets more, by its size."""
        self._api = api
        self._patience = patience
        self._pieces = Piecewise()

    async def send(self, letter: Letter) -> Delivery:
        """Sends the parts that are missing and returns what became of the letter; its number is the last part's."""
        try:
            calls = write(letter)
        except (UnfitTokenError, UnfitFileError) as error:
            return Failed(str(error))

        async def post(call: Call) -> Delivery:
            return await self._post(call, letter.address.chat)

        return await self._pieces.send(letter.row, calls, post)

    async def _post(self, call: Call, chat: str) -> Delivery:
        patience = self._patience + call.size / SLOWEST
        try:
            message = await self._api.call(call.method, call.payload, patience)
            return Sent(str(message["message_id"]))
        except TelegramError as error:
            return delivery(error, chat)
        except (KeyError, TypeError):
            return Unclear()  # 200, but not a message: some gateway's, or the platform's after sending
