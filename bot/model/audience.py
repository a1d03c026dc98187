"""Whom a broadcast is for, as it was said; who that is stands fixed only when it is frozen."""

from dataclasses import dataclass
from enum import StrEnum


class AudienceKind(StrEnum):
    """EVERYBODY: all who ever wrote to the bot in private, on the page all who said who they are. LEADERS and OFFICERS:
    of ``unit`` and all under it ("": of all). MISSING: the leaders whose report in ``period`` is owed, under ``unit``.
    SILENT: who got broadcast ``broadcast`` and has not acknowledged it. RECEIVED: who got broadcast ``broadcast``.
    PEOPLE: those in ``people``.
    """

    EVERYBODY = "everybody"
    LEADERS = "leaders"
    OFFICERS = "officers"
    MISSING = "missing"
    SILENT = "silent"
    RECEIVED = "received"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Audience:
    """One kind of receivers, less those who are left out: units (with all under them) and people, by id."""

    kind: AudienceKind
    unit: str = ""
    period: str = ""
    broadcast: int = 0
    people: tuple[str, ...] = ()
    without_units: tuple[str, ...] = ()
    without_people: tuple[str, ...] = ()
