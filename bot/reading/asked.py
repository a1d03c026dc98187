"""The description of a figure that is being asked for: all that reading an answer needs to know of a field."""

from dataclasses import dataclass
from decimal import Decimal

from bot.reading.kind import FigureKind


@dataclass(frozen=True, slots=True)
class Asked:
    """One field as the reader sees it.

    ``unit`` is the unit of the value ("đồng", "hộ", "m²", "km"); ``low`` and ``high`` its usual range, if it has one.
    ``left`` marks what is left ("hết rồi" is 0). ``names`` are the label, the short label and the aliases, as people
    type them. ``previous`` is the value of the last period. ``event`` is shared by the fields that count one thing in
    several units: sessions and listeners, households and what they got.
    """

    key: str
    kind: FigureKind
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    left: bool = False
    names: tuple[str, ...] = ()
    previous: Decimal | None = None
    event: str = ""
