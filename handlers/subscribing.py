""" "DỪNG" stops broadcasts, "/nhan" takes them again. Answers to one's own questions come as ever."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.subscription import Subscription
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import same_form

_FAMILY = "dangnhan"
_STOP, _GO_ON = f"{_FAMILY}:thoi", f"{_FAMILY}:nhan"
_STOPPING = (
    "/dung",
    "dung nhan tin",
    "dung nhan thong bao",
    "dung thong bao",
    "dung gui thong bao",
    "dung gui tin",
    "dung gui tin cho toi",
    "dung gui thong bao cho toi",
    "thoi nhan thong bao",
    "thoi nhan tin",
    "ngung nhan thong bao",
    "ngung nhan tin",
    "huy nhan thong bao",
    "huy nhan tin",
    "toi khong muon nhan thong bao",
    "toi khong muon nhan thong bao nua",
    "khong nhan thong bao",
    "khong nhan thong bao nua",
    "khong muon nhan thong bao nua",
)
_TAKING = (
    "/nhan",
    "nhan lai thong bao",
    "nhan thong bao lai",
    "nhan thong bao tro lai",
    "nhan thong bao",
    "toi muon nhan thong bao",
    "toi muon nhan lai thong bao",
    "bat thong bao",
    "mo lai thong bao",
)
_WORD = ("dừng", "dừng lại")
"""With its mark it is plain; "dung" alone may also be "đúng", and is asked."""

_STOPPED = (
    "Tôi thôi gửi thông báo cho đồng chí. Đồng chí hỏi gì tôi vẫn trả lời.\n"
    'Muốn nhận lại, đồng chí nhắn "nhận lại thông báo" hoặc /nhan.'
)
_ALREADY = "Đồng chí đang không nhận thông báo. Muốn nhận lại, đồng chí nhắn /nhan."
_TAKEN = "Tôi sẽ lại gửi thông báo của Hội cho đồng chí. Muốn thôi, đồng chí nhắn DỪNG."
_ALREADY_TAKEN = "Đồng chí vẫn đang nhận thông báo của Hội."
_ASK = "Đồng chí muốn thôi nhận thông báo của Hội?"
_KEPT = "Vâng, đồng chí vẫn nhận thông báo."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants no broadcasts, or wants them again."""
    if pressed(incoming, _FAMILY) or typed(incoming, *_STOPPING, *_TAKING) or _says_stop(incoming):
        return True
    return _may_say_stop(incoming, talk)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that it is so from now on."""
    if incoming.token == _GO_ON and incoming.kind is Kind.PRESS:
        return remark(incoming, _KEPT)
    stopping = pressed(incoming, _FAMILY) or typed(incoming, *_STOPPING) or _says_stop(incoming)
    if not stopping and not typed(incoming, *_TAKING):
        return remark(incoming, _ASK, (Choice("Thôi nhận", _STOP), Choice("Vẫn nhận", _GO_ON)))
    held = await desk.records.subscription(incoming.address)
    if stopping:
        if held.stopped is not None:
            return _kept(incoming, desk, _ALREADY)
        done = _kept(incoming, desk, _STOPPED)
        return replace(done, records=(Subscription(incoming.address, desk.now),))
    if held.stopped is None:
        return _kept(incoming, desk, _ALREADY_TAKEN)
    return replace(_kept(incoming, desk, _TAKEN), records=(Subscription(incoming.address, None),))


def _kept(incoming: Incoming, desk: Desk, text: str) -> Outcome:
    """A report that is open stays as it is, with its choices."""
    choices = desk.talk.screen if desk.talk.run else ()
    return replace(remark(incoming, text, choices), talk=desk.talk)


def _says_stop(incoming: Incoming) -> bool:
    return incoming.kind is Kind.TEXT and same_form(incoming.text).strip(" .,!\"'") in _WORD


def _may_say_stop(incoming: Incoming, talk: Talk) -> bool:
    """In a report "dung" answers its question; the handlers that wait for it elsewhere are asked before this one."""
    return typed(incoming, "dung", "dung lai") and incoming.text.isascii() and not talk.run


HANDLER = Handler("subscribing", wants, handle)
