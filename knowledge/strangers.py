"""Bodies that people name and no plan speaks of: "Sở Y tế", "Hội Luật gia", "Ngân hàng Nông nghiệp", however they are typed."""

from collections.abc import Sequence, Set

from rapidfuzz.distance import OSA

from knowledge.fold import plain, toneless
from knowledge.normal import Word
from knowledge.query import Query
from knowledge.stranger_names import ALONE
from knowledge.syllables import is_syllable
from knowledge.vocabulary import Vocabulary, sound

_LONG_ENOUGH = 4
"""A shorter word with a slip in it may be any other word."""

_LONG_NAME = 4
"""So many words are one name, even if a short one has a slip in it."""


def stranger_named(query: Query, asking: Set[str]) -> str:
    """Returns the name, as the list has it, of a body in the question that no plan speaks of; "" when there is none.

    ``asking``: words after which a bare "hoi" asks and names no body ("xin hoi").
    """
    by_sound, begins = query.base.strangers.by_sound, query.base.strangers.begins
    for place, word in enumerate(query.words):
        if sound(word.fold) not in begins:
            continue
        if word.typed == "hoi" and place and query.words[place - 1].fold in asking:
            continue
        after = query.words[place + 1] if place + 1 < len(query.words) else None
        heard = sound(word.fold)
        second = _surely(after, query.base.vocabulary)
        for name in (*by_sound.get((heard, second), ()), *by_sound.get((heard, ALONE), ())):
            span = query.words[place : place + len(name)]
            if len(span) == len(name) and _is(word, name[0]) and _are(span, name, query.base.vocabulary):
                return " ".join(name)
    return ""


def _surely(word: Word | None, known: Vocabulary) -> str:
    """The sound of a word that is surely what it is typed as, so that no slip in it need be thought of; "" of another one."""
    return sound(word.fold) if word and _is_itself(word, known) else ""


def _is_itself(word: Word, known: Vocabulary) -> bool:
    return word.fold in known and (not word.marked or word.typed in known.forms)


def _are(span: Sequence[Word], name: Sequence[str], known: Vocabulary) -> bool:
    """Whether words are a name, at most one of them with a slip in it."""
    slips = 0
    for word, part in zip(span, name, strict=True):
        if not _is(word, part):
            slips += 1
            if slips > 1 or len(name) == 1 or not _slipped(word, part, known, len(name) >= _LONG_NAME):
                return False
    return True


def _is(word: Word, part: str) -> bool:
    """Whether a word is a part of a name, with its marks, without them, or as the region says it."""
    if word.marked:
        return word.typed == part or toneless(word.typed) == toneless(part)
    return word.fold == plain(part) or (len(word.fold) >= _LONG_ENOUGH and sound(word.fold) == sound(plain(part)))


def _slipped(word: Word, part: str, known: Vocabulary, among_many: bool) -> bool:
    """Whether a word that the plans do not have is a part of a name with a slip in it. ``among_many``: the rest of the name is long."""
    bare = plain(part)
    if (_is_itself(word, known) and not among_many) or (
        len(bare) < _LONG_ENOUGH and is_syllable(word.fold) and not among_many
    ):
        return False
    return OSA.distance(word.fold, bare, score_cutoff=1) <= 1 or sound(word.fold) == sound(bare)
