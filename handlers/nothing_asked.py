"""Words that only answer something, while nothing is asked: "gửi", "huỷ", "đồng ý". No plan is searched for them."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.telling import remark
from handlers.typed import typed

_ANSWERS = (
    *(
        "gui",
        "gui di",
        "gui ngay",
        "gui luon",
        "khong gui",
        "dong y gui",
        "huy",
        "huy di",
        "tiep",
        "tiep tuc",
        "tiep theo",
    ),
    *("dong y", "dong y nghe", "nhat tri", "xac nhan", "ket qua", "sua", "sua lai", "bo qua", "quay lai", "xem lai"),
    *("tra lai", "nhap lai", "nhap tiep", "luu", "luu lai", "de sau", "chon"),
)
_NOT_WAITING = """Hiện tôi không chờ đồng chí trả lời điều gì, nên chưa rõ "{word}" là việc nào.
Đồng chí nói thêm vài chữ, hoặc nhắn "trợ giúp" để xem tôi làm được gì."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the message is such a word; what is asked has its own handler, which was asked before."""
    return incoming.kind is Kind.TEXT and typed(incoming, *_ANSWERS)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that nothing waits for it; what is on the screen stays there."""
    word = " ".join(incoming.text.split()).strip(" .!?")
    return remark(incoming, _NOT_WAITING.format(word=word), desk.talk.screen)


HANDLER = Handler("nothing_asked", wants, handle)
