"""A text as a row of pieces: amounts, and the words that change them. What does not count has gone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.amount import Amount
from bot.reading.amounts import Amounts
from bot.reading.lexicon import Entry, Lexicon, lexicon
from bot.reading.names import Names
from bot.reading.numerals import numerals
from bot.reading.role import Role
from bot.reading.token import Form, Token, tokens
from bot.reading.unit import Dimension

AMOUNT, UNKNOWN = "A", "u"
_PAUSES = {",": ",", ";": ",", "\n": ",", "(": "(", "[": "(", ")": ")", "]": ")", "/": "/"}
_SILENT = frozenset(".:!\"'“”‘’«»-_*#•·|&….")
# Spans of time that say which report is meant, and those that mean another one.
_THIS_PERIOD = re.compile(
    r"\b(?:trong |của |cua )?(?:6|sáu|sau) th[aá]ng(?: (?:đầu|dau|cuối|cuoi) n[aă]m| vừa rồi| vua roi| qua| nay)?\b"
    r"|\b(?:tính |tinh )?(?:đến|den|tới|toi)(?: hết| het)?(?: ngày| ngay)? \d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
)
_OTHER_TIME = re.compile(
    r"\bn[aă]m (?:19|20)\d\d\b|\b(?:th[aá]ng|ng[aà]y|qu[yý]|m[uù]ng|m[oồ]ng) \d{1,2}(?:[/.-]\d{1,4})*\b"
    r"|\bt\d{1,2}/\d{4}\b"
)
_MARKED = "\u0001"


@dataclass(frozen=True, slots=True)
class Pieces:
    """``code`` has a letter for each piece: A for an amount, u for an unknown word, else the role's letter."""

    code: str
    amounts: tuple[Amount, ...]
    text: tuple[Token, ...]


def pieces(text: str, dimension: Dimension, own: Names) -> Pieces:
    """Returns the pieces of a cleaned text that answers a field of a dimension with these names."""
    words = lexicon(dimension)
    text = _OTHER_TIME.sub(f" {_MARKED} ", _THIS_PERIOD.sub(" ", text))
    typed = tokens(text, words.known)
    reader = Amounts(typed, words, dimension, own, numerals(typed, words, _own_digits(own, words)))
    return _Row(typed, words, own, reader).read()


def _own_digits(own: Names, words: Lexicon) -> frozenset[str]:
    """Plain words of the names that could be taken for digits: "nhà tạm" and tám."""
    return frozenset(fold for fold in own.folds if fold in ("tam", "sau", "bay", "nam", "tu", "ba"))


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
        return Pieces("".join(code), tuple(amounts), tuple(self.text))

    def _next(self, place: int) -> tuple[str, Amount | None, int]:
        own = self.own.longest(self.text, place)
        length, entries = self.lexicon.at(self.text, place)
        if own > 1 and own >= length:
            return "", None, place + own
        if length < 2 and (found := self.reader.read(place)):
            return AMOUNT, found[0], found[1]
        if own and own >= length:
            return "", None, place + own
        if length:
            return self._entry(place, length, entries)
        token = self.text[place]
        if token.form is Form.SIGN:
            return self._sign(place)
        return ("" if self.own.has(token) else UNKNOWN), None, place + 1

    def _sign(self, place: int) -> tuple[str, Amount | None, int]:
        sign = self.text[place].typed
        if sign == _MARKED:
            return Role.SPAN.value, None, place + 1
        if sign == "-" and place + 1 < len(self.text) and self.text[place + 1].form is Form.NUMBER:
            behind = place > 0 and self.text[place - 1].form is not Form.SIGN
            return (Role.RANGE if behind else Role.MINUS).value, None, place + 1
        return _PAUSES.get(sign, "" if sign[0] in _SILENT else UNKNOWN), None, place + 1

    def _entry(self, place: int, length: int, entries: Sequence[Entry]) -> tuple[str, Amount | None, int]:
        role = entries[0].role
        for entry in entries:
            if entry.role in (Role.MONTHLY, Role.HEDGE, Role.MEND, Role.NONE):
                role = entry.role
                break
            if entry.role.value not in "123456789hf.UN":
                role = entry.role
        end = place + length
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

    def _behind_name(self, title: int, end: int) -> int:
        """ "bà Tư", "anh Ba Hùng": a word in capitals is lost here, so one word behind a title is its name."""
        is_name = end < len(self.text) and self.text[end].form is Form.WORD
        if not is_name:
            return end
        entries = self.lexicon.exactly((self.text[end],))
        alone = self.reader.numerals.read(end)
        if alone is not None and alone.end > end + 1:
            return end  # "anh ba triệu"
        if any(entry.role in (Role.FILLER, Role.NONE, Role.LATER, Role.ABOUT, Role.NOT_YET) for entry in entries):
            return end
        return end + 1
