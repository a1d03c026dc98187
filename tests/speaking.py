"""An outbox for tests."""

import asyncio
from random import Random

from bot.outbox import Outbox
from bot.pace import Rates
from bot.ports.delivery import Delivery
from bot.store.tables import OUTBOX
from tests.scripted import Script
from tests.storehouse import House, say
from tests.stores import Opened
from tests.virtual_clock import VirtualClock
from tests.waiting import PATIENCE, until


class Desk:
    """An outbox between a store and a scripted channel, on virtual time."""

    def __init__(self, store: Opened, rates: Rates | None = None, grace: float = PATIENCE) -> None:
        self.clock = VirtualClock()
        self.channel = Script(self.clock)
        self.house = House(store)
        self.store = store
        self._rates = rates
        self._grace = grace
        self.speak_on(self.channel)

    def speak_on(self, channel: Script) -> None:
        """Speaks on this channel from now on."""
        self.channel = channel
        self.outbox = Outbox(self.store, channel, self.clock, rates=self._rates, dice=Random(1), grace=self._grace)

    async def say(self, name: str, *texts: str, bulk: bool = False) -> None:
        """Puts letters to a chat into the outbox."""
        await self.house.enqueue(say(name, *texts, bulk=bulk))

    async def work_off(self) -> None:
        """Serves until nothing is pending or leased."""
        serving = asyncio.create_task(self.outbox.serve())
        await until(self._idle)
        self.outbox.stop()
        await serving

    async def _idle(self) -> bool:
        return not {"pending", "leased"} & {row["state"] for row in await self.store.rows(OUTBOX)}

    async def fate(self, *deliveries: Delivery | Exception, bulk: bool = False) -> tuple[str, int]:
        """Returns the state that a letter with these deliveries ends in, and how often it was sent."""
        self.channel.fates["chào"] = list(deliveries)
        await self.say("ba", "chào", bulk=bulk)
        await self.work_off()
        return (await self.house.states())["chào"], len(self.channel.sent)
