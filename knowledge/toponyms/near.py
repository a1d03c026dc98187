"""Names of places found one slip away, where a name begins."""

from collections.abc import Callable, Sequence

from knowledge.normal import Word
from knowledge.toponyms.mention import Mention
from knowledge.toponyms.names import LONGEST_NAME, Names
from knowledge.toponyms.slips import MOST_SLIPS, slips


def behind_district_word(words: Sequence[Word]) -> Callable[[int, int], bool]:
    """Returns what tells whether a name can begin at a place because "huyện" or "thành phố" stands before it."""
    return lambda place, _: place > 0 and words[place - 1].fold in ("huyen", "thanh", "pho")


def near_mentions(
    words: Sequence[Word], names: Names, taken: set[int], begins: Callable[[int, int], bool]
) -> list[Mention]:
    """Returns the names one slip away, where a name begins: the nearest ones, all of them when several are as near."""
    found: list[Mention] = []
    for place in range(len(words)):
        if place in taken or not begins(place, 2):  # where a name of one word begins, one of two may
            continue
        sizes = [
            size
            for size in range(1, min(LONGEST_NAME, len(words) - place) + 1)
            if taken.isdisjoint(range(place, place + size)) and begins(place, size)
        ]
        if not sizes:
            continue
        best: list[str] = []
        best_size, least = 0, MOST_SLIPS
        for name in names.beginning_near(words[place].fold):
            parts = name.split()
            if len(parts) not in sizes:
                continue
            span = words[place : place + len(parts)]
            distance = sum(slips(one.fold, other) for one, other in zip(span, parts, strict=True))
            if distance < least or (distance == least and len(parts) > best_size):
                best, least, best_size = list(names.full[name]), distance, len(parts)
            elif distance == least and len(parts) == best_size and best:
                best += names.full[name]
        if best:
            found.append(Mention(place, place + best_size, tuple(best), exact=False))
    return found
