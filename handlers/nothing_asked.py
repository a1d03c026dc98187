"""Words that only answer something, while nothing is asked: "gửi", "huỷ", "đồng ý". No plan is searched for them."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.broadcast import UNSENT, Broadcast, BroadcastState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, as_press, route
from handlers.broadcast_rights import sender_of
from handlers.broadcast_telling import STATES
from handlers.broadcast_token import Pick, Verb, on_screen
from handlers.telling import remark
from handlers.typed import typed
from knowledge.fold import plain

_NOT_SENT = ("khong gui nua", "thoi khong gui nua", "thoi khong gui", "thoi khong gui nua dau")
"""This can be said of broadcasts only, whatever is on the screen."""

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
    *_NOT_SENT,
    *("dong y", "dong y nghe", "nhat tri", "xac nhan", "ket qua", "sua", "sua lai", "bo qua", "quay lai", "xem lai"),
    *("tra lai", "nhap lai", "nhap tiep", "luu", "luu lai", "de sau", "chon"),
)
_OF_BROADCASTS = (
    *("gui", "gui di", "gui ngay", "gui luon", "khong gui", "dong y gui", "huy", "huy di", "sua", "sua lai"),
)
_NOT_WAITING = """Hiện tôi không chờ đồng chí trả lời điều gì, nên chưa rõ "{word}" là việc nào.
Đồng chí nói thêm vài chữ, hoặc nhắn "trợ giúp" để xem tôi làm được gì."""

_WHICH = "Đồng chí chọn một việc giúp tôi."
_ON_THE_WAY = "Thông báo {number} {state}."


def nothing_asked(handlers: Sequence[Handler]) -> Handler:
    """Returns the handler of such a word; what is asked has its own, which was asked before. ``handlers`` are those
    that know the choices on the screen: the word may be how one of them begins ("huỷ": "Huỷ thông báo").
    """

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return incoming.kind is Kind.TEXT and typed(incoming, *_ANSWERS)

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        meant = _beginning(incoming.text, desk.talk.screen)
        if len(meant) == 1:
            return await route(as_press(incoming, meant[0]), desk, handlers)
        if meant:
            return remark(incoming, _WHICH, desk.talk.screen)
        if (one := await _unsent(incoming, desk)) is not None:
            told = _ON_THE_WAY.format(number=one.number, state=STATES[one.state])
            name = "bản nháp" if one.state is BroadcastState.DRAFT else "thông báo"
            choices = (
                Choice(f"Xem thông báo {one.number}", Pick(Verb.SHOW, one.number).token),
                Choice(f"Sửa {name}", Pick(Verb.EDIT, one.number).token),
                Choice(f"Huỷ {name}", Pick(Verb.CANCELLING, one.number).token),
            )
            return remark(incoming, told, choices)
        word = " ".join(incoming.text.split()).strip(" .!?")
        return remark(incoming, _NOT_WAITING.format(word=word), desk.talk.screen)

    return Handler("nothing_asked", wants, handle)


def _beginning(word: str, screen: Sequence[Choice]) -> list[Choice]:
    said = " ".join(plain(word).split()).strip(" .,!?")
    return [choice for choice in screen if f"{plain(choice.label)} ".startswith(f"{said} ")]


async def _unsent(incoming: Incoming, desk: Desk) -> Broadcast | None:
    """Returns the newest broadcast of this person that has not gone out, where nothing else is on the screen."""
    others = not typed(incoming, *_NOT_SENT) and len(desk.talk.screen) > len(on_screen(desk.talk))
    sender = None if others else await sender_of(incoming, desk)
    if sender is None or not typed(incoming, *_OF_BROADCASTS, *_NOT_SENT):
        return None
    every = [one for one in await desk.records.broadcasts() if one.by == sender.person.id]
    return next((one for one in every if one.state in UNSENT and (one.text or one.file)), None)
