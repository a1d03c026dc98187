"""A message to its answer (DESIGN 7): what is friendly or refused first, then its questions, each by the finders in their order."""

from collections.abc import Iterator
from datetime import date

from bot.reading.remark import Remark, remark
from knowledge.answer import Answer, Context, Found
from knowledge.base import Base
from knowledge.doubt.doubted import doubted
from knowledge.finders import beyond, followup, smalltalk, telling
from knowledge.message.comparison import both_sides, perhaps_compared
from knowledge.message.corrected import corrected
from knowledge.message.courtesy import without_courtesy
from knowledge.message.in_context import in_context, questions_made_whole
from knowledge.message.one_question import Answerer
from knowledge.message.reader import Reader
from knowledge.message.several import beside, each_answered, each_of_sentence, questions_in, together
from knowledge.message.told_off import of_told_off
from knowledge.message.variants import asked_in_letter, variants
from knowledge.message.verified import verified
from knowledge.ongoing import goes_on, may_go_on
from knowledge.query import spelled
from knowledge.signers import names_signer


def answer(base: Base, text: str, today: date, context: Context | None = None) -> Answer:
    """Returns the answer to what a person wrote. ``context`` is the chat's last topic, for questions that go on from it."""
    reader = Answerer(base, today)
    return doubted(
        reader.query(text), _answered(reader, text, context), lambda other: _answered(reader, other, context)
    )


def _answered(reader: Answerer, text: str, context: Context | None) -> Answer:
    """The answer to a message as it is read first."""
    text = spelled(reader.query(text))
    if context is not None:
        if again := verified(reader, text, context) or corrected(reader, text, context):
            return again
        text, another = without_courtesy(reader, text)
        context = None if another else context
    if friendly := _friendly(reader, text):
        return friendly
    if refused := beyond.instructed(reader.query(text)):
        return refused
    if context and remark(text) is Remark.SHORTER and (short := followup.shorter(reader.query(text), context)):
        return short
    if heard := telling.find(reader.query(text)):
        return heard
    text, _ = asked_in_letter(reader, text)
    if pointed := of_told_off(reader, text, context):
        return pointed
    for compared, apart in perhaps_compared(reader, text):
        if both := both_sides(reader, compared, apart):
            return both
    for parts, surely in questions_in(reader, text):
        answers = each_answered(reader, parts, context) if surely else each_of_sentence(reader, text, parts, context)
        if surely or (len(answers) == len(parts) and all(isinstance(one, Found) for one in answers)):
            return together(answers)
    found = in_context(reader, text, context)
    return beside(reader, text, found) if isinstance(found, Found) else found


def _friendly(reader: Answerer, text: str) -> Answer | None:
    """A friendly word to what asks nothing of the plans; what they surely tell is asked, however friendly its words sound."""
    query = reader.query(text)
    friendly = None if names_signer(query) else smalltalk.find(query)
    if friendly is None:
        return None
    return None if reader.is_surely_told(text) else friendly


def readings(base: Base, text: str, today: date, context: Context | None = None) -> Iterator[tuple[str, str]]:
    """Yields why and what texts may be tried for a message: its letter's question, its sides and parts,
    what it goes on from, its clauses.
    """
    reader = Reader(base, today)
    text, written = asked_in_letter(reader, spelled(reader.query(text)))
    yield "letter's question" if written else "as typed", text
    yield from (("side of a comparison", side) for side in reader.sides(text) or ())
    for parts, surely in questions_in(reader, text):
        yield from (("one of several questions" if surely else "perhaps one of several", part) for part in parts)
    query = reader.query(text)
    if context and (goes_on(query) or may_go_on(query)):
        yield from (("goes on from the last question", whole) for whole in questions_made_whole(reader, text, context))
    yield from (("clause", variant) for variant in variants(reader, text) if variant != text)
