"""Books at hand for tests of the files: the demo province with made-up reports, and a small crooked tree."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from bot.demo.load import load
from bot.demo.reports import FORM, NOW
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.figure import Figure, Given, Value
from bot.model.held import Entry, Held
from bot.model.period import Period, Span
from bot.model.person import Person, person_id
from bot.model.roll import call
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.reading.kind import FigureKind
from bot.reports.book import Book
from bot.store import units, writing
from bot.store.sql_records import SqlRecords
from bot.stories.lines import ZONE
from bot.work.binding import bound
from knowledge.fields import FIELDS, load_fields
from knowledge.form_files import load_forms
from knowledge.sentences import SENTENCES, with_sentences
from tests.forms import HERE
from tests.stores import Opened

DAY = date(2026, 5, 28)
MADE = datetime(2026, 5, 28, 9, 30, tzinfo=ZONE)
TOP = "tinh-nam-van"
FORMS = load_forms()
BY = person_id(HERE)
NASTY = (
    '=HYPERLINK("http://x","y")',
    "+84 xin hỗ trợ",
    "-5 hộ",
    "@ban",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{{ unit.__class__ }}",
    "a\x01b <b>&amp;</b> \ufffe",
    "dòng một\ndòng hai",
    "_x0041_",
    "'nháy",
)
"""What people type, and no file may stumble over."""


def form_of(name: str) -> Form:
    """Returns the form with this id."""
    return next(form for form in FORMS if form.id == name)


def report(
    unit: str, values: dict[str, Value], form: str = FORM, period: str = NOW.id, *, number: int = 1
) -> Submission:
    """Returns a report with these figures; None is a figure that was passed over."""
    figures = tuple(
        Figure(field, value, str(value), BY, MADE, "console", Given.SKIPPED if value is None else Given.VALUE)
        for field, value in values.items()
    )
    key = ReportKey(period, unit, form)
    return Submission(key, f"BC-{unit}", number, SubmissionState.SUBMITTED, 1, figures, BY, MADE, "console")


def made_up(leaves: Sequence[str], seed: int = 1) -> list[Submission]:
    """Returns a report of each unit with figures by chance, some of them missing, and in every state."""
    chance = random.Random(seed)
    found = []
    for unit in leaves:
        values = {field.id: _value(field, chance) for field in form_of(FORM).fields}
        state = chance.choice(list(SubmissionState))
        found.append(replace(report(unit, values), state=state, late=chance.random() < 0.2))
    return found


def _value(field: Field, chance: random.Random) -> Value:
    if chance.random() < 0.1:
        return None
    match field.kind:
        case FigureKind.MONEY:
            return chance.randrange(0, 9_000_000, 50_000)
        case FigureKind.MEASURE:
            return Decimal(chance.randrange(3000)) / 100
        case FigureKind.TEXT:
            return chance.choice(("", "không", "Đường hoa", *NASTY))
        case _:
            return chance.randrange(9)


async def province(store: Opened, *, reporting: int = 120) -> None:
    """Loads the demo with so many reports of the open period; the first unit has amended its own."""
    await store.change(lambda connection: load(connection, with_people=True))
    tree = await store.look(units.tree)
    leaves = [unit.id for unit in tree.leaves(TOP, DAY)][:reporting]
    some = made_up(leaves)
    again = replace(some[0], number=2, state=SubmissionState.ACCEPTED, reason="sửa")
    await store.change(lambda connection: writing.write(connection, some))
    await store.change(lambda connection: writing.write(connection, [again]))


async def book_of(store: Opened, top: str = TOP, period: str = NOW.id) -> Book:
    """Returns the book of a unit."""
    async with store.reading() as records:
        assert isinstance(records, SqlRecords)
        found = await bound(records, FORMS, period, top, DAY, MADE)
    assert found is not None
    return found


CROOKED = Tree(
    (
        Unit("t", "Tỉnh hội", "tỉnh"),
        Unit("h", "Huyện hội", "huyện", "t"),
        Unit("x1", "Hội xã Một", "xã/phường", "h"),
        Unit("x2", "Hội xã Hai", "xã/phường", "t"),
        Unit("x3", "Hội xã Ba", "xã/phường", "h"),
        Unit("c1", "Chi hội 1", "chi hội", "x1", members=10),
        Unit("c2", "Chi hội 2", "chi hội", "x1", members=30),
        Unit("c3", "Chi hội 1", "chi hội", "x2"),
        Unit("c4", "Chi hội cơ quan", "chi hội", "t", members=20),
        Unit("c5", "Chi hội cũ", "chi hội", "x1", end=date(2026, 4, 30), merged_into="c2", members=5),
        Unit("c6", "Chi hội 6", "chi hội", "x2", members=44),
    )
)
"""Units that hang at every height, one without members, one that has ended after it reported, one that is alone."""


def crooked(
    reports: Sequence[Submission],
    forms: Sequence[Form],
    top: str = "t",
    before: tuple[Period, tuple[Held, ...]] | None = None,
) -> Book:
    """Returns a book of the crooked tree, for a whole year."""
    period = replace(NOW, id="N-2026", title="năm 2026", span=Span.YEAR, forms=tuple(form.id for form in forms))
    expected = ["c1", "c2", "c3", "c4", "c5", "c6", "x3"]
    handed = [Held(one.key.unit, one.key.form, one.state, one.late) for one in reports]
    roll = call(period, CROOKED, expected, handed, [], DAY)
    inside = tuple(line for line in roll.lines if top in CROOKED.path(line.unit.id, DAY))
    unit = CROOKED.find(top)
    assert unit is not None
    return Book(
        period=period,
        forms=tuple(forms),
        top=unit,
        tree=CROOKED,
        day=DAY,
        made=MADE,
        roll=replace(roll, lines=inside),
        reports=tuple(one for one in reports if top in CROOKED.path(one.key.unit, DAY)),
        people=(Person(BY, "Ba", HERE, MADE),),
        before=before[0] if before else None,
        earlier=before[1] if before else (),
    )


def held(unit: str, form: str, values: dict[str, Value]) -> Held:
    """Returns an earlier report."""
    entries = tuple(Entry(field, value) for field, value in values.items())
    return Held(unit, form, SubmissionState.ACCEPTED, False, entries)


def every_rule() -> Form:
    """Returns a form with a figure of every rule: sums, an average by members, yes or no, texts."""
    fields = {field.id: field for form in FORMS for field in form.fields}
    usual = fields["ho_ccb_ngheo"], fields["quy_vnn_tien"], fields["duong_hoa_km"], fields["kien_nghi"]
    return replace(form_of(FORM), id="moi", fields=(*usual, *_others()))


def _others() -> tuple[Field, ...]:
    """The fields that no form asks for yet."""
    told = with_sentences(FIELDS.parent / SENTENCES, load_fields())
    return tuple(field for field in told if field.id in ("thu_nhap_bq", "co_dang_ky", "hien_dat_m2"))


def every_report(form: str = "moi") -> list[Submission]:
    """Returns reports on ``every_rule`` of five units; the last one passes everything over."""
    return [
        report("c1", _all(3, 1_500_000, "0.1", "45.55", True, "200"), form),
        report("c2", _all(0, 125_500_000, "0.2", "50", False, None), form),
        report("c3", _all(2, None, "0.7", "30.25", True, "12.5", NASTY[0]), form),
        report("c5", _all(1, 700_000, None, "20", True, None, "Xin thêm cây giống"), form),
        report("c6", _all(None, None, None, None, None, None, None), form),
    ]


def _all(
    poor: int | None,
    money: int | None,
    road: str | None,
    income: str | None,
    signed: bool | None,
    land: str | None,
    text: str | None = "",
) -> dict[str, Value]:
    return {
        "ho_ccb_ngheo": poor,
        "quy_vnn_tien": money,
        "duong_hoa_km": Decimal(road) if road else None,
        "kien_nghi": text,
        "thu_nhap_bq": Decimal(income) if income else None,
        "co_dang_ky": signed,
        "hien_dat_m2": Decimal(land) if land else None,
    }
