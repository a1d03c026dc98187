"""Voice, pictures, stickers, files, locations: one polite sentence each. A caption is answered like a question."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.telling import remark

_SAID = {
    Kind.VOICE: "Tôi chưa nghe được tin thoại.",
    Kind.PHOTO: "Tôi chưa xem được ảnh.",
    Kind.STICKER: "Tôi đã nhận hình dán của đồng chí.",
    Kind.FILE: "Tôi chưa mở được tệp.",
    Kind.LOCATION: "Tôi chưa dùng được vị trí.",
    Kind.OTHER: "Tôi chưa đọc được loại tin này.",
}
_INSTEAD = "Đồng chí gõ câu hỏi bằng chữ giúp tôi, hoặc hỏi {office}."
"""Always a person, too: platforms hide from bots what they are sent by people whom they protect."""


def unseen(kind: Kind) -> str:
    """Returns what is said first about something that is not words."""
    return _SAID[kind]


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the message is not words."""
    return incoming.kind in _SAID


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what to do instead, or the answer to the caption."""
    said = unseen(incoming.kind)
    if incoming.text.strip():
        return asked(incoming, desk, incoming.text, head=f"{said} Tôi trả lời theo lời đồng chí ghi kèm.")
    return remark(incoming, f"{said} {_INSTEAD.format(office=desk.office)}")


HANDLER = Handler("media", wants, handle)
