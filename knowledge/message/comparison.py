"""Two things that a message compares: both sides answered."""

from collections.abc import Sequence

from knowledge.answer import Answer, Found
from knowledge.compared import may_compare
from knowledge.finders import followup
from knowledge.made_whole import merged
from knowledge.message.one_question import Answerer
from knowledge.message.reader import Reader
from knowledge.message.several import together
from knowledge.normal import words
from knowledge.query import Query
from knowledge.wording import said

_BEGINNING = 3
_TIMES = frozenset({"khi", "nam", "ngay", "thang"})


def perhaps_compared(reader: Reader, text: str) -> Sequence[tuple[str, bool]]:
    """Returns the texts in which a comparison may stand, and whether its sides may share no fact: as typed, with slips mended.

    What compares nothing by its words, and has no slips, need not be read again for that.
    """
    mended, query = reader.mended(text), reader.query(text)
    slipped = mended != " ".join([word.typed for word in query.words])
    if not may_compare(query.words) and not (slipped and may_compare(words(mended, query.base.speech))):
        return ()
    return (text, True), (mended, True), (text, False)


def both_sides(reader: Answerer, text: str, apart: bool) -> Answer | None:
    """Returns the answers to the two sides of a comparison; None when nothing is compared or one side is not known.

    ``apart``: the sides may share no fact.
    """
    compared = reader.sides(text)
    if compared is None or not isinstance(first := reader.one(compared[0]), Found):
        return None
    query = reader.query(compared[1])
    second = reader.one(compared[1])
    before = reader.query(compared[0])
    if not (isinstance(second, Found) and (followup.has_own_topic(query) or _says_as_much(before, query))):
        whole = reader.one(merged(before, query))  # it leaves out what the first side says
        matter = [place for place in query.telling if place.word.fold.isalpha() and place.word.fold not in _TIMES]
        alone = [second] if len(matter) >= 2 else []
        second = next((one for one in (whole, *alone) if _is_another(first, one)), whole)
    if not isinstance(second, Found) or first.facts == second.facts or (apart and not _is_another(first, second)):
        return None
    return together([first, _beside(reader, first, second)])


def _beside(reader: Answerer, first: Found, second: Found) -> Found:
    """The second side without what the first one has told already; as it is where it has nothing else."""
    library = reader.base.library
    others = [fact for name in second.facts if name not in first.facts and (fact := library.fact(name))]
    return said(library, others, reader.today) if others and len(others) < len(second.facts) else second


def _says_as_much(first: Query, second: Query) -> bool:
    """Whether both sides begin with the same things of somebody's: "phong trào làm kinh tế của tỉnh"."""
    begins = [[word.fold for word in side.words[:_BEGINNING]] for side in (first, second)]
    return begins[0] == begins[1]


def _is_another(first: Found, second: Answer) -> bool:
    return isinstance(second, Found) and set(first.facts).isdisjoint(second.facts)
