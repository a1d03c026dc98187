"""Forms at hand for tests of the engine, without a store and a clock."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Progress
from bot.messages import Address, Incoming, Kind
from bot.model.figure import Figure, Value
from bot.model.period import Period, Span, period_id, period_title
from bot.model.submission import ReportKey
from bot.reading.kind import FigureKind

NOW = datetime(2026, 5, 20, 1, tzinfo=UTC)
HERE = Address("console", "console", "Ba")
MONEY = {FigureKind.COUNT: 3, FigureKind.MONEY: 3_000_000, FigureKind.MEASURE: Decimal("0.5"), FigureKind.YES_NO: True}
USUAL: dict[str, Value] = {
    "ho_ccb_ngheo": 2,
    "ho_ccb_can_ngheo": 3,
    "sinh_ke_so_ho": 1,
    "quy_vnn_tien": 3_000_000,
    "nha_tam_con": 1,
    "duong_hoa_km": Decimal("0.5"),
    "ra_quan_mt": 6,
    "ho_phan_loai_rac": 35,
    "mo_hinh_an": 1,
    "hoa_giai_vu": 0,
    "gdtt_buoi": 2,
    "tt_buoi": 4,
    "mo_hinh_ten": "Đường hoa",
    "kien_nghi": "không",
}
"""What a chi hội usually reports on the form cuoc-van-dong."""


def period(span: Span = Span.HALF, year: int = 2026) -> Period:
    """Returns a period that is open."""
    day = date(year, 5, 31) if span is Span.HALF else date(year, 10, 31)
    name, title = period_id(span, year), period_title(span, year)
    return Period(name, title, span, year, (), day, (), NOW, "admin")


def known(form: Form, span: Span = Span.HALF, *, before: bool = True) -> Known:
    """Returns what the engine is told; with ``before`` the last period had a value of each kind."""
    now = period(span)
    previous = tuple(_figure(field.id, MONEY.get(field.kind, "Đường hoa")) for field in form.fields) if before else ()
    return Known("Chi hội thôn Trung Đông", 45, now, now.deadline, NOW.date(), "console:Ba", "Văn phòng Hội", previous)


def start(form: Form) -> Progress:
    """Returns a run that has not begun."""
    return Progress("run1", ReportKey("6T-2026", "thon-trung-dong", form.id), form.version)


def said(text: str, message: str = "m") -> Incoming:
    """Returns a text of the person who reports."""
    return Incoming(HERE, Kind.TEXT, "k", NOW, text, message_id=message)


def press(token: str) -> Incoming:
    """Returns a pressed button."""
    return replace(said(""), kind=Kind.PRESS, token=token)


def _figure(field: str, value: Value) -> Figure:
    return Figure(field, value, "", "console:Ba", NOW, "console")
