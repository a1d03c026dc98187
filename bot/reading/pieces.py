"""A text as a row of pieces: amounts, and the words that change them. What does not count has gone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.amount import Amount
from bot.reading.amounts import Amounts
from bot.reading.lexicon import lexicon
from bot.reading.names import Names
from bot.reading.numerals import numerals
from bot.reading.row import MARKED, MONTHLY, Row
from bot.reading.token import Form, Token, tokens
from bot.reading.unit import Dimension

# Spans of time that say which report is meant, and those that mean another one.
_THIS_PERIOD = re.compile(
    r"\b(?:trong |của |cua )?(?:6|sáu|sau) th[aá]ng(?: (?:đầu|dau|cuối|cuoi) n[aă]m| vừa rồi| vua roi| qua| nay)?\b"
    r"|\b(?:tính |tinh )?(?:đến|den|tới|toi)(?: hết| het)?(?: ngày| ngay)? \d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
)
_OTHER_TIME = re.compile(
    r"\bn[aă]m (?:19|20)\d\d\b"
    r"|(?<!mỗi )(?<!moi )\b(?:th[aá]ng|ng[aà]y|qu[yý]|h[oô]m|bữa|bua|m[uù]ng|m[oồ]ng) \d{1,2}(?:[/.-]\d{1,4})*\b"
    r"|\bt\d{1,2}/\d{4}\b"
)
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
        text = _MONTH.sub(f" {MONTHLY} ", _YEAR.sub(" ", text))
    text = _OTHER_TIME.sub(f" {MARKED} ", _THIS_PERIOD.sub(" ", text))
    typed = tokens(text, words.known | own.words)
    reader = Amounts(typed, words, dimension, own, numerals(typed, words, own.folds & _DIGITS))
    code, amounts = Row(typed, words, own, reader).read()
    held = any(token.held or (token.keyed and _is_behind_number(first, at)) for at, token in enumerate(first))
    return Pieces(code, amounts, held, any(token.unsure for token in first))


def _is_behind_number(text: Sequence[Token], place: int) -> bool:
    """Whether digits read as accents stand behind a number: "3 trieu65" may be 3 triệu 65."""
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
