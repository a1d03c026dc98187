"""How broadcasts are talked about: their audience, their time, their state, in words."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.desk import Desk
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.receiver import Receiver
from bot.model.tree import Tree
from handlers.moments import weekday
from handlers.pages import shortened

STATES = {
    BroadcastState.DRAFT: "còn là bản nháp",
    BroadcastState.APPROVAL: "chờ quản trị viên thứ hai đồng ý",
    BroadcastState.SCHEDULED: "chờ đến giờ gửi",
    BroadcastState.RUNNING: "đang gửi",
    BroadcastState.PAUSED: "đang tạm dừng",
    BroadcastState.FINISHED: "đã gửi xong",
    BroadcastState.CANCELLED: "đã huỷ",
}
CHANNELS = {"telegram": "Telegram", "zalo": "Zalo", "web": "trang web", "console": "cửa sổ lệnh"}
_GROUPS = {
    AudienceKind.EVERYBODY: "tất cả những người đã nhắn cho tôi",
    AudienceKind.LEADERS: "chi hội trưởng",
    AudienceKind.OFFICERS: "cán bộ",
    AudienceKind.MISSING: "chi hội trưởng chưa nộp báo cáo",
}


def clock(at: datetime, desk: Desk) -> str:
    """Returns a time as it is read out: "8:00 thứ Năm, 21/5/2026"."""
    here = at.astimezone(desk.now.tzinfo)
    return f"{here.hour}:{here.minute:02d} {weekday(here.date())}"


def at_once(broadcast: Broadcast) -> bool:
    """Returns whether it is to go out as soon as it is confirmed: its time is when it was begun."""
    return broadcast.due is not None and broadcast.due <= broadcast.made


async def audience_told(audience: Audience, desk: Desk) -> str:
    """Returns whom it is for: "chi hội trưởng xã Vân Trà, trừ xã Hạ Lĩnh"."""
    tree = await desk.records.tree()
    told = await _kind_told(audience, tree, desk)
    if audience.without_units or audience.without_people:
        units = [unit.short for name in audience.without_units if (unit := tree.find(name))]
        people = [one.name for name in audience.without_people if (one := await desk.records.person(name))]
        told = f"{told}, trừ {', '.join([*units, *people])}"
    return told


async def _kind_told(audience: Audience, tree: Tree, desk: Desk) -> str:
    match audience.kind:
        case AudienceKind.SILENT:
            return f"người chưa báo đã nhận thông báo {audience.broadcast}"
        case AudienceKind.RECEIVED:
            return f"người đã được gửi thông báo {audience.broadcast}"
        case AudienceKind.PEOPLE:
            found = [one.name for name in audience.people if (one := await desk.records.person(name))]
            return shortened(", ".join(found) or "những người đồng chí nêu tên", 200)
    told = _GROUPS[audience.kind]
    if audience.kind is AudienceKind.MISSING:
        period = next((one for one in await desk.records.periods() if one.id == audience.period), None)
        told = f"{told} {period.title}" if period else told
    unit = tree.find(audience.unit)
    return f"{told}, {unit.short}" if unit else told


def by_channel(receivers: Sequence[Receiver]) -> str:
    """Returns how many are reached where: "Telegram 180, Zalo 17"."""
    counts = Counter(receiver.address.channel for receiver in receivers)
    return ", ".join(f"{CHANNELS.get(name, name)} {count}" for name, count in counts.most_common())
