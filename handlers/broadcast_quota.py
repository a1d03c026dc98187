"""What each channel's quota allows: how many messages a broadcast needs, how many are left, whom it will not reach."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk import Desk
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import letter_choices, letter_text, letter_without_file
from bot.model.quota import Quota, messages, month_of
from bot.model.receiver import Receiver
from bot.reading.shown import shown
from handlers.channel_words import CHANNELS

_NAMES = 5
_NEEDS = "{channel}: cần {need} tin{each}, {month} còn {left}."
_SHORT = (
    "{channel}: cần {need} tin{each}, {month} chỉ còn {left}.\n{late} người cuối danh sách sẽ chưa nhận được{names}."
)
_EACH = " (dài, mỗi người {each} tin)"
_LATER = 'Sang tháng sau, đồng chí nhắn "gửi lại cho người lỗi" thì họ nhận được.'


async def quota_lines(broadcast: Broadcast, receivers: Sequence[Receiver], due: datetime, desk: Desk) -> list[str]:
    """Returns a line for every bot with a quota that has some of these receivers; () where all have room for any."""
    lines, short = [], False
    for channel, bot in dict.fromkeys((one.address.channel, one.address.bot) for one in receivers):
        most = desk.capabilities(channel).quota
        if most is None:
            continue
        theirs = [one for one in receivers if (one.address.channel, one.address.bot) == (channel, bot)]
        month = month_of(due.astimezone(desk.now.tzinfo), None)
        left = Quota(most, await desk.records.used(channel, bot, month)).left
        each = _each(broadcast, channel, desk)
        late = theirs[left // each :]
        short = short or bool(late)
        lines.append(
            (_SHORT if late else _NEEDS).format(
                channel=_at_the_beginning(CHANNELS.get(channel, channel)),
                need=shown(len(theirs) * each),
                each=_EACH.format(each=each) if each > 1 else "",
                month="tháng này" if month == month_of(desk.now, None) else f"tháng {month.month}",
                left=shown(left),
                late=shown(len(late)),
                names=_named(late),
            )
        )
    return [*lines, _LATER] if short else lines


def _each(broadcast: Broadcast, channel: str, desk: Desk) -> int:
    """Returns how many messages one letter of it is on a channel."""
    able = desk.capabilities(channel)
    text = letter_text(broadcast) if able.files else letter_without_file(broadcast, desk.office)
    return messages(text, letter_choices(broadcast), able.text)


def _named(late: Sequence[Receiver]) -> str:
    names = [one.name for one in late if one.name]
    more = "…" if len(late) > _NAMES else ""
    return f": {', '.join(names[:_NAMES])}{more}" if names else ""


def _at_the_beginning(name: str) -> str:
    return name[:1].upper() + name[1:]
