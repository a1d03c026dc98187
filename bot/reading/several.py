"""A whole report in one message: every figure to its field by the field's names, and what is left over said so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reading.asked import Asked
from bot.reading.clauses import Clause, clauses
from bot.reading.clean import clean
from bot.reading.event import mates, told
from bot.reading.kind import FigureKind
from bot.reading.lexicon import lexicon
from bot.reading.names import names_of
from bot.reading.naming import Mention, Naming, naming, owned
from bot.reading.numerals import numerals
from bot.reading.options import doubt
from bot.reading.pieces import pieces
from bot.reading.reader import read_answer
from bot.reading.readings import Doubt, NotAFigure, Option, Several, Single, Value, Words
from bot.reading.role import Role
from bot.reading.token import Form, Token, tokens
from bot.reading.unit import Dimension

LONGEST = 4_096
_OF_MONEY = frozenset("tr triệu trieu k nghìn nghin ngàn ngan đ đồng dong vnđ tiền tien mặt mat".split())  # noqa: SIM905  # words are read as a line
_HEADING = re.compile(
    r"\W*(?:kính |xin )?(?:báo cáo|bao cao|bc|chi hội|chi hoi|thôn|thon|ch|6 tháng|số liệu|so lieu)\b"
)
_WHOSE = "Tin này nhắc mấy mục mà thiếu số. Số này là của mục này phải không?"
_TWO_FIGURES = "Tin có hai số khác nhau cho mục này. Đồng chí chọn giúp tôi."


def several(text: str, fields: Sequence[Asked], asked: Asked | None = None) -> Several:
    """Returns what a message says of these fields, in the order in which they stand there.

    A list numbered from 1 that names no field follows the fields' order. A figure without a name belongs to ``asked``
    where that is given and not named itself, else to the rest.
    """
    cleaned = clean(text)[:LONGEST]
    report = _Report(fields, naming(tuple(fields)), asked, clean(text, keep_case=True))
    report.read(cleaned)
    return report.result()


@dataclass
class _Report:
    """One message on its way to a result."""

    fields: Sequence[Asked]
    names: Naming
    asked: Asked | None
    original: str
    """The cleaned text in the case in which it was typed: the answer to a text field stays so."""
    about: Asked | None = None
    """The field that the last clause spoke of, at first the asked one."""
    found: dict[str, Single] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def read(self, cleaned: str) -> None:
        """Reads all clauses. A text field also takes those behind it that name no other field with a figure."""
        parts = [half for part in clauses(cleaned) for half in self._without_heading(part)]
        known = {one.key: one for one in self.fields}
        named = [self._mentions(part.text) for part in parts]
        place = 0
        while place < len(parts):
            text, mentions = named[place]
            part = parts[place]
            place += 1
            if not mentions:
                self._unnamed(part, any(found for _, found in named))
            elif known[mentions[0].key].kind is FigureKind.TEXT and _is_head(text, mentions[0]):
                words = [self._as_typed(part.text[text[mentions[0].end - 1].end :].strip(" :-"), part.text)]
                while (
                    place < len(parts) and parts[place].number is None and not self._names_a_figure(named[place], known)
                ):
                    words.append(self._as_typed(parts[place].text, parts[place].text))
                    place += 1
                self._keep(mentions[0].key, Words(", ".join(words)))
            else:
                self._read_clause(known, self._segments(part.text, text, mentions))

    def _as_typed(self, text: str, within: str) -> str:
        """Returns words of a part as they were typed; the same words may also name a figure before it."""
        low = self.original.lower()
        place = low.find(text, max(low.find(within), 0))
        typed = self.original[place : place + len(text)] if place >= 0 else text
        return typed if typed.lower() == text else text

    def _without_heading(self, part: Clause) -> list[Clause]:
        """Parts a heading that names no field from what follows: "Chi hội thôn 3: nghèo 2"."""
        head, colon, body = part.text.partition(":")
        if not colon or part.number is not None or self._mentions(head)[1] or not self._mentions(body)[1]:
            return [part]
        return [Clause(body.strip())] if _HEADING.match(head) else [Clause(head.strip()), Clause(body.strip())]

    def _mentions(self, text: str) -> tuple[Sequence[Token], list[Mention]]:
        typed = tokens(text, lexicon(Dimension.COUNT).known | self.names.words)
        mentions = [
            one for one in self.names.mentions(typed) if not _is_unit(typed, one) and not self._is_torn(typed, one)
        ]
        if mentions and _is_mend(typed, mentions):
            mentions = mentions[1:]
        if self.asked is not None:
            mentions = [owned(typed, one, self.asked) for one in mentions]
        return typed, [one for at, one in enumerate(mentions) if at == 0 or one.key != mentions[at - 1].key]

    def _is_torn(self, text: Sequence[Token], mention: Mention) -> bool:
        """A single word with an unknown one behind it may be half of something else ("công bhận")."""
        if mention.end - mention.start > 1 or mention.end >= len(text) or text[mention.end].form is not Form.WORD:
            return False
        known = lexicon(Dimension.COUNT).at(text, mention.end)[0] or text[mention.end].typed in self.names.words
        return not known and text[mention.end].fold not in self.names.folds

    def _names_a_figure(self, named: tuple[Sequence[Token], list[Mention]], known: dict[str, Asked]) -> bool:
        text, mentions = named
        if not mentions:
            return False
        kind = known[mentions[0].key].kind
        return (kind is FigureKind.TEXT and _is_head(text, mentions[0])) or _has_figure(text, mentions)

    def _segments(self, whole: str, text: Sequence[Token], mentions: list[Mention]) -> list[tuple[str, str]]:
        """Cuts a clause with several names: behind each name where figures stand first, else before each."""
        if len(mentions) == 1:
            return [(mentions[0].key, whole)]
        starts = [text[mention.start].start for mention in mentions]
        ends = [text[mention.end - 1].end for mention in mentions]
        if _has_figure(text[: mentions[0].start], []):
            cuts = [0, *ends[:-1], len(whole)]
        else:
            cuts = [0, *starts[1:], len(whole)]
        return [(mention.key, whole[cuts[at] : cuts[at + 1]]) for at, mention in enumerate(mentions)]

    def _read_clause(self, known: dict[str, Asked], segments: list[tuple[str, str]]) -> None:
        """Where one of several names has no figure, it is not clear whose the others are: "5 hộ nghèo vay vốn"."""
        before = len(self.rest)
        for key, segment in segments:
            self._read_one(known[key], segment)
        if len(segments) > 1 and len(self.rest) > before:
            for key, _ in segments:
                given = self.found.get(key)
                if isinstance(given, Value):
                    self.found[key] = doubt(_WHOSE, known[key], [given.value])

    def _read_one(self, asked: Asked, segment: str) -> None:
        self.about = asked
        if self._tell(segment):
            return
        reading = read_answer(segment, asked)
        if isinstance(reading, NotAFigure):
            self.rest.append(segment.strip())
        else:
            self._keep(asked.key, reading, mends=segment.lstrip().startswith(("sửa", "sua")))

    def _keep(self, key: str, reading: Single, mends: bool = False) -> None:
        before = self.found.get(key)
        if before is None or mends or before == reading:
            self.found[key] = reading
            return
        both = [one for one in (before, reading) if isinstance(one, Value)]
        unit = both[0].unit if both else ""
        self.found[key] = Doubt(_TWO_FIGURES, tuple(Option(f"{one.value} {unit}".strip(), one.value) for one in both))

    def _unnamed(self, part: Clause, some_are_named: bool) -> None:
        if part.number is not None and not some_are_named and part.number <= len(self.fields):
            self._read_one(self.fields[part.number - 1], part.text)
            return
        if not self._tell(part.text) and _says_something(part.text):
            self.rest.append(part.text)

    def _tell(self, text: str) -> bool:
        """Keeps what a text tells of the event that was spoken of last, and returns whether it does."""
        about = self.about or self.asked
        others = mates(about, self.fields) if about else []
        given = told(text, about, others) if about and others else ()
        for key, value in given:
            self._keep(key, value)
        return bool(given)

    def result(self) -> Several:
        """Returns what was found. One figure without a name is the sum of what follows, or the asked field's."""
        if len(self.rest) == 1:
            self._place_rest(self.rest[0], self.asked or Asked("", FigureKind.COUNT))
        return Several(tuple(self.found.items()), tuple(self.rest))

    def _place_rest(self, text: str, asked: Asked) -> None:
        reading = read_answer(text, asked)
        values = [one.value for one in self.found.values() if isinstance(one, Value)]
        if isinstance(reading, Value) and len(values) > 1 and reading.value == sum(values):
            self.rest.clear()
        elif asked.key and asked.key not in self.found and not isinstance(reading, NotAFigure):
            if self.found and not _is_bare(text, asked):
                return  # a word beside the figure may name what no field is called
            if len(values) < len(self.found) and isinstance(reading, Value):
                reading = doubt("Tôi chưa hiểu hết tin này. Số này là của mục đang hỏi?", asked, [reading.value])
            self.found[asked.key] = reading
            self.rest.clear()


def _is_mend(text: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Whether "sửa" is to mend a figure ("sửa quỹ 3tr5", "sửa 3 thành 5"), and not to mend houses."""
    if [token.fold for token in text[: mentions[0].end]] != ["sua"]:
        return False
    names_next = len(mentions) > 1 and mentions[1].start == mentions[0].end
    return names_next or any(token.fold in ("thanh", "lai") for token in text)


def _is_head(text: Sequence[Token], mention: Mention) -> bool:
    return mention.start == 0 or (mention.start == 1 and text[0].form is Form.SIGN)


def _is_unit(text: Sequence[Token], mention: Mention) -> bool:
    """A single word behind a number is what is counted ("15 công", "3 mẹ"), when it is a noun or a unit."""
    if mention.end - mention.start > 1 or mention.start == 0 or text[mention.start - 1].form is not Form.NUMBER:
        return False
    entries = lexicon(Dimension.COUNT).exactly(text[mention.start : mention.end])
    return any(entry.role in (Role.NOUN, Role.UNIT) for entry in entries)


def _has_figure(text: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    inside = {place for mention in mentions for place in range(mention.start, mention.end)}
    reader = numerals(text, lexicon(Dimension.COUNT))
    return any(place not in inside and reader.read(place) is not None for place in range(len(text)))


def _is_bare(text: str, asked: Asked) -> bool:
    """Whether a clause is a figure with at most its unit and words of the field's own names.

    Any other word beside it may name what no field is called.
    """
    own = names_of(asked.names).words | _OF_MONEY
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word != asked.unit]
    return any(letter.isdigit() for letter in text) and all(word in own for word in words)


def _says_something(text: str) -> bool:
    return bool(pieces(text, Dimension.COUNT, names_of(())).code.strip(","))
