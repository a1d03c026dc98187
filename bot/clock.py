"""The real clock."""

import asyncio
from datetime import UTC, datetime


class RealClock:
    """The machine's time (bot.ports.clock.Clock)."""

    def now(self) -> datetime:
        """Returns the time in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Returns after so many seconds."""
        await asyncio.sleep(seconds)
