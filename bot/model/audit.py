"""What somebody did that changes who may do what, or what is held."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Audit:
    """Who did what, to what, when, through which channel. ``what`` is a verb ("role.given"), ``about`` an id."""

    who: str
    what: str
    about: str
    at: datetime
    channel: str
    note: str = ""
