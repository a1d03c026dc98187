"""The loop that looks at the clock: what is due enters the inbox as an event, and is handled there (DESIGN 2)."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

from bot.ports.clock import Clock
from bot.ports.line import Line
from bot.ports.store import Store
from bot.rounds import Rounds


class Timetable:
    """Turns what is due into events. It remembers nothing: all that is due is read from the store's own rows."""

    def __init__(
        self,
        store: Store,
        lines: Sequence[Line],
        clock: Clock,
        *,
        made: Callable[[], None] = lambda: None,
        dice: Random | None = None,
        patience: timedelta = timedelta(0),
    ) -> None:
        """``made`` wakes who handles events. ``patience``: so long after a change nothing is looked at again.

        Every message changes something.
        """
        self._store = store
        self._lines = lines
        self._clock = clock
        self._made = made
        self._rounds = Rounds("timetable", clock, dice, patience)

    def wake(self) -> None:
        """Says that something was committed: there may be something new to wait for."""
        self._rounds.wake()

    def stop(self) -> None:
        """Lets ``serve`` finish. What falls due meanwhile is due at the next start."""
        self._rounds.stop()

    async def turn(self) -> int:
        """Makes events of what is due now; returns how many things that were: 0 when nothing is due."""
        now = self._clock.now()
        due = await self._store.next_event(self._lines)
        if due is None or due > now:
            return 0
        made = await self._store.make_due(self._lines, now)
        if made:
            self._made()
        return made

    async def serve(self) -> None:
        """Makes events when their time comes, until ``stop``. A fault of the store is logged and outlived."""
        await self._rounds.go(self.turn, lambda: self._store.next_event(self._lines))
