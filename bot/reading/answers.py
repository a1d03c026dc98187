"""Whole answers: what a row of pieces says about the field that is asked, by the pattern of its letters."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.reading.amount import Amount
from bot.reading.asked import Asked
from bot.reading.fit import Fit
from bot.reading.options import doubt
from bot.reading.pieces import Pieces
from bot.reading.readings import Doubt, Later, NotAFigure, SameAsBefore, Single, Value
from bot.reading.shown import shown
from bot.reading.unit import Dimension

_AGAIN = "Tôi chưa chắc con số. Đồng chí nhắn lại một con số giúp tôi."
_HEDGED = "Đồng chí cho tôi con số cụ thể."


@dataclass(frozen=True)
class Answers:
    """Reads pieces as the answer to one field."""

    asked: Asked
    dimension: Dimension
    fit: Fit

    def read(self, found: Pieces) -> Single:
        """Returns the reading."""
        code = _trimmed(found.code)
        read = self._with_amounts(code, found.amounts) if found.amounts else self._without(code)
        if not isinstance(read, Value):
            return read
        if found.unsure:
            return doubt("Chữ số cuối là dấu hay là số? Đồng chí gõ lại giúp tôi.", self.asked, [read.value])
        return to_confirm(read) if found.held else read

    def _without(self, code: str) -> Single:
        letters = set(code)
        if "L" in letters:
            return Later()
        if "S" in letters:
            return SameAsBefore(self.asked.previous)
        if "y" in letters and not letters & set("w>%?"):
            return doubt("Là chưa có (ghi 0), hay chưa nắm số liệu?", self.asked, [Decimal(0)])
        if re.fullmatch(r"[0z]q?w", code):  # "không có chi hết trơn"
            return self.fit.value(Decimal(0), None)
        if letters & set("0z") and not letters - set("0zgq,()u=") and code.count("u") < 3 and "zu" not in code:
            return self.fit.value(Decimal(0), None)
        if "g" in letters and not letters & set("w>%?u"):
            if self.asked.left:
                return self.fit.value(Decimal(0), None)
            return doubt("Là không có (ghi 0), hay đã làm xong hết? Đồng chí cho tôi con số.", self.asked, [Decimal(0)])
        if letters & set("w>%mfo-xe+0zy"):
            return doubt(_HEDGED, self.asked)
        return NotAFigure()

    def _with_amounts(self, code: str, amounts: Sequence[Amount]) -> Single:
        known = code.replace("u", "")
        about = "~" in known
        plain = _trimmed(known.replace("~", ""))
        if len(amounts) > 12:
            return doubt(_AGAIN, self.asked)
        if "L" in known and not any(amount.numeral.digits or amount.noun for amount in amounts):
            return Later()  # "mai mốt gửi sau": what is put off holds no number, whatever its last word sounds like
        for pattern, reading in self._ways():
            if re.fullmatch(pattern, plain):
                read = reading(plain, amounts, about)
                if read is not None:
                    return self._known(read, code, amounts)
        return self._unclear(plain, amounts)

    def _ways(self) -> tuple[tuple[str, Callable[[str, Sequence[Amount], bool], Single | None]], ...]:
        return (
            ("A|c,?A", self._one),
            (r"A(?:,?[(=]A\)?|,?\(=?A\))", self._twice),
            (r"A(?:xA)+(?:=A)?", self._product),
            (r"A(?:\+A)+(?:=A)?", self._sum),
            (r"A[,(]*eA\)?|eA,?A", self._each),
            (r"A,?A", self._people_and_days),
            (r"AM", self._monthly),
            (r"(?:c,?)?A,?\(?nA\)?", self._first),
            (r"nA,?c?A|c?A,?c,?A", self._second),
        )

    def _one(self, code: str, amounts: Sequence[Amount], about: bool) -> Single:
        return self.fit.read(amounts[-1], about)

    def _twice(self, code: str, amounts: Sequence[Amount], about: bool) -> Single | None:
        both = [self.fit.read(amount, about) for amount in amounts]
        values = [read for read in both if isinstance(read, Value)]
        if len(values) == 2 and values[0].value == values[1].value:
            return values[0]
        return None

    def _product(self, code: str, amounts: Sequence[Amount], about: bool) -> Single | None:
        factors = amounts[:-1] if "=" in code else amounts
        if self.dimension is Dimension.AREA and [_side(factor) for factor in factors] == [True, True]:
            number = factors[0].value * factors[1].value
            return self._calculated(number, " × ".join(f"{shown(factor.value)} m" for factor in factors), about)
        measured = self._measured(factors)
        if measured is None:
            return None
        number = Decimal(1)
        for factor in factors:
            counted = measured[1] if factor is measured[0] else factor.value
            number *= counted
        if "=" in code and not self._is(amounts[-1], number):
            return None
        how = " × ".join(shown(measured[1] if factor is measured[0] else factor.value) for factor in factors)
        return self._calculated(number, how, about)

    def _measured(self, factors: Sequence[Amount]) -> tuple[Amount, Decimal] | None:
        """The one factor that is in the field's unit, and its number; the others must be plain counts."""
        fits = [(factor, self.fit.number(factor)) for factor in factors]
        good = [(factor, number) for factor, number in fits if isinstance(number, Decimal) and not factor.strange]
        named = [pair for pair in good if pair[0].unit or pair[0].numeral.scaled or pair[0].noun]
        chosen = (named or good)[-1:] if self.dimension is not Dimension.MONEY else (named or good)[:1]
        if not chosen:
            return None
        rest = [factor for factor in factors if factor is not chosen[0][0]]
        if any(not self._is_plain(factor) for factor in rest):
            return None
        return chosen[0]

    def _is_plain(self, factor: Amount) -> bool:
        return (
            not factor.others
            and not factor.numeral.scaled
            and factor.value == int(factor.value)
            and 0 < factor.value < 1000
            and not (factor.unit and factor.unit.name in ("m", "km", "đồng"))
            and not (self.dimension is not Dimension.MONEY and factor.unit and factor.unit.dimension is Dimension.MONEY)
        )

    def _calculated(self, number: Decimal, how: str, about: bool) -> Single:
        if self.dimension in (Dimension.MONEY, Dimension.COUNT) and number != int(number):
            return doubt(_AGAIN, self.asked)
        why = f"Tôi tính {how} = {shown(number)} {self.asked.unit}, đúng không đồng chí?"
        return self.fit.value(number, None, about, confirm=why, how=f"{how} = {shown(number)}")

    def _is(self, amount: Amount, number: Decimal) -> bool:
        read = self.fit.read(amount)
        return isinstance(read, Value) and read.value == number

    def _sum(self, code: str, amounts: Sequence[Amount], about: bool) -> Single | None:
        parts = amounts[:-1] if "=" in code else amounts
        numbers = [self.fit.number(part) for part in parts]
        known = [number for number in numbers if isinstance(number, Decimal)]
        total = sum(known, Decimal(0))
        if len(known) < len(parts) or ("=" in code and not self._is(amounts[-1], total)):
            return None
        return self._calculated(total, " + ".join(shown(number) for number in known), about)

    def _each(self, code: str, amounts: Sequence[Amount], about: bool) -> Single | None:
        """Reads "3 hộ, mỗi hộ 2 triệu"."""
        return self._product(code.replace("=", ""), amounts, about)

    def _people_and_days(self, code: str, amounts: Sequence[Amount], about: bool) -> Single | None:
        """Reads "3 người làm 2 ngày" as six days of work; any other two numbers side by side are a doubt."""
        people, days = amounts
        if self.dimension is Dimension.WORK and "người" in people.group and days.unit:
            return self._product(code, amounts, about)
        return None

    def _monthly(self, code: str, amounts: Sequence[Amount], about: bool) -> Single:
        return self.fit.monthly(amounts[0], about)

    def _first(self, code: str, amounts: Sequence[Amount], about: bool) -> Single:
        return to_confirm(self.fit.read(amounts[0], about))

    def _second(self, code: str, amounts: Sequence[Amount], about: bool) -> Single:
        return to_confirm(self.fit.read(amounts[1], about))

    def _known(self, read: Single, code: str, amounts: Sequence[Amount]) -> Single:
        """Unknown words around a clear figure make it one to confirm; around a number in words, a doubt."""
        unknown = code.count("u")
        if not unknown or not isinstance(read, Value):
            return read
        in_digits = any(amount.numeral.digits for amount in amounts) or any(a.unit or a.noun for a in amounts)
        if not in_digits or unknown > 8:
            return doubt(_AGAIN, self.asked, [read.value])
        return to_confirm(read)

    def _unclear(self, code: str, amounts: Sequence[Amount]) -> Doubt:
        reads = [self.fit.read(amount) for amount in amounts[:4]]
        values = [read.value for read in reads if isinstance(read, Value)]
        others = [option.value for read in reads if isinstance(read, Doubt) for option in read.options]
        if set(code) & set("m%/") or "P" in code:
            values = [] if set(code) & set("m%/") else values
            return doubt(_HEDGED, self.asked, values)
        return doubt(_HEDGED if set(code) & set(">-ow") else _AGAIN, self.asked, values or others)


def _side(factor: Amount) -> bool:
    """Whether it is the length of a side, in metres: "20m x 5m"."""
    return factor.unit is not None and factor.unit.name == "m" and not factor.others


def to_confirm(read: Single) -> Single:
    """Returns a reading that is stored only after a yes; what is no value stays as it is."""
    if not isinstance(read, Value) or read.confirm:
        return read
    return replace(read, confirm=True, why=f"Tôi đọc là {read.say}, đúng không đồng chí?")


def _trimmed(code: str) -> str:
    """The code without pauses that part nothing, and without brackets that hold nothing."""
    before = ""
    while before != code:
        before, code = code, re.sub(r"^[,=]+|,+$|,+(?=[,()])|(?<=\(),+|\([,u]*\)?$", "", code)
    return re.sub(r"^\(([^()]*)\)$", r"\1", code)
