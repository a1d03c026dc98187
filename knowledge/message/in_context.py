"""A question that may go on from the last one, answered: as it stands, or made whole from it."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answer import Answer, Context, Found, Nothing, Unsure
from knowledge.contrast import contrasted, loosened, recounted
from knowledge.facts import Communes, Districts
from knowledge.finders import followup
from knowledge.fold import plain
from knowledge.gate.kept import kept
from knowledge.made_whole import another_document, framed, merged, of_plan
from knowledge.message.last_answer import of_last_answer
from knowledge.message.one_question import Answerer
from knowledge.message.pointed import pointed
from knowledge.message.reader import Reader
from knowledge.message.referred import told_document, with_document
from knowledge.message.referred_place import unnamed_place, with_place
from knowledge.ongoing import (
    alters,
    asks_of_plan,
    asks_part,
    brings_matter,
    changes,
    goes_on,
    matter_of,
    may_go_on,
    named_by,
    points_back,
    speaks_of_self,
    turns_elsewhere,
    turns_to,
    zones_named,
)
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_ABOUT_A_PERSON = Pattern(r"\b(?:ong|ba|anh|chi|chu|bac|co|nguoi) (?:ay|do|no|ta)\b(?!.*\bten\b)")
"""Whom a plan names only as its signer: of him it tells his name and his office, and nothing else."""

_NAMES_NONE = "không ghi tên"
"""What a fact says itself whose plan leaves a name out."""

_ABSENT = "absent"
"""Why something is declined that no plan holds."""

_FEW_FACTS = 4
_SEVERAL = 3
_MOST_OF_IT = 0.7


def in_context(reader: Answerer, text: str, context: Context | None) -> Answer:
    """Returns the answer to one question, made whole from the last one where it goes on from it."""
    query = reader.query(text)
    if context is None and (remark := followup.without_topic(query)) and not reader.is_surely_told(text):
        return remark
    if context and (answer := pointed(reader, text, context)):
        return answer
    if context and (answer := of_last_answer(reader, text, context)):
        return answer
    if context and (whole := with_document(reader, text, context)) and isinstance(answer := reader.one(whole), Found):
        return replace(answer, question=whole)
    if context and (whole := with_place(reader, text, context)) and isinstance(answer := reader.one(whole), Found):
        return replace(answer, question=whole)
    if context and (unnamed := unnamed_place(reader, text, context)):
        found = _gone_on(reader, text, context)
        return found if isinstance(found, Found) and _NAMES_NONE in found.text else unnamed
    if context and _ABOUT_A_PERSON.search(query.line) and not asks_of_plan(query):
        return Nothing("Các kế hoạch tôi có không nói điều này.", why="somebody's own matter")
    if context and context.before and not context.facts:
        found = _gone_on(reader, text, replace(context, before=None))
        asks_same = goes_on(query) and alters(reader.query(context.question), query)
        return found if isinstance(found, Found) or asks_same else _gone_on(reader, text, context.before)
    return _gone_on(reader, text, context)


def _gone_on(reader: Answerer, text: str, context: Context | None) -> Answer:
    query = reader.query(text)
    if context is None or not (goes_on(query) or may_go_on(query)) or plain(text) == plain(context.question):
        return reader.one(text)  # who asks the same again goes on from nothing
    if place := turns_elsewhere(reader.query(context.question), query):
        return Nothing(
            "Các kế hoạch tôi có không nói về địa phương ấy.",
            why=f"elsewhere: {place}",
            question=merged(reader.query(context.question), query),
        )
    if further := followup.find(query, context):
        return further
    if not context.facts and isinstance(said_no := reader.one(text), Nothing) and said_no.why.startswith(_ABSENT):
        return said_no  # after a decline it asks itself for what no plan holds: "nộp chậm thì sao"
    alone = None if goes_on(query) else reader.one(text)
    if alone and _is_complete(query, alone):
        return alone
    going_on = _likeliest_first(reader, query, questions_made_whole(reader, text, context), context)
    alone = alone or reader.one(text)
    linked = goes_on(query) or turns_to(query)
    if elsewhere := _told_of_another_zone(reader, query, going_on, context):
        return elsewhere
    for whole, found in going_on:
        if isinstance(found, Found) and isinstance(alone, Found) and found.facts == alone.facts:
            return alone  # it needs nothing of the last question
        if isinstance(found, Found) and found.facts == context.facts and _says_other(query, found):
            return alone  # "sổ đỏ nhà tôi ghi nhầm" goes on from nothing
        if speaks_of_self(reader.query(context.question), query):
            return alone  # "tui muốn vô hội thì làm răng" after a question about communes
        if _lists_alike(reader, alone, context) and not _lists_alike(reader, found, context):
            return alone  # "rứa còn nâng cao thì huyện mô?" asks for districts again, and for no communes
        if not linked and _speaks_more(query, alone, found):
            return alone  # "huyện nào phấn đấu nông thôn mới?" after a report's date
        own = followup.has_own_topic(query) or _stands_alone(query, alone)
        told_before = isinstance(found, Found) and found.facts == context.facts and own
        if isinstance(found, Found) and not (told_before and not isinstance(alone, Nothing)):
            return _told_anew(reader, query, whole, found, context)
    whole, found = going_on[-1]
    if isinstance(found, Nothing) and goes_on(query) and not followup.has_own_topic(query):
        return replace(found, question=whole)  # "năm 2026 thì sao?" asks of another year, and nothing else
    if isinstance(alone, Found):
        return alone
    if isinstance(found, Unsure) and not (_brings_nothing(query) and len(query.words) > 2):
        return replace(found, question=whole)
    if isinstance(found, Nothing) and goes_on(query):
        return replace(found, question=whole)
    return found if goes_on(query) else alone


def _likeliest_first(
    reader: Answerer, query: Query, wholes: Sequence[str], context: Context
) -> Sequence[tuple[str, Answer]]:
    """The questions made whole with their answers: those that speak of what the message names, facts of the last answer's kind
    before others; then the one that keeps most of the last question, whatever it is answered.
    """
    library = reader.base.library
    last = {type(library.fact(name)) for name in context.facts}
    answered = [(whole, reader.one(whole)) for whole in wholes]
    speaking = [(whole, found) for whole, found in answered if isinstance(found, Found) and _speaks_of(query, found)]
    own, told = followup.has_own_topic(query), set(context.facts)
    speaking.sort(
        key=lambda one: (
            own and told >= set(one[1].facts),  # another matter is asked: what was told is no answer to it
            last.isdisjoint({type(library.fact(name)) for name in one[1].facts}),
        )
    )
    return [*speaking, answered[-1]]


def _told_of_another_zone(
    reader: Answerer, query: Query, going_on: Sequence[tuple[str, Answer]], context: Context
) -> Nothing | None:
    """That the plans say nothing of that part of the country, where all that is found was told of another one."""
    if not (zones_named(query) and zones_named(reader.query(context.question))):
        return None
    found = [one for _, one in going_on if isinstance(one, Found)]
    if not found or any(_is_of_zone(query, one) for one in found):
        return None
    return Nothing(
        f"Kế hoạch không ghi riêng cho vùng ấy. Điều tôi có:\n{found[-1].text}",
        why="not in the fact: zone",
        question=going_on[-1][0],
    )


def _stands_alone(query: Query, alone: Answer) -> bool:
    """Whether a message asks of several things by their names, and is answered of all of them as it stands."""
    return isinstance(alone, Found) and len(named_by(query)) >= _SEVERAL and _speaks_of(query, alone)


def _told_anew(reader: Answerer, query: Query, whole: str, found: Found, context: Context) -> Answer:
    """What was found for a question made whole; what the last answer has said already is said in full, or lacks what is asked."""
    if not set(found.facts) <= set(context.facts):
        return replace(found, question=whole)
    library = reader.base.library
    facts = [fact for name in found.facts if (fact := library.fact(name))]
    last = reader.one(context.question)
    if isinstance(last, Found) and last.text == found.text and 1 < len(facts) <= _FEW_FACTS and changes(query):
        found = said(library, facts, reader.today)
    question = whole if changes(query) else context.question
    answer = kept(reader.query(f"{context.question} {query.text}"), found) if asks_part(query) else found
    return replace(answer, question=question) if isinstance(answer, Found | Nothing) else answer


def _lists_alike(reader: Answerer, answer: Answer, context: Context) -> bool:
    """Whether places of one rank were told of, and an answer tells of nothing but such places."""
    library = reader.base.library
    last = {type(library.fact(name)) for name in context.facts}
    if last not in ({Communes}, {Districts}) or not isinstance(answer, Found):
        return False
    return {type(library.fact(name)) for name in answer.facts} == last


def _speaks_more(query: Query, alone: Answer, found: Answer) -> bool:
    """Whether a message as it stands is answered of what it names, and made whole it is not."""
    if not (isinstance(found, Found) and isinstance(alone, Found)):
        return False
    return _speaks_of(query, alone) and not _speaks_of(query, found)


def _speaks_of(query: Query, found: Found) -> bool:
    """Whether an answer has what a message names beside its period, plan and question words."""
    index, numbers = query.base.index, query.base.numbers
    facts = [numbers[name] for name in found.facts if name in numbers]
    words = frozenset(plain(found.text).split())
    named = named_by(query)
    told = [
        place
        for place in named
        if place.word.fold in words or any(index.has(fact, term) for fact in facts for term, _ in place.meant)
    ]
    return sum(map(index.weight, told)) >= _MOST_OF_IT * sum(map(index.weight, named)) and _is_of_zone(query, found)


def _is_of_zone(query: Query, found: Found) -> bool:
    """Whether an answer speaks of the part of the country that a message names, the plain or the mountains."""
    zones = zones_named(query)
    told = plain(found.text)
    return all(zone in told for zone in zones)


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
    """Whether a short question stands by itself: it asks, and names what it asks about, be it that its plan does not hold it."""
    if isinstance(alone, Nothing):
        return bool(query.aims and query.plans) and alone.why.startswith(_ABSENT)
    if query.aims and (query.plans or query.communes or query.districts or query.section):
        return True
    return isinstance(alone, Found) and followup.has_own_topic(query)


def questions_made_whole(reader: Reader, text: str, context: Context) -> list[str]:
    """Returns the last question as a message may change it, the likeliest first; the last one keeps most of it."""
    query, previous = reader.query(text), reader.query(context.question)
    told = told_document(reader, context)
    if another := another_document(previous, query) or (told and another_document(reader.query(told), query)):
        return [another]
    whole = merged(previous, query)
    wholes: list[str] = []
    if points_back(query):
        pass  # the thing it names is the last question's own
    elif (goes_on(query) or turns_to(query)) and matter_of(query):
        wholes = [framed(previous, query)]
    elif query.aims and brings_matter(query):
        wholes = [whole, framed(previous, query)]
    if asks_of_plan(query) and not query.plans and (of_the_plan := of_plan(previous, query)):
        wholes.insert(0, of_the_plan)
    if not points_back(query) and (another := contrasted(previous, query)):
        wholes.insert(0, another)
    if recount := recounted(previous, query):
        wholes.insert(0, recount)
    if zones_named(query) and zones_named(previous):
        wholes += [whole, loosened(previous, query)]
    return [*wholes, whole]
