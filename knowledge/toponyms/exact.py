"""Names of places found in a question as they are spelled, with their marks or without."""

from collections.abc import Sequence

from knowledge.fold import plain, same_form, toneless
from knowledge.normal import Word, is_one_of
from knowledge.toponyms.mention import Mention
from knowledge.toponyms.names import LONGEST_NAME, Names
from knowledge.toponyms.triggers import RANKS

_SOLDIERS = frozenset({"chien", "thuong", "benh", "quan"})
_PARTS = frozenset({"dong", "tay", "nam", "bac", "trung", "1", "2", "3"})


def exact_mentions(words: Sequence[Word], names: Names, marked: bool) -> list[Mention]:
    """Returns the names that stand in the words; ``marked``: marks were typed throughout, so a bare word has none."""
    found: list[Mention] = []
    place = 0
    while place < len(words):
        if names.said and place and words[place - 1].fold == "xa" and (called := _called(words, place, names)):
            found.append(called)
            place = called.end
            continue
        if words[place].fold not in names.first:
            place += 1
            continue
        for size in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            span = words[place : place + size]
            candidates = names.full.get(" ".join(word.fold for word in span), ())
            if candidates and _goes_on(words, place + size) and len(candidates[0].split()) > size:
                candidates = ()  # "Tam Mỹ Đông" is not Tam Mỹ Tây
            if span[0].fold == "binh" and place and is_one_of(words[place - 1].fold, _SOLDIERS):
                candidates = ()  # "cựu chiến binh quy định" names no Bình Quý
            if size == 1 and (not place or words[place - 1].fold != "xa") and len(span[0].fold) < 4:
                candidates = ()
            if candidates:
                agreeing = _as_typed(span, candidates, marked)
                behind_rank = place > 0 and words[place - 1].fold in RANKS
                if agreeing or behind_rank:
                    found.append(Mention(place, place + size, agreeing or candidates, exact=bool(agreeing)))
                    place += size - 1
                    break
        place += 1
    return found


def _called(words: Sequence[Word], place: int, names: Names) -> Mention | None:
    """The name that the words from a place on are another form of."""
    for size in (2, 1):
        name = names.said.get(" ".join(word.fold for word in words[place : place + size]))
        if name and len(words) - place >= size:
            return Mention(place, place + size, (name,))
    return None


def _goes_on(words: Sequence[Word], place: int) -> bool:
    """Whether the name before a place has another word: a direction or a number."""
    return place < len(words) and words[place].fold in _PARTS


def _as_typed(span: Sequence[Word], candidates: tuple[str, ...], marked: bool) -> tuple[str, ...]:
    """Of names that are one without marks, returns those that agree with the marks that were typed.

    Where marks were typed throughout, a bare word is first taken as it stands; only when no name agrees, as one without its marks.
    """
    typed = [word.typed for word in span]
    strict = tuple(name for name in candidates if agrees(typed, same_form(name).split(), marked))
    return strict or tuple(name for name in candidates if agrees(typed, same_form(name).split(), marked=False))


def agrees(typed: Sequence[str], name: Sequence[str], marked: bool) -> bool:
    """Returns whether words were typed with the marks of a name; a bare word agrees, too, where not all marks were typed."""
    return all(
        one == other or (not marked and (one == plain(other) or one == toneless(other)))
        for one, other in zip(typed, name, strict=False)  # a name may be said without its last word
    )
