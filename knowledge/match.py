"""A question to its answer (DESIGN 7): the finders in their order, the first one that is sure."""

from collections.abc import Callable, Sequence
from datetime import date

from knowledge.answer import Answer, Context, Found, Nothing
from knowledge.base import Base
from knowledge.finders import criteria, documents, models, places, plans, reports, search, smalltalk
from knowledge.query import Query, read
from knowledge.wording import said

FINDERS: Sequence[Callable[[Query], Answer | None]] = (
    smalltalk.find,
    documents.find,
    criteria.find,
    reports.find,
    places.find,
    plans.find,
    models.find,
    search.find,
)


def answer(base: Base, text: str, today: date, context: Context | None = None) -> Answer:
    """Returns the answer to what a person wrote. ``context`` is the chat's last topic, for questions that go on from it."""
    query = read(base, text, today, context)
    for find in FINDERS:
        found = find(query)
        if found is not None:
            return found
    return Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")


def told(base: Base, key: str, today: date) -> Answer:
    """Returns the answer behind a choice's key ("fact:R01")."""
    fact = base.library.fact(key.removeprefix("fact:"))
    if fact is None:
        return Nothing("Lựa chọn này đã cũ. Đồng chí hỏi lại giúp tôi.", why="old choice")
    found = said(base.library, [fact], today)
    return Found(found.text, found.sources, found.facts)
