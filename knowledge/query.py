"""A question as the finders see it: its words, its places in the index, what it wants, and what it names."""

import itertools
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from knowledge.aims import Aim, aims
from knowledge.asked import LIGHT, Place, placed, understood
from knowledge.base import Base
from knowledge.fold import plain
from knowledge.normal import Word, words
from knowledge.pattern import Pattern, of_words
from knowledge.planned import plans_named
from knowledge.syllables import is_syllable
from knowledge.telex import decoded
from knowledge.toponyms.mention import Mention
from knowledge.vocabulary import Vocabulary, is_near, sound

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(20[0-4]\d|19\d\d)\b")
_SECTION = re.compile(
    r"(?:mục|phần|điểm|khoản|muc|phan)\s+((?:[ivx]{1,4}|\d)(?:[./]\d{1,2})*(?:[./]?[a-zđ])?)(?![\w/])", re.IGNORECASE
)
_NUMERAL = re.compile(r"\s(?:[ivxIVX]{1,4}|\d)(?:[./]\d{1,2})*(?:[./]?[a-zđA-ZĐ])?(?![\w/])")
"""What a heading has behind its first word, and few questions have at all."""

_ROMAN = re.compile(r"(?<![\w/])(?:i{1,3}|iv|v)(?![\w/-])", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
_BARE_SECTION = re.compile(
    r"(?:(?<!\w)[mn][^\W\d_]{1,3}\s+)?(?<![\w./-])((?:IV|V|I{1,3})(?:\.\d{1,2})+(?:\.?[a-zđ])?)(?![\w/])", re.IGNORECASE
)
"""A heading without the word for one, or with that word mistyped: "(II.1.4)", "mcụ III.3"."""

_LED_SECTION = re.compile(r"(?<![\w./-])([^\W\d_]{2,6})\s+(IV|V|I{1,3})(?![\w./-])")
"""A Roman numeral behind a word that may be "phần" or "mục" with a slip in it: "phầng III"."""

_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–]|đến|den|tới|toi)\s*((?:19|20)\d\d)\b")
_SHORT_YEAR = re.compile(
    r"(?<!\w)((?<!quảng )(?<!quang )(?<!việt )(?<!viet )(?<!mỗi )(?<!một )(?<!mấy )(?<!hơn )(?<!moi )(?<!mot )(?<!may )(?:năm|nam) )(2[1-9])"
    r"(?![\w/.,%-]| ?[-–] ?\d| (?:tuổi|tuoi|tháng|thang|ngày|ngay|năm|nam|nay|trước|truoc|qua|rồi|roi|công|cong|xã|xa|hộ|ho|huyện|huyen)(?!\w))",
    re.IGNORECASE,
)
"""A year typed with two figures."""

_RANKS = frozenset({"xa", "huyen", "phuong", "thon", "tinh", "pho"})
"""Behind these stands a name, which is read by itself."""

_SHORT_SPAN = re.compile(r"\b(1\d|2\d)\s*[-–]\s*(2\d|30)\b(?![/.])")


@dataclass(frozen=True, eq=False)
class Query:
    """One question. ``line`` is its plain words with notions contracted, slips mended; ``said`` the same as it was typed.

    What it names is read when it is asked for: of a clause of a long letter mostly nothing is.
    """

    text: str
    base: Base
    today: date
    words: Sequence[Word]
    places: Sequence[Place]
    line: str
    said: str
    section: str
    """The heading that is named ("III.3"), "" when none."""

    told: str
    """The text without that heading."""

    @cached_property
    def bare(self) -> str:
        """The words in plain letters, none read otherwise and no notion contracted: what stands there can be counted off in ``words``."""
        return " ".join(word.fold for word in self.words)

    @cached_property
    def typed(self) -> str:
        """The plain words before any slip was mended, but for what is no syllable and so surely is one: "khách sạn" is no slip
        of words that the plans have, "scạh" is none of another word.
        """
        meant = _read_as(self.places)
        known = self.base.vocabulary
        return " ".join(
            word.fold
            if word.fold in known or is_syllable(word.fold) or not word.fold.isalpha()
            else meant.get(word.start, word.fold)
            for word in self.words
        )

    @cached_property
    def aims(self) -> frozenset[Aim]:
        """The kinds of answer that are wanted."""
        return aims(self.line) if self.said == self.line else aims(self.line) | aims(self.said)

    @cached_property
    def plans(self) -> tuple[str, ...]:
        """The keys of the plans that are named."""
        return plans_named(self.line, self.base.library)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that are named."""
        return years(self.text) or relative_years(self.line, self.today)

    @cached_property
    def years_needed(self) -> frozenset[int]:
        """The years that an answer has to hold: of "giai đoạn 2021-2025" the last one is enough."""
        return frozenset(years(_SPAN.sub(lambda found: found.group(2), self.text)))

    @cached_property
    def communes(self) -> tuple[Mention, ...]:
        """The communes that are named."""
        marked = fully_marked(self.words)
        return tuple(self.base.gazetteer.find_communes(self.words, self.told, marked, self.districts))

    @cached_property
    def districts(self) -> tuple[Mention, ...]:
        """The districts that are named."""
        return tuple(self.base.gazetteer.find_districts(self.words, fully_marked(self.words)))

    @cached_property
    def names_said(self) -> frozenset[int]:
        """The places in the library of those models all of whose name's words were said."""
        return self.base.names_said(self.places)

    @cached_property
    def telling(self) -> Sequence[Place]:
        """The places whose words say what the question is about."""
        small = self.base.speech.plain_fillers
        return [
            place
            for place in self.places
            if place.weight == 1.0 and (place.word.marked or place.word.fold not in small)
        ]

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The plain words as they are read, as they were said, and as they were typed; each once."""
        return tuple(dict.fromkeys((self.line, self.said, self.typed)))

    def wants(self, *wanted: Aim) -> bool:
        """Returns whether the question wants one of these kinds of answer."""
        return not self.aims.isdisjoint(wanted)

    def has(self, pattern: str) -> bool:
        """Returns whether a pattern of plain words stands in the question."""
        return self.finds(of_words(pattern))

    def finds(self, pattern: Pattern) -> bool:
        """Returns whether a pattern of plain words stands in the question, as it was typed or with its slips mended."""
        if pattern.search(self.line):
            return True
        return self.said != self.line and pattern.search(self.said) is not None

    def asks(self, pattern: Pattern) -> bool:
        """Returns whether a pattern stands in the question as it is read, or as it was typed before slips were mended."""
        return any(pattern.search(text) for text in self.readings)


def read(base: Base, text: str, today: date) -> Query:
    """Returns a question read against the knowledge."""
    text = unicodedata.normalize("NFC", text)
    named, told = section(text) or (section(_decoded(text)) if _ROMAN.search(text) else ""), text
    for heading in (_SECTION, _BARE_SECTION) if named else ():
        told = heading.sub(lambda found: " " * len(found.group()), told)  # places in the text stay
    found = words(told, base.speech)
    meant = understood(found, base.speech, base.vocabulary)
    places = _without_plan_names(placed(meant, base.speech, base.vocabulary))
    return Query(
        text=text,
        base=base,
        today=today,
        words=found,
        places=places,
        line=_ended(" ".join([_best(place) for place in places])),
        said=_ended(" ".join([_MARKED.get(place.word.typed, place.word.fold) for place in places])),
        section=named,
        told=told,
    )


def _ended(line: str) -> str:
    """A line without what the region's speech ends any sentence with; a bare "tên" at its end asks for the name."""
    line = _LAST.sub("", line).rstrip()
    return f"{line} gi" if line.endswith(" ten") else line


def spelled(query: Query) -> str:
    """Returns the text of a question with those slips mended that leave no doubt: of words that are no syllables, or that
    were typed as they sound; a year's two figures are four ("năm 24"). Names are left as they are.
    """
    text = query.text
    leads = ["", *(word.fold for word in query.words)]
    meant = _meant_words(query)
    for lead, word in reversed([*zip(leads, query.words, strict=False)]) if meant else ():
        other = meant.get(word.start, word.typed)
        if plain(other) == word.fold:
            continue  # it is read as it was typed
        raw = text[word.start : word.end]
        if raw.lower() != word.typed or not (raw.isalpha() and other.isalpha()):
            continue
        is_name = bool(lead) and (not raw.islower() or lead in _RANKS)
        if not is_name and _is_slip(word, other, query.base.vocabulary):
            text = text[: word.start] + (other.capitalize() if raw[0].isupper() else other) + text[word.end :]
    return _SHORT_YEAR.sub(r"\g<1>20\2", text)


def _meant_words(query: Query) -> dict[int, str]:
    """What words are read as, by where they begin, as far as they are read as one word, and otherwise than they were typed."""
    typed = {word.start: word.fold for word in query.words}
    others = [place for place in query.places if " " in place.word.typed or typed.get(place.word.start) != _best(place)]
    if not others:
        return {}
    meant: dict[int, str] = {}
    begins = [word.start for word in query.words]
    together = Counter(place.word.start for place in query.places)
    for place in others:
        start, parts = place.word.start, place.word.typed.split()
        span = begins[bisect_left(begins, start) : bisect_left(begins, place.word.end)]
        if len(parts) == len(span) and together[start] == 1:
            meant.update(zip(span, parts if len(parts) > 1 else [_best(place)], strict=True))
    return meant


def _is_slip(word: Word, meant: str, vocabulary: Vocabulary) -> bool:
    """Whether a word surely is a slip of another: it is no syllable, or a syllable that the plans do not have and that sounds as the other."""
    if word.fold not in vocabulary and not is_syllable(word.fold):
        return not is_syllable(word.fold[1:])  # "ctịch" is a short form that runs two words together
    return word.marked and word.typed not in vocabulary.forms and sound(meant) == sound(word.fold)


# Words that their marks alone keep from being another one: "quỹ nào" is no quarter, "tiên tiến" no money.
_MARKED = {
    "quỹ": "quyvon",
    "tiên": "tientien",
    "tiến": "tientien",
    "già": "giax",
    "máy": "mayx",
    "hẳn": "hanx",
    "hán": "hanx",
    "hàn": "hanx",
}

# "Nghị quyết 27/2023" and "13/2023/NQ-HĐND" name documents and no year; "10/2024" is a month.
_LAST = Pattern(r"(?<=[a-z0-9%] )(?:(?<!khong )nghe|he chu|ha chu|he|hi|ad)$")
_DOCUMENT = re.compile(
    r"(?<![\d/])(?:\d{1,4}/20\d\d(?=/[^\W\d])|(?:1[3-9]|[2-9]\d|\d{3,4})/20\d\d\b)"
    r"|(?:nghị quyết|nghi quyet|quyết định|quyet dinh|chỉ thị|thông tri|thông tư|nq|qđ) (?:số |so )?\d{1,4} (?:năm|nam) 20\d\d",
    re.IGNORECASE,
)
_RELATIVE = (
    (
        Pattern(
            r"(?<!toi )(?<!tui )(?<!bac )(?<!chu )(?<!ong )(?<!ba )(?<!em )(?<!co )\bnam nay\b(?! (?:\d|toi|tui|da |tron|gan|ngoai|sau|bay|tam|chin|hon))"
        ),
        0,
    ),
    (
        Pattern(
            r"(?<!may )(?<!nhieu )(?<!chuc )(?<!hai )(?<!ba )(?<!nua )(?<!het )(?<!ca )(?<!cuoi )(?<!giua )\bnam (?:ngoai|roi|truoc(?! (?:ngay|thang|khi|luc|quy|\d)))\b"
        ),
        -1,
    ),
    # "lâu năm, tôi …", "hơn hai chục năm, tôi …": without marks and commas that is next year.
    (
        Pattern(
            r"(?<!lau )(?<!may )(?<!nhieu )(?<!chuc )(?<!muoi )(?<!hai )(?<!ba )(?<!tung )\bnam (?:toi(?! (?:la|lon|khong|ko|chu|da|vao|cung|von|\d))|sau)\b|\bsang nam\b"
        ),
        1,
    ),
)

# How a plan is named in a sentence: what stands there says which plan, and nothing of what is asked about it.
_PLAN_NAME = Pattern(
    r"\b(?:ban )?(?:kehoach|van ban)(?: (?:so|cua|ve|hoi|ccb|tinh|mttq|thanh pho|tp|ban thuong truc|trong|o|xay dung|thuc hien|chuong trinh|mtqg|cvd|phongtrao|vi|chung tay"
    r"|nam|quang nam|tam ky|hai duong|121|kh|ntm|nguongheo|2017|2024|2025|toan dan doan ket|phoi hop tuyen truyen|tuyen truyen phoi hop))*"
    r"|\b(?:mttq |hoi ccb )?(?:tinh |thanh pho |tp |o )*(?:hai duong|tam ky)\b"
)


def read_as(query: Query) -> list[str]:
    """Returns the plain words, one for each that was typed, as they are read; those of a notion as they were typed."""
    meant = _read_as(query.places)
    return [meant.get(word.start, word.fold) for word in query.words]


def _read_as(places: Sequence[Place]) -> dict[int, str]:
    """The plain words as they are read, by where each place of one word begins."""
    return {place.word.start: _best(place) for place in places if " " not in place.word.typed}


def _without_plan_names(places: Sequence[Place]) -> Sequence[Place]:
    line = " ".join([place.word.fold for place in places])
    if not _PLAN_NAME.may_match(line):
        return places
    starts = [0, *itertools.accumulate(len(place.word.fold) + 1 for place in places)]
    light = list(places)
    for found in _PLAN_NAME.finditer(line):
        for number, start in enumerate(starts[:-1]):
            if found.start() <= start < found.end() and light[number].weight == 1.0:
                light[number] = light[number]._replace(weight=LIGHT)
    return light if any(place.weight == 1.0 for place in light) else places


def _best(place: Place) -> str:
    """The plans' word that the place most likely is; as typed where it is one itself or none is near."""
    if place.word.typed in _MARKED:
        return _MARKED[place.word.typed]
    return place.meant[0][0] if place.meant and place.weight >= LIGHT else place.word.fold


def fully_marked(found: Sequence[Word]) -> bool:
    """Returns whether marks were typed throughout, so that a word without any has none: at least half of the words have one."""
    letters = [word for word in found if word.fold.isalpha() and len(word.fold) > 1]
    return len(letters) > 1 and sum(word.marked for word in letters) >= 0.5 * len(letters)


def _decoded(text: str) -> str:
    """A text with the leftovers of the keyboard read: "phaanf iii"."""
    return _LETTERS.sub(lambda found: decoded(found.group()), text)


def section(text: str) -> str:
    """Returns the heading of a plan that a text names: "mục III.3" is "III.3"."""
    found = _SECTION.search(text) if _NUMERAL.search(text) else None
    found = found or (_BARE_SECTION.search(text) if "." in text else None)
    if not found:
        led = _LED_SECTION.search(text) if "I" in text or "V" in text else None
        return led.group(2) if led and any(is_near(plain(led.group(1)), part) for part in ("phan", "muc")) else ""
    heading = re.sub(r"(?<=\d)(?=[a-zđ]$)", ".", found.group(1).replace("/", "."))  # "II.5a" is "II.5.a"
    first, *rest = heading.split(".")
    return ".".join([first.upper(), *rest])


def relative_years(line: str, today: date) -> tuple[int, ...]:
    """Returns the years that are named from today: "năm nay", "năm ngoái", "sang năm"."""
    return tuple(today.year + step for pattern, step in _RELATIVE if pattern.search(line))


def years(text: str) -> tuple[int, ...]:
    """Returns the years named, "24-25" and "gđ 21-25" read as years."""
    if not _DIGIT.search(text):
        return ()
    text = _DOCUMENT.sub(" ", text)
    found = [int(year) for year in _YEAR.findall(text)]
    for start, end in _SHORT_SPAN.findall(text):
        if int(start) < int(end):
            found += [2000 + int(start), 2000 + int(end)]
    return tuple(dict.fromkeys(found))
