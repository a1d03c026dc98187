"""The places that the plans name, found in a question however they are typed."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from knowledge.normal import Word
from knowledge.toponyms.exact import exact_mentions
from knowledge.toponyms.mention import Mention
from knowledge.toponyms.names import Names
from knowledge.toponyms.near import behind_district_word, near_mentions
from knowledge.toponyms.slips import MOST_SLIPS, slips

_JOINING = frozenset({"voi", "va", "hay", "cung"})
OF_PLANS = (("hai", "duong"), ("tam", "ky"), ("quang", "nam"))
"""Names of places that the plans speak of, beside their lists."""

_ONESELF = "mình"
"""Typed so it is no part of a name: "xã đảo mình" is no Đại Minh."""

_EVERYDAY = frozenset({"que minh"})
_PEOPLE = frozenset({"dan", "nguoi", "bon", "o", "ve", "huyen", "tinh", "thon", "ngoai", "tai", "trong"})


@dataclass(frozen=True)
class Gazetteer:
    """Communes and districts of the plans by their plain names, and the names of places that are elsewhere."""

    communes: Names
    districts: Names
    elsewhere: Mapping[str, str]
    begin_elsewhere: frozenset[str]
    """The first words of those."""

    parts_elsewhere: Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
    """The same names of several words by each of those, with its place in them."""

    firsts: frozenset[str]
    """The first words of communes' names with their marks ("quế", "đại")."""

    known: frozenset[str]
    """Every name, by itself or as the plain words of one, that may stand behind "xã" or "huyện"."""

    def find_communes(
        self, words: Sequence[Word], text: str, marked: bool, districts: Sequence[Mention]
    ) -> list[Mention]:
        """Returns the communes named in the words of a text that are not those of ``districts``.

        ``marked``: marks were typed throughout, so a bare word has none.
        """
        found = [
            mention
            for mention in exact_mentions(words, self.communes, marked)
            if not _is_everyday(words, mention, text)
        ]
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        taken.update(place for mention in districts for place in range(mention.start, mention.end))
        found = [mention for mention in found if not _ends_with_oneself(words, mention)]
        ends = {mention.end for mention in found}
        taken.update(place for place, word in enumerate(words) if word.typed == _ONESELF)
        found += near_mentions(words, self.communes, taken, self._begins(words, text, ends))
        return sorted(found, key=lambda mention: mention.start)

    def _begins(self, words: Sequence[Word], text: str, ends: Set[int]) -> Callable[[int, int], bool]:
        """Returns what tells whether a name of so many words can begin here: behind "xã", joined to a name that ends in
        one of ``ends``, or written as a name that nobody has.
        """
        shouted = text.isupper()

        def begins(place: int, size: int) -> bool:
            if place and words[place - 1].fold == "xa":
                return True
            if place > 1 and words[place - 1].fold in _JOINING and place - 1 in ends:
                return size > 1
            if size < 2 or shouted or not text[words[place].start].isupper():
                return False
            span = words[place : place + size]
            name = " ".join(word.fold for word in span)
            if len(span) > 1 and any(
                slips(span[0].fold, one) + slips(span[1].fold, two) < MOST_SLIPS for one, two in OF_PLANS
            ):
                return False  # "Hai Dong" is no more Đại Đồng than Hải Dương
            capitals = all(text[word.start].isupper() and not text[word.start : word.end].isupper() for word in span)
            return capitals and name not in self.known and name not in self.elsewhere

        return begins

    def find_districts(self, words: Sequence[Word], marked: bool) -> list[Mention]:
        """Returns the districts of the plans named in the words."""
        found = exact_mentions(words, self.districts, marked)
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        return sorted(
            found + near_mentions(words, self.districts, taken, behind_district_word(words)),
            key=lambda mention: mention.start,
        )


def _is_everyday(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Whether a name typed small and without marks is more likely everyday words behind a word for people: "dan que minh"."""
    span = words[mention.start : mention.end]
    return (
        " ".join(word.fold for word in span) in _EVERYDAY
        and not any(word.marked for word in span)
        and text[span[0].start].islower()
        and mention.start > 0
        and words[mention.start - 1].fold in _PEOPLE
    )


def _ends_with_oneself(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a name's last word was typed as "mình"."""
    return words[mention.end - 1].typed == _ONESELF
