"""A broadcast on a platform that enforces its limits, on virtual time: as fast as it may be, and nothing is refused."""

import asyncio
from datetime import datetime
from pathlib import Path

from bot.ports.delivery import Delivery
from bot.ports.letter import Letter
from tests.broadcasts import running
from tests.speaking import Desk
from tests.storehouse import say
from tests.stores import opened
from tests.strict import Strict
from tests.waiting import until

EVERY = 25
"""So many letters after each other, then somebody writes."""


class Asking(Strict):
    """Somebody asks something after every twenty-fifth letter: a stranger, or who got that letter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.clock)
        self.desk = desk
        self.asked: dict[str, datetime] = {}
        self.answered: dict[str, datetime] = {}

    async def send(self, letter: Letter) -> Delivery:
        """Takes the letter; then somebody writes."""
        delivery = await super().send(letter)
        if letter.text in self.asked:
            self.answered[letter.text] = self._clock.now()
        elif len(self.sent) % EVERY == 0:
            text = f"trả lời {len(self.sent)}"
            self.asked[text] = self._clock.now()
            await self.desk.house.enqueue(say(letter.address.chat if len(self.asked) % 2 else text, text))
            self.desk.outbox.wake()
        return delivery


async def test_nothing_is_refused_and_replies_come_before_the_rest_of_the_broadcast(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        desk = Desk(store)
        platform = Asking(desk)
        desk.speak_on(platform)
        names = [f"hv{number}" for number in range(300)]
        await running(store, *names)
        serving = asyncio.create_task(desk.outbox.serve())
        await until(lambda: len(platform.sent) == len(names) + len(platform.asked) + platform.refused)
        desk.outbox.stop()
        await serving
    assert platform.refused == 0
    bulk = [when for when, letter in platform.sent if letter.broadcast]
    assert len(bulk) == len({letter.address for _, letter in platform.sent if letter.broadcast}) == 300
    between = [when for when, _ in platform.sent if bulk[0] <= when <= bulk[-1]]
    assert (len(between) - 1) / (bulk[-1] - bulk[0]).total_seconds() >= 29
    waits = [(platform.answered[text] - at).total_seconds() for text, at in platform.asked.items()]
    assert len(waits) >= 10
    assert max(waits) <= 1.1, "bulk to the same chat is a second old then"
    assert min(waits) <= 0.035
