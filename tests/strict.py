"""A platform without a network that enforces its limits on virtual time."""

from bot.ports.clock import Clock
from bot.ports.delivery import Delivery, Sent, Wait
from bot.ports.letter import Letter
from tests.scripted import NAME, Script
from tests.telegram_faults import Gate, Limits


class Strict(Script):
    """A channel (bot.ports.channel.Channel) that refuses what comes too fast: thirty a second, and one to each chat."""

    def __init__(self, clock: Clock, bot: str = "b1") -> None:
        super().__init__(clock, bot)
        self.name = NAME
        self.gate_of_platform = Gate(Limits(30, 1, strict=True))
        self.refused = 0

    async def send(self, letter: Letter) -> Delivery:
        """Takes the letter, or says how long to wait."""
        now = self._clock.now()
        if self.gate_of_platform.refuses(letter.address.chat, now.timestamp()):
            self.refused += 1
            return Wait(1)
        self.sent.append((now, letter))
        return Sent(f"m{letter.row}")
