"""Drafts that were left half done, for tests of what the clock makes due."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.dialog.draft import Draft
from bot.dialog.progress import Progress
from bot.dialog.silence import first_nudge
from bot.messages import Address
from bot.model.submission import ReportKey
from bot.store import drafts


def draft(name: str, address: Address, touched: datetime) -> Draft:
    """Returns a draft of the unit and the run with this name, touched last at this time."""
    progress = Progress(name, ReportKey("6T-2026", name, "cuoc-van-dong"), 1)
    return Draft(progress, address, touched, first_nudge(touched))


async def keep(engine: AsyncEngine, *some: Draft) -> None:
    """Writes drafts down."""
    async with engine.begin() as connection:
        await connection.run_sync(drafts.write, some)


async def kept(engine: AsyncEngine, names: Sequence[str]) -> list[Draft]:
    """Returns the drafts of these units."""
    async with engine.begin() as connection:
        return await connection.run_sync(drafts.of_units, "6T-2026", names)
