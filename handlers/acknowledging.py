""" "đã nhận", typed or pressed under a broadcast: the first time counts."""

import re
from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.acknowledgement import Acknowledgement
from bot.model.broadcast import UNSENT, Broadcast
from bot.model.broadcast_letter import FAMILY
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, route
from handlers.telling import remark
from handlers.typed import pressed
from knowledge.fold import plain

_LEAD = (
    r"(?:(?:da|thua|vang|u|ok|toi|tui|em|minh|chau|con|dong chi|anh|chi|bac|chu|co|ong|xin bao(?: cao)?|bao cao)[ ,]+)*"
)
_NEWS = r"(?:(?: duoc| dc| dk)?(?: cai)?(?: thong bao| tb| tin(?: nhan)?| thu| giay moi)?(?: nay| cua hoi)?)"
_TAIL = r"(?: (?:roi|nghe|nghen|nhe|nha|a|day|dong chi|anh|chi|bac|chu|em|tro ly))*"
_GOT = rf"{_LEAD}(?:da nhan{_NEWS}|nhan{_NEWS}(?= roi)|nhan (?:duoc|dc){_NEWS}){_TAIL}"
_READ = rf"{_LEAD}(?:da (?:doc|xem|ro|biet|hieu)(?: thong bao| tin)?|(?:doc|xem|ro|hieu)(?= roi)|ro){_TAIL}"
_RECEIVED = re.compile(_GOT)
_SAID = re.compile(rf"{_GOT}|{_READ}")
_AND_MORE = re.compile(rf"(?:{_GOT}|{_READ})\s*[,.;:!\n]+\s*(?=\w)")
_ONLY_THANKS = re.compile(r"(?:(?:xin |rat )?(?:cam on|cam ta)|chao|vang|ok|tot)\b.{0,25}")
_THANKS = "Tôi đã ghi: đồng chí đã nhận thông báo. Cảm ơn đồng chí."
_NOT_PASSED_ON = (
    "Tôi đã ghi: đồng chí đã nhận thông báo. Lời nhắn thêm tôi không chuyển được, đồng chí gọi {office} giúp tôi."
)
_AGREED = re.compile(
    rf"(?:(?:da|vang|u|uh|um|ok|oke|okay) )*(?:da|vang|u|uh|um|ok|oke|okay|roi|tuan lenh|(?:nghe|hieu|biet) roi){_TAIL}"
)
_THANKED = "Cảm ơn đồng chí. Khi cần, đồng chí cứ nhắn tôi."
_NONE_AWAITED = "Cảm ơn đồng chí. Hiện không có thông báo nào chờ đồng chí báo nhận."
_PREVIEW = "Đây là bản xem trước, nên tôi không ghi gì."
_GONE = "Nút đó không dùng được nữa."


def acknowledging(others: Sequence[Handler]) -> Handler:
    """Returns the handler of acknowledgements. Where none is awaited the words are for ``others``."""

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return pressed(incoming, FAMILY) or _says(incoming, _SAID) or (not talk.run and _more(incoming))

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        if pressed(incoming, FAMILY):
            return await _pressed(incoming, desk)
        awaited = await desk.records.awaited(incoming.address)
        if awaited is None:
            return await route(incoming, desk, others)
        return _noted(
            incoming, desk, awaited, _NOT_PASSED_ON.format(office=desk.office) if _more(incoming) else _THANKS
        )

    return Handler("acknowledging", wants, handle)


async def _pressed(incoming: Incoming, desk: Desk) -> Outcome:
    number = incoming.token.partition(":")[2]
    broadcast = await desk.records.broadcast(int(number)) if number.isdecimal() else None
    if broadcast is None:
        return remark(incoming, _GONE)
    if broadcast.state in UNSENT:
        return remark(incoming, _PREVIEW, desk.talk.screen)
    return _noted(incoming, desk, broadcast)


def _says(incoming: Incoming, words: re.Pattern[str]) -> bool:
    said = " ".join(plain(incoming.text).split()).strip(" .,!\"'")
    return incoming.kind is Kind.TEXT and words.fullmatch(said) is not None


def _more(incoming: Incoming) -> bool:
    """Returns whether somebody says more than that it was received: "đã nhận, mai tui bận không đi được"."""
    low = plain(incoming.text.strip())
    found = _AND_MORE.match(low) if incoming.kind is Kind.TEXT else None
    return found is not None and _ONLY_THANKS.fullmatch(low[found.end() :]) is None


def _none_awaited(incoming: Incoming, talk: Talk) -> bool:
    return bool(thanked(incoming))


def thanked(incoming: Incoming) -> str:
    """Returns the kind word to who only says that something was received or understood; "" to others."""
    if not (_says(incoming, _SAID) or _says(incoming, _AGREED)):
        return ""
    return _NONE_AWAITED if _says(incoming, _RECEIVED) else _THANKED


async def _thanked(incoming: Incoming, desk: Desk) -> Outcome:
    return remark(incoming, thanked(incoming), desk.talk.screen)


def _noted(incoming: Incoming, desk: Desk, broadcast: Broadcast, told: str = _THANKS) -> Outcome:
    """The choices on the screen stay: somebody may be in the middle of a report."""
    note = Acknowledgement(broadcast.number, incoming.address, desk.now)
    return Outcome(remark(incoming, told, desk.talk.screen).replies, talk=desk.talk, records=(note,))


NONE_AWAITED = Handler("none awaited", _none_awaited, _thanked)
"""Asked late: the words may answer something else."""
