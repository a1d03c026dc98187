"""A bot has nearly used up the messages that its platform allows in a month: the admins hear of it."""

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.quota import Quota, month_of
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.shown import shown
from bot.router import Handler
from handlers.channel_words import CHANNELS

_NEARLY, _TOO_LONG = "hanmuc", "hanmuc-dai"
_USED = "Tháng này trợ lý đã dùng {used}/{most} tin trên {channel}."
_THEN = "Còn {left} tin cho thông báo và nhắc việc. Hết số đó, tôi chỉ trả lời; sang tháng sau lại gửi được."
_NOTHING = "Thông báo và nhắc việc qua {channel} tôi phải dừng. Tôi chỉ còn trả lời; sang tháng sau lại gửi được."
_LONGER = """Chỉ còn {left} tin cho thông báo và nhắc việc. Tin dài hơn số đó tôi chưa gửi, tin ngắn vẫn gửi.
Sang tháng sau: nhắc việc tôi tự gửi; thông báo thì đồng chí nhắn "gửi lại cho người lỗi"."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the month of a bot is nearly used up, or something was too long for what is left of it."""
    return incoming.kind is Kind.EVENT and incoming.token.partition(":")[0] in (_NEARLY, _TOO_LONG)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what every admin is told; nothing for a channel that has no quota any more, or of a month that is over.

    An event of a month's last second is handled in the next month, which is hardly used.
    """
    what, channel, bot, month = (*incoming.token.split(":", 3), "", "", "")[:4]
    most = desk.capabilities(channel).quota
    if most is None or month != f"{desk.now:%Y-%m}":
        return Outcome()
    quota = Quota(most, await desk.records.used(channel, bot, month_of(desk.now, None)))
    name = CHANNELS.get(channel, channel)
    head = _USED.format(used=shown(quota.used), most=shown(most), channel=name)
    some = _THEN if what == _NEARLY else _LONGER
    rest = some.format(left=shown(quota.left)) if quota.left else _NOTHING.format(channel=name)
    admins = await desk.records.holders(RoleKind.ADMIN, [""])
    return Outcome(tuple(Reply(one.address, f"{head}\n{rest}", key=f"{incoming.token}:{one.id}") for one in admins))


HANDLER = Handler("quota_warning", wants, handle)
