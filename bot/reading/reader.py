"""What people type in answer to a question for one figure, read (reading-rules, Figures)."""

import re
from decimal import Decimal

from bot.reading.answers import Answers, to_confirm
from bot.reading.asked import Asked
from bot.reading.clean import clean
from bot.reading.fit import Fit
from bot.reading.kind import FigureKind
from bot.reading.names import names_of
from bot.reading.options import doubt
from bot.reading.pieces import pieces
from bot.reading.readings import Doubt, NotAFigure, Single, Value, Words
from bot.reading.told import is_no_figure
from bot.reading.unit import dimension_of
from bot.reading.yes_no import read_yes_no

LONGEST = 600
"""A longer text is no answer to one question."""

_PHONE = re.compile(
    r"(?<![\d.,])(?:\+ ?84|0)\d(?:[ .-]?\d){7,9}(?![\d])|(?<!\d)0\d{8,}|(?:\bs[dđ]t\b|\bđt:)\D{0,12}(?:\d[\d .-]*)?"
)
_DATE = re.compile(r"(?<![\d.,/])\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d\d(?![\d])")
_NO_FIGURE = "Đây có vẻ là số điện thoại, ngày tháng hay số văn bản. Đồng chí cho tôi con số của mục này."
_SHORT_NO = frozenset({"k", "kg"})
"""Short for không, and for nghìn and ki-lô-gam."""
_NO_HEAD = re.compile(r"(?<![\w.,)])[.,]\d")
_DOCUMENT = re.compile(
    r"(?:(?:kế hoạch|ke hoach|kh|quyết định|quyet dinh|qđ|công văn|cong van|nghị quyết|nghi quyet) (?:số |so )?)?"
    r"(?:\d+ ?/ ?(?:19|20)\d\d(?:/[^\W\d_]{2,}(?:-[^\W_]+)*)?|\d+/[^\W\d_]{2,}(?:(?:-[^\W_]+)+|[ -]))"
)
_LETTERS = re.compile(r"(?<![^\W_])(?=[oli]*\d)(?=\d*[oli])[\doli]+(?![^\W_])|^\W*[ol]\W*$|(?<!\w)o(?:[.,]o+)+(?!\w)")
_AS_DIGITS = str.maketrans("oli", "011")


def read_answer(text: str, asked: Asked) -> Single:
    """Returns what a text says about one field, and of no other. Never raises, whatever the text."""
    if asked.kind is FigureKind.TEXT or asked.kind is FigureKind.CHOICE:
        return Words(text.strip()) if text.strip() else NotAFigure()
    cleaned = clean(text)
    if len(cleaned) > LONGEST:
        return NotAFigure()
    if is_no_figure(text) and not any(letter.isdigit() for letter in text):
        return NotAFigure()  # "tui bấm gửi không được", "mai tui không đi họp được": no nought
    if asked.kind is FigureKind.YES_NO:
        return read_yes_no(cleaned, asked)
    if cleaned.strip(" .!") in _SHORT_NO:
        return doubt("Ý đồng chí là không có (ghi 0)?", asked, [Decimal(0)])
    if _NO_HEAD.search(cleaned):
        return doubt("Con số này thiếu phần đầu. Đồng chí gõ lại giúp tôi.", asked)
    own = names_of(asked.names)
    dimension = dimension_of(asked)
    answers = Answers(asked, dimension, Fit(asked, dimension, own))
    without = _other_numbers(cleaned)
    if without != cleaned:
        meant = answers.read(pieces(without, dimension, own))
        return to_confirm(meant) if isinstance(meant, Value) else doubt(_NO_FIGURE, asked, _values(meant))
    if _LETTERS.search(cleaned):
        digits = _LETTERS.sub(lambda found: found.group().translate(_AS_DIGITS), cleaned)
        meant = answers.read(pieces(digits, dimension, own))
        return doubt("Trong số có chữ o hoặc chữ l. Đồng chí gõ lại giúp tôi.", asked, _values(meant))
    return answers.read(pieces(cleaned, dimension, own))


def _other_numbers(text: str) -> str:
    """Returns a text without its telephone numbers, whole dates and numbers of documents, which are no figures."""
    for pattern in (_PHONE, _DATE, _DOCUMENT):
        text = pattern.sub(" , ", text)
    return text


def _values(meant: Single) -> list[Decimal]:
    if isinstance(meant, Value):
        return [meant.value]
    return [option.value for option in meant.options] if isinstance(meant, Doubt) else []
