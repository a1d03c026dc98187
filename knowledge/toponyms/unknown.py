"""A name that stands where a commune's or a district's stands, and is none that the plans have: "xã Tam Trà"."""

from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.normal import Word
from knowledge.syllables import is_syllable
from knowledge.toponyms.exact import goes_on
from knowledge.toponyms.gazetteer import OF_PLANS, Gazetteer
from knowledge.toponyms.slips import MOST_SLIPS, slips
from knowledge.toponyms.triggers import FEW_OF_A_KIND, HIGHER_RANKS, LEADS, RANKS, RANKS_AS_WRITTEN, RANKS_OF_CAPITALS
from knowledge.vocabulary import sound

_NO_NAME = frozenset(
    "nao co dat len duoc va la thi nam gi o cua nay kia do ay minh toi ta tui ve phan dau da chua khong may se con bi voi hay".split()  # noqa: SIM905  # words are read as a line
)
"""Words behind the first word of a name that are no second one."""

_BEFORE_DIGITS = frozenset({"nam", "thang", "quy", "ngay"})
"""These and a number are a time: "còn xã năm 2025?"."""


_LINKING = "ma"
"""A word that goes on from what stands before it, and begins communes' names, too."""


def unknown_place(
    gazetteer: Gazetteer,
    words: Sequence[Word],
    text: str,
    follow: Callable[[str, str], bool],
    joined: Callable[[str, str], bool],
    understood: Set[int],
) -> str:
    """Returns the name behind "xã", "phường" or "huyện" that the plans do not have, as it was typed; "" when there is none.

    ``follow`` tells whether the plans have two plain words one behind the other: "xã nào", "huyện nghèo" are no names.
    ``joined``: the same of the plans' own pairs, without words that stand behind any other.
    ``understood``: where words begin that were read as the plans' words after a slip was mended.
    """
    starts = gazetteer.communes.first | gazetteer.districts.first
    shouted = text.isupper()
    for place, word in enumerate(words[:-1]):
        if (
            word.fold not in RANKS
            or word.typed not in RANKS_AS_WRITTEN
            or (place and words[place - 1].fold in ("tac", "va", "cap"))
        ):
            continue
        town = place > 0 and words[place - 1].fold == "thi"  # "thị xã Chí Linh", and "huyện, thị xã, thành phố"
        first, second = words[place + 1], words[place + 2] if place + 2 < len(words) else None
        name = " ".join(one.fold for one in (first, second) if one)
        known = any(_is_known(gazetteer, words, place + 1, size) for size in (1, 2, 3))
        if known or first.fold.isdigit() or (first.fold in _BEFORE_DIGITS and second and second.fold.isdigit()):
            continue
        behind = text[first.start : first.end]
        if (town or word.fold in RANKS_OF_CAPITALS) and not (behind[:1].isupper() and not shouted):
            continue
        if town and first.fold in LEADS:
            continue
        if goes_on_from(words, text, place + 1, joined):
            continue
        if behind[:1].isupper() and (len(behind) == 1 or not behind.isupper()) and not shouted:
            if _nearly_known(gazetteer, words, place + 1, surely=True) or (
                word.fold in FEW_OF_A_KIND and _nearly_a_district(gazetteer, words, place + 1)
            ):
                continue
            return name
        named = first.marked and first.typed in gazetteer.firsts
        if word.fold == "xa" and named and second and _ends_name(first, second, joined):
            if _nearly_known(gazetteer, words, place + 1, surely=True):
                continue
            return name
        if second and _begins_as_communes_do(gazetteer, word, first, second, joined):
            if _nearly_known(gazetteer, words, place + 1):
                continue
            return name
        if first.start in understood or (second and second.start in understood):
            continue
        strange = second is not None and (
            ((first.fold in starts or named) and not follow(first.fold, second.fold))
            or (word.fold == "xa" and _sounds_like_a_name(word, first, second, follow))
        )
        between = place + 3 < len(words) and words[place + 3].fold in HIGHER_RANKS and first.fold in starts
        unheard = not follow("", first.fold) and not follow(word.fold, first.fold)
        if (between or strange or (unheard and not (first.marked and not named))) and not _nearly_known(
            gazetteer, words, place + 1
        ):
            return name
    return ""


def unknown_place_by_itself(
    gazetteer: Gazetteer, words: Sequence[Word], text: str, follow: Callable[[str, str], bool], understood: Set[int]
) -> str:
    """Returns a name without "xã" before it that begins as communes' names do and is none of theirs ("Tam Trà"); "" when there is none."""
    shouted = text.isupper()
    for place, (first, second) in enumerate(pairwise(words)):
        if place and follow(words[place - 1].fold, first.fold) and words[place - 1].fold not in RANKS:
            continue  # "an ninh kế hoạch", "cựu chiến binh chung tay"
        if goes_on_from(words, text, place, follow):
            continue
        begins = first.typed in gazetteer.firsts if first.marked else first.fold in gazetteer.communes.first
        if not begins or _is_known(gazetteer, words, place, 2) or follow(first.fold, second.fold):
            continue
        written = [text[word.start : word.end] for word in (first, second)]
        capital = all(one[:1].isupper() and not (len(one) > 1 and one.isupper()) for one in written)
        bare = not any(word.marked for word in words) and second.fold.isalpha()
        if second.start in understood and (shouted or not capital or _nearly_known(gazetteer, words, place)):
            continue
        if (
            (capital and not shouted)
            or bare
            or (first.fold != "la" and second.marked and first.typed in gazetteer.firsts)
        ):
            return f"{first.fold} {second.fold}"
    return ""


def goes_on_from(words: Sequence[Word], text: str, place: int, joined: Callable[[str, str], bool]) -> bool:
    """Whether "mà" goes on from what stands before it, and begins no name: "xã mà sáp nhập"."""
    rest = words[place + 1 : place + 3]
    return (
        words[place].fold == _LINKING
        and not text[words[place].start].isupper()
        and len(rest) > 1
        and joined(rest[0].fold, rest[1].fold)
    )


def _is_known(gazetteer: Gazetteer, words: Sequence[Word], place: int, size: int) -> bool:
    """Whether so many words from a place on are a name, or one without its last word: "Quế Xuân", and not "Quế Xuân 3"."""
    name = " ".join(word.fold for word in words[place : place + size])
    return name in gazetteer.known or (name in gazetteer.communes.full and not goes_on(words, place + size))


def _begins_as_communes_do(
    gazetteer: Gazetteer, rank: Word, first: Word, second: Word, joined: Callable[[str, str], bool]
) -> bool:
    """Whether "xa" without marks is followed by the first word of communes' names and one that may be the second ("xa tra mai")."""
    bare = not (rank.marked or first.marked or second.marked)
    return bare and rank.fold == "xa" and first.fold in gazetteer.communes.first and _ends_name(first, second, joined)


def _ends_name(first: Word, second: Word, joined: Callable[[str, str], bool]) -> bool:
    """Whether a syllable behind the marked first word of a name goes on with the name: "xã Trà Mai", and not "xã Trà nào"."""
    return (
        is_syllable(second.fold)
        and len(second.fold) > 1
        and second.fold not in _NO_NAME
        and not joined(first.fold, second.fold)
    )


def _nearly_known(gazetteer: Gazetteer, words: Sequence[Word], place: int, surely: bool = False) -> bool:
    """Whether the words from a place on are a known name of two words with a slip in it ("Hải Ddương").

    ``surely``: only where what was typed is no name at all, or sounds as the known one.
    """
    if place + 1 >= len(words):
        return False
    first, second = words[place].fold, words[place + 1].fold
    if surely and is_syllable(first) and is_syllable(second):
        return any(
            sound(one) == sound(first) and sound(two) == sound(second)
            for one, _, two in (name.partition(" ") for name in gazetteer.known)
            if two
        )
    return any(
        slips(first, one) + slips(second, two) < MOST_SLIPS
        for one, _, two in (name.partition(" ") for name in gazetteer.known)
        if two
    )


def _nearly_a_district(gazetteer: Gazetteer, words: Sequence[Word], place: int) -> bool:
    """Whether what stands behind "huyện" or "tỉnh" is no place that there is, and one slip of one that the plans name."""
    name = " ".join(word.fold for word in words[place : place + 2])
    if name in gazetteer.elsewhere:
        return False
    names = [*gazetteer.districts.full, *(" ".join(one) for one in OF_PLANS)]
    return any(OSA.distance(name, other, score_cutoff=1) <= 1 for other in names)


def _sounds_like_a_name(rank: Word, first: Word, second: Word, follow: Callable[[str, str], bool]) -> bool:
    """Whether two words behind "xã" are no words that the plans have there, typed without marks ("xa hiep thuan")."""
    bare = not (rank.marked or first.marked or second.marked)
    return bare and first.fold.isalpha() and not follow(rank.fold, first.fold) and not follow(first.fold, second.fold)
