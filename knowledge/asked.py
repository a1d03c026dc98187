"""A question, read for the index: at each place the plans' words it may mean, and how much the place weighs."""

from collections.abc import Sequence
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
_LEFT_ALONE = _JOINING | _NEGATING | _POINTING


class Place(NamedTuple):
    """One word of the question. ``meant`` are the plans' words it may be, with their trust; empty when the plans do not know it."""

    word: Word
    meant: tuple[tuple[str, float], ...]
    weight: float

    @property
    def known(self) -> bool:
        """Whether the plans have this word, or it carries nothing."""
        return bool(self.meant) or self.weight <= LIGHT


def _guess(word: Word) -> float:
    """How far a word that the plans do not know may be read as one of theirs without its neighbours' help.

    What is no syllable is a slip; a syllable typed with its marks is most likely another word.
    """
    if not is_syllable(word.fold):
        return 0.8
    return 0.0 if word.marked else 0.4


def repaired(found: Sequence[Word], speech: Speech, vocabulary: Vocabulary) -> list[Word]:
    """Returns the words with notions contracted, after run-together short forms ("hso") were read as their two words."""
    result: list[Word] = []
    for place, word in enumerate(found):
        pair = None
        if word.fold not in vocabulary.count and not speech.is_filler(word):
            pair = vocabulary.shortened(word.fold)
            if (near := vocabulary.near(word.fold)) and not (
                pair
                and vocabulary.pairs[pair] >= _FIXED
                and not is_syllable(word.fold)
                and not any(_beside(other, *_beside_it(found, place), vocabulary) >= _USUAL for other, _ in near)
            ):
                pair = None  # a slip is likelier than the short form, unless that is of a fixed pair and no slip fits
        if pair:
            result.extend(Word(part, part, word.start, word.end) for part in pair)
        else:
            result.append(word)
    return contracted(_slips_in_notions(result, speech), speech)


def _slips_in_notions(found: list[Word], speech: Speech) -> list[Word]:
    """Mends the one wrong word of a phrase that is otherwise a notion: "nong tôn moi"."""
    result = list(found)
    for place in range(len(found)):
        for phrase in speech.phrases_near(result, place):
            span = result[place : place + len(phrase)]
            wrong = [step for step, part in enumerate(phrase) if span[step].fold != part]
            if len(wrong) == 1 and len(phrase) > 2:
                step = wrong[0]
                word = span[step]
                if is_near(word.fold, phrase[step]):
                    result[place + step] = Word(phrase[step], phrase[step], word.start, word.end)
                    break
    return result


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
            meant = _meant_instead(word, before, after, speech, vocabulary)
            if meant:
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


def _meant_instead(word: Word, before: str, after: str, speech: Speech, vocabulary: Vocabulary) -> str:
    """The plans' word that a slip stands for: the one that stands most often beside its neighbours; "" when none surely does."""
    if len(word.fold) < 2 or not word.fold.isalpha() or word.fold in _LEFT_ALONE:
        return ""
    known = word.fold in vocabulary.count
    odd = word.marked and " " not in word.typed and not is_spelled(word.typed)
    foreign = (
        word.marked
        and word.fold not in ASKING
        and " " not in word.typed
        and not vocabulary.has_form(word.fold, word.typed)
    )
    fits = known and not odd and not foreign and _stands_beside(word.fold, before, after, vocabulary)
    if fits and (word.marked or word.fold in ASKING or not vocabulary.misses(before, word.fold, after)):
        return ""
    best, most = "", _FIXED - 1 if known and speech.is_filler(word) else 0
    for other, _ in vocabulary.near(word.fold):
        count = _beside(other, before, after, vocabulary)
        if sorted(other) == sorted(word.fold) and not is_syllable(word.fold):
            count += _FIXED  # two letters changed places
        if not count or (fits and not _expected(other, before, after, vocabulary)):
            continue
        if other in _NEGATING and not is_syllable(word.fold):
            continue
        heard = sound(other) == sound(word.fold)
        if (heard or not is_syllable(word.fold)) and min(
            vocabulary.pairs.get((before, other), 0), vocabulary.pairs.get((other, after), 0)
        ) >= _USUAL:
            count += _BETWEEN  # "6 thán đầu năm" is six months, however often people strive ("phấn đấu")
        if count <= most:
            continue
        # A syllable with its marks, or one that the plans know, is another word unless only the region's speech is between,
        # or unless the pair is a fixed one that nobody would part ("bo nhieu" is "bao nhieu").
        whole = (
            word.marked
            and word.typed in vocabulary.forms
            and not (
                count >= 2 * _FIXED and len(other) > len(word.fold)  # a letter is left out ("đa phương")
            )
        )
        likely = (
            heard
            or odd
            or (count >= (_BETWEEN if foreign and known else _FIXED) and not whole)
            or not (known or (word.marked and is_syllable(word.fold)))
        )
        if likely and count >= (_USUAL if known or is_syllable(word.fold) else 1):
            best, most = other, count
    if not best and not known and not is_syllable(word.fold):
        return vocabulary.likeliest(word.fold)
    return best


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
    for place, word in enumerate(found):
        before = found[place - 1].fold if place else ""
        after = found[place + 1].fold if place + 1 < len(found) else ""
        known = word.fold in vocabulary.count
        fits = _stands_beside(word.fold, before, after, vocabulary)
        filler = speech.is_filler(word) and (word.marked or not fits)
        meant: tuple[tuple[str, float], ...] = ((word.fold, 1.0),) if known else ()
        if not fits and not filler:
            near = vocabulary.near(word.fold)
            fitting = tuple((other, _SLIP) for other, _ in near if _stands_beside(other, before, after, vocabulary))
            if fitting:
                meant = (*meant, *fitting[:3])
            elif not known:
                meant = tuple((other, trust * _guess(word)) for other, trust in near[:4] if _guess(word))
        # What is no word at all is a slip of what it most likely is.
        slipped = meant and not known and not is_syllable(word.fold)
        read_as = Word(meant[0][0], meant[0][0], word.start, word.end) if slipped else word
        result.append(Place(read_as, meant, _FILLER if filler else 1.0))
    return result
