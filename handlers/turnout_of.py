"""How many have reported in a period."""

from bot.desk import Desk
from bot.model.period import Period
from bot.model.turnout import Turnout
from bot.roll_call import roll_call


async def turnout_of(desk: Desk, period: Period) -> Turnout:
    """Returns how many have reported today."""
    return (await roll_call(desk.records, period, await desk.records.tree(), desk.now.date())).turnout
