"""The roll of a period, read from the house with a handful of queries, however many units there are."""

from datetime import date

from bot.model.period import Period
from bot.model.roll import Roll, call
from bot.model.tree import Tree
from bot.records import Records


async def roll_call(records: Records, period: Period, tree: Tree, today: date) -> Roll:
    """Returns where every unit of a period stands today."""
    expected = await records.expected(period.id)
    handed = await records.handed(period.id)
    drafted = await records.drafted(period.id)
    return call(period, tree, expected, handed, drafted, today)
