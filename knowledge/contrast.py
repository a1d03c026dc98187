"""A thing put in the place of the one that was asked about: "còn đường hoa?" after "đường cây xanh bóng mát bao nhiêu km"."""

from collections.abc import Sequence

from knowledge.core_words import core, written
from knowledge.query import Query
from knowledge.slots import Slot, covered, spans

_ENDS = frozenset(
    "thi phai dat la duoc lam den toi it trong theo o cua do nhan phan gui nop tang giam ho noi gom moi lap xay se can nam thuoc gan".split()  # noqa: SIM905  # words are read as a line
)
_OF_FRAME = (Slot.PERIOD, Slot.YEAR, Slot.PLAN, Slot.ASKING, Slot.ZONE, Slot.BODY)
_CHANGING = frozenset(
    {"giam", "tang", "dat", "con", "len", "duoc", "binh", "quan", "phai", "phan", "dau", "nam", "moi"}
)
"""What leads to how much something changes."""

_FALLING = frozenset({"giam", "tang"})

_HOW_MANY = frozenset({"may", "bao"})
_MOST = 8
_LEADING = frozenset({"cua", "ben", "voi"})
"""What leads to a thing, and only joins it to the last question: "còn của Tỉnh ủy?"."""


def contrasted(previous: Query, query: Query) -> str:
    """Returns the last question with the thing that the message names in the place of one that begins alike; "" when none does."""
    named = _named(query)
    if not named:
        return ""
    taken = _places(previous, _OF_FRAME)
    folds = [word.fold for word in previous.words]
    starts = [place for place, fold in enumerate(folds) if fold == named[0] and place not in taken]
    if not starts:
        return ""
    start = stop = starts[0]
    while (
        stop < len(folds) and stop not in taken and (stop == start or folds[stop] not in _ENDS) and stop - start < _MOST
    ):
        stop += 1
    first, last = core(query)
    first -= named[0] in _LEADING and query.words[first].fold != named[0]
    own = spans(query, first, last)
    gone = covered(spans(previous, 0, len(folds)), own)
    before, behind = (
        written(previous, [place for place in part if place not in gone])
        for part in (range(start), range(stop, len(folds)))
    )
    return " ".join([*before, *written(query, range(first, last)), *behind])


def recounted(previous: Query, query: Query) -> str:
    """Returns the last question with another thing counted: "tổ hợp tác thì mấy cái" after "lập mới mấy tổ hội?"; "" where nothing is."""
    own = spans(query, *core(query))
    named = _named(query)
    counted = [place for place, _ in own.get(Slot.ASKING, ()) if _counts(query, place)]
    if not named or not counted or own.keys() - {Slot.ASKING}:
        return ""
    taken = _places(previous, _OF_FRAME)
    start = next(
        (
            end
            for begin, end in spans(previous, 0, len(previous.words)).get(Slot.ASKING, ())
            if _counts(previous, begin)
        ),
        0,
    )
    stop = start
    while start and stop < len(previous.words) and stop not in taken and previous.words[stop].fold not in _ENDS:
        stop += 1
    if not 0 < stop - start <= _MOST:
        return ""
    first, _ = core(query)
    return " ".join(
        [
            *written(previous, range(start)),
            *written(query, range(first, first + len(named))),
            *written(previous, range(stop, len(previous.words))),
        ]
    )


def loosened(previous: Query, query: Query) -> str:
    """Returns the last question with what a message changes of it, and without how much it asked for: of another part of the
    country a plan may tell it otherwise ("đồng bằng thì răng" after "miền núi giảm mấy % năm").
    """
    own = spans(query, *core(query))
    before = spans(previous, 0, len(previous.words))
    gone = set(covered(before, own))
    for first, last in (*before.get(Slot.ASKING, ()), *before.get(Slot.PERIOD, ())):
        gone.update(range(first, last))
        stop = first
        while stop and previous.words[stop - 1].fold in _CHANGING:
            stop -= 1
        gone.update(range(stop, first))
    gone.update(place for place, word in enumerate(previous.words) if word.fold in _FALLING)
    kept = written(previous, [place for place in range(len(previous.words)) if place not in gone])
    return " ".join([*kept, *written(query, range(*core(query)))])


def _counts(query: Query, place: int) -> bool:
    """Whether a question word at a place asks how many."""
    return query.words[place].fold in _HOW_MANY


def _named(query: Query) -> Sequence[str]:
    """The words of the thing that a message names first, before it asks."""
    first, last = core(query)
    asking = _places(query, (Slot.ASKING,))
    named = [query.words[first - 1].fold] if first and query.words[first - 1].fold in _LEADING else []
    for place in range(first, last):
        word = query.words[place].fold
        if place in asking or word == "thi":
            break
        named.append(word)
    return named if 1 < len(named) <= _MOST else []


def _places(query: Query, slots: Sequence[Slot]) -> frozenset[int]:
    return covered(spans(query, 0, len(query.words)), slots)
