"""One letter to Zalo, part by part."""

from collections.abc import Callable
from random import Random

from bot.channels.piecewise import Piecewise
from bot.channels.zalo.api import Api
from bot.channels.zalo.faults import HOUR, TOO_MANY, WRONG_TOKEN, RefusedError, ZaloError, delivery
from bot.channels.zalo.quota import Quota
from bot.channels.zalo.writing import Part, write
from bot.ports.clock import Clock
from bot.ports.delivery import Delivery, Sent, Wait
from bot.ports.letter import Letter


class Sender:
    """Sends letters; a long one goes on where it stopped."""

    def __init__(
        self, api: Api, clock: Clock, dice: Random, office: str, patience: float, stopped: Callable[[], None]
    ) -> None:
        """``patience``: seconds until a send is unclear. ``stopped`` is called when the token is refused."""
        self._api = api
        self._clock = clock
        self._office = office
        self._patience = patience
        self._stopped = stopped
        self._quota = Quota(dice)
        self._pieces = Piecewise()

    async def send(self, letter: Letter) -> Delivery:
        """Sends the parts that are missing and returns what became of the letter; its number is the last part's."""

        async def post(part: Part) -> Delivery:
            return await self._post(part, letter.address.chat)

        return await self._pieces.send(letter.row, write(letter, self._office), post)

    async def _post(self, part: Part, chat: str) -> Delivery:
        try:
            message = await self._api.call("sendMessage", part.payload(chat), self._patience)
        except RefusedError as error:
            return self._refused(error)
        except ZaloError as error:
            return delivery(error)
        self._quota.taken()
        # "ok" is the platform's word that it took the message; without a number it still did.
        return Sent(str(message.get("message_id", "")) if isinstance(message, dict) else "")

    def _refused(self, error: RefusedError) -> Delivery:
        if error.code == TOO_MANY:
            return Wait(self._quota.refused(self._clock.now()))
        if error.code == WRONG_TOKEN:
            self._stopped()
            return Wait(HOUR)  # the letter keeps for a new token
        return delivery(error)
