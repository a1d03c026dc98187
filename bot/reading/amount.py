"""A number with what it counts or measures."""

from dataclasses import dataclass
from decimal import Decimal

from bot.reading.numeral import Numeral
from bot.reading.unit import Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text. ``value`` is in the field's unit where ``unit`` is known.

    ``start`` and ``end`` are its tokens. ``foreign`` marks a unit of
    another kind than the field's. ``noun`` is what is counted, ``group`` the words that stand for it. ``strange`` is an
    unknown word right behind the number. ``others`` are doubtful readings;
    ``read_back`` marks one that is to be confirmed.
    """

    value: Decimal
    numeral: Numeral
    start: int = 0
    end: int = 0
    unit: Unit | None = None
    foreign: bool = False
    noun: str = ""
    group: frozenset[str] = frozenset()
    strange: str = ""
    others: tuple[Decimal, ...] = ()
    read_back: bool = False
