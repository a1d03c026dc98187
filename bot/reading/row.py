"""Tokens as a row of letters: A for an amount, u for an unknown word, else the letter of a role."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from bot.reading.amount import Amount
from bot.reading.amounts import Amounts
from bot.reading.lexicon import Entry, Lexicon
from bot.reading.names import Names
from bot.reading.role import Role
from bot.reading.token import Form, Token

AMOUNT, UNKNOWN, TORN, NAMED = "A", "u", "t", "#"
_CHANGING = (
    *("hon", "gan", "tren", "duoi", "vai", "ngoai", "non", "tang", "giam", "them", "bot", "thieu", "tru", "chua"),
    *("khong", "den", "toi", "hoac", "hay", "nam", "hai", "ba", "bon", "sau", "bay", "tam", "chin", "muoi", "tram"),
)
"""Words in front of a number that change it, in plain letters."""
_NUMBERED = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("thon", "xom", "khoi", "khu", "ap", "khoi pho", "khu pho", "khu dan cu", "to dan pho", "chi hoi", "thon so"),
        *("ke hoach", "quyet dinh", "cong van", "nghi quyet", "chi thi", "thong tu", "nghi dinh", "huong dan"),
        *("ke hoach so", "quyet dinh so", "cong van so", "nghi quyet so", "chi thi so", "to", "doi"),
    )
)
"""What has a number for a name, in plain letters: "thôn 3", "kế hoạch 121"."""
_LONGEST_NUMBERED = 3
_PAUSES = {",": ",", ";": ",", "\n": ",", "(": "(", "[": "(", ")": ")", "]": ")", "/": "/"}
_SILENT = frozenset(".:!\"'“”‘’«»-_*#•·|&….")
_IN_NUMBERS = "123456789h."
"""The roles of parts of numbers, which say nothing alone."""
MARKED, MONTHLY = "\u0001", "\u0002"
"""Signs that stand in a text for another time than the one asked about, and for "a month"."""


def _rank(role: Role) -> int:
    """What changes a figure goes before what does not count, and that before parts of numbers and units."""
    return 2 if role.value in _IN_NUMBERS or role is Role.UNIT else 1 if role in (Role.FILLER, Role.NOUN) else 0


@dataclass(frozen=True)
class Row:
    """The tokens of one answer to a field with these names."""

    text: Sequence[Token]
    lexicon: Lexicon
    own: Names
    reader: Amounts

    def read(self) -> tuple[str, tuple[Amount, ...]]:
        """Returns the letters, and the amounts that are A among them.

        A number that is a name ("thôn 3 có 5 hộ") is no amount where another one stands; alone it is a strange one.
        """
        code: list[str] = []
        amounts: list[Amount] = []
        names: list[Amount] = []
        place = 0
        while place < len(self.text):
            name = self._numbered(place)
            letter, amount, place = (NAMED, name, name.end) if name else self._next(place)
            if amount is not None:
                (names if name else amounts).append(amount)
            code.append(letter)
        row = "".join(code)
        if names and not amounts:
            return row.replace(NAMED, AMOUNT), tuple(names)
        return row.replace(NAMED, UNKNOWN), tuple(amounts)

    def _numbered(self, place: int) -> Amount | None:
        """Returns the number of what has a number for a name ("thôn 3", "kế hoạch 121"), and counts nothing."""
        if place > 0 and self.text[place - 1].form is Form.NUMBER:
            return None
        for length in range(min(_LONGEST_NUMBERED, len(self.text) - place - 1), 0, -1):
            span = self.text[place : place + length]
            if tuple(token.fold for token in span) in _NUMBERED and not self.own.has(span[0]):
                found = self.reader.read(place + length) if self._is_number(place + length) else None
                if found is None or found[0].unit or found[0].noun or found[1] > place + length + 1:
                    return None
                return replace(found[0], strange=" ".join(token.typed for token in self.text[place : found[1]]))
        return None

    def _next(self, place: int) -> tuple[str, Amount | None, int]:
        own = self.own.longest(self.text, place)
        length, entries = self.lexicon.at(self.text, place)
        if own > 1 and own >= length:
            return "", None, place + own
        if length < 2 and self._is_stray_tail(place):
            return UNKNOWN, None, place + 1
        if self.text[place].typed == "tam" and self._is_number(place + 1):
            return Role.ABOUT.value, None, place + 1  # tầm, not tám
        if length < 2 and (found := self.reader.read(place)):
            return AMOUNT, found[0], found[1]
        if own and own >= length:
            return "", None, place + own
        if length:
            return self._entry(place, length, entries)
        token = self.text[place]
        if token.form is Form.SIGN:
            return self._sign(place)
        if self.own.has(token):
            return "", None, place + 1
        return (TORN if self._is_torn(place) else UNKNOWN), None, place + 1

    def _is_stray_tail(self, place: int) -> bool:
        """A tail in front of a number belongs to it in some way: "lam muoi lam" for năm mươi lăm."""
        numbers = self.reader.numerals
        if numbers.is_a(place, Role.DIGIT) or not numbers.is_a(place, Role.TAIL):
            return False
        return numbers.is_a(place + 1, Role.TENS)

    def _is_torn(self, place: int) -> bool:
        """Whether an unknown word in front of a number is one slip away from a word that would change it."""
        if place + 1 >= len(self.text) or self.reader.numerals.read(place + 1) is None:
            return False
        fold = self.text[place].fold
        return any(OSA.distance(fold, word, score_cutoff=1) <= 1 for word in _CHANGING)

    def _sign(self, place: int) -> tuple[str, Amount | None, int]:
        sign = self.text[place].typed
        if sign == MARKED:
            return Role.SPAN.value, None, place + 1
        if sign == MONTHLY:
            return Role.MONTHLY.value, None, place + 1
        if sign == "-" and place + 1 < len(self.text) and self.text[place + 1].form is Form.NUMBER:
            behind = place > 0 and self.text[place - 1].form is not Form.SIGN
            return (Role.RANGE if behind else Role.MINUS).value, None, place + 1
        return _PAUSES.get(sign, "" if sign[0] in _SILENT else UNKNOWN), None, place + 1

    def _entry(self, place: int, length: int, entries: Sequence[Entry]) -> tuple[str, Amount | None, int]:
        role = self._role(place, length, min((entry.role for entry in entries), key=_rank))
        end = place + length
        match role:
            case Role.TITLE:
                return "", None, self._behind_name(end)
            case Role.EACH:
                return role.value, None, self._behind_noun(end)
            case Role.NOUN:
                spoken_to = any(entry.role is Role.FILLER for entry in entries)  # đồng chí, em
                counted = (spoken_to or self._is_mine(entries)) and not self._is_said_again(entries, end)
                return "" if counted else UNKNOWN, None, end
            case Role.UNIT:
                mine = entries[0].unit is not None and entries[0].unit.dimension is self.reader.dimension
                return "" if mine else UNKNOWN, None, end
            case Role.FILLER:
                return "", None, end
        return UNKNOWN if role.value in _IN_NUMBERS else role.value, None, end

    def _role(self, place: int, length: int, role: Role) -> Role:
        """The role of a phrase where its neighbours decide it."""
        token, end = self.text[place], place + length
        if token.typed == "đâu" and role is Role.FILLER and self._is_number(end):
            return Role.ABOUT
        if length == 1 and not token.marked and (role is Role.ABOUT or token.fold == "chi"):
            # "do 15" is "độ 15", "chi 1 hộ" is "chỉ 1 hộ"; elsewhere they are đó and chi.
            before_number = self._is_number(end) or self.reader.numerals.read(end) is not None
            return role if before_number is (role is Role.ABOUT) else Role.FILLER
        if token.typed in ("roi", "ma") and self._is_behind_figure(place):
            return Role.LINK  # rồi and mà, or rưỡi and mấy with a letter lost: not understood
        if role is Role.ALL and self._is_number(end):
            return Role.FILLER  # "tất cả 40 hộ"
        return role

    def _is_behind_figure(self, place: int) -> bool:
        if place == 0:
            return False
        roles = {entry.role for entry in self.lexicon.exactly(self.text[place - 1 : place])}
        return bool(roles & {Role.SCALE, Role.UNIT, Role.TENS, Role.TEN, Role.HUNDRED})

    def _behind_noun(self, place: int) -> int:
        length, entries = self.lexicon.at(self.text, place)
        return place + length if any(entry.role in (Role.NOUN, Role.UNIT) for entry in entries) else place

    def _is_said_again(self, entries: Sequence[Entry], end: int) -> bool:
        """The first of two may be another word with letters lost: "ho 5 ho"."""
        following = self.reader.read(end)
        return following is not None and any(entry.group == following[0].group for entry in entries)

    def _is_mine(self, entries: Sequence[Entry]) -> bool:
        """Whether a noun without a number is what the field counts."""
        return any(word in self.own.words for entry in entries for word in (*entry.phrase, *entry.group))

    def _is_number(self, place: int) -> bool:
        return place < len(self.text) and self.text[place].form is Form.NUMBER

    def _behind_name(self, end: int) -> int:
        """Where a name ends: unknown words, and one that could be a digit ("ông Lê Văn Tám", "bà Tư")."""
        last = min(end + 4, len(self.text))
        while end < last and self.text[end].form is Form.WORD and not self.lexicon.at(self.text, end)[0]:
            end += 1
        if end < last and self.text[end].form is Form.WORD:
            roles = {entry.role for entry in self.lexicon.exactly(self.text[end : end + 1])}
            number = self.reader.numerals.read(end)
            if roles & {Role.DIGIT, Role.TAIL} and (number is None or number.end == end + 1):
                return end + 1
        return end
