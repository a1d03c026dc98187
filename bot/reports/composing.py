"""The Word report of a period, composed: every figure in a sentence, who wrote what, who is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.measure import Across
from bot.model.standing import Standing
from bot.model.total import Remark
from bot.model.unit import Unit
from bot.reports.book import Book
from bot.reports.comparison import Comparison, comparisons
from bot.reports.owing import Owing, owing
from bot.reports.paper import Annex, Entry, Paper, Part, Remarks, Result, Row, Said
from bot.reports.telling import amount, sentence
from bot.reports.wording import day, percent

NAMED = 20
"""How many names or texts a part holds: the others are in an annex."""

_TOP = "Hội Cựu chiến binh Việt Nam"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def composed(book: Book) -> Paper:
    """Returns what the report says."""
    over = book.tree.parent(book.top.id, book.day)
    compared = [(form, comparisons(book, form)) for form in book.forms]
    owed, texts = owing(book), _texts(book)
    made = book.made.date()
    return Paper(
        over=(over.name if over is not None else _TOP).upper(),
        unit=book.top.name.upper(),
        name=book.top.name,
        day=made.day,
        month=made.month,
        year=made.year,
        period=book.period.title,
        subject=", ".join(form.title for form in book.forms),
        plans=", ".join(dict.fromkeys(form.plan for form in book.forms)),
        turnout=tuple(_turnout(book, owed)),
        results=tuple(
            _result(book, form, some, _LETTERS[place % len(_LETTERS)] if len(compared) > 1 else "")
            for place, (form, some) in enumerate(compared)
        ),
        remarks=tuple(_remarks(book, field, some) for field, some in texts),
        rows=tuple(_rows(compared)),
        before=book.before.title if book.before is not None else "",
        annexes=tuple(_annexes(book, owed, texts)),
    )


def _level(book: Book) -> str:
    """Returns what those are that report: "chi hội", or "đơn vị" where they are several things."""
    levels = {line.unit.level for line in book.roll.lines}
    return levels.pop() if len(levels) == 1 else "đơn vị"


def _turnout(book: Book, owed: Sequence[Owing]) -> Iterator[str]:
    turnout, level = book.roll.turnout, _level(book)
    count, share = f"{turnout.submitted}/{turnout.expected}", percent(turnout.submitted, turnout.expected)
    late = sum(line.stand.late and not line.stand.owed for line in book.roll.lines)
    told = f"Đến ngày {day(book.made.date())} có {count} {level} đã nộp báo cáo ({share})"
    yield f"{told}, trong đó {late} {level} nộp trễ hạn." if late else f"{told}."
    if not book.reports:
        yield "Chưa có số liệu nào."
    elif len(book.forms) > 1:
        each = "; ".join(f"{form.title}: {book.reported(form)} báo cáo" for form in book.forms)
        yield f"Số liệu dưới đây tổng hợp từ: {each}."
    else:
        but = "; chưa gồm số của đơn vị chưa nộp" if turnout.submitted < turnout.expected else ""
        yield f"Số liệu dưới đây tổng hợp từ {len(book.reports)} báo cáo đã nộp{but}."
    if book.before is not None and (earlier := sum(map(book.reported_before, book.forms))):
        yield f"Số so sánh là của {book.before.title}, tổng hợp từ {earlier} báo cáo."
    returned = [one.unit for one in owed if one.stand.state is Standing.RETURNED]
    others = [one.unit for one in owed if one.stand.state is not Standing.RETURNED]
    for said, units in (("chưa nộp xong", others), ("phải bổ sung", returned)):
        if units:
            yield f"Còn {len(units)} {level} {said}: {_named(book, units)}."


def _named(book: Book, units: Sequence[Unit]) -> str:
    """Names twice the same get their place beside them."""
    names = Counter(unit.name for unit in units[:NAMED])
    told = [unit.name if names[unit.name] == 1 else f"{unit.name} ({book.nearest(unit)})" for unit in units[:NAMED]]
    more = len(units) - len(told)
    return f"{', '.join(told)} và {more} đơn vị khác (xem phụ lục)" if more else ", ".join(told)


def _result(book: Book, form: Form, compared: Sequence[Comparison], letter: str) -> Result:
    subject = f"Toàn {book.top.level}" if book.levels[1:] else book.top.name
    figures = [one for one in compared if one.field.sentence is not None]
    parts: list[Part] = []
    for title, some in groupby(_in_parts(figures), key=_part):
        told = [sentence(one, book.before, book.reported(form), _level(book)) for one in some]
        said = [one for one in told if one]
        if said:
            first, *others = said
            lines = (f"{subject} {first}.", *(f"{one[:1].upper()}{one[1:]}." for one in others))
            parts.append(Part(f"{len(parts) + 1}. {title}", lines))
    silent = [one.field.short for one in figures if one.now.value is None]
    return Result(f"{letter}. {form.title}" if letter else "", tuple(parts), ", ".join(silent))


def _part(one: Comparison) -> str:
    return one.field.sentence.part if one.field.sentence is not None else ""


def _in_parts(figures: Sequence[Comparison]) -> list[Comparison]:
    """Returns the figures, those of a part together, in the order in which the form asks for them first."""
    order = list(dict.fromkeys(_part(one) for one in figures))
    return sorted(figures, key=lambda one: order.index(_part(one)))


def _texts(book: Book) -> list[tuple[Field, list[Remark]]]:
    """Returns what was written on each thing; a form that asks for the same joins in."""
    found: dict[str, tuple[Field, list[Remark]]] = {}
    for form in book.forms:
        for field, total in zip(form.asked_in(book.period.span), book.whole(form).totals, strict=True):
            if field.across is Across.LIST:
                found.setdefault(field.id, (field, []))[1].extend(total.remarks)
    return list(found.values())


def _remarks(book: Book, field: Field, some: Sequence[Remark]) -> Remarks:
    said = tuple(Said(_called(book, one), one.text) for one in some[:NAMED])
    more = len(some) - len(said)
    return Remarks(field.label, said, f"Còn {more} ý kiến khác, xem phụ lục." if more else "")


def _called(book: Book, remark: Remark) -> str:
    """Names are not unique in a province: further down they have their place beside them."""
    unit = book.tree.find(remark.unit)
    if unit is None:
        return remark.unit
    return f"{unit.name} ({book.nearest(unit)})" if book.over(unit) else unit.name


def _unit(book: Book, remark: Remark) -> tuple[str, str]:
    unit = book.tree.find(remark.unit)
    return (unit.name, book.place(unit)) if unit is not None else (remark.unit, "")


def _rows(compared: Sequence[tuple[Form, Sequence[Comparison]]]) -> Iterator[Row]:
    for form, some in compared:
        if len(compared) > 1:
            yield Row(form.title, heading=True)
        figures = [one for one in some if one.field.across is not Across.LIST]
        for number, one in enumerate(figures, start=1):
            yield Row(
                label=one.field.label,
                number=str(number),
                unit=one.field.unit if one.field.kind.is_number else "đơn vị có",
                total=amount(one.now.value),
                given=amount(one.now.given),
                missing=amount(one.now.missing),
                before=amount(one.before.value) if one.before is not None and one.before.value is not None else "",
            )


def _annexes(book: Book, owed: Sequence[Owing], texts: Sequence[tuple[Field, Sequence[Remark]]]) -> Iterator[Annex]:
    if len(owed) > NAMED:
        late = [(one.unit.name, one.place, str(one.stand)) for one in owed]
        yield Annex(f"Danh sách {_level(book)} chưa nộp xong báo cáo", "Tình trạng", _entries(late))
    for field, some in texts:
        if len(some) > NAMED:
            yield Annex(field.label, "Nội dung", _entries([(*_unit(book, one), one.text) for one in some]))


def _entries(lines: Sequence[tuple[str, str, str]]) -> tuple[Entry, ...]:
    return tuple(Entry(number, *line) for number, line in enumerate(lines, start=1))
