"""What somebody wants added up, read from a sentence: "tổng hợp quỹ vì người nghèo xã Vân Trà năm 2025"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.dialog.form import Form
from bot.model.period import Period, Span, period_id, period_title
from bot.model.periods import last_closed, usual
from bot.reading.cut import without
from bot.reading.period_named import LAST, PeriodNamed, period_named
from handlers.totals_view import Side, View
from knowledge.fold import plain

ORDER = re.compile(
    r"(?!.*\b(?:file|tep|excel|word|docx?|xlsx?|csv)\b)"
    r"(?:/tonghop|(?:cho (?:toi |tui |minh )?|toi (?:muon |can )?)?(?:xem )?"
    r"(?:(?:bang |ban |so lieu |bao cao )*(?:tong hop|tong cong|cong so lieu|cong tong|tong so lieu)|bang so lieu)"
    r"(?: so lieu| bao cao| ket qua)?(?: cua| cho| o)?)(?= |$)"
)
_COMPARED = re.compile(
    r"\bso (?:sanh )?(?:voi )?(?:cung )?(?:ky|nam) (?:nam )?(?:truoc|ngoai)\b"
    r"|\bso (?:sanh )?(?:voi )?cung ky\b|\bso sanh\b|\bvoi (?:cung )?(?:ky|nam) (?:truoc|ngoai)\b"
)
_UNDER = r"(?:don vi|xa|phuong|huyen|chi hoi|thon)"
_WHOLE = re.compile(r"\b(?:theo|tung|cac|moi|toan|ca) (?:tinh|huyen|xa|phuong)\b")
_FILLER = re.compile(
    rf"\b(?:so lieu|bao cao|ket qua|(?:theo |tung |cac |o |moi )+{_UNDER}|theo (?:don vi|xa|huyen|chi hoi)(?= |$)"
    r"|(?:toan|ca) (?:tinh|huyen|xa|phuong|hoi|chi hoi)|(?:tinh|huyen|xa|phuong)(?:$| (?:minh|ta|nha|tui|toi|ni|nay)\b)"
    r"|(?:con|duoc|la|co) (?:bao nhieu|may)(?: (?:ho|cai|nha|dong|km|tien|ngay|buoi|vu))?"
    r"|(?:bao nhieu|may) (?:tien|km|ho|cai)"
    r"|cua|cho|ky|muc|cau|o|tai|di|voi|nhe|a|lai)\b"
)
_QUESTION = re.compile(r"\?|\b(?:ai|gi|dau|nao|sao|khi nao|bao gio|bao nhieu|the nao)\b")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """``periods``: ids that were named, ``title`` of one that there is not; ``usual`` where none was named.

    ``number`` or ``field``: which figure. ``named``: the words that are left, of a unit or of something else.
    ``whole``: of all units of a level ("theo từng xã"), not of the one that was looked at.
    """

    periods: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    title: str = ""
    number: int = 0
    field: str = ""
    compared: bool = False
    named: str = ""
    is_question: bool = False
    whole: bool = False

    def applied(self, view: View, period: Period, forms: Sequence[Form]) -> View:
        """Returns the view with what was said of a figure and of comparing."""
        if self.compared:
            return replace(view, side=Side.COMPARED)
        if self.number:
            return replace(view, side=Side.FIGURE, figure=self.number)
        asked = [form.asked_in(period.span) for name in period.forms for form in forms if form.id == name]
        for place, fields in enumerate(asked):
            for number, field in enumerate(fields, start=1):
                if field.id == self.field:
                    return replace(view, form=place, side=Side.FIGURE, figure=number)
        return view


def wish(rest: str, today: date, periods: Sequence[Period], forms: Sequence[Form]) -> Wish:
    """Returns what is wanted; ``rest`` is what stands after the order."""
    rest = unicodedata.normalize("NFC", rest)
    folded = plain(rest)
    question = _QUESTION.search(folded) is not None
    compared = _COMPARED.search(folded) is not None
    rest = without(rest, _COMPARED)
    last = last_closed(periods) if LAST.search(plain(rest)) else []
    said = period_named(without(rest, LAST) if last else rest, today.year)
    named, title = ((last[0].id,), last[0].title) if last else _periods(said, periods, today)
    rest = said.rest
    number = 0
    digits = re.fullmatch(r"\D*?(\d{1,2})\s*", rest)
    if digits and not _FILLER.sub("", plain(rest[: digits.start(1)])).strip():
        number, rest = int(digits[1]), ""
    field, rest = ("", rest) if number else _field(rest, forms)
    rest = without(rest, _FILLER).strip(" ,.?")
    return Wish(
        periods=named,
        usual=tuple(one.id for one in usual(periods)),
        title=title,
        number=number,
        field=field,
        compared=compared,
        named=rest,
        is_question=question,
        whole=_WHOLE.search(folded) is not None,
    )


def _periods(named: PeriodNamed, periods: Sequence[Period], today: date) -> tuple[tuple[str, ...], str]:
    """Returns the id of the period that is named, and its title; () for none. Without a year the latest such one."""
    if not named.said:
        return (), ""
    span = named.span or Span.YEAR
    latest = max((one.year for one in periods if one.span is span), default=today.year)
    year = named.year if named.year is not None else latest
    return (period_id(span, year),), period_title(span, year)


def _field(text: str, forms: Sequence[Form]) -> tuple[str, str]:
    """Returns the field that is named, the longest name first, and what is left of the text."""
    folded = plain(text)
    fields = {field.id: field for form in forms for field in form.fields}.values()
    named = [(plain(name), field.id) for field in fields for name in (field.label, field.short, *field.aliases)]
    for name, field in sorted(named, key=lambda one: -len(one[0])):
        found = re.search(rf"\b{re.escape(name)}\b", folded) if len(name) >= _SHORTEST else None
        if found is not None and len(folded) == len(text):
            return field, f"{text[: found.start()]} {text[found.end() :]}"
    return "", text
