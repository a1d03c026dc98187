"""Facts made into an answer: the fact first, then its source, then where it stands today (DESIGN 7, voice.md)."""

from collections.abc import Sequence
from datetime import date

from knowledge.answer import Found, Option
from knowledge.facts import Communes, Fact, Legal, Model, Source
from knowledge.library import Library
from knowledge.standing import standing

_BUTTON = 40


def said(library: Library, facts: Sequence[Fact], today: date, head: str = "", options: Sequence[Option] = ()) -> Found:
    """Returns the answer of one or several facts. ``head`` comes first when it is given."""
    lines = [head] if head else []
    if len(facts) == 1:
        lines += [full(facts[0]), sourced(library, facts[0], today)]
    else:
        for fact in facts:
            lines.append(f"- {full(fact)} ({cited(library, fact)})")
        lines.append(_standing_of_all(library, facts, today))
    return Found(
        text="\n".join(line for line in lines if line),
        sources=tuple(dict.fromkeys(source for fact in facts for source in fact.sources)),
        facts=tuple(fact.id for fact in facts),
        options=tuple(options),
    )


def full(fact: Fact) -> str:
    """Returns what a fact says, a list with its names."""
    return f"{fact.say} {', '.join(fact.names)}." if isinstance(fact, Communes) else fact.say


def brief(fact: Fact) -> str:
    """Returns a few whole words that name a fact, for a button: at most 40 letters."""
    name = (
        fact.name if isinstance(fact, Model) else f"{fact.kind} {fact.number}" if isinstance(fact, Legal) else fact.say
    )
    if len(name) <= _BUTTON:
        return name.rstrip(".")
    return name[:_BUTTON].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def cited(library: Library, fact: Fact) -> str:
    """Returns the places where a fact stands: "Kế hoạch 121/KH-CCB, mục II.1.3; …"."""
    return places(library, fact.sources)


def sourced(library: Library, fact: Fact, today: date) -> str:
    """Returns the line under an answer: its source, and where it stands today."""
    return " ".join(
        part
        for part in (f"Theo {cited(library, fact)}.", standing(fact, library.plan(fact.source.plan), today))
        if part
    )


def _standing_of_all(library: Library, facts: Sequence[Fact], today: date) -> str:
    notes = dict.fromkeys(standing(fact, library.plan(fact.source.plan), today) for fact in facts)
    plain = [note for note in notes if note]
    return plain[0] if len(plain) == 1 else ""


def places(library: Library, sources: Sequence[Source]) -> str:
    """Returns all the places, each plan named once: "Kế hoạch 121/KH-CCB, mục II.1.3, II.1.4; …"."""
    return "; ".join(_merged(library, sources))


def _merged(library: Library, sources: Sequence[Source]) -> list[str]:
    sections: dict[str, list[str]] = {}
    for source in sources:
        sections.setdefault(source.plan, []).append(source.section)
    named: list[str] = []
    for plan, places in sections.items():
        short = library.plan(plan).short
        numbered = [place for place in places if _is_number(place)]
        worded = [place for place in places if not _is_number(place)]
        parts = [f"mục {', '.join(numbered)}"] if numbered else []
        named.append(", ".join([short, *parts, *(f"phần {place.lower()}" for place in worded if place)]))
    return named


def _is_number(section: str) -> bool:
    return bool(section) and section.split(".")[0].strip("IVXabcd0123456789") == ""
