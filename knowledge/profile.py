"""What of a fact the checks look at, read once when the knowledge is made ready."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.facts import Communes, Districts, Fact, Legal, Milestone, Regime
from knowledge.fold import plain
from knowledge.library import Library

_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_DOCUMENT_DATE = re.compile(r"(?:ngày )?\d{1,2}/\d{1,2}/\d{4}|\d+/\d{4}/[A-ZĐ]+")
"""A document's date is no year that a fact speaks of."""

_DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b(?!/?\d* (?:xã|huyện|xa|huyen))|\bngày \d")
_MONTH = re.compile(r"\btháng \d|\bquý (?:[1-4]|I{1,3}V?)\b|\b\d{1,2}/\d{4}\b", re.IGNORECASE)
_TIME = re.compile(
    r"\bhằng (?:năm|tháng|quý|tuần)\b|\bhàng (?:năm|tháng|quý)\b|\bđịnh kỳ\b|\bcuối năm\b|\bđầu năm\b|\bmỗi (?:năm|tháng|quý)\b"
    r"|\b\d+ (?:năm|tháng|ngày)\b|\bmột năm\b|\bsáu tháng\b|\bdịp\b|\bthường xuyên\b|\bkịp thời\b|\bthời gian\b|\bgiai đoạn\b",
    re.IGNORECASE,
)

_NO_FIGURE = re.compile(r"\b\d{1,4}(?:/\d{4})?[/-]\w*[^\W\d_][\w/-]*|\b\d{1,2}/\d{1,2}(?:/\d{4})?\b|\b(?:19|20)\d\d\b")
"""Numbers of documents, days and years: none of them says how many."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One fact: its kind, its plans, the years it names, and which kinds of figures stand in its answer."""

    kind: str
    plans: frozenset[str]
    sections: tuple[tuple[str, str], ...]
    """(plan, section) of every place where it stands."""

    years: frozenset[int]
    plan_years: frozenset[int]
    one_year: bool
    """Whether its plans are for one year only."""

    about: str
    """All that is known of it, in plain words with notions contracted, lines parted by |."""

    own: str
    """The same without the ways of asking: what the fact itself says and names."""

    say: str
    """Its answer in plain words."""

    contracted: str
    """Its answer in plain words with notions contracted."""

    digits: bool
    percent: bool
    day: bool
    month: bool
    time: bool
    email: bool
    dated: bool
    """Whether it is of a kind that has a date."""

    misprint: str
    """The number of a document that is printed wrongly, "" otherwise: told only to who asks for it."""


def profiled(library: Library, fact: Fact, lines: Sequence[str]) -> Profile:
    """Returns the profile of a fact; ``lines`` are its texts in plain words with notions contracted."""
    text = f"{fact.say if isinstance(fact, Legal | Milestone | Regime) else _DOCUMENT_DATE.sub('', fact.say)} {getattr(fact, 'year', '')} {getattr(fact, 'when', '')}"
    years = {int(year) for year in _YEARS.findall(text)}
    for start, end in _SPAN.findall(text):
        years.update(range(int(start), int(end) + 1))
    spans = [range(plan.start.year, plan.end.year + 1) for plan in library.plans_of(fact)]
    every = frozenset(year for span in spans for year in span)
    day = bool(_DAY.search(fact.say))
    month = day or bool(_MONTH.search(fact.say))
    return Profile(
        kind=type(fact).__name__,
        plans=frozenset(source.plan for source in fact.sources),
        sections=tuple((source.plan, source.section) for source in fact.sources),
        years=frozenset(years),
        plan_years=every,
        one_year=len(every) == 1,
        about=" | ".join(lines),
        own=" | ".join([lines[0], *lines[1 + len(fact.ask) :]]),
        say=plain(fact.say),
        contracted=lines[0],
        digits=any(letter.isdigit() for letter in _NO_FIGURE.sub(" ", fact.say)) or isinstance(fact, Communes),
        percent="%" in fact.say,
        day=day,
        month=month,
        time=month or bool(years) or bool(_TIME.search(fact.say)),
        email="@" in fact.say,
        dated=isinstance(fact, Milestone | Regime | Districts),
        misprint=fact.number.split("/")[0] if isinstance(fact, Legal) and "nhầm" in fact.number else "",
    )
