"""One letter to the platform, part by part."""

from collections.abc import Sequence

from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.editing import edits, is_as_it_was
from bot.channels.telegram.faults import delivery
from bot.channels.telegram.writing import Call, UnfitFileError, UnfitTokenError, write
from bot.ports import Blocked, Delivery, Failed, Letter, Sent, Unclear

REMEMBERED = 1000
SLOWEST = 50_000  # bytes a second that a poor line still uploads


class Sender:
    """Sends letters and remembers how far a long one came.

    A letter that did not fit in one message and failed in the middle comes back as the same row: what has arrived is
    not said again, it goes on with the part that failed. Only a crash forgets this; then the whole letter is repeated,
    as every letter in flight is.
    """

    def __init__(self, api: Api, patience: float) -> None:
        """``patience``: seconds until a send is unclear; a file gets more, by its size."""
        self._api = api
        self._patience = patience
        self._arrived: dict[int, int] = {}

    async def send(self, letter: Letter) -> Delivery:
        """Sends the parts that are missing and returns what became of the letter; its number is the last part's."""
        try:
            calls = write(letter)
        except (UnfitTokenError, UnfitFileError) as error:
            return Failed(str(error))
        if letter.edits and (edited := await self._edit(calls, letter)) is not None:
            return edited
        outcome: Delivery = Failed("nothing to send")
        arrived = self._arrived.pop(letter.row, 0)
        for call in calls[arrived:]:
            outcome = await self._post(call, letter.address.chat)
            if not isinstance(outcome, Sent):
                self._remember(letter.row, arrived, outcome)
                break
            arrived += 1
        return outcome

    async def _post(self, call: Call, chat: str) -> Delivery:
        patience = self._patience + call.size / SLOWEST
        try:
            message = await self._api.call(call.method, call.payload, patience)
            return Sent(str(message["message_id"]))
        except TelegramError as error:
            return delivery(error, chat)
        except (KeyError, TypeError):
            return Unclear()  # 200, but not a message: some gateway's, or the platform's after sending

    async def _edit(self, calls: Sequence[Call], letter: Letter) -> Delivery | None:
        """Returns what became of the edit, None where the letter has to be a message of its own."""
        for call in edits(calls, letter.edits):
            outcome = await self._post(call, letter.address.chat)
            if not isinstance(outcome, Failed):
                return outcome
            if is_as_it_was(outcome.reason):
                return Sent(letter.edits)
        return None

    def _remember(self, row: int, arrived: int, outcome: Delivery) -> None:
        """Keeps how many parts arrived, unless the letter is over; the oldest notes go first."""
        if not arrived or isinstance(outcome, Blocked | Failed):
            return
        self._arrived[row] = arrived
        if len(self._arrived) > REMEMBERED:
            del self._arrived[next(iter(self._arrived))]
