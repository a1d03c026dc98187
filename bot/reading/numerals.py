"""Numbers of any size: groups with their scales, and the shorthand behind a scale ("3tr5", "ba triệu hai")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz.distance import OSA

from bot.reading.groups import Group, Words
from bot.reading.lexicon import Lexicon
from bot.reading.literal import Literal, Shape, read_literal
from bot.reading.numeral import Numeral
from bot.reading.role import Role
from bot.reading.token import Form, Token
from bot.reading.vocabulary import SHORT_SCALES

_THOUSAND, _MILLION, _BILLION = Decimal(10**3), Decimal(10**6), Decimal(10**9)
_SLIPS = {"trieu": _MILLION, "nghin": _THOUSAND, "chieu": _MILLION}


@dataclass(frozen=True, slots=True)
class _Part:
    """One group of a number, in digits or in words."""

    value: Decimal
    end: int
    literal: Literal | None = None
    group: Group | None = None


class Numerals(Words):
    """Reads the number that starts at a place."""

    def read(self, place: int) -> Numeral | None:
        """Returns the number at a place, None when none starts there."""
        if self.is_a(place, Role.HALF_OF):
            return self._half(place)
        if (alone := self._scale_alone(place)) is not None:
            return alone
        first = self._part(place)
        if first is None:
            return None
        if (point := self._pointed(first)) is not None:
            first = point
        found = replace(self._sections(first), digits=self.text[place].form is Form.NUMBER)
        if found.scaled and not found.others and (point := self._pointed(_Part(found.value, found.end))) is not None:
            return replace(found, value=point.value, end=point.end)
        return found

    def _half(self, place: int) -> Numeral | None:
        """Reads "nửa triệu"; "nửa cây" is half of a unit, "nửa" alone is not a number."""
        scale = self.scale(place + 1)
        if scale:
            return Numeral(scale / 2, place + 2, scaled=True, top=scale)
        return Numeral(Decimal("0.5"), place + 1, half=True)

    def _scale_alone(self, place: int) -> Numeral | None:
        """Reads "triệu rưỡi", "nghìn hai", "trăm rưỡi": the one in front is not said."""
        scale = self.scale(place)
        behind_word = place > 0 and self.text[place - 1].form is Form.WORD and len(self.text[place - 1].fold) < 4
        if scale and self.text[place].typed not in SHORT_SCALES:
            if self.is_a(place + 1, Role.HALF):
                return Numeral(scale * 3 / 2, place + 2, scaled=True, top=scale, slip=behind_word)
            ones = self.value(place + 1, Role.TAIL) or self.digit(place + 1)
            if not ones:
                return None
            return Numeral(scale + scale / 10 * ones, place + 2, scaled=True, top=scale, slip=behind_word)
        hundred = self.hundred_alone(place)
        if hundred is None:
            return None
        return self._sections(_Part(Decimal(hundred.value), hundred.end, group=hundred))

    def _part(self, place: int) -> _Part | None:
        if place >= len(self.text):
            return None
        if self.text[place].form is Form.NUMBER:
            literal = read_literal(self.text[place].typed)
            value, end = literal.value, place + 1
            if literal.shape is Shape.PLAIN and value < 100 and self.is_a(end, Role.HUNDRED):
                group = self._behind_hundreds(int(value) * 100, end + 1)
                return _Part(Decimal(group.value), group.end, group=group)
            if literal.shape is Shape.PLAIN and value < 100 and self.fold(end) in ("chuc", "muoi"):
                group = self._behind_chuc(int(value) * 10, end + 1)
                return _Part(Decimal(group.value), group.end, group=group)
            return _Part(value, end, literal=literal)
        if self.is_a(place, Role.NOUGHT) and (self.scale(place + 1) or self.is_a(place + 1, Role.POINT)):
            return _Part(Decimal(0), place + 1, group=Group(0, place + 1, padded=True))
        found = self.group(place)
        return _Part(Decimal(found.value), found.end, group=found) if found else None

    def _pointed(self, whole: _Part) -> _Part | None:
        """Reads "hai phẩy năm": decimals behind a spoken point; noughts count their places."""
        if not self.is_a(whole.end, Role.POINT):
            return None
        place, digits = whole.end + 1, ""
        if whole.literal is not None:
            behind = self.text[place].typed if place < len(self.text) else ""
            if whole.literal.shape is not Shape.PLAIN or not re.fullmatch(r"\d{1,3}", behind):
                return None
            return _Part(Decimal(f"{int(whole.value)}.{behind}"), place + 1, group=Group(0, place + 1))
        while self.is_a(place, Role.NOUGHT):
            place, digits = place + 1, digits + "0"
        part = self.group(place)
        while part is not None:
            digits += str(part.value)
            place = part.end
            part = self.group(place) if part.single else None
        if not digits:
            return None
        return _Part(Decimal(f"{int(whole.value)}.{digits}"), place, group=Group(0, place, others=()))

    def _sections(self, first: _Part) -> Numeral:
        total, last, part = Decimal(0), Decimal(0), first
        short = slip = half = False
        others: tuple[Decimal, ...] = ()
        while True:
            scale = self._scale_or_slip(part)
            if scale is None or (last and scale[0] >= last):
                break
            if last and part.value * scale[0] >= last:
                return _doubtful(
                    Numeral(total, part.end, top=last, short=short), part.end + 1, [*_torn(part, total, last), total]
                )
            last, short, slip = scale[0], short or scale[1] in SHORT_SCALES, slip or scale[2]
            others = self._others(part, total, last) or others
            total, end = total + part.value * last, part.end + 1
            if self.is_a(end, Role.SCALE) and self.scale(end) == _BILLION and last < _BILLION:
                total, last, end = total * _BILLION, _BILLION, end + 1  # "một nghìn tỷ"
            if self.is_a(end, Role.HALF):
                if last == _THOUSAND and part.value >= 100:
                    others = (total,)  # "450 ngàn rưỡi": half of what?
                return Numeral(total + last / 2, end + 1, None, others, True, short, last, slip=slip)
            if self._is_link(end) and (linked := self._part(end + 1)) and self.scale(linked.end):
                end += 1  # "2 triệu lẻ 50 nghìn"
            following = self._part(end) or self._tail_digit(end)
            if following is None or self._counts_something(following):
                return Numeral(total, end, _literal_of(first), others, True, short, last, slip=slip)
            part = following
        if last and first.literal is not None and first.literal.shape is Shape.DECIMAL:
            return _doubtful(Numeral(total, part.end, top=last, short=short), part.end, [total])  # "1,2 tỷ 3"
        if last:
            return self._with_tail(Numeral(total, part.end, None, others, True, short, last, slip=slip), part)
        half = bool(part.group and part.group.half)
        found = Numeral(part.value, part.end, part.literal, self._others(part, Decimal(0), Decimal(1)), half=half)
        if not half and self.is_a(found.end, Role.HALF) and part.literal and self.scale(found.end + 1):
            scale_value = self.scale(found.end + 1) or Decimal(1)
            return Numeral((part.value + Decimal("0.5")) * scale_value, found.end + 2, scaled=True, top=scale_value)
        return found

    def _is_link(self, place: int) -> bool:
        return self.is_a(place, Role.LINK) or self.fold(place) == "va"

    def _scale_or_slip(self, part: _Part) -> tuple[Decimal, str, bool] | None:
        """The scale behind a part, its word, and whether that was typed with a slip of the finger ("trệu")."""
        scale = self.scale(part.end)
        if scale:
            return scale, self.text[part.end].typed, False
        if part.end >= len(self.text) or self.text[part.end].form is not Form.WORD:
            return None
        token = self.text[part.end]
        if len(token.fold) < 4 or self.lexicon.exactly((token,)):
            return None
        for word, value in _SLIPS.items():
            if OSA.distance(token.fold, word, score_cutoff=1) <= 1:
                return value, word, True
        return None

    def _tail_digit(self, place: int) -> _Part | None:
        ones = self.value(place, Role.TAIL)
        return _Part(Decimal(ones), place + 1, group=Group(ones, place + 1, single=True)) if ones else None

    def _counts_something(self, part: _Part) -> bool:
        """Whether a small number has a noun or a unit of its own: "2 triệu 3 hộ" is not 2,3 triệu."""
        if part.value >= 100 or (part.group and part.group.padded) or self.scale(part.end):
            return False
        _, entries = self.lexicon.at(self.text, part.end)
        return any(
            entry.role is Role.NOUN or (entry.role is Role.UNIT and not (entry.unit and entry.unit.name == "đồng"))
            for entry in entries
        )

    def _others(self, part: _Part, total: Decimal, scale: Decimal) -> tuple[Decimal, ...]:
        if part.group is None:
            return ()
        return tuple(total + other * scale for other in part.group.others)

    def _with_tail(self, before: Numeral, tail: _Part) -> Numeral:
        """A group behind a scale with none of its own."""
        scale, value = before.top, before.value
        if tail.literal is not None:
            return self._with_digits(before, tail, tail.literal)
        group = tail.group or Group(0, tail.end)
        if group.padded and scale == _THOUSAND:
            return _ending(before, value + group.value, tail.end)
        if group.others or group.half:
            return _doubtful(before, tail.end, [value + Decimal(group.value) * scale / 1000, value + group.value])
        if group.value >= 100:
            return _ending(before, value + group.value * scale / 1000, tail.end)
        if group.single:
            if scale == _THOUSAND and not before.literal and not before.short:
                return _doubtful(before, tail.end, [value + group.value * scale / 10, value + group.value])
            return _ending(before, value + group.value * scale / 10, tail.end)
        if scale == _THOUSAND:
            return _doubtful(before, tail.end, [value + group.value, value + group.value * 10])
        return _doubtful(before, tail.end, [value + group.value * scale / 100, value + group.value * scale / 1000])

    def _with_digits(self, before: Numeral, tail: _Part, literal: Literal) -> Numeral:
        scale, value, digits = before.top, before.value, literal.text
        if literal.shape is Shape.PLAIN and len(digits) == 1:
            others = () if digits != "0" else (value,)
            return _ending(before, value + tail.value * scale / 10, tail.end, others=others)
        if literal.shape is Shape.PLAIN and len(digits) == 2:
            if digits[0] == "0":
                return _ending(before, value + tail.value * scale / 100, tail.end, read_back=True)
            return _doubtful(before, tail.end, [value + tail.value * scale / 100, value + tail.value * scale / 1000])
        if literal.shape in (Shape.PLAIN, Shape.PADDED) and len(digits) == 3:
            padded = literal.shape is Shape.PADDED
            return _ending(before, value + tail.value * scale / 1000, tail.end, read_back=padded)
        if literal.shape in (Shape.PLAIN, Shape.GROUP, Shape.GROUPS) and 1000 <= tail.value < scale:
            return _ending(before, value + tail.value, tail.end)
        return _doubtful(before, tail.end, [value])


def _torn(part: _Part, total: Decimal, scale: Decimal) -> list[Decimal]:
    """What "3tr5 500k" may mean where the blank is no thousands' sign: three and a half million, said twice."""
    literal = part.literal
    if literal is None or literal.shape is not Shape.SPACE or literal.text[1] != " ":
        return []
    return [total + Decimal(literal.text[0]) * scale / 10]


def _literal_of(part: _Part) -> Literal | None:
    return part.literal


def _ending(
    before: Numeral, value: Decimal, end: int, read_back: bool = False, others: tuple[Decimal, ...] = ()
) -> Numeral:
    loose = before.top == _BILLION
    return Numeral(
        value, end, None, before.others or others, True, before.short, before.top, read_back, loose, slip=before.slip
    )


def _doubtful(before: Numeral, end: int, others: Sequence[Decimal]) -> Numeral:
    kept = tuple(dict.fromkeys(others))
    return Numeral(others[0], end, None, kept, True, before.short, before.top, slip=before.slip)


def numerals(text: Sequence[Token], lexicon: Lexicon, own: frozenset[str] = frozenset()) -> Numerals:
    """Returns the reader of numbers of a text."""
    return Numerals(text, lexicon, own)
