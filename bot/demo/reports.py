"""The periods of the demo, and what was reported last year."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.channels.console import NAME, address
from bot.model.figure import Figure, Value
from bot.model.period import LevelDeadline, Period, Span, period_id, period_title
from bot.model.person import person_id
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.tree import Tree
from bot.records import Expected, Record

FORM = "cuoc-van-dong"
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENED = datetime(2026, 4, 1, 8, tzinfo=_ZONE)
_BY = person_id(address("an"))

NOW = Period(
    id=period_id(Span.HALF, 2026),
    title=period_title(Span.HALF, 2026),
    span=Span.HALF,
    year=2026,
    forms=(FORM,),
    deadline=date(2026, 5, 31),
    levels=(LevelDeadline("chi hội", date(2026, 5, 25)),),
    opened=OPENED,
    opened_by=_BY,
)
BEFORE = Period(
    id=period_id(Span.YEAR, 2025),
    title=period_title(Span.YEAR, 2025),
    span=Span.YEAR,
    year=2025,
    forms=(FORM,),
    deadline=date(2025, 10, 31),
    levels=(LevelDeadline("chi hội", date(2025, 10, 20)),),
    opened=datetime(2025, 9, 1, 8, tzinfo=_ZONE),
    opened_by=_BY,
    closed=datetime(2025, 11, 20, 17, tzinfo=_ZONE),
)

_TO_GO = timedelta(days=14)
_HALF = 8
"""Until August it is the half year that is reported on."""

# The figures of a chi hội, in the order of the form.
_FIELDS = (
    "ho_ccb_ngheo",
    "ho_ccb_can_ngheo",
    "sinh_ke_so_ho",
    "quy_vnn_tien",
    "nha_tam_con",
    "duong_hoa_km",
    "ra_quan_mt",
    "ho_phan_loai_rac",
    "mo_hinh_an",
    "hoa_giai_vu",
    "gdtt_buoi",
    "tt_buoi",
    "mo_hinh_ten",
    "kien_nghi",
)
_FIGURES: dict[str, tuple[Value, ...]] = {
    "thon-trung-dong": (3, 2, 1, 3_000_000, 1, Decimal("0.5"), 6, 20, 1, 1, 2, 4, "Đường hoa Trung Đông", ""),
    "thon-an-hoa": (2, 4, 0, 2_500_000, 0, Decimal("0.3"), 5, 18, 1, 0, 2, 3, "Camera an ninh An Hòa", ""),
    "thon-trung-quy": (1, 1, 2, 4_200_000, 0, Decimal("1.2"), 8, 35, 2, 2, 3, 6, "", "Xin thêm cây giống"),
    "thon-thuong-quy": (0, 3, 1, 1_800_000, 2, Decimal(0), 4, 12, 0, 1, 1, 2, "", ""),
    "thon-ngoc-vien": (4, 2, 1, 5_000_000, 1, Decimal("0.8"), 6, 41, 1, 3, 2, 5, "Hàng cây Ngọc Viên", ""),
    "thon-phu-trach": (2, 2, 0, 3_100_000, 1, Decimal("0.4"), 6, 22, 1, 0, 2, 4, "", ""),
}


def running(today: date) -> Period:
    """Returns a period that is open on a day, whichever it is: opened three weeks ago, with two more to go."""
    span = Span.HALF if today.month <= _HALF else Span.YEAR
    deadline = today + _TO_GO
    return replace(
        NOW,
        id=period_id(span, today.year),
        title=period_title(span, today.year),
        span=span,
        year=today.year,
        deadline=deadline,
        levels=(LevelDeadline("chi hội", deadline - timedelta(days=6)),),
        opened=datetime.combine(today - timedelta(days=21), time(8), _ZONE),
    )


def reports(tree: Tree, now: Period = NOW) -> list[Record]:
    """Returns the periods with who has to report in them, and last year's reports, all accepted."""
    found: list[Record] = [BEFORE, now]
    for period in (BEFORE, now):
        leaves = [unit.id for root in tree.roots(period.deadline) for unit in tree.leaves(root.id, period.deadline)]
        found.append(Expected(period.id, tuple(leaves)))
    return [*found, *(_report(number, unit) for number, unit in enumerate(_FIGURES, start=1))]


def _report(number: int, unit: str) -> Submission:
    at = datetime(2025, 10, 6 + number, 19, 30, tzinfo=_ZONE)
    by = person_id(address(f"nam-2025-{number}"))  # last year's leaders, who were never at this console
    figures = (
        Figure(field, value, str(value), by, at, NAME) for field, value in zip(_FIELDS, _FIGURES[unit], strict=True)
    )
    return Submission(
        key=ReportKey(BEFORE.id, unit, FORM),
        receipt=f"BC-2025-N-{number:04}",
        number=1,
        state=SubmissionState.ACCEPTED,
        form_version=1,
        figures=tuple(figures),
        by=by,
        at=at,
        channel=NAME,
    )
