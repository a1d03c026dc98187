"""The likely readings that a doubt offers, and the sentences that go with it."""

from collections.abc import Iterable
from decimal import Decimal

from bot.reading.asked import Asked
from bot.reading.readings import Doubt, Option
from bot.reading.shown import shown_in

_MONEY_SCALES = (Decimal(10**6), Decimal(10**3), Decimal(1))


def doubt(why: str, asked: Asked, values: Iterable[Decimal] = ()) -> Doubt:
    """Returns a doubt that offers these values, each once, in their order."""
    kept = dict.fromkeys(value for value in values if value >= 0)
    return Doubt(why, tuple(Option(shown_in(value, asked.unit), value) for value in kept))


def money_meant(number: Decimal, asked: Asked) -> list[Decimal]:
    """Returns what a bare number may mean in a field of money: the likeliest of millions, thousands and đồng first."""
    values = [number * scale for scale in _MONEY_SCALES if number * scale == int(number * scale)]
    high = asked.high or Decimal(300_000_000)
    if number >= 1000:
        values = [value for value in values if value < 1000 * number or value <= high]
        values.sort(key=lambda value: value != number * 1000)
    return sorted(values, key=lambda value: value > high)


def in_range(value: Decimal, asked: Asked) -> bool:
    """Whether a value is usual; 0 always is."""
    if value == 0:
        return True
    return (asked.low is None or value >= asked.low) and (asked.high is None or value <= asked.high)
