"""One question to its answer: the finders in their order, the first one that is sure; the search when none is."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from knowledge.answer import Answer, Found, Nothing, Unsure
from knowledge.base import Base
from knowledge.finders import (
    beyond,
    calendar,
    contents,
    criteria,
    documents,
    duties,
    figures,
    models,
    places,
    plans,
    reports,
    shortforms,
    smalltalk,
)
from knowledge.gate.kept import kept
from knowledge.message.outdone import better
from knowledge.message.reader import Reader
from knowledge.message.variants import variants
from knowledge.nearby import with_nearest
from knowledge.query import Query

FINDERS: Sequence[Callable[[Query], Answer | None]] = (
    shortforms.find,
    beyond.find,
    documents.find,
    duties.find,
    criteria.find,
    figures.find,
    calendar.find,
    reports.find,
    places.find,
    plans.find,
    contents.find,
    models.find,
)
"""What knows its kind of question by its words, in this order; the search is asked when none of them does."""

_SURE = 0.8
_UNKNOWN = Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")


def answered(reader: Reader, text: str) -> Answer:
    """Returns the answer to one question, perhaps inside a long letter: its clauses are read too, and what is trusted most is said."""
    best: Answer = _UNKNOWN
    most = -1.0
    asked_back: Unsure | None = None
    core, whole = "", reader.query(text)
    for variant in variants(reader, text):
        core = core or variant
        query = reader.query(variant)
        found = next((found for find in FINDERS if (found := find(query)) is not None), None)
        found = found and (better(query, found, partial(reader.searched, variant)) or found)
        if found is None:
            sure, found = reader.searched(variant)
            found = kept(query, found, whole)
            if sure > most:
                best, most = found, sure
            if sure > _SURE and isinstance(found, Found):
                break
        elif isinstance(found, Unsure) and variant != text:
            asked_back = asked_back or found
        elif isinstance(found := kept(query, found, whole), Found) or variant == core:
            return _said_nearest(query, found)
        elif not isinstance(best, Found) or most < _SURE:
            best = found  # with its neighbours or in the whole letter the clause asks for what the plans do not have
    if asked_back and not (isinstance(best, Found) and most >= _SURE):
        return asked_back
    return smalltalk.chat(reader.query(text), most) or _said_nearest(reader.query(core), best)


class Answerer(Reader):
    """Reads texts for one message and answers each of them as one question, each once."""

    def __init__(self, base: Base, today: date) -> None:
        super().__init__(base, today)
        self._answers: dict[str, Answer] = {}

    def one(self, text: str) -> Answer:
        """Returns the answer to one question."""
        if text not in self._answers:
            self._answers[text] = answered(self, text)
        return self._answers[text]


def _said_nearest(query: Query, found: Answer) -> Answer:
    return with_nearest(query, found) if isinstance(found, Nothing) else found
