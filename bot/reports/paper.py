"""What the Word report says, as its template finds it: knowledge/templates/README.md lists the names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the results with its sentences."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The results on one form; ``title`` is "" where there is one form only. ``silent`` names what nobody gave."""

    title: str
    parts: tuple[Part, ...]
    silent: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of figures; of ``heading`` only the label is there."""

    label: str
    heading: bool = False
    number: str = ""
    unit: str = ""
    total: str = ""
    given: str = ""
    missing: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit wrote."""

    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the units wrote on one thing, as many as the text can hold; ``rest`` says where the others stand."""

    title: str
    said: tuple[Said, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an annex."""

    number: int
    unit: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Annex:
    """A list that is too long for the text; ``head`` is the name of its last column."""

    title: str
    head: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole report. ``over`` is the body above, ``unit`` the one that reports, both in capitals."""

    over: str
    unit: str
    name: str
    day: int
    month: int
    year: int
    period: str
    subject: str
    plans: str
    turnout: tuple[str, ...]
    results: tuple[Result, ...]
    remarks: tuple[Remarks, ...]
    rows: tuple[Row, ...]
    before: str
    annexes: tuple[Annex, ...]
