"""The people of the demo: one in every role at least."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.appointing import appointed
from bot.channels.console import address
from bot.messages import Address
from bot.model.role import RoleKind
from bot.records import Record

UNIT = "thon-trung-dong"
"""The chi hội that most of the demo is about."""

OF_ROLE = {RoleKind.LEADER: UNIT, RoleKind.OFFICER: "xa-van-tra", RoleKind.ADMIN: ""}
"""Where somebody has a role who does not say it."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Somebody of the demo: the chat at the console, the name, the role and its unit."""

    chat: str
    name: str
    kind: RoleKind
    unit: str = ""


CAST: Sequence[Cast] = (
    Cast("an", "Phạm Hoài An", RoleKind.ADMIN),
    Cast("nam", "Lê Văn Năm", RoleKind.OFFICER, "huyen-thach-linh"),
    Cast("tu", "Trần Thị Tư", RoleKind.OFFICER, "xa-van-tra"),
    Cast("ba", "Nguyễn Văn Ba", RoleKind.LEADER, UNIT),
    Cast("sau", "Đỗ Đình Sáu", RoleKind.LEADER, "thon-an-hoa"),
    Cast("bay", "Võ Thị Bảy", RoleKind.LEADER, "thon-trung-quy"),
    Cast("tam", "Hồ Văn Tám", RoleKind.LEADER, "thon-phu-trach"),
)


NOTE = "demo"


def people(at: datetime, place: Callable[[str], Address] = address) -> list[Record]:
    """Returns the records of all of them, who agreed at this moment; ``place`` says where a chat of theirs is."""
    return [record for one in CAST for record in appointed(place(one.chat), one.name, one.kind, one.unit, at, NOTE)]
