"""A remark on the bot, "chữ nhỏ quá", "không hiểu": one sentence with what helps. The last topic does not go on."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.remark import Remark, remark
from bot.router import Handler
from handlers import telling
from handlers.again import says_again
from handlers.answering import asked
from handlers.officer_above import officer_above
from knowledge.finders.telling import REMARKED

_LETTERS = {
    "web": "Đồng chí bấm nút A+ ở góc trên màn hình, chữ sẽ to lên.",
    "telegram": """Trên Telegram, đồng chí vào Cài đặt, mục Cài đặt trò chuyện.
Kéo "Cỡ chữ tin nhắn" sang phải, chữ sẽ to lên.""",
}
_PERSON = "Đồng chí gọi {whom}."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody remarks on the bot."""
    return incoming.kind is Kind.TEXT and remark(incoming.text) is not None and not says_again(incoming.text)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what helps; the choices stay on the screen."""
    if remark(incoming.text) is Remark.SHORTER:
        return asked(incoming, desk, incoming.text)
    return telling.remark(incoming, await told_to_remark(incoming, desk), desk.talk.screen)


async def told_to_remark(incoming: Incoming, desk: Desk) -> str:
    """Returns what is said to a remark, "" for a text that is none."""
    said = remark(incoming.text)
    if said is None:
        return ""
    if said is Remark.LETTERS:
        return _LETTERS.get(incoming.address.channel, REMARKED[said])
    if said is Remark.PERSON:
        person = None if incoming.group else await desk.records.person_at(incoming.address)
        above = await officer_above(person, desk) if person and person.roles else ""
        return _PERSON.format(whom=f"{above}, hoặc {desk.office}" if above else desk.office)
    return REMARKED[said]


HANDLER = Handler("remarked", wants, handle)
