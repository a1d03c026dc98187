"""What each channel's quota allows: how many messages a broadcast needs, how many are left, whom it will not reach."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk import Desk
from bot.model.quota import Quota, month_of
from bot.model.receiver import Receiver
from bot.reading.shown import shown
from handlers.broadcast_telling import CHANNELS

_NAMES = 5
_NEEDS = "{channel}: cần {need} tin, {month} còn {left}."
_SHORT = "{channel}: cần {need} tin, {month} chỉ còn {left}.\n{late} người cuối danh sách sẽ chưa nhận được{names}."
_LATER = 'Sang tháng sau, đồng chí nhắn "gửi lại cho người lỗi" thì họ nhận được.'


async def quota_lines(receivers: Sequence[Receiver], due: datetime, desk: Desk) -> list[str]:
    """Returns a line for every bot with a quota that has some of these receivers; () where all have room for any."""
    lines, short = [], False
    for channel, bot in dict.fromkeys((one.address.channel, one.address.bot) for one in receivers):
        most = desk.capabilities(channel).quota
        if most is None:
            continue
        theirs = [one for one in receivers if (one.address.channel, one.address.bot) == (channel, bot)]
        month = month_of(due.astimezone(desk.now.tzinfo), None)
        left = Quota(most, await desk.records.used(channel, bot, month)).left
        late = theirs[left:]
        short = short or bool(late)
        lines.append(
            (_SHORT if late else _NEEDS).format(
                channel=_at_the_beginning(CHANNELS.get(channel, channel)),
                need=shown(len(theirs)),
                month="tháng này" if month == month_of(desk.now, None) else f"tháng {month.month}",
                left=shown(left),
                late=shown(len(late)),
                names=_named(late),
            )
        )
    return [*lines, _LATER] if short else lines


def _named(late: Sequence[Receiver]) -> str:
    names = [one.name for one in late if one.name]
    more = "…" if len(late) > _NAMES else ""
    return f": {', '.join(names[:_NAMES])}{more}" if names else ""


def _at_the_beginning(name: str) -> str:
    return name[:1].upper() + name[1:]
