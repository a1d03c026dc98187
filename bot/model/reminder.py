"""Who was reminded of what: remembered, so that nobody is reminded twice."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reminded:
    """Units whose leaders were written to about a period. ``wave`` names the wave, or the news that it was instead."""

    period: str
    wave: str
    units: tuple[str, ...]
    at: datetime
