"""A letter to its platform, call by call."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.ports.delivery import Blocked, Delivery, Failed, Sent

REMEMBERED = 1000  # letters that are half said

_Call = TypeVar("_Call")


class Piecewise:
    """Makes the calls of letters and remembers how far a long one came.

    A letter that did not fit in one message and failed in the middle comes back as the same row: what has arrived is
    not said again, it goes on with the part that failed. Only a crash forgets this; then the whole letter is repeated,
    as every letter in flight is.
    """

    def __init__(self) -> None:
        self._arrived: dict[int, int] = {}

    async def send(self, row: int, calls: Sequence[_Call], post: Callable[[_Call], Awaitable[Delivery]]) -> Delivery:
        """Makes the calls that are missing and returns what became of the letter; its number is the last part's."""
        outcome: Delivery = Failed("nothing to send")
        arrived = self._arrived.pop(row, 0)
        for call in calls[arrived:]:
            outcome = await post(call)
            if not isinstance(outcome, Sent):
                self._remember(row, arrived, outcome)
                break
            arrived += 1
        return outcome

    def _remember(self, row: int, arrived: int, outcome: Delivery) -> None:
        """Keeps how many parts arrived, unless the letter is over; the oldest notes go first."""
        if not arrived or isinstance(outcome, Blocked | Failed):
            return
        self._arrived[row] = arrived
        if len(self._arrived) > REMEMBERED:
            del self._arrived[next(iter(self._arrived))]
