"""A number as it was written: in digits, in words, or both ("3 triệu 5", "ba trăm lẻ năm nghìn")."""

from dataclasses import dataclass
from decimal import Decimal

from bot.reading.literal import Literal


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number. ``others`` are further readings, the likeliest first, when it must not be taken as it is.

    ``literal`` is the number in digits when nothing else was written, ``digits`` tells that it starts with digits.
    ``scaled`` tells of nghìn, triệu, tỷ, ``short`` of k and tr, which only money has; ``top`` is the greatest scale.
    ``tail`` marks a shorthand that is worth reading back ("3tr05"), ``loose`` one that only holds where the range
    allows it ("1 tỷ 2"), ``half`` a half that is not of a unit ("trăm rưỡi"), ``slip`` a mistyped word.
    """

    value: Decimal
    end: int
    literal: Literal | None = None
    others: tuple[Decimal, ...] = ()
    scaled: bool = False
    short: bool = False
    top: Decimal = Decimal(1)
    tail: bool = False
    loose: bool = False
    half: bool = False
    slip: bool = False
    digits: bool = False
