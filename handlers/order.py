"""Orders that name a unit: "mời chi hội trưởng mới chi hội thôn Trung Đông"."""

import re
from functools import lru_cache

from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.reading.cut import paired
from bot.reading.mended import mended
from handlers.courtesy import without_courtesy

_ADDRESSED = re.compile(r"^(/\w+)@\w+")
"""In a menu's command the platform names the bot: "/xuat@dongdoi_bot"."""

_WORDS = (
    *("tinh hinh", "tien do", "bieu do", "tong hop", "tong cong", "so lieu", "bao cao", "bang tinh", "van ban"),
    *("chua nop", "chua bao cao", "da nop", "danh sach", "dien thoai", "don vi", "chi hoi"),
    *("xuat", "excel", "word", "duyet", "thu hoi"),
)
"""What orders are made of, and a slip may be in."""


@lru_cache(maxsize=64)  # two dozen handlers ask it of the same message
def understood(text: str) -> str:
    """Returns a text with the slips in words of orders mended; every other word stays as it was typed."""
    return mended(text, _WORDS)


def named_after(text: str, order: re.Pattern[str]) -> str | None:
    """Returns what stands after an order as it was typed, "" for nothing, None when the text is no such order.

    ``order`` is a pattern of plain letters, matched at the beginning.
    """
    said, folded = paired(understood(_ADDRESSED.sub(r"\1", " ".join(text.split()).strip(".,:;!?\"' "))))
    found = order.match(folded)
    return None if found is None else said[found.end() :].strip(" ,:.")


def typed_after(incoming: Incoming, order: re.Pattern[str]) -> str | None:
    """Returns what stands after an order that was typed, None for no such order (a button, a correction)."""
    return asked_after(incoming.text, order) if incoming.kind is Kind.TEXT else None


def ordered(incoming: Incoming, talk: Talk, order: re.Pattern[str]) -> bool:
    """Returns whether an order was typed. While a report is filled in, longer words may be its answer."""
    said = typed_after(incoming, order)
    return said is not None and (not said or not talk.run)


def asked_after(text: str, order: re.Pattern[str]) -> str | None:
    """Returns the same of an order that may stand in a polite letter: "nhờ đồng chí xuất excel giúp tôi với"."""
    inner = named_after(without_courtesy(text), order)
    return inner if inner is not None else named_after(text, order)
