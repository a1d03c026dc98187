"""What else a text may ask for: the texts in which a mistyped word reads as one of those by which the checks see it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from knowledge.doubt.doubtful import Doubt, is_heard
from knowledge.doubt.guards import Guards, is_heard_as
from knowledge.doubt.written import written
from knowledge.finders import beyond
from knowledge.gate import counts, documents, figures, listed_names, matters, named_things, places, reasons, times
from knowledge.normal import Word
from knowledge.query import Query

_OFTEN = 20
"""A word in so many ways of asking is one that asks."""

_LEAST = 4
"""A shorter word with a slip in it may be any other word."""

_FITS = frozenset({Doubt.COMMON, Doubt.FITTING})
"""Words that are one of the plans' as they are read."""

_LONG = 30
_MOST = 4


def asked_readings(query: Query, read: Sequence[str], doubts: Mapping[int, Doubt]) -> Iterator[str]:
    """Yields the texts in which something more is asked for, the likeliest first.

    ``read``: what each word is read as. ``doubts``: those of them that may be others.
    """
    words = query.words
    guards = _guards()
    said = frozenset(read)
    near: dict[str, list[int]] = {}
    as_heard, surely_heard = list(read), False
    for at, doubt in doubts.items():
        word = words[at].fold
        most = guards.often.get(read[at], 0) if is_heard(word, read[at]) else 0
        by_keys = _near_by_keys(query, at, guards)
        for other in (*guards.near(word), *by_keys):
            heard, often = is_heard_as(words[at], other), guards.often[other]
            if doubt is Doubt.COMMON and (often < _OFTEN or not (heard or _may_be_slip(words[at], other))):
                continue
            if doubt in (Doubt.FITTING, Doubt.HEARD) and not heard and other not in by_keys:
                continue
            if heard and often > most:
                as_heard[at], most = other, often
                surely_heard |= doubt not in _FITS
            if other not in said:
                near.setdefault(other, []).append(at)
    given: set[str] = set()
    if surely_heard and len(words) <= _LONG:
        text = written(
            query,
            {at: as_heard[at] for at, doubt in doubts.items() if as_heard[at] != read[at] and doubt not in _FITS},
        )
        given.add(text)
        yield text
    for line in (as_heard, read) if as_heard != read else (read,):
        open_ = {word: at for word, at in near.items() if word not in line}
        for meant, part in guards.asked(line, open_, _seen(query), line is not read):
            changed = [at for at in part if meant[at] != read[at]]
            if changed and len(changed) < len(part):
                text = written(query, {at: meant[at] for at in changed})
                if text not in given and len(given) < _MOST:
                    given.add(text)
                    yield text


def _near_by_keys(query: Query, at: int, guards: Guards) -> Sequence[str]:
    """The words of the checks that one may be a slip of by its very keys: "oxng" is "xong", and no "õng"."""
    word = query.words[at]
    keys = query.text[word.start : word.end].lower()
    if keys == word.typed or word.typed in query.base.vocabulary.forms or not (keys.isascii() and keys.isalpha()):
        return ()
    return [other for other in guards.near(keys) if len(other) == len(keys)]


def _may_be_slip(word: Word, other: str) -> bool:
    """Whether a word that the plans have elsewhere may be a longer one with a slip in it, typed without marks: "tuong" is "truong"."""
    return not word.marked and len(other) > len(word.fold) >= _LEAST


def _seen(query: Query) -> Sequence[str]:
    return (*query.readings, query.bare)


@cache
def _guards() -> Guards:
    modules = (counts, documents, figures, listed_names, matters, named_things, places, reasons, times)
    return Guards([*beyond.ASKS, *(pattern for module in modules for pattern in module.ASKS)])
