"""A question, read for the index: at each place the plans' words it may mean, and how much the place weighs."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.normal import Word, contracted
from knowledge.speech import Speech
from knowledge.syllables import is_spelled, is_syllable
from knowledge.vocabulary import ASKING, Vocabulary, is_near, sound

_FILLER = 0.12
LIGHT = 0.15
"""The weight of a word that only names the plan."""

_SLIP = 0.85
# A pair of words that the plans have so often is meant where one slip makes it ("lâng cao").
_USUAL = 6
_FIXED = 30
_BETWEEN = 1000
"""More than any word counts that stands beside only one of the neighbours."""

_JOINING = frozenset({"vay", "the", "con", "roi", "thi"})  # what a question goes on with stands beside any word
_NEGATING = frozenset({"chua", "khong", "tru"})  # a "not" read as another word turns the question round
_POINTING = frozenset({"cai"})  # "cái số 91" is no "cây số"
_COMPARING = frozenset({"hon"})  # "nhiều xã hơn" is no "xã hội"
_LEFT_ALONE = _JOINING | _NEGATING | _POINTING | _COMPARING
_WHY = "sao"
"""At the beginning it asks for a reason: "sao xã Trà Linh …" is no "số xã"."""

_ENDING = frozenset({"hi", "he"})
"""What the region's speech ends a sentence with: "phải không hí" is no "ghi"."""

_KNOWN = 20_000
"""So many words beside their neighbours are remembered as they were read: the clauses of a letter have those of the letter."""


class Place(NamedTuple):
    """One word of the question. ``meant`` are the plans' words it may be, with their trust; empty when the plans do not know it."""

    word: Word
    meant: tuple[tuple[str, float], ...]
    weight: float

    @property
    def known(self) -> bool:
        """Whether the plans have this word, or it carries nothing."""
        return bool(self.meant) or self.weight <= LIGHT


def _guess(word: str, typed: str) -> float:
    """How far a word that the plans do not know may be read as one of theirs without its neighbours' help.

    What is no syllable is a slip; a syllable typed with its marks is most likely another word.
    """
    if not is_syllable(word):
        return 0.8
    return 0.0 if typed != word else 0.4


def repaired(found: Sequence[Word], speech: Speech, vocabulary: Vocabulary) -> list[Word]:
    """Returns the words with notions contracted, after run-together short forms ("hso") were read as their two words."""
    result: list[Word] = []
    for place, word in enumerate(found):
        pair = None
        if word.fold not in vocabulary.count and not speech.is_filler(word.fold, word.typed):
            pair = vocabulary.shortened(word.fold)
            fixed = pair and vocabulary.pairs[pair] >= _FIXED and not is_syllable(word.fold)
            if fixed and word.marked and word.typed[1:] in vocabulary.forms:
                pass  # with its marks the end of "hsơ" is a word of the plans
            elif (near := vocabulary.near(word.fold)) and not (
                fixed and not any(_beside(other, *_beside_it(found, place), vocabulary) >= _USUAL for other, _ in near)
            ):
                pair = None  # a slip is likelier than the short form, unless that is of a fixed pair and no slip fits
        if pair:
            result.extend(Word(part, part, word.start, word.end) for part in pair)
        else:
            result.append(word)
    return contracted(_slips_in_notions(result, speech), speech)


def _slips_in_notions(found: list[Word], speech: Speech) -> list[Word]:
    """Mends the one wrong word of a phrase that is otherwise a notion: "nong tôn moi"."""
    said = [word.fold for word in found]
    result = list(found)
    first, second = speech.by_first, speech.by_second
    for place, one in enumerate(said):  # what is mended helps what comes behind it
        after = said[place + 1] if place + 1 < len(said) else ""
        if (one in first or after in second) and (slip := _slip(speech, tuple(said[place : place + speech.longest]))):
            step, meant = slip
            word = result[place + step]
            result[place + step] = Word(meant, meant, word.start, word.end)
            said[place + step] = meant
    return result


@lru_cache(maxsize=_KNOWN)
def _slip(speech: Speech, said: tuple[str, ...]) -> tuple[int, str] | None:
    """Which of some plain words is the one slip in the phrase that begins with them, and what is meant there."""
    for phrase in speech.phrases_near(said):
        step = next(step for step, part in enumerate(phrase) if said[step] != part)
        if is_near(said[step], phrase[step]):
            return step, phrase[step]
    return None


def mended(found: Sequence[Word], speech: Speech, vocabulary: Vocabulary) -> list[Word]:
    """Returns the words with those slips mended that their neighbours leave no doubt of, twice over, so that a mended word helps the next."""
    words = list(found)
    known = vocabulary.count
    for doubtful in (False, True):  # what is no word at all first, so that it misleads nobody about its neighbours
        words = contracted(_slips_in_notions(words, speech), speech)
        for place, word in enumerate(words):
            if not doubtful and (word.fold in known or is_syllable(word.fold)):
                continue
            before, after = _beside_it(words, place)
            if meant := _meant_instead(word.fold, word.typed, before, after, speech, vocabulary):
                words[place] = Word(meant, meant, word.start, word.end)
    return words


def _beside_it(words: Sequence[Word], place: int) -> tuple[str, str]:
    """The plain words before and behind one; "" where a comma or the like stands between."""
    word = words[place]
    before, after = words[place - 1] if place else None, words[place + 1] if place + 1 < len(words) else None
    return (
        before.fold if before and word.start - before.end <= 1 else "",
        after.fold if after and after.start - word.end <= 1 else "",
    )


@lru_cache(maxsize=_KNOWN)
def _meant_instead(word: str, typed: str, before: str, after: str, speech: Speech, vocabulary: Vocabulary) -> str:
    """The plans' word that a slip stands for: the one that stands most often beside its neighbours; "" when none surely does."""
    if len(word) < 2 or not word.isalpha() or word in _LEFT_ALONE or (word in _ENDING and not after):
        return ""
    if word == _WHY and not before:
        return ""
    marked = typed != word
    known = word in vocabulary.count
    odd = marked and " " not in typed and not is_spelled(typed)
    foreign = marked and word not in ASKING and " " not in typed and not vocabulary.has_form(word, typed)
    fits = known and not odd and not foreign and _stands_beside(word, before, after, vocabulary)
    if fits and (marked or word in ASKING or not vocabulary.misses(before, word, after)):
        return ""
    best, most = "", _FIXED - 1 if known and speech.is_filler(word, typed) else 0
    as_heard = not known and is_syllable(word) and _heard_there(word, before, after, vocabulary)
    for other, _ in vocabulary.near(word):
        count = _beside(other, before, after, vocabulary)
        if sorted(other) == sorted(word) and not is_syllable(word):
            count += _FIXED  # two letters changed places
        if not count or (fits and not _expected(other, before, after, vocabulary)):
            continue
        if other in _NEGATING and not is_syllable(word):
            continue
        heard = sound(other) == sound(word)
        if as_heard and not heard:
            continue
        if (heard or not is_syllable(word)) and min(
            vocabulary.pairs.get((before, other), 0), vocabulary.pairs.get((other, after), 0)
        ) >= _USUAL:
            count += _BETWEEN  # "6 thán đầu năm" is six months, however often people strive ("phấn đấu")
        if count <= most:
            continue
        # A syllable with its marks, or one that the plans know, is another word unless only the region's speech is between,
        # or unless the pair is a fixed one that nobody would part ("bo nhieu" is "bao nhieu").
        whole = (
            marked
            and typed in vocabulary.forms
            and not (
                count >= 2 * _FIXED and len(other) > len(word)  # a letter is left out ("đa phương")
            )
        )
        likely = (
            heard
            or odd
            or (count >= (_BETWEEN if foreign and known else _FIXED) and not whole)
            or not (known or (marked and is_syllable(word)))
        )
        if likely and count >= (_USUAL if known or is_syllable(word) else 1):
            best, most = other, count
    if not best and not known and not is_syllable(word):
        return vocabulary.likeliest(word)
    return best


def _heard_there(word: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a syllable that the plans do not have sounds as one that stands beside its neighbours, as often as any other one
    does: "trường họt nào" is no "hội nào". What asks stands behind any word.
    """
    after = "" if after in ASKING else after
    counted = [
        (_beside(other, before, after, vocabulary), sound(other) == sound(word)) for other, _ in vocabulary.near(word)
    ]
    most, heard = max(counted, default=(0, False))
    return heard and most >= _USUAL


def _expected(word: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a neighbour hardly ever stands without this word on its side: "nhieu" without "bao" before it."""
    return word in (vocabulary.before.get(after), vocabulary.after.get(before))


def _beside(word: str, before: str, after: str, vocabulary: Vocabulary) -> int:
    """How often a word stands beside these neighbours in the plans: both count, "6 than dau" is "6 tháng đầu"."""
    return vocabulary.pairs.get((before, word), 0) + vocabulary.pairs.get((word, after), 0)


def _stands_beside(word: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a word ever stands beside one of these neighbours in the plans."""
    return (before, word) in vocabulary.pairs or (word, after) in vocabulary.pairs


def placed(found: Sequence[Word], speech: Speech, vocabulary: Vocabulary) -> list[Place]:
    """Returns the words as places: a word that the plans know is itself, else what it may be a slip of."""
    result: list[Place] = []
    folds = ["", *[word.fold for word in found], ""]
    for word, before, after in zip(found, folds, folds[2:], strict=False):
        meant, weight = _meaning(word.fold, word.typed, before, after, speech, vocabulary)
        # What is no word at all is a slip of what it most likely is.
        slipped = meant and word.fold not in vocabulary.count and not is_syllable(word.fold)
        read_as = Word(meant[0][0], meant[0][0], word.start, word.end) if slipped else word
        result.append(Place(read_as, meant, weight))
    return result


@lru_cache(maxsize=_KNOWN)
def _meaning(
    word: str, typed: str, before: str, after: str, speech: Speech, vocabulary: Vocabulary
) -> tuple[tuple[tuple[str, float], ...], float]:
    """The plans' words that a word may be, with their trust, and how much it weighs."""
    if word in _ENDING and not after:
        return (), _FILLER
    known = word in vocabulary.count
    fits = _stands_beside(word, before, after, vocabulary)
    filler = speech.is_filler(word, typed) and (typed != word or not fits)
    meant: tuple[tuple[str, float], ...] = ((word, 1.0),) if known else ()
    if not fits and not filler:
        near = vocabulary.near(word)
        fitting = tuple((other, _SLIP) for other, _ in near if _stands_beside(other, before, after, vocabulary))
        if fitting:
            meant = (*meant, *fitting[:3])
        elif not known and (guess := _guess(word, typed)):
            meant = tuple((other, trust * guess) for other, trust in near[:4])
    return meant, _FILLER if filler else 1.0
