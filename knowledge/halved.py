"""A short form of which only the second half is written out: "k/quả", "h.thành", "th/gian"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from knowledge.fold import plain

HALVED = r"[bcdđghklmnpqrstvx]{1,3}[/.][^\W\d_]{2,}"
"""Consonants, a bar or a full stop, and a word."""

_PARTS = re.compile("[/.]")
_USUAL = 2  # what stands in the plans once may be chance neighbours

Pairs = Mapping[str, Sequence[tuple[str, str]]]
"""Pairs of neighbouring words as the plans write them, by the second one's plain form, the most frequent first."""


def pairs(lines: Iterable[str]) -> Pairs:
    """Returns the pairs of words of lines in small letters that may be written short."""
    counted = Counter(pair for line in lines for pair in pairwise(line.split()) if all(map(str.isalpha, pair)))
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, count in counted.most_common():
        if count >= _USUAL:
            found[plain(pair[1])].append(pair)
    return dict(found)


def unhalved(short: str, pairs: Pairs) -> tuple[str, str] | None:
    """Returns the two words that a short form stands for, with the marks of the plans; None where they have no such pair."""
    if not re.fullmatch(HALVED, short):
        return None
    initial, word = _PARTS.split(short)
    marked = plain(word) != word
    return next(
        (
            (first, second)
            for first, second in pairs.get(plain(word), ())
            if first != initial and first.startswith(initial) and (second == word or not marked)
        ),
        None,
    )
