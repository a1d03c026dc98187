"""A made province of any size: seeded, so that the same seed gives the same figures, typing faults and gaps."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.channels.console import NAME, address
from bot.demo.reports import FORM
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.figure import Figure, Given, Value
from bot.model.period import Period, Span, period_id, period_title
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.unit import Unit
from bot.reading.kind import FigureKind
from bot.records import Expected, Record
from bot.store import units as unit_table
from bot.store import writing
from knowledge.form_files import load_forms

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ROOT = "tinh"
_DEADLINES = {Span.HALF: (5, 31), Span.YEAR: (10, 31)}
_NAMES = (
    "An",
    "Bình",
    "Cát",
    "Đông",
    "Giang",
    "Hòa",
    "Khê",
    "Lâm",
    "Mỹ",
    "Nghĩa",
    "Phước",
    "Quý",
    "Sơn",
    "Thạnh",
    "Vĩnh",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many districts, communes in a district, chi hội in a commune."""

    districts: int = 10
    communes: int = 10
    branches: int = 20

    @property
    def all_branches(self) -> int:
        """How many chi hội there are."""
        return self.districts * self.communes * self.branches


SMALL = Size(2, 2, 5)
LARGE = Size()
PERIODS = ((Span.HALF, 2025), (Span.YEAR, 2025), (Span.HALF, 2026))
"""The last one is open."""

MISSING = 0.12
FAULTY = 0.02


def fill(connection: Connection, size: Size, seed: int = 0) -> None:
    """Fills an empty database: units, officers, leaders, three periods with their reports."""
    unit_table.replace_all(connection, units(size))
    dice = random.Random(seed)
    form = next(form for form in load_forms() if form.id == FORM)
    writing.write(connection, people(size))
    for span, year in PERIODS:
        period = _period(span, year)
        branches = [unit for unit in units(size) if unit.level == "chi hội"]
        records: list[Record] = [period, Expected(period.id, tuple(unit.id for unit in branches))]
        records += _reports(period, form, branches, dice)
        writing.write(connection, records)


def units(size: Size) -> tuple[Unit, ...]:
    """Returns the units, parents first."""
    return tuple(_units(size))


def _units(size: Size) -> Iterator[Unit]:
    dice = random.Random(7)
    yield Unit(ROOT, "Tỉnh hội CCB Nam Vân", "tỉnh")
    for d in range(size.districts):
        yield Unit(f"h{d}", f"Hội CCB huyện {_name(d)}", "huyện", ROOT)
        for c in range(size.communes):
            commune = f"h{d}x{c}"
            yield Unit(commune, f"Hội CCB xã {_name(d * size.communes + c)} Trung", "xã", f"h{d}")
            for b in range(size.branches):
                place = (d * size.communes + c) * size.branches + b
                members = dice.choice((None, *range(20, 81)))
                yield Unit(f"{commune}t{b}", f"Chi hội thôn {_name(place)}", "chi hội", commune, members=members)


def _name(place: int) -> str:
    first, second = divmod(place, len(_NAMES))
    return f"{_NAMES[second]} {_NAMES[first % len(_NAMES)]}" if first < len(_NAMES) else f"{_NAMES[second]} {first}"


def people(size: Size) -> list[Record]:
    """Returns an admin, an officer for every unit that has others under it, a leader for every chi hội."""
    at = datetime(2025, 1, 2, 8, tzinfo=ZONE)
    found: list[Record] = []
    for kind, unit, chat in [
        (RoleKind.ADMIN, "", "an"),
        *((_kind(one), one.id, f"cb-{one.id}") for one in units(size)),
    ]:
        who = person_id(address(chat))
        found += [Person(who, f"Đồng chí {chat}", address(chat), at), Role(who, kind, unit, at)]
    return found


def _kind(unit: Unit) -> RoleKind:
    return RoleKind.LEADER if unit.level == "chi hội" else RoleKind.OFFICER


def _period(span: Span, year: int) -> Period:
    month, day = _DEADLINES[span]
    is_open = (span, year) == PERIODS[-1]
    return Period(
        id=period_id(span, year),
        title=period_title(span, year),
        span=span,
        year=year,
        forms=(FORM,),
        deadline=date(year, month, day),
        levels=(),
        opened=datetime(year, month - 1, 1, 8, tzinfo=ZONE),
        opened_by=person_id(address("an")),
        closed=None if is_open else datetime(year, month + 1, 10, 17, tzinfo=ZONE),
    )


def _reports(period: Period, form: Form, branches: Sequence[Unit], dice: random.Random) -> Iterator[Submission]:
    number = 0
    for unit in branches:
        if dice.random() < MISSING:
            continue
        number += 1
        at = datetime.combine(period.deadline, datetime.min.time(), ZONE) + timedelta(hours=dice.randint(-480, 60))
        by = person_id(address(f"cb-{unit.id}"))
        figures = tuple(_figure(field, unit, by, at, dice) for field in form.asked_in(period.span))
        yield Submission(
            key=ReportKey(period.id, unit.id, form.id),
            receipt=f"BC-{period.year}-{period.span.value}-{number:04d}",
            number=1,
            state=dice.choice((SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)),
            form_version=form.version,
            figures=figures,
            by=by,
            at=at,
            channel=NAME,
            late=at.date() > period.deadline,
        )


def _figure(field: Field, unit: Unit, by: str, at: datetime, dice: random.Random) -> Figure:
    if dice.random() < 0.03:
        return Figure(field.id, None, "chưa có số", by, at, NAME, Given.LATER)
    value = _value(field, dice)
    faulty = dice.random() < FAULTY and isinstance(value, int | Decimal) and not isinstance(value, bool)
    if faulty:  # a nought too many
        value = value * 10 if isinstance(value, int | Decimal) else value
    return Figure(field.id, value, _typed(value), by, at, NAME, estimate=dice.random() < 0.05)


def _value(field: Field, dice: random.Random) -> Value:
    high = float(field.high) if field.high is not None else 1.0
    match field.kind:
        case FigureKind.COUNT:
            return dice.randint(0, int(high))
        case FigureKind.MONEY:
            return dice.randint(0, int(high) // 100_000) * 100_000
        case FigureKind.MEASURE:
            return (Decimal(dice.randint(0, int(high * 10))) / 10).quantize(Decimal("0.1"))
        case FigureKind.YES_NO:
            return dice.random() < 0.5
        case _:
            return dice.choice(("", "không", f"Mô hình số {dice.randint(1, 999)}", "Xin thêm cây giống"))


def _typed(value: Value) -> str:
    return str(value).replace(".", ",")
