"""The second look: an answer that another reading of its question would not have is asked back, and not stated."""

from collections.abc import Callable, Iterator

from knowledge.answer import NONE_OF_THESE, Answer, Found, Nothing, Option, Unsure
from knowledge.doubt.another_year import is_of_another_year
from knowledge.doubt.asked_readings import asked_readings
from knowledge.doubt.asking_words import asking_readings
from knowledge.doubt.doubtful import doubts
from knowledge.doubt.halves import is_half
from knowledge.doubt.name_readings import name_readings
from knowledge.doubt.unsaid import is_unsaid
from knowledge.query import Query, read_as
from knowledge.wording import brief

_MOST = 3


def doubted(query: Query, found: Answer, answered: Callable[[str], Answer]) -> Answer:
    """Returns the answer, or the question back where a second reading of its words is declined. ``answered``: the answer to another text."""
    if isinstance(found, Found):
        if is_half(query, found) or is_of_another_year(query, found) or is_unsaid(query, found):
            return _asked_back(query, found)
        for text, names_more in _second_readings(query):
            other = answered(text)
            if isinstance(other, Nothing) and (names_more or other.why != "nothing near"):
                return _asked_back(query, found)
    return found


def _second_readings(query: Query) -> Iterator[tuple[str, bool]]:
    """The texts that may be meant, and whether one more name is read in them: of a place that nothing is near of, nothing is told."""
    read = read_as(query)
    doubtful = doubts(query, read)
    yield from ((text, False) for text in asking_readings(query, read))
    if doubtful:
        yield from ((text, False) for text in asked_readings(query, read, doubtful))
    yield from ((text, True) for text in name_readings(query, read, doubtful))


def _asked_back(query: Query, found: Found) -> Unsure:
    library = query.base.library
    facts = [fact for name in found.facts[:_MOST] if (fact := library.fact(name))]
    options = [Option(brief(fact), f"fact:{fact.id}") for fact in facts]
    options += [
        Option(library.plan(key).short, name) for name in found.facts if (key := name.removeprefix("plan:")) != name
    ]
    return Unsure(
        f"Tôi chưa chắc đọc đúng câu hỏi. Điều tôi có:\n{found.text}\nCó phải đồng chí hỏi điều này không?",
        (*options, NONE_OF_THESE),
        found.sources,
        found.facts,
    )
