"""A figure that is named, and nothing else: "15.735 là số gì?" asks for what it counts."""

import re

from knowledge.answer import Answer
from knowledge.facts import Milestone, Target
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_WHAT = Pattern(
    r"\b(?:la (?:con |cai )?so (?:gi|nao)|la (?:gi|cai gi|chi tieu (?:gi|nao)|muc tieu (?:gi|nao))|noi ve (?:gi|viec gi|cai gi)|cua (?:viec|chi tieu|muc tieu) (?:gi|nao))\b"
)
_FIGURE = re.compile(r"(?<![\d/.,-])(?:\d{1,3}(?:[. ]\d{3})+|[1-9]\d{3,})(?![\d/,.-]*\d|/)")
_YEARS = range(1930, 2051)
_FEW = 3
"""More facts than these have a figure that tells nothing."""

_MOST_WORDS = 14


def find(query: Query) -> Answer | None:
    """Returns the few targets that hold the one large figure that the question names."""
    if len(query.words) > _MOST_WORDS or not query.finds(_WHAT):
        return None
    figures = {int(re.sub(r"\D", "", one)) for one in _FIGURE.findall(query.text)} - set(_YEARS)
    if len(figures) != 1:
        return None
    figure = f"{figures.pop():,}".replace(",", ".")
    library = query.base.library
    rows = [
        fact
        for fact in library.facts
        if isinstance(fact, Target | Milestone) and re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.]*\d)", fact.say)
    ]
    return said(library, rows, query.today) if 0 < len(rows) <= _FEW else None
