"""A question as the finders see it: its words, its places in the index, what it wants, and what it names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.aims import Aim, aims
from knowledge.asked import LIGHT, Place, mended, placed, repaired
from knowledge.base import Base
from knowledge.gazetteer import Mention
from knowledge.normal import Word, contracted, words
from knowledge.planned import plans_named

_YEAR = re.compile(r"\b(20[0-4]\d|19\d\d)\b")
_SECTION = re.compile(
    r"(?:mục|phần|điểm|khoản|muc|phan)\s+((?:[ivx]{1,4}|\d)(?:[./]\d{1,2})*(?:[./]?[a-zđ])?)(?![\w/])", re.IGNORECASE
)
_BARE_SECTION = re.compile(r"(?<![\w./-])((?:IV|V|I{1,3})(?:\.\d{1,2})+(?:\.?[a-zđ])?)(?![\w/])", re.IGNORECASE)
"""A heading without the word for one: "(II.1.4)"."""

_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–]|đến|den|tới|toi)\s*((?:19|20)\d\d)\b")
_SHORT_SPAN = re.compile(r"\b(1\d|2\d)\s*[-–]\s*(2\d|30)\b(?![/.])")


@dataclass(frozen=True, eq=False)
class Query:
    """One question. ``line`` is its plain words with notions contracted, slips mended; ``said`` the same as it was typed."""

    text: str
    base: Base
    today: date
    words: Sequence[Word]
    places: Sequence[Place]
    line: str
    said: str
    aims: frozenset[Aim]
    plans: tuple[str, ...]
    years: tuple[int, ...]
    communes: tuple[Mention, ...]
    districts: tuple[Mention, ...]
    years_needed: frozenset[int]
    """The years that an answer has to hold: of "giai đoạn 2021-2025" the last one is enough."""

    section: str
    """The heading that is named ("III.3"), "" when none."""

    def wants(self, *wanted: Aim) -> bool:
        """Returns whether the question wants one of these kinds of answer."""
        return any(aim in self.aims for aim in wanted)

    def telling(self) -> list[Place]:
        """Returns the places whose words say what the question is about."""
        small = self.base.speech.plain_fillers
        return [
            place
            for place in self.places
            if place.weight == 1.0 and (place.word.marked or place.word.fold not in small)
        ]

    def has(self, pattern: str) -> bool:
        """Returns whether a pattern of plain words stands in the question."""
        return self.finds(re.compile(rf"\b(?:{pattern})\b"))

    def finds(self, pattern: re.Pattern[str]) -> bool:
        """Returns whether a pattern of plain words stands in the question, as it was typed or with its slips mended."""
        if pattern.search(self.line):
            return True
        return self.said != self.line and pattern.search(self.said) is not None


def read(base: Base, text: str, today: date) -> Query:
    """Returns a question read against the knowledge."""
    text = unicodedata.normalize("NFC", text)
    told = text
    for heading in (_SECTION, _BARE_SECTION):
        told = heading.sub(lambda found: " " * len(found.group()), told)  # places in the text stay
    found = words(told, base.speech)
    read_as = mended(repaired(found, base.speech, base.vocabulary), base.speech, base.vocabulary)
    places = placed(contracted(read_as, base.speech), base.speech, base.vocabulary)
    places = _without_plan_names(places)
    line = " ".join(_best(place) for place in places)
    said = " ".join(_MARKED.get(place.word.typed, place.word.fold) for place in places)
    marked = fully_marked(found)
    districts = tuple(base.gazetteer.find_districts(found, marked))
    return Query(
        text=text,
        base=base,
        today=today,
        words=found,
        places=places,
        line=line,
        said=said,
        aims=aims(line) if said == line else aims(line) | aims(said),
        plans=plans_named(line, base.library),
        years=years(text) or relative_years(line, today),
        communes=tuple(base.gazetteer.find_communes(found, told, marked, districts)),
        districts=districts,
        years_needed=frozenset(years(_SPAN.sub(lambda found: found.group(2), text))),
        section=section(text),
    )


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
_DOCUMENT = re.compile(
    r"(?<![\d/])(?:\d{1,4}/20\d\d(?=/[^\W\d])|(?:1[3-9]|[2-9]\d|\d{3,4})/20\d\d\b)"
    r"|(?:nghị quyết|nghi quyet|quyết định|quyet dinh|chỉ thị|thông tri|thông tư|nq|qđ) (?:số |so )?\d{1,4} (?:năm|nam) 20\d\d",
    re.IGNORECASE,
)
_RELATIVE = (
    (
        re.compile(
            r"(?<!toi )(?<!tui )(?<!bac )(?<!chu )(?<!ong )(?<!ba )(?<!em )(?<!co )\bnam nay\b(?! (?:\d|toi|tui|da |tron|gan|ngoai|sau|bay|tam|chin|hon))"
        ),
        0,
    ),
    (re.compile(r"\bnam (?:ngoai|roi|truoc(?! (?:ngay|thang|khi|luc|quy|\d)))\b"), -1),
    (re.compile(r"\bnam (?:toi|sau)\b|\bsang nam\b"), 1),
)

# How a plan is named in a sentence: what stands there says which plan, and nothing of what is asked about it.
_PLAN_NAME = re.compile(
    r"\b(?:ban )?(?:kehoach|van ban)(?: (?:so|cua|ve|hoi|ccb|tinh|mttq|thanh pho|tp|ban thuong truc|trong|o|xay dung|thuc hien|chuong trinh|mtqg|cvd|phongtrao|vi|chung tay"
    r"|nam|quang nam|tam ky|hai duong|121|kh|ntm|nguongheo|2017|2024|2025|toan dan doan ket))*"
    r"|\b(?:mttq |hoi ccb )?(?:tinh |thanh pho |tp |o )*(?:hai duong|tam ky)\b"
)


def _without_plan_names(places: Sequence[Place]) -> list[Place]:
    line, starts = "", []
    for place in places:
        starts.append(len(line))
        line += place.word.fold + " "
    light = list(places)
    for found in _PLAN_NAME.finditer(line):
        for number, start in enumerate(starts):
            if found.start() <= start < found.end() and light[number].weight == 1.0:
                light[number] = replace(light[number], weight=LIGHT)
    return light if any(place.weight == 1.0 for place in light) else list(places)


def _best(place: Place) -> str:
    """The plans' word that the place most likely is; as typed where it is one itself or none is near."""
    if place.word.typed in _MARKED:
        return _MARKED[place.word.typed]
    return place.meant[0][0] if place.meant and place.weight >= LIGHT else place.word.fold


def fully_marked(found: Sequence[Word]) -> bool:
    """Returns whether marks were typed throughout, so that a word without any has none: at least half of the words have one."""
    letters = [word for word in found if word.fold.isalpha() and len(word.fold) > 1]
    return len(letters) > 1 and sum(word.marked for word in letters) >= 0.5 * len(letters)


def section(text: str) -> str:
    """Returns the heading of a plan that a text names: "mục III.3" is "III.3"."""
    found = _SECTION.search(text) or _BARE_SECTION.search(text)
    if not found:
        return ""
    heading = re.sub(r"(?<=\d)(?=[a-zđ]$)", ".", found.group(1).replace("/", "."))  # "II.5a" is "II.5.a"
    first, *rest = heading.split(".")
    return ".".join([first.upper(), *rest])


def relative_years(line: str, today: date) -> tuple[int, ...]:
    """Returns the years that are named from today: "năm nay", "năm ngoái", "sang năm"."""
    return tuple(today.year + step for pattern, step in _RELATIVE if pattern.search(line))


def years(text: str) -> tuple[int, ...]:
    """Returns the years named, "24-25" and "gđ 21-25" read as years."""
    text = _DOCUMENT.sub(" ", text)
    found = [int(year) for year in _YEAR.findall(text)]
    for start, end in _SHORT_SPAN.findall(text):
        if int(start) < int(end):
            found += [2000 + int(start), 2000 + int(end)]
    return tuple(dict.fromkeys(found))
