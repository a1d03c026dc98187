"""Numbers in words below a thousand: "ba mươi lăm", "ba lăm", "hăm mốt", "hai trăm lẻ năm"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.reading.lexicon import Lexicon
from bot.reading.literal import Shape, read_literal
from bot.reading.role import Role
from bot.reading.token import Form, Token


@dataclass(frozen=True, slots=True)
class Group:
    """A number below a thousand. ``padded`` starts with "không trăm"; ``others`` as in Numeral; ``half``: "trăm rưỡi".

    ``single`` is one digit, ``tens`` says that tens were named.
    """

    value: int
    end: int
    padded: bool = False
    others: tuple[int, ...] = ()
    half: bool = False
    single: bool = False


@dataclass(frozen=True)
class Words:
    """A text of number words. ``own`` are plain words of the field's name, which are no digits without accents."""

    text: Sequence[Token]
    lexicon: Lexicon
    own: frozenset[str] = frozenset()

    def value(self, place: int, role: Role) -> int | None:
        """Returns the value of a word in a role, None when it has not that role."""
        if not 0 <= place < len(self.text):
            return None
        token = self.text[place]
        if token.form is not Form.WORD or (token.fold in self.own and not token.marked and not self._leads(place + 1)):
            return None
        for entry in self.lexicon.exactly((token,)):
            if entry.role is role:
                return int(entry.value)
        return None

    def _leads(self, place: int) -> bool:
        """Whether a number goes on at a place, so that the word before is a digit: "tam trieu", and not "nha tam"."""
        roles = {Role.TENS, Role.TEN, Role.HUNDRED, Role.SCALE}
        span = self.text[place : place + 1]
        return bool(span) and any(entry.role in roles for entry in self.lexicon.exactly(span))

    def is_a(self, place: int, role: Role) -> bool:
        """Whether the word at a place can have a role."""
        return self.value(place, role) is not None

    def fold(self, place: int) -> str:
        """Returns the word in plain letters, "" behind the end."""
        return self.text[place].fold if 0 <= place < len(self.text) else ""

    def group(self, place: int) -> Group | None:
        """Reads a number below a thousand in words."""
        padded = self.is_a(place, Role.NOUGHT) and self.is_a(place + 1, Role.HUNDRED)
        digit = 0 if padded else self.digit(place)
        if digit is not None and self.is_a(place + 1, Role.HUNDRED):
            return self._behind_hundreds(digit * 100, place + 2, padded)
        return self.tens(place)

    def _behind_hundreds(self, hundreds: int, place: int, padded: bool = False) -> Group:
        if self.is_a(place, Role.HALF):
            return Group(hundreds + 50, place + 1, half=True)
        if self.is_a(place, Role.LINK):
            digit = self.digit(place + 1)
            if digit is not None:
                return Group(hundreds + digit, place + 2, padded)
        rest = self._in_digits(place) or self.tens(place)
        if rest is None:
            tail = self.value(place, Role.TAIL)
            return Group(hundreds + 10 * tail, place + 1) if tail else Group(hundreds, place, padded)
        if rest.single:
            # "hai trăm năm" is said for 250 and written for 205.
            if self.fold(rest.end) == "tram":
                return Group(hundreds, place, padded)
            return Group(
                hundreds + 10 * rest.value, rest.end, others=(hundreds + 10 * rest.value, hundreds + rest.value)
            )
        return Group(hundreds + rest.value, rest.end, padded, tuple(hundreds + other for other in rest.others))

    def _in_digits(self, place: int) -> Group | None:
        """Reads what stands behind a hundred in digits: "3 trăm 20", "1 trăm 5 chục", "2 trăm 5"."""
        if not 0 <= place < len(self.text) or self.text[place].form is not Form.NUMBER:
            return None
        literal = read_literal(self.text[place].typed)
        if literal.shape is not Shape.PLAIN or not 0 < literal.value < 100:
            return None
        if literal.value < 10 and self.fold(place + 1) in ("chuc", "muoi"):
            return self._behind_chuc(int(literal.value) * 10, place + 2)
        return Group(int(literal.value), place + 1, single=literal.value < 10)

    def hundred_alone(self, place: int) -> Group | None:
        """Reads "trăm rưỡi", "trăm hai": a hundred without its one."""
        if not self.is_a(place, Role.HUNDRED):
            return None
        found = self._behind_hundreds(100, place + 1)
        return found if found.end > place + 1 else None

    def tens(self, place: int) -> Group | None:
        """Reads a number below a hundred."""
        ten = self.value(place, Role.TEN)
        if ten and (self.text[place].marked or not self.is_a(place - 1, Role.DIGIT)):
            return self._of_dozens(self._with_ones(10, place + 1))
        twenty = self.value(place, Role.TWENTY)
        if twenty:
            found = self._with_ones(twenty, place + 1)
            return found if found.value > twenty else None
        digit = self.digit(place)
        if digit is None:
            return None
        if self.is_a(place + 1, Role.TENS) or self.fold(place + 1) == "muoi":
            if self.fold(place + 1) == "chuc":
                return self._behind_chuc(digit * 10, place + 2)
            return self._with_ones(digit * 10, place + 2)
        tail = self.value(place + 1, Role.TAIL)
        if tail:
            return Group(digit * 10 + tail, place + 2)
        return Group(digit, place + 1, single=True)

    def _of_dozens(self, found: Group) -> Group:
        """Reads "mười lăm chục", "mười chục": so many times ten."""
        if self.fold(found.end) != "chuc":
            return found
        return Group(found.value * 10, found.end + 1)

    def _behind_chuc(self, tens: int, place: int) -> Group:
        """Reads "hai chục rưỡi", "hai chục lẻ ba"; a bare digit behind it would be a second number."""
        if self.is_a(place, Role.HALF):
            return Group(tens + 5, place + 1)
        linked = self.digit(place + 1) if self.is_a(place, Role.LINK) else None
        return Group(tens + linked, place + 2) if linked else Group(tens, place)

    def _with_ones(self, tens: int, place: int) -> Group:
        tail = self.value(place, Role.TAIL)
        ones = tail if tail is not None else self.digit(place)
        # "hai mươi năm trăm", "mười hai trăm": the next word belongs to a hundred of its own.
        parted = self.is_a(place + 1, Role.HUNDRED) or (tail is None and self.is_a(place + 1, Role.TENS))
        if ones is None or parted:
            return Group(tens, place)
        if ones == 5 and tail is None and self.text[place].marked:
            # Twenty years, or a careless twenty-five.
            return Group(tens + 5, place + 1, others=(tens + 5,))
        return Group(tens + ones, place + 1)

    def digit(self, place: int) -> int | None:
        """Reads one to nine."""
        return self.value(place, Role.DIGIT)

    def scale(self, place: int) -> Decimal | None:
        """Reads nghìn, triệu, tỷ and what stands for them."""
        value = self.value(place, Role.SCALE)
        return Decimal(value) if value else None
