"""Where a word that stands out of place may be one that asks, with a letter wrong in it: "xã no của Tam Kỳ" is "xã nào"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from knowledge.doubt.doubtful import USUAL, is_heard
from knowledge.doubt.written import written
from knowledge.fold import plain
from knowledge.query import Query

_ASKING = {"nao": "nào", "may": "mấy", "gi": "gì", "ai": "ai", "dau": "đâu", "sao": "sao"}
_MOST = 3


def asking_readings(query: Query, read: Sequence[str]) -> Iterator[str]:
    """Yields the texts in which one more word asks. ``read``: what each word is read as."""
    starts = Counter(word.start for word in query.words)
    given = 0
    for at, word in enumerate(query.words):
        if read[at] in _ASKING or starts[word.start] > 1 or given == _MOST:
            continue
        letters = query.text[word.start : word.end].lower()
        typed = letters if letters in query.base.speech.dialect else word.typed
        for asks in _meant(query, read, at, typed) if typed.isalpha() and len(typed) > 1 else ():
            given += 1
            yield written(query, {at: asks})


def _meant(query: Query, read: Sequence[str], at: int, typed: str) -> Iterator[str]:
    """The asking words that a word may be, where it stands beside neither of its neighbours in the plans."""
    letters, pairs = plain(typed), query.base.vocabulary.pairs
    near = [bare for bare, asks in _ASKING.items() if _is_slip(typed, letters, bare, asks)]
    if not near or (at and (read[at - 1], letters) in pairs):
        return
    if at + 1 < len(read) and (letters, read[at + 1]) in pairs:
        return
    if typed not in query.base.speech.dialect and (
        is_heard(letters, read[at]) or (read[at] != letters and _usually_stands(query, read, at))
    ):
        return
    little = query.base.speech.is_filler(letters, typed)
    yield from (bare for bare in near if not little or (typed == letters and len(bare) > len(letters)))


def _usually_stands(query: Query, read: Sequence[str], at: int) -> bool:
    """Whether the plans often have what a word is read as beside one of its neighbours: "nân cao" is "nâng cao"."""
    pairs = query.base.vocabulary.pairs
    before, after = read[at - 1] if at else "", read[at + 1] if at + 1 < len(read) else ""
    return max(pairs.get((before, read[at]), 0), pairs.get((read[at], after), 0)) >= USUAL


def _is_slip(typed: str, letters: str, bare: str, asks: str) -> bool:
    """Whether a word is an asking one with one letter wrong; of two letters one may be left out, and none be another."""
    if len(letters) == len(bare) <= 2 or letters == bare:
        return False
    return OSA.distance(letters, bare, score_cutoff=1) <= 1 and (
        typed == letters or OSA.distance(typed, asks, score_cutoff=1) <= 1
    )
