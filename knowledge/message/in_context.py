"""A question that may go on from the last one, answered: as it stands, or made whole from it."""

from dataclasses import replace

from knowledge.answer import Answer, Context, Found, Nothing, Unsure
from knowledge.finders import followup
from knowledge.fold import plain
from knowledge.message.one_question import Answerer
from knowledge.message.reader import Reader
from knowledge.ongoing import (
    asks_of_plan,
    brings_matter,
    changes,
    framed,
    goes_on,
    may_go_on,
    merged,
    of_plan,
    speaks_of_self,
)
from knowledge.query import Query


def in_context(reader: Answerer, text: str, context: Context | None) -> Answer:
    """Returns the answer to one question, made whole from the last one where it goes on from it."""
    query = reader.query(text)
    if context is None and (remark := followup.without_topic(query)):
        return remark
    if context is None or not (goes_on(query) or may_go_on(query)) or plain(text) == plain(context.question):
        return reader.one(text)  # who asks the same again goes on from nothing
    if further := followup.find(query, context):
        return further
    alone = None if goes_on(query) else reader.one(text)
    if isinstance(alone, Found | Unsure) and _is_complete(query, alone):
        return alone
    going_on = [(whole, reader.one(whole)) for whole in questions_made_whole(reader, text, context)]
    alone = alone or reader.one(text)
    for whole, found in going_on:
        if isinstance(found, Found) and isinstance(alone, Found) and found.facts == alone.facts:
            return alone  # it needs nothing of the last question
        if isinstance(found, Found) and found.facts == context.facts and _says_other(query, found):
            return alone  # "sổ đỏ nhà tôi ghi nhầm" goes on from nothing
        if speaks_of_self(reader.query(context.question), query):
            return alone  # "tui muốn vô hội thì làm răng" after a question about communes
        told_before = isinstance(found, Found) and found.facts == context.facts and followup.has_own_topic(query)
        if isinstance(found, Found) and not (told_before and not isinstance(alone, Nothing)):
            return replace(found, question=whole)
    whole, found = going_on[-1]
    if isinstance(found, Nothing) and goes_on(query) and not followup.has_own_topic(query):
        return found  # "năm 2026 thì sao?" asks the last question of another year, and nothing else
    if isinstance(alone, Found):
        return alone
    if isinstance(found, Unsure) and not (_brings_nothing(query) and len(query.words) > 2):
        return replace(found, question=whole)
    return found if goes_on(query) else alone


def _brings_nothing(query: Query) -> bool:
    """Whether a message neither asks, nor goes on, nor changes anything of the last question: "tui già rồi"."""
    return not (query.aims or goes_on(query) or changes(query) or followup.has_own_topic(query))


def _says_other(query: Query, found: Found) -> bool:
    """Whether a message asks nothing, changes nothing of the last question, and speaks of nothing in its answer."""
    if query.aims or goes_on(query) or changes(query):
        return False
    said = frozenset(plain(found.text).split())
    telling = [place.word.fold for place in query.telling if place.word.fold.isalpha()]
    return said.isdisjoint(telling)


def _is_complete(query: Query, alone: Answer) -> bool:
    """Whether a short question stands by itself: it asks, and names what it asks about."""
    if query.aims and (query.plans or query.communes or query.districts or query.section):
        return True
    return isinstance(alone, Found) and followup.has_own_topic(query)


def questions_made_whole(reader: Reader, text: str, context: Context) -> list[str]:
    """Returns the last question as a message may change it, the likeliest first."""
    query, previous = reader.query(text), reader.query(context.question)
    wholes = [merged(previous, query)]
    if asks_of_plan(query) and not query.plans and (of_the_plan := of_plan(previous, query)):
        wholes.insert(0, of_the_plan)
    if goes_on(query) and brings_matter(query):
        wholes.insert(0, framed(previous, query))
    return wholes
