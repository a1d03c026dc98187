"""What else may be a name in a text: two small words behind "xã", or words that are one slip away from a place or a body."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from unicodedata import normalize

from knowledge.base import Base
from knowledge.doubt.doubtful import VOWEL, Doubt, in_notions, is_heard
from knowledge.doubt.guards import heard_alike, is_heard_as
from knowledge.doubt.written import written
from knowledge.fold import plain
from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.query import Query, fully_marked
from knowledge.syllables import is_syllable
from knowledge.toponyms.unknown import goes_on_from
from knowledge.vocabulary import ASKING, is_near

_RANKS = {"xa": "xã", "huyen": "huyện", "phuong": "phường"}
_STATUS = Pattern(r"\b(?:ntm|nang cao|kieu mau|ve dich|dat chuan|len chuan|phan dau)\b")
_SEVERAL = frozenset("nhung cac may moi nhieu tung mot hai ba bon nam sau bay tam chin muoi so tac".split())  # noqa: SIM905  # words are read as a line
_MOST_SLIPS = 2
_LONGEST = 4
_FIXED = 30
"""A pair that the plans have so often is meant where two words are read so."""

_LETTER = "a"
"""The first word of many names of the mountains ("A Vương"), and no particle behind a rank."""

_LEAST = 3
"""A shorter name with a slip in it may be any other word."""


def name_readings(query: Query, read: Sequence[str], doubts: Mapping[int, Doubt]) -> Iterator[str]:
    """Yields the texts in which something more is a name, the likeliest first."""
    yield from _near_names(query, read, doubts)
    taken = {at for one in (*query.communes, *query.districts) for at in range(one.start, one.end)}
    for at in range(len(query.words) - 1):
        if taken.isdisjoint((at, at + 1)) and (
            text := _behind_rank(query, read, at, doubts) or _by_itself(query, read, at)
        ):
            yield text


def _behind_rank(query: Query, read: Sequence[str], at: int, doubts: Mapping[int, Doubt]) -> str:
    """The text with what stands behind a rank written as names are; "" where that is no name."""
    words, known, speech = query.words, query.base.vocabulary, query.base.speech
    if words[at].fold not in _RANKS and words[at].fold in known:
        return ""
    rank = next((one for one in _RANKS if _is_rank(query, at, one)), "")
    first, second = words[at + 1], words[at + 2] if at + 2 < len(words) else None
    before = next((word.fold for word in reversed(words[:at]) if word.fold not in _RANKS), "")  # "mỗi xã phường làm"
    if not rank or before in _SEVERAL or before.isdigit():
        return ""
    if goes_on_from(words, query.text, at + 1, lambda one, two: (one, two) in known.pairs):
        return ""
    if second and (
        (first.fold, read[at + 2] if _is_surely(second, read[at + 2]) else second.fold) in known.pairs
        or second.fold in ASKING
        or (
            speech.is_filler(second.fold, second.typed)
            if second.marked or not fully_marked(words)
            else second.typed in speech.fillers
        )
    ):
        return ""
    if not _is_small(query, at) or first.start in in_notions(query):
        return ""
    if words[at].typed not in (*_RANKS, *_RANKS.values()) and _has_capitals(query, at + 1):
        return written(query, {at: _RANKS[rank]})
    if at + 2 in doubts and (slip := _slip_of_first(query, first)):
        return written(query, {at: _RANKS[rank], at + 1: slip.capitalize(), at + 2: _capital(query, at + 2)})
    if not _begins_name(query, first):
        return _of_unknown_words(query, read, at, _RANKS[rank])
    if (read[at + 1] != first.fold or first.fold not in _firsts(query)) and (
        (rank, read[at + 1]) in known.pairs or speech.is_filler(read[at + 1], read[at + 1])
    ):
        return ""  # "xã phấn đấu" with a slip in it
    name = {
        place: _capital(query, place)
        for place in (at + 1, at + 2)
        if place < len(words) and words[place].fold.isalpha()
    }
    return written(query, {at: _RANKS[rank], **name})


def _of_unknown_words(query: Query, read: Sequence[str], at: int, rank: str) -> str:
    """The text with two words behind a rank as a name that are neither the plans' nor read as theirs ("xã a vương"); "" where
    they are none.
    """
    words, known = query.words, query.base.vocabulary
    behind = words[at + 1 : at + 3]
    if len(behind) < 2 or not all(
        one.fold.isalpha() and (_is_unknown(query, one) or one.typed == _LETTER) for one in behind
    ):
        return ""
    odd = behind[0].marked and behind[0].typed not in known.forms
    if (behind[0].fold, behind[1].fold) in known.pairs or (not odd and (read[at], behind[0].fold) in known.pairs):
        return ""
    surely = [_is_surely(one, meant) for one, meant in zip(behind, read[at + 1 :], strict=False)]
    if known.pairs.get((read[at + 1], read[at + 2]), 0) >= (1 if all(surely) else _FIXED):
        return ""  # "huyện miềng lúi", "xã pấn đzu"
    return written(query, {at: rank, at + 1: _capital(query, at + 1), at + 2: _capital(query, at + 2)})


def _is_surely(word: Word, meant: str) -> bool:
    """Whether a word is read as what it is, as what sounds like it, or for want of a syllable."""
    return meant == word.fold or is_heard(word.fold, meant) or not is_syllable(word.fold)


def _is_unknown(query: Query, word: Word) -> bool:
    """Whether the plans have no such word, with the marks that it has."""
    known = query.base.vocabulary
    return (
        word.fold not in known or (word.marked and word.typed not in known.forms)
    ) and not query.base.speech.is_filler(word.fold, word.typed)


def _has_capitals(query: Query, at: int) -> bool:
    """Whether two words are written as a name is, in a text that is not all in capitals."""
    return not query.text.isupper() and all(query.text[word.start].isupper() for word in query.words[at : at + 2])


def _slip_of_first(query: Query, first: Word) -> str:
    """The first word of communes' names that what is no word is a slip of: "xã atm vinh"; "" when it is of none."""
    if first.fold in query.base.vocabulary or is_syllable(first.fold):
        return ""
    return min((one for one in query.base.gazetteer.communes.first if is_near(first.fold, one)), default="")


def _begins_name(query: Query, first: Word) -> bool:
    """Whether a word begins a name of the plans', or is none of the language's ("Gari", "Zuôich")."""
    if first.fold in _firsts(query):
        return not first.marked or first.typed in _firsts_written(query.base)
    return first.fold.isalpha() and not is_syllable(first.fold) and not VOWEL.isdisjoint(first.fold)


def _firsts(query: Query) -> Set[str]:
    """The first words of places' names."""
    gazetteer = query.base.gazetteer
    return gazetteer.communes.first | gazetteer.districts.first | gazetteer.begin_elsewhere


@cache
def _firsts_written(base: Base) -> Set[str]:
    """The same with their marks, in small letters."""
    gazetteer = base.gazetteer
    districts = (name for names in gazetteer.districts.full.values() for name in names)
    return gazetteer.firsts | {name.lower().split()[0] for name in (*districts, *gazetteer.elsewhere.values())}


def _is_small(query: Query, at: int) -> bool:
    """Whether a name behind a rank is written small, or the rank is not written as one: what is written right is looked at already."""
    return query.text[query.words[at + 1].start].islower() or query.words[at].typed not in (*_RANKS, *_RANKS.values())


def _is_rank(query: Query, at: int, rank: str) -> bool:
    word = query.words[at]
    if word.fold == rank:
        return _is_written_as(word, _RANKS[rank])
    return word.fold not in query.base.vocabulary and heard_alike(word.fold, rank)


def _by_itself(query: Query, read: Sequence[str], at: int) -> str:
    """The text with two words that begin as communes' names do behind "xã", where its status is asked for."""
    first, second = query.words[at : at + 2]
    if first.fold not in query.base.gazetteer.communes.first or query.text[first.end : second.start].strip():
        return ""
    known, gazetteer = query.base.vocabulary, query.base.gazetteer
    if (
        (first.marked and first.typed not in gazetteer.firsts)
        or not query.finds(_STATUS)
        or not second.fold.isalpha()
        or len(second.fold) < 2
    ):
        return ""
    before = query.words[at - 1].fold if at else ""
    after = query.words[at + 2].fold if at + 2 < len(query.words) else ""
    pairs = ((before, first.fold), (first.fold, second.fold), (second.fold, after))
    if (
        any(pair in known.pairs for pair in pairs)
        or before in _RANKS
        or read[at] != first.fold
        or read[at + 1] != second.fold
    ):
        return ""
    if second.fold in ASKING or any(query.base.speech.is_filler(one.fold, one.typed) for one in (first, second)):
        return ""
    return written(query, {at: f"xã {_capital(query, at)}", at + 1: _capital(query, at + 1)})


def _near_names(query: Query, read: Sequence[str], doubts: Mapping[int, Doubt]) -> Iterator[str]:
    words = query.words
    names = _names(query.base)
    notions = in_notions(query)
    folds = [word.fold for word in words]
    beside = {at for place in doubts for at in range(place - _LONGEST, place + _LONGEST + 1)}
    for at, fold in enumerate(folds):
        for step, name, parts in names.get(fold, ()):
            start = at - step
            if (at not in beside and len(name) <= _MOST_SLIPS) or start < 0 or start + len(name) > len(words):
                continue
            wrong = [place for place, part in enumerate(parts, start) if folds[place] != part]
            if not 0 < len(wrong) < min(len(name), _MOST_SLIPS + 1):
                continue
            if not notions.isdisjoint(one.start for one in words[start : start + len(name)]) or not all(
                _is_written_as(words[place], part) for place, part in enumerate(name, start) if place not in wrong
            ):
                continue
            surely = _is_rest_of_name(query, name, start, wrong) or all(
                read[place] == parts[place - start] for place in wrong
            )
            if all(
                _may_be(
                    words[place],
                    parts[place - start],
                    doubts.get(place, Doubt.NONE),
                    surely,
                    _is_out_of_place(query, place) and not is_heard(words[place].fold, read[place]),
                )
                for place in wrong
            ):
                yield written(query, {place: part[:1].upper() + part[1:] for place, part in enumerate(name, start)})
    for place, doubt in doubts.items():
        if doubt is Doubt.SLIPPED and query.text[words[place].start].isupper():
            for _, name, parts in names.get("", ()):
                if is_near(words[place].fold, parts[0]):
                    yield written(query, {place: name[0].capitalize()})


def _is_written_as(word: Word, part: str) -> bool:
    """Whether a word with the letters of a part of a name has its marks, too, or none: "bác" is no "Bắc"."""
    return not word.marked or _one_tone(word.typed) == _one_tone(part.lower())


def _one_tone(word: str) -> str:
    """A word with one sign for hỏi and ngã, which the region does not tell apart."""
    return normalize("NFC", normalize("NFD", word).replace("\u0303", "\u0309"))


def _is_rest_of_name(query: Query, name: Sequence[str], start: int, wrong: Sequence[int]) -> bool:
    """Whether the words beside the one that is wrong can be but the rest of a name: "Thừa Thiên Hu", "Quãn Ngãi"."""
    if len(wrong) != 1:
        return False
    known = query.base.vocabulary
    return len(name) > _MOST_SLIPS or any(
        query.words[place].fold not in known for place in range(start, start + len(name)) if place not in wrong
    )


def _is_out_of_place(query: Query, at: int) -> bool:
    """Whether the plans never have a word beside one of its neighbours here."""
    words, pairs = query.words, query.base.vocabulary.pairs
    before, after = words[at - 1].fold if at else "", words[at + 1].fold if at + 1 < len(words) else ""
    return (before, words[at].fold) not in pairs and (words[at].fold, after) not in pairs


def _may_be(word: Word, part: str, doubt: Doubt, surely: bool, out_of_place: bool) -> bool:
    """Whether a word may be a part of a name. ``surely``: the rest of the name is there; ``out_of_place``: the word stands beside
    neither of its neighbours in the plans.
    """
    if surely and (is_heard_as(word, part) or (out_of_place and is_near(word.fold, part))):
        return True
    if doubt is Doubt.SLIPPED and min(len(word.fold), len(part)) >= _LEAST and is_near(word.fold, part):
        return True
    return doubt is not Doubt.NONE and is_heard_as(word, part)


@cache
def _names(base: Base) -> Mapping[str, Sequence[tuple[int, tuple[str, ...], tuple[str, ...]]]]:
    """The names of places elsewhere, of districts and of bodies that no plan speaks of, by each of their words: its place, the name,
    the name in plain letters; those of one word under "".
    """
    found: dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    of_places = [tuple(name.split()) for name in base.gazetteer.elsewhere.values()]
    of_districts = [tuple(name.lower().split()) for names in base.gazetteer.districts.full.values() for name in names]
    for name in dict.fromkeys((*of_places, *of_districts, *base.strangers.names)):
        parts = tuple(map(plain, name))
        if len(name) == 1:
            if len(name[0]) >= _LEAST:
                found[""].append((0, name, parts))
            continue
        for step, part in enumerate(parts):
            found[part].append((step, name, parts))
    return dict(found)


def _capital(query: Query, at: int) -> str:
    word = query.words[at]
    return word.typed[:1].upper() + word.typed[1:]
