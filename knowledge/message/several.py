"""Several questions in one message: which they are, and each of them answered."""

import itertools
from collections.abc import Iterator, Sequence, Set

from knowledge.answer import Answer, Context, Found, Smalltalk, Unsure
from knowledge.clauses import joined_questions, numbered, sentences, strung
from knowledge.facts import Regime
from knowledge.joined import headed, parallel, wholes
from knowledge.letters import without_thanks
from knowledge.message.in_context import in_context
from knowledge.message.one_question import Answerer
from knowledge.message.reader import ASKING, Reader
from knowledge.pattern import Pattern
from knowledge.query import Query

_ASKS_OR_NAMES = Pattern(rf"{ASKING.pattern}|\bhanchot\b|\bemail\b|\bngay nop\b")
_MOST_PARTS = 4
_FEW = 4
_LONG = 30


def questions_in(reader: Reader, text: str) -> Iterator[tuple[list[str], bool]]:
    """Yields the questions of a message that holds several, and whether they surely are: its sentences, or its asking clauses."""
    told_off = [without_thanks(part) for part in numbered(text)]
    if 1 < len(told_off) <= _MOST_PARTS and all(ASKING.search(reader.query(part).line) for part in told_off):
        yield told_off, True
    if "?" in text:
        asking = [
            part for part in sentences(text) if reader.asks(part) or (part.endswith("?") and len(part.split()) > 1)
        ]
        if 1 < len(asking) <= _MOST_PARTS:
            yield asking, True
    if len(_ASKS_OR_NAMES.findall(reader.query(text).line)) < 2:
        return
    tried: list[str] = []
    for parts in (sentences(text), strung(text)):
        asking = [part for part in parts if reader.asks_outright(part)] if len(parts) > 1 else []
        if 1 < len(asking) <= _MOST_PARTS and asking != tried and all(map(reader.is_whole, asking)):
            tried = asking
            yield asking, False
    head, asked = headed(text)
    parts = [f"{head} {part}" if head else part for part in joined_questions(asked)]
    asking = [part for part in parts if reader.asks_outright(part)]
    if 1 < len(asking) <= _MOST_PARTS and reader.is_whole(asking[0]):
        yield asking, False
    asking = []
    for part in parts:
        if reader.asks_of_matter(part) or (asking and reader.asks_alike(asking[-1], part)):
            asking.append(part)
    if 1 < len(asking) <= _MOST_PARTS and all(
        head or reader.is_whole(part) or parallel(reader.query(asking[0]), reader.query(part)) for part in asking[1:]
    ):
        yield asking, False


def each_answered(reader: Answerer, parts: Sequence[str], context: Context | None) -> list[Answer]:
    """Returns the answer to each question in turn; a later one may go on from the one before."""
    answers = []
    for part in parts:
        alone = reader.one(part) if reader.stands_alone(part) else None
        found = alone if isinstance(alone, Found) else in_context(reader, part, context)
        answers.append(found)
        if isinstance(found, Found):
            context = Context(found.question or part, found.facts)
    return answers


def _leaves(whole: Query, found: Found) -> bool:
    """Whether reports are told of another plan than the sentence names: "Tam Kỳ báo cáo 6 tháng và báo cáo năm ngày nào?"."""
    library = whole.base.library
    facts = [fact for name in found.facts if isinstance(fact := library.fact(name), Regime)]
    return bool(whole.plans) and any(fact.source.plan not in whole.plans for fact in facts)


def _tells_more(whole: Answer, told: Set[frozenset[str]]) -> bool:
    """Returns whether a sentence as a whole is answered with all that was told, and more."""
    return isinstance(whole, Found) and frozenset(whole.facts) > frozenset().union(*told)


def each_of_sentence(reader: Answerer, text: str, parts: Sequence[str], context: Context | None) -> list[Answer]:
    """Returns the answer to each question of one sentence in turn: a later one with what it shares with the first, else as
    it goes on from it.

    Fewer answers than questions where a later one has none of its own.
    """
    found = in_context(reader, parts[0], context)
    answers = [found]
    if not isinstance(found, Found):
        return answers
    told = {frozenset(found.facts)}
    for before, part in itertools.pairwise(parts):
        context = Context(found.question or before, found.facts)
        query = reader.query(part)
        if reader.is_told(query, found):
            answers.append(found)
            continue
        shared = (reader.one(whole) for whole in wholes(reader.query(parts[0]), query))
        new = (one for one in shared if isinstance(one, Found) and frozenset(one.facts) not in told)
        found = next(new, None) or in_context(reader, part, context)
        if not isinstance(found, Found) or _leaves(reader.query(text), found):
            break
        if frozenset(found.facts) in told and _tells_more(reader.one(text), told):
            break  # "mấy tổ hội và mấy chi hội?" is understood as a whole, and not by its parts
        answers.append(found)
        told.add(frozenset(found.facts))
    return answers


def beside(reader: Answerer, text: str, found: Found) -> Found:
    """Returns the answer with that to the part behind a comma, where the part before it is all that was answered, and the other
    one has an answer of its own: "xã Điện Trung phấn đấu chuẩn gì, huyện chưa xã nông thôn mới".
    """
    first, comma, second = text.partition(",")
    if not comma or len(text.split()) > _LONG or min(len(first.split()), len(second.split())) < _FEW:
        return found
    first, second = first.strip(), second.strip()
    asks, asks_too = (ASKING.search(reader.query(part).line) for part in (first, second))
    if not asks or asks_too:
        return found
    own, other = reader.one(first), reader.one(second)
    if not (isinstance(own, Found) and isinstance(other, Found) and own.facts == found.facts):
        return found
    both = together([found, other]) if frozenset(other.facts).isdisjoint(found.facts) else found
    return both if isinstance(both, Found) else found


def together(answers: Sequence[Answer]) -> Answer:
    """Returns several questions' answers as one; a question back if a part asks back (DESIGN 9)."""
    said = [one for one in answers if not isinstance(one, Smalltalk)] or answers[:1]
    told = [one for one in said if isinstance(one, Found | Unsure)]
    if len(said) == 1 or not told:
        return said[0]
    text = "\n".join(dict.fromkeys(one.text for one in said))
    sources = tuple(dict.fromkeys(source for one in told for source in one.sources))
    facts = tuple(dict.fromkeys(fact for one in told for fact in one.facts))
    options = tuple(option for one in told if isinstance(one, Unsure) for option in one.options)
    return Unsure(text, options, sources, facts) if options else Found(text, sources, facts)
