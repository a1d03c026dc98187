"""What a person may do, where, and since when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RoleKind(StrEnum):
    """LEADER hands in a unit's figures, OFFICER looks after a unit and all under it, ADMIN keeps the house."""

    LEADER = "leader"
    OFFICER = "officer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a person; ``unit`` is "" for an admin. It holds from ``start`` until ``end``, None while it lasts."""

    person: str
    kind: RoleKind
    unit: str
    start: datetime
    end: datetime | None = None
