"""The likely readings that a doubt offers, and the sentences that go with it."""

from collections.abc import Iterable
from decimal import Decimal

from bot.reading.asked import Asked
from bot.reading.readings import Doubt, Option
from bot.reading.shown import shown_in

_HIGH_MONEY = Decimal(300_000_000)
"""Above this a bare number is not taken for millions, where the field says no range of its own."""
_MONEY_SCALES = (Decimal(10**6), Decimal(10**3), Decimal(1))


def doubt(why: str, asked: Asked, values: Iterable[Decimal] = ()) -> Doubt:
    """Returns a doubt that offers these values, each once, in their order."""
    kept = dict.fromkeys(tidy(value) for value in values if value >= 0)
    return Doubt(why, tuple(Option(shown_in(value, asked.unit), value) for value in kept))


def tidy(value: Decimal) -> Decimal:
    """Returns a value without empty decimals, and whole where it is whole."""
    return value.quantize(Decimal(1)) if value == int(value) else value.normalize()


def money_meant(number: Decimal, asked: Asked) -> list[Decimal]:
    """Returns what a bare number may mean in a field of money: the likeliest of millions, thousands and đồng first."""
    values = [number * scale for scale in _MONEY_SCALES if number * scale == int(number * scale)]
    high = asked.high or _HIGH_MONEY
    return [value for value in values if value <= high] or values


def in_range(value: Decimal, asked: Asked) -> bool:
    """Whether a value is usual; 0 always is."""
    if value == 0:
        return True
    return (asked.low is None or value >= asked.low) and (asked.high is None or value <= asked.high)
