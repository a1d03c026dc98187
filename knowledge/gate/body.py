"""What an answer says, in plain words and as the index has it: what the checks of the gate look at."""

import re

from knowledge.answer import Found
from knowledge.fold import plain
from knowledge.query import Query

_CITED = re.compile(r"\s*\((?:Kế hoạch|theo)[^()]*(?:\([^()]*\)[^()]*)*\)\s*$")
_CONTRACTED = " | "  # between an answer's words and its facts as the index has them


def told_in(body: str) -> str:
    """Returns what is said, without the facts as the index has them."""
    return body.partition(_CONTRACTED)[0]


def body_of(query: Query, found: Found) -> str:
    """Returns what an answer says, in plain words and with its notions contracted too, without its sources and where it stands today."""
    lines = [_CITED.sub("", line) for line in found.text.split("\n") if not line.startswith("Theo ")]
    numbers = query.base.numbers
    facts = [
        query.base.profiles[number].contracted
        for name in found.facts
        if (number := numbers.get(name)) is not None and query.base.library.facts[number].say in found.text
    ]
    return _CONTRACTED.join([plain(" ".join(lines)), " ".join(facts)])
