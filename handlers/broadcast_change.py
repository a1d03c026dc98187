"""What is typed under a preview, as the choice that it stands for or as what it changes. Pure."""

import re
from dataclasses import dataclass

from bot.messages import Incoming
from bot.reading.cut import paired
from handlers.broadcast_token import Ask, Pick, Verb
from handlers.broadcast_words import Wished, parted
from handlers.order import named_after
from handlers.typed import typed
from handlers.when import is_now
from knowledge.fold import plain

LATER = ("de sau", "de do", "tam dung", "lat nua", "mai lam tiep")
CANCEL = ("huy", "huy bo", "thoi", "bo", "thoi khong gui", "khong gui nua", "huy di", "bo ban nhap")
SEND = ("gui", "gui di", "dong y", "dong y gui", "gui thoi", "ok gui", "gui luon", "duoc gui di", "xac nhan")
WITH_RECEIPT = re.compile(r"(?:them|co|kem|can|gan)(?: nut)? da nhan")
WITHOUT_RECEIPT = re.compile(r"(?:bo|khong can|khong|xoa|khoi)(?: nut)? da nhan")
BARE = re.compile(
    r"(?:bo|xoa|go|khong(?: can)?(?: gui| kem)?)(?: (?:cai|tam|buc|cac))? (?:anh, tep|anh|hinh|tep|file)"
    r"(?: (?:di|kem|nay|do))*"
)
WHEN_AT = re.compile(
    r"(?:sua|doi|chinh|hen|lui|chuyen|dat)(?: lai)? (?:thoi gian|gio|lich|ngay)(?: gui| phat)?"
    r"(?: (?:lai|la|thanh|sang|qua|den|toi))*(?=\W|$)"
)
_TRIAL = ("gui thu", "gui thu cho toi", "gui cho toi xem", "gui cho toi truoc", "thu", "gui cho toi", "gui thu toi")
WHEN_TEXT = re.compile(r"(?:sua|doi|chinh|thay|viet)(?: lai)? (?:noi dung|loi|chu|tin)(?: (?:lai|la|thanh))*(?=\W|$)")
WHEN_WHOM = re.compile(
    r"(?:sua|doi|chinh|thay|chon)(?: lai)? (?:nguoi nhan|doi tuong|noi nhan)(?: (?:lai|la|thanh|sang|qua))*(?=\W|$)"
)
_WITHOUT = re.compile(r"(?:(?:ngoai )?tru|loai|khong gui cho|bo ra)(?: ra)?(?= )")
_URGENT = re.compile(r"gui khan(?: cap)?(?: vi)?(?=\W|$)")
_INTO = re.compile(r"(?:sua|doi|chinh)(?: lai)? (?:thanh|la)(?=\W)")
_MORE = re.compile(r"(?:them|bo sung)(?: vao)?(?: mot| 1)?(?: (?:cau|dong|y|loi|chu|noi dung))?(?: nay| la)?\s*:")
_ONLY = re.compile(r"(?:chi (?:gui )?(?:cho|den|toi)|(?:gui )?cho(?=.+ thoi\W*$))(?= )(?! (?:toi|minh|biet|hoi|xem)\b)")
_AT_LAST = re.compile(r"\s+(?:ma\s+)?(?:thôi|thoi)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Added:
    """A line that is to stand below the text."""

    text: str


def change_of(incoming: Incoming) -> Pick | Wished | Added | None:
    """Returns the choice of a preview that words stand for, or what they change; None for neither."""
    text, low = incoming.text, _plain(incoming)
    for phrases, verb in ((SEND, Verb.SEND), (_TRIAL, Verb.TRIAL), (CANCEL, Verb.CANCEL), (LATER, Verb.LATER)):
        if typed(incoming, *phrases):
            return Pick(verb)
    if BARE.fullmatch(low):
        return Pick(Verb.BARE)
    if WITHOUT_RECEIPT.fullmatch(low) or WITH_RECEIPT.fullmatch(low):
        return Wished(acknowledged=WITHOUT_RECEIPT.fullmatch(low) is None)
    for pattern, ask in ((WHEN_TEXT, Ask.TEXT), (WHEN_WHOM, Ask.WHOM), (WHEN_AT, Ask.AT)):
        rest = named_after(text, pattern)
        if rest is None:
            continue
        if not rest:
            return Pick(Verb.ASK, about=ask.value)
        if ask is Ask.TEXT:
            return Wished(text=_as_typed(text, pattern) or rest)
        return parted(rest) if ask is Ask.WHOM else Wished(at=rest)
    if more := _as_typed(text, _MORE):
        return Added(more)
    if into := _as_typed(text, _INTO):
        return _turned(into)
    if (rest := named_after(text, _WITHOUT)) is not None:
        return Wished(without=rest)
    if (whom := named_after(text, _ONLY)) and ":" not in text and "?" not in text:
        said = parted(_AT_LAST.sub("", whom))
        return said if said.whom else None
    if (why := named_after(text, _URGENT)) is not None:
        return Pick(Verb.URGENT, rest=why)
    said = parted(text)
    return Wished(at=said.at) if said.at and not (said.whom or said.without) and not is_now(text) else None


def _turned(into: str) -> Wished:
    """Returns what something was turned into: nothing but a time is the time, all else is the text."""
    said = parted(into)
    return Wished(at=said.at) if said.at and not (said.whom or said.without) else Wished(text=into)


def _as_typed(text: str, order: re.Pattern[str]) -> str:
    """Returns what stands after an order with its lines and colons, "" for no such order."""
    said, low = paired(text.strip())
    found = order.match(low)
    return said[found.end() :].strip(" ,:\n") if found else ""


def _plain(incoming: Incoming) -> str:
    return " ".join(plain(incoming.text).split()).strip(" .,!")
