""" "DỪNG" stops broadcasts, "/nhan" takes them again. Answers to one's own questions come as ever."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.subscription import Subscription
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.broadcast_token import asked
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain, same_form

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

_AROUND = re.compile(
    r"^(?:(?:da|thua|vang|thoi|toi|tui|em|minh|chau|xin|lam on|cho|cam phien|lam phien qua|phien(?: qua| lam)?|dong chi"
    r"|(?:anh|bac|chu|ong)(?: oi)?|tro ly(?: oi)?) )+"
    r"|(?: (?:nua|di|nghe|nghen|nhe|nha|a|gium|giup|voi|luon|roi|cho (?:toi|tui|em|minh)|toi|tui|em|minh|dong chi))+$"
)
_NEWS = r"(?:(?:cac |nhung )?(?:thong bao|tb|tin|tin nhan)(?: cua hoi| nay)?)"
_STOPS = re.compile(
    r"(?:(?:dung|ngung|ngung lai|dung co|huy|khong(?: con| he)? muon|chang muon|het muon) (?:nhan|gui)|thoi nhan)"
    rf" {_NEWS}"
)
_MAY_STOP = re.compile(
    rf"(?:dung|ngung)(?: co)?(?: lai)? (?:gui|nhan|nhan tin|lam phien|phien)(?: {_NEWS})?|ngung(?: lai)?|stop"
    r"|khong(?: con)? muon nhan"
)
_TAKES = re.compile(
    rf"(?:muon |duoc )*(?:nhan (?:lai|tiep)(?: {_NEWS})?|(?:tiep tuc|lai muon) nhan(?: {_NEWS})?"
    rf"|nhan {_NEWS} (?:lai|tiep|tro lai)|nhan tro lai(?: {_NEWS})?)"
)

_STOPPED = (
    "Tôi thôi gửi thông báo cho đồng chí. Đồng chí hỏi gì tôi vẫn trả lời.\n"
    'Muốn nhận lại, đồng chí nhắn "nhận lại thông báo" hoặc /nhan.'
)
_ALREADY = "Đồng chí đang không nhận thông báo. Muốn nhận lại, đồng chí nhắn /nhan."
_TAKEN = "Tôi sẽ lại gửi thông báo của Hội cho đồng chí. Muốn thôi, đồng chí nhắn DỪNG."
_ALREADY_TAKEN = "Đồng chí vẫn đang nhận thông báo của Hội."
_NOBODY = (
    "Ở đây tôi chưa biết đồng chí là ai, nên thông báo của Hội không gửi tới đây.\n"
    "Muốn nhận, đồng chí nhắn mã mời của Hội, hoặc nhắn cho tôi trên Zalo hay Telegram."
)
_ASK = "Đồng chí muốn thôi nhận thông báo của Hội?"
_KEPT = "Vâng, đồng chí vẫn nhận thông báo."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants no broadcasts, or wants them again."""
    if pressed(incoming, _FAMILY) or _stops(incoming) or _takes(incoming, talk):
        return True
    return _may_say_stop(incoming, talk)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that it is so from now on."""
    if incoming.token == _GO_ON and incoming.kind is Kind.PRESS:
        return remark(incoming, _KEPT)
    stopping = pressed(incoming, _FAMILY) or _stops(incoming)
    if not stopping and not _takes(incoming, desk.talk):
        return remark(incoming, _ASK, (Choice("Thôi nhận", _STOP), Choice("Vẫn nhận", _GO_ON)))
    here = incoming.address
    if not stopping and desk.capabilities(here.channel).shared and await desk.records.person_at(here) is None:
        return _kept(incoming, desk, _NOBODY)
    held = await desk.records.subscription(here)
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


def _stops(incoming: Incoming) -> bool:
    """Returns whether it is said so plainly that nothing needs to be asked."""
    if typed(incoming, *_STOPPING):
        return True
    if incoming.kind is not Kind.TEXT:
        return False
    return same_form(incoming.text).strip(" .,!\"'") in _WORD or _STOPS.fullmatch(_bare(incoming)) is not None


def _takes(incoming: Incoming, talk: Talk) -> bool:
    """In a report or a draft the short words are its own, and "nhắn lại" is not "nhận lại"."""
    if typed(incoming, *_TAKING):
        return True
    if incoming.kind is not Kind.TEXT or talk.run or asked(talk) or "nhắn" in same_form(incoming.text):
        return False
    return _TAKES.fullmatch(_bare(incoming)) is not None


def _bare(incoming: Incoming) -> str:
    """Returns the words without what people put around them: "dạ, tui … nữa nghe"."""
    words = " ".join(re.findall(r"[a-z0-9/]+", plain(incoming.text)))
    return _AROUND.sub("", words)


def _may_say_stop(incoming: Incoming, talk: Talk) -> bool:
    """In a report "dung" answers its question; the handlers that wait for it elsewhere are asked before this one."""
    if incoming.kind is not Kind.TEXT or talk.run:
        return False
    if typed(incoming, "dung", "dung lai"):
        return incoming.text.isascii()
    return asked(talk) is None and _MAY_STOP.fullmatch(_bare(incoming)) is not None


HANDLER = Handler("subscribing", wants, handle)
