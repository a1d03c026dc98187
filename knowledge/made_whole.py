"""The last question made whole with what a new message changes of it: "còn cả năm thì sao?" is it with another period.

The last question keeps its words, except those of the kinds that the new message brings itself: its period, year, plan,
body, place, standard, topic, or its question word (../shared/DESIGN.md 7).
"""

from collections.abc import Mapping, Sequence

from knowledge.core_words import core, written
from knowledge.query import Query
from knowledge.slots import Slot, covered, spans

_OF_NUMBERS = frozenset({"so", "tieu", "chi", "muc", "cai"})
_ASKING = frozenset({"thi", "la", "ra", "ban", "cua", "ai", "ky", "ve", "noi", "ngay", "khi"})
"""What is asked of a document begins so."""

_DIGITS = 3
_RANKS = ("xa", "huyen")

Spans = Sequence[tuple[int, int]]
"""From which word to which the words of a slot stand."""


def merged(previous: Query, query: Query) -> str:
    """Returns the last question as the new message changes it."""
    start, stop = core(query)
    number = [word.typed for word in query.words[start:stop] if word.fold not in _OF_NUMBERS]
    if len(number) == 1 and number[0].isdigit():  # "tiêu chí 17 là gì?", "còn 18?"
        places = [
            place for place, word in enumerate(previous.words) if word.fold.isdigit() and len(word.fold) <= _DIGITS
        ]
        if len(places) == 1:
            return " ".join(
                number[0] if place == places[0] else word.typed for place, word in enumerate(previous.words)
            )
    if another := another_document(previous, query):
        return another
    own = spans(query, start, stop)
    before = spans(previous, 0, len(previous.words))
    gone = covered(before, own)
    if swapped := _in_its_place(previous, query, before, own):
        return swapped
    kept = written(previous, [place for place in range(len(previous.words)) if place not in gone])
    lead = _lead(previous, query, before.get(Slot.PLAN, []), own.get(Slot.PLAN, []))
    return " ".join([*kept, *lead, *written(query, range(start, stop))])


def _in_its_place(previous: Query, query: Query, before: Mapping[Slot, Spans], own: Mapping[Slot, Spans]) -> str:
    """The last question with another place in the place of its one: "huyện Tiên Phước xong hồ sơ tháng mấy"; "" where a message
    names more than a place, or the last question another number of them.
    """
    start, stop = core(query)
    if own.keys() != {Slot.PLACE} or own[Slot.PLACE] != [(start, stop)] or len(before.get(Slot.PLACE, ())) != 1:
        return ""
    first, last = before[Slot.PLACE][0]
    ranked = previous.words[first].fold in _RANKS and query.words[start].fold not in _RANKS
    return " ".join(
        [
            *written(previous, range(first + ranked)),
            *written(query, range(start, stop)),
            *written(previous, range(last, len(previous.words))),
        ]
    )


def another_document(previous: Query, query: Query) -> str:
    """Returns the last question with another number for its one document's, and what the message asks of that: "còn 2289?"; ""
    where it names no number by itself.
    """
    start, stop = core(query)
    while start < stop and query.words[start].fold in _OF_NUMBERS:
        start += 1
    kind = range(start, start)
    if spans(query, start, stop).get(Slot.DOCUMENT, [(stop, stop)])[0][0] == start:
        number = next((place for place in range(start, stop) if query.words[place].fold.isdigit()), stop)
        kind, start = range(start, number), number
    documents = spans(previous, 0, len(previous.words)).get(Slot.DOCUMENT, [])
    years = [first for first, _ in spans(query, start, stop).get(Slot.YEAR, ())]
    if start == stop or len(documents) != 1 or start in years or not query.words[start].fold.isdigit():
        return ""
    last = _token_end(query, start)
    if last < stop and query.words[last].fold not in _ASKING:
        return ""
    before, end = documents[0]
    number = next(place for place in range(before, end) if previous.words[place].fold[0].isdigit())
    asked = written(query, range(last, stop)) or written(
        previous, range(_token_end(previous, number), len(previous.words))
    )
    return " ".join(
        [
            *written(previous, range(before if kind else number)),
            *written(query, kind),
            query.text[query.words[start].start : query.words[last - 1].end],
            *asked,
        ]
    )


def _token_end(query: Query, place: int) -> int:
    """Where the words end that are written as one with the one at a place: "2289/QĐ-UBND"."""
    words = query.words
    place += 1
    while place < len(words) and " " not in query.text[words[place - 1].end : words[place].start]:
        place += 1
    return place


def _lead(
    previous: Query, query: Query, before: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]
) -> Sequence[str]:
    """ "kế hoạch" before whose plan is named, where the plan that goes was called one: "cái của mặt trận thành phố ai ký"."""
    names = [
        [word.fold for word in question.words[first:last]]
        for question, found in ((previous, before), (query, own))
        for first, last in found
    ]
    return (
        ["kế", "hoạch"]
        if own and before and _is_plan(names[0]) and not any(map(_is_plan, names[len(before) :]))
        else []
    )


def _is_plan(names: Sequence[str]) -> bool:
    return "kh" in names or "ke" in names


def framed(previous: Query, query: Query) -> str:
    """Returns the new message in the frame of the last question: its period, year, plan and question word, not its matter."""
    start, stop = core(query)
    own = spans(query, start, stop)
    frame = frozenset(Slot) - own.keys() - {Slot.TOPIC, Slot.PLACE, Slot.ZONE}
    kept = sorted(covered(spans(previous, 0, len(previous.words)), frame))
    return " ".join([*written(query, range(start, stop)), *written(previous, kept)])


def of_plan(previous: Query, query: Query) -> str:
    """Returns the new message asked of the plan that the last question named, "" when it named none."""
    plans = spans(previous, 0, len(previous.words)).get(Slot.PLAN, [])
    named = written(previous, [place for first, last in plans for place in range(first, last)])
    start, stop = core(query)
    return " ".join([*written(query, range(start, stop)), "kế hoạch", *named]) if named else ""
