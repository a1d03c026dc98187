"""A question to its answer (DESIGN 7): the finders in their order, the first one that is sure."""

from datetime import date

from knowledge.answer import Answer, Context, Found, Nothing
from knowledge.asked import asked
from knowledge.base import Base


def answer(base: Base, text: str, today: date, context: Context | None = None) -> Answer:
    """Returns the answer to what a person wrote. ``context`` is the chat's last topic, for questions that go on from it."""
    places = asked(text, base.speech, base.vocabulary)
    hits = base.index.search(places)
    if not hits or hits[0].score < 0.4:
        return Nothing("Các kế hoạch tôi có không nói điều này. Đồng chí hỏi thêm {office}.", why="nothing near")
    fact = base.library.facts[hits[0].fact]
    return Found(fact.say, fact.sources, (fact.id,))


def told(base: Base, key: str, today: date) -> Answer:
    """Returns the answer behind a choice's key ("fact:R01")."""
    fact = base.library.fact(key.removeprefix("fact:"))
    if fact is None:
        return Nothing("Lựa chọn này đã cũ. Đồng chí hỏi lại giúp tôi.", why="old choice")
    return Found(fact.say, fact.sources, (fact.id,))
