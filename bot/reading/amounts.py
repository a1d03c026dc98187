"""Numbers with their units and nouns: "2km3", "1 tạ rưỡi", "12 hộ nghèo", "1 mẫu 2"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reading.amount import Amount
from bot.reading.lexicon import Entry, Lexicon
from bot.reading.literal import Shape
from bot.reading.names import Names
from bot.reading.numeral import Numeral
from bot.reading.numerals import Numerals
from bot.reading.role import Role
from bot.reading.token import Form, Token
from bot.reading.unit import Care, Dimension, Unit


@dataclass(frozen=True)
class Amounts:
    """Reads amounts in a text that answers a field of a dimension. ``own`` are the names of that field."""

    text: Sequence[Token]
    lexicon: Lexicon
    dimension: Dimension
    own: Names
    numerals: Numerals

    def read(self, place: int) -> tuple[Amount, int] | None:
        """Returns the amount that starts at a place and where it ends."""
        numeral = self.numerals.read(place)
        if numeral is None:
            return self._unit_and_half(place)
        end = numeral.end
        amount = Amount(numeral.value, numeral, others=numeral.others, tail=numeral.tail)
        length, entry = self._unit_or_noun(end)
        if entry is not None and self.dimension is not Dimension.COUNT and entry.phrase == ("đồng", "chí"):
            length, entry = 0, None  # the one who is spoken to
        own = self.own.longest(self.text, end)
        if own > length or (own and not length):
            noun = " ".join(token.typed for token in self.text[end : end + own])
            amount, end = replace(amount, noun=noun, group=frozenset({"*"})), end + own
        elif entry is not None and entry.role is Role.NOUN:
            amount = replace(amount, noun=" ".join(entry.phrase), group=entry.group)
            end += length
        elif entry is not None:
            amount, end = self._in_unit(amount, end + length, entry.unit)
        elif self._is_strange(end):
            amount = replace(amount, strange=self.text[end].typed)
        if numeral.half and numeral.value < 1 and not (amount.unit or amount.noun or amount.strange or amount.foreign):
            return None
        return replace(amount, start=place, end=end), end

    def _unit_and_half(self, place: int) -> tuple[Amount, int] | None:
        """ "cây rưỡi", "tạ rưỡi": one of the unit and a half."""
        length, entry = self._unit_or_noun(place)
        end = place + length
        if entry is None or entry.unit is None or entry.unit.dimension is not self.dimension or entry.unit.size == 0:
            return None
        if self.dimension is Dimension.MONEY or not self.numerals.is_a(end, Role.HALF):
            return None
        value = entry.unit.size * 3 / 2
        numeral = Numeral(value, end + 1, tail=True)
        return Amount(value, numeral, place, end + 1, unit=entry.unit), end + 1

    def _unit_or_noun(self, place: int) -> tuple[int, Entry | None]:
        length, entries = self.lexicon.at(self.text, place)
        for entry in entries:
            if entry.role in (Role.UNIT, Role.NOUN):
                return length, entry
        return 0, None

    def _is_strange(self, place: int) -> bool:
        if place >= len(self.text) or self.text[place].form is not Form.WORD:
            return False
        token = self.text[place]
        return not (self.lexicon.at(self.text, place)[0] or self.own.has(token) or self.numerals.read(place))

    def _in_unit(self, amount: Amount, end: int, unit: Unit | None) -> tuple[Amount, int]:
        if unit is None or unit.dimension is not self.dimension:
            return replace(amount, unit=unit, foreign=True), end
        amount = replace(amount, unit=unit, value=amount.value * unit.size)
        amount = replace(amount, others=tuple(other * unit.size for other in amount.others))
        if self.numerals.is_a(end, Role.HALF):
            return replace(amount, value=amount.value + unit.size / 2), end + 1
        return self._with_rest(amount, end, unit)

    def _with_rest(self, amount: Amount, end: int, unit: Unit) -> tuple[Amount, int]:
        """What stands behind a unit: "1km 200m", "1 tạ 20 kg", "2km3"."""
        ones = self.numerals.value(end, Role.TAIL)
        if ones and unit.tail:
            return replace(amount, value=amount.value + ones * unit.tail, tail=True), end + 1
        rest = self.numerals.read(end)
        if rest is None or rest.others:
            return amount, end
        length, entry = self._unit_or_noun(rest.end)
        if entry is not None and entry.role is Role.UNIT and entry.unit and entry.unit.dimension is self.dimension:
            smaller = rest.value * entry.unit.size
            if smaller < unit.size and entry.unit.size < unit.size and entry.unit.care is not Care.ASK:
                return replace(amount, value=amount.value + smaller), rest.end + length
            return amount, end
        if entry is not None or rest.half or not (unit.tail or unit.part):
            return amount, end
        return self._with_tail(amount, end, unit, rest)

    def _with_tail(self, amount: Amount, end: int, unit: Unit, rest: Numeral) -> tuple[Amount, int]:
        digits = rest.literal.text if rest.literal else str(rest.value)
        plain = rest.literal is None or rest.literal.shape in (Shape.PLAIN, Shape.PADDED)
        if not plain or rest.scaled:
            return amount, end
        if len(digits) == 1 and unit.tail:
            return replace(amount, value=amount.value + rest.value * unit.tail, tail=True), rest.end
        if len(digits) == 3 and unit.part:
            return replace(amount, value=amount.value + rest.value * unit.part, tail=digits[0] == "0"), rest.end
        if len(digits) == 2 and unit.tail and unit.part:
            if digits[0] == "0":
                return replace(amount, value=amount.value + rest.value * unit.tail / 10, tail=True), rest.end
            both = (amount.value + rest.value * unit.tail / 10, amount.value + rest.value * unit.part)
            return replace(amount, value=both[0], others=both), rest.end
        return amount, end
