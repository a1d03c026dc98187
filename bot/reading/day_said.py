"""A day as a text about times says it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DaySaid:
    """The days that it may be, the likeliest first, at its place in the text. ``why`` is what is doubtful about it.

    ``weekday`` (0 is Monday) was said; ``bare``: nothing but it was, so that a date beside it is only checked.
    """

    start: int
    end: int
    dates: tuple[date, ...] = ()
    why: str = ""
    weekday: int | None = None
    bare: bool = False
    weak: bool = False
    """Whether it is left aside where another day was said: a month or a year is rather what the message is about."""


PAST = "Lúc đó đã qua."
IMPOSSIBLE = "Không có ngày đó."
LUNAR = "Tôi chỉ đặt giờ theo ngày dương lịch."
VAGUE = "Tôi chưa rõ là lúc nào."
TWO_TIMES = "Tôi thấy hơn một thời điểm."
