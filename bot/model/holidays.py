"""The days on which a broadcast deserves a second thought: public holidays, Tết, the association's own days. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class HolidayKind(StrEnum):
    """PUBLIC: most people have the day off. OWN: a day of the association, with events of its own."""

    PUBLIC = "public"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day by its name as it stands in a sentence: "Tết Nguyên đán"."""

    name: str
    kind: HolidayKind


_SOLAR = {
    (1, 1): Holiday("Tết Dương lịch", HolidayKind.PUBLIC),
    (4, 30): Holiday("ngày Giải phóng miền Nam 30/4", HolidayKind.PUBLIC),
    (5, 1): Holiday("ngày Quốc tế Lao động 1/5", HolidayKind.PUBLIC),
    (7, 27): Holiday("ngày Thương binh - Liệt sĩ 27/7", HolidayKind.OWN),
    (9, 2): Holiday("ngày Quốc khánh 2/9", HolidayKind.PUBLIC),
    (12, 6): Holiday("ngày thành lập Hội Cựu chiến binh Việt Nam 6/12", HolidayKind.OWN),
    (12, 22): Holiday("ngày thành lập Quân đội nhân dân Việt Nam 22/12", HolidayKind.OWN),
}
_TET = Holiday("Tết Nguyên đán", HolidayKind.PUBLIC)
_KINGS = Holiday("ngày Giỗ Tổ Hùng Vương", HolidayKind.PUBLIC)

# The first day of the first lunar month and the tenth of the third, by the algorithm of Hồ Ngọc Đức
# ("Thuật toán tính âm lịch", informatik.uni-leipzig.de/~duc/amlich) for UTC+7: in 2030 Vietnam's Tết is a day before
# China's.
_LUNAR = {
    2025: (date(2025, 1, 29), date(2025, 4, 7)),
    2026: (date(2026, 2, 17), date(2026, 4, 26)),
    2027: (date(2027, 2, 6), date(2027, 4, 16)),
    2028: (date(2028, 1, 26), date(2028, 4, 4)),
    2029: (date(2029, 2, 13), date(2029, 4, 23)),
    2030: (date(2030, 2, 2), date(2030, 4, 12)),
    2031: (date(2031, 1, 23), date(2031, 4, 1)),
    2032: (date(2032, 2, 11), date(2032, 4, 19)),
    2033: (date(2033, 1, 31), date(2033, 4, 9)),
    2034: (date(2034, 2, 19), date(2034, 4, 28)),
    2035: (date(2035, 2, 8), date(2035, 4, 17)),
}
_TET_BEGINS, _TET_ENDS = timedelta(days=-2), timedelta(days=4)
"""From two days before the first of the year until mùng 5: the usual leave, and when nobody reads."""


def holiday_on(day: date) -> Holiday | None:
    """Returns what day it is, None for an ordinary one. Lunar days are known from 2025 to 2035."""
    if lunar := _LUNAR.get(day.year):
        tet, kings = lunar
        if tet + _TET_BEGINS <= day <= tet + _TET_ENDS:
            return _TET
        if day == kings:
            return _KINGS
    return _SOLAR.get((day.month, day.day))
