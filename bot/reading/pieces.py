"""A text as a row of pieces: amounts, and the words that change them. What does not count has gone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from bot.reading.amount import Amount
from bot.reading.amounts import Amounts
from bot.reading.lexicon import Entry, Lexicon, lexicon
from bot.reading.names import Names
from bot.reading.numerals import numerals
from bot.reading.role import Role
from bot.reading.token import Form, Token, tokens
from bot.reading.unit import Dimension

AMOUNT, UNKNOWN, TORN = "A", "u", "t"
_CHANGING = (
    *("hon", "gan", "tren", "duoi", "vai", "ngoai", "non", "tang", "giam", "them", "bot", "thieu", "tru", "chua"),
    *("khong", "den", "toi", "hoac", "hay", "nam", "hai", "ba", "bon", "sau", "bay", "tam", "chin", "muoi", "tram"),
)
"""Words in front of a number that change it, in plain letters."""
_PAUSES = {",": ",", ";": ",", "\n": ",", "(": "(", "[": "(", ")": ")", "]": ")", "/": "/"}
_SILENT = frozenset(".:!\"'“”‘’«»-_*#•·|&….")
# Spans of time that say which report is meant, and those that mean another one.
_THIS_PERIOD = re.compile(
    r"\b(?:trong |của |cua )?(?:6|sáu|sau) th[aá]ng(?: (?:đầu|dau|cuối|cuoi) n[aă]m| vừa rồi| vua roi| qua| nay)?\b"
    r"|\b(?:tính |tinh )?(?:đến|den|tới|toi)(?: hết| het)?(?: ngày| ngay)? \d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
)
_OTHER_TIME = re.compile(
    r"\bn[aă]m (?:19|20)\d\d\b"
    r"|(?<!mỗi )(?<!moi )\b(?:th[aá]ng|ng[aà]y|qu[yý]|m[uù]ng|m[oồ]ng) \d{1,2}(?:[/.-]\d{1,4})*\b"
    r"|\bt\d{1,2}/\d{4}\b"
)
_MARKED, _MONTHLY = "\u0001", "\u0002"
# "60 triệu/năm", "5 triệu mỗi tháng": what an income is for.
_YEAR = re.compile(
    r"(?:(?:/|\btrên|\btren|\bmột|\bmot|\bmỗi|\bmoi|\b1|\bhàng|\bhang) ?)(?:người|nguoi|ng)?(?: ?/ ?)?(?:năm|nam)\b"
)
_MONTH = re.compile(r"(?:(?:/|\btrên|\btren|\bmột|\bmot|\bmỗi|\bmoi|\b1|\bhàng|\bhang|\bhằng) ?)(?:tháng|thang|th)\b")


@dataclass(frozen=True, slots=True)
class Pieces:
    """``code`` has a letter for each piece: A for an amount, u for an unknown word, else the role's letter."""

    code: str
    amounts: tuple[Amount, ...]
    held: bool = False
    """Whether a word was read with a letter less than was typed."""
    unsure: bool = False
    """Whether a digit may have been a figure or an accent."""


def pieces(text: str, dimension: Dimension, own: Names) -> Pieces:
    """Returns the pieces of a cleaned text that answers a field of a dimension with these names."""
    words = lexicon(dimension)
    first = tokens(text, words.known | own.words)
    text = _rewritten(text, first)
    if dimension is Dimension.INCOME:
        text = _MONTH.sub(f" {_MONTHLY} ", _YEAR.sub(" ", text))
    text = _OTHER_TIME.sub(f" {_MARKED} ", _THIS_PERIOD.sub(" ", text))
    typed = tokens(text, words.known | own.words)
    reader = Amounts(typed, words, dimension, own, numerals(typed, words, own.folds & _DIGITS))
    read = _Row(typed, words, own, reader).read()
    held = any(token.held or (token.keyed and _is_behind_number(first, at)) for at, token in enumerate(first))
    return replace(read, held=held, unsure=any(token.unsure for token in first))


def _is_behind_number(text: Sequence[Token], place: int) -> bool:
    """ "3 trieu65" is triệu in VNI keys, and perhaps 3 triệu 65."""
    return place > 0 and text[place - 1].form is Form.NUMBER and text[place].fold == "trieu"


def _rewritten(text: str, typed: Sequence[Token]) -> str:
    """The text with its keyboard leftovers read, so that spans of time are seen in it."""
    parts: list[str] = []
    end = 0
    for token in typed:
        word = text[token.start : token.end] if token.form is not Form.WORD or token.typed == "m2" else token.typed
        parts += [text[end : token.start], word]
        end = token.end
    return "".join(parts) + text[end:]


_DIGITS = frozenset({"tam", "sau", "bay", "nam", "ba"})
"""Plain words that are digits, but no digits where the field's own name has them: "nhà tạm" and tám."""


def _rank(role: Role) -> int:
    """What changes a figure goes before what does not count, and that before parts of numbers and units."""
    return 2 if role.value in "123456789h.U" else 1 if role in (Role.FILLER, Role.NOUN) else 0


@dataclass(frozen=True)
class _Row:
    text: Sequence[Token]
    lexicon: Lexicon
    own: Names
    reader: Amounts

    def read(self) -> Pieces:
        code: list[str] = []
        amounts: list[Amount] = []
        place = 0
        while place < len(self.text):
            letter, amount, place = self._next(place)
            if amount is not None:
                amounts.append(amount)
            code.append(letter)
        return Pieces("".join(code), tuple(amounts))

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
        """ "lam muoi lam" for năm mươi lăm: a tail in front of a number belongs to it in some way."""
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
        if sign == _MARKED:
            return Role.SPAN.value, None, place + 1
        if sign == _MONTHLY:
            return Role.MONTHLY.value, None, place + 1
        if sign == "-" and place + 1 < len(self.text) and self.text[place + 1].form is Form.NUMBER:
            behind = place > 0 and self.text[place - 1].form is not Form.SIGN
            return (Role.RANGE if behind else Role.MINUS).value, None, place + 1
        return _PAUSES.get(sign, "" if sign[0] in _SILENT else UNKNOWN), None, place + 1

    def _entry(self, place: int, length: int, entries: Sequence[Entry]) -> tuple[str, Amount | None, int]:
        role = min((entry.role for entry in entries), key=_rank)
        end = place + length
        if role is Role.FILLER and self.text[place].typed == "đâu" and self._is_number(end):
            role = Role.ABOUT
        elif length == 1 and not self.text[place].marked and (role is Role.ABOUT or self.text[place].fold == "chi"):
            # "do 15" is "độ 15", "chi 1 hộ" is "chỉ 1 hộ"; elsewhere they are đó and chi.
            before_number = self._is_number(end) or self.reader.numerals.read(end) is not None
            role = role if before_number is (role is Role.ABOUT) else Role.FILLER
        elif self.text[place].typed in ("roi", "ma") and self._is_behind_figure(place):
            return UNKNOWN, None, end  # rồi and mà, or rưỡi and mấy with a letter lost
        elif role is Role.ALL and self._is_number(end):
            role = Role.FILLER  # "tất cả 40 hộ"
        elif role is Role.EACH:
            end = self._behind_noun(end)
        elif role is Role.NOUN and (not self._is_mine(entries) or self._is_said_again(entries, end)):
            return UNKNOWN, None, end
        if role is Role.TITLE:
            return "", None, self._behind_name(place, end)
        if role in (Role.FILLER, Role.NOUN):
            return "", None, end
        if role is Role.UNIT:
            return (
                ("" if entries[0].unit and entries[0].unit.dimension is self.reader.dimension else UNKNOWN),
                None,
                end,
            )
        if role.value in "123456789h.":
            return UNKNOWN, None, end
        return role.value, None, end

    def _is_behind_figure(self, place: int) -> bool:
        if place == 0:
            return False
        roles = {entry.role for entry in self.lexicon.exactly(self.text[place - 1 : place])}
        return bool(roles & {Role.SCALE, Role.UNIT, Role.TENS, Role.TEN, Role.HUNDRED})

    def _behind_noun(self, place: int) -> int:
        length, entries = self.lexicon.at(self.text, place)
        return place + length if any(entry.role in (Role.NOUN, Role.UNIT) for entry in entries) else place

    def _is_said_again(self, entries: Sequence[Entry], end: int) -> bool:
        """ "ho 5 ho": the first may be hơn with letters lost."""
        following = self.reader.read(end)
        return following is not None and any(entry.group == following[0].group for entry in entries)

    def _is_mine(self, entries: Sequence[Entry]) -> bool:
        """Whether a noun without a number is what the field counts."""
        return any(word in self.own.words for entry in entries for word in (*entry.phrase, *entry.group))

    def _is_number(self, place: int) -> bool:
        return place < len(self.text) and self.text[place].form is Form.NUMBER

    def _behind_name(self, title: int, end: int) -> int:
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
