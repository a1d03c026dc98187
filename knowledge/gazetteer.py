"""The places that the plans name, found in a question however they are typed."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import OSA

from knowledge.facts import Communes, Districts
from knowledge.fold import plain, same_form, toneless
from knowledge.library import Library
from knowledge.normal import Word, is_one_of
from knowledge.syllables import is_syllable
from knowledge.vocabulary import sound

_FILE = Path(__file__).parent / "lexicon" / "places.toml"
_LONGEST = 3
_PAIR = 2
_SOLDIERS = frozenset({"chien", "thuong", "benh", "quan"})
_PARTS = frozenset({"dong", "tay", "nam", "bac", "trung", "1", "2", "3"})
_JOINING = frozenset({"voi", "va", "hay", "cung"})
_MOST_SLIPS = 1.6
_LEADS = frozenset(
    [
        "tinh",
        "tp",
        "pho",
        "huyen",
        "o",
        "tai",
        "ngoai",
        "trong",
        "ccb",
        "mttq",
        "tran",
        "doan",
        "dan",
        "nu",
        "thi",
        "xa",
        "hoi",
        "phuong",
    ]
)
_MORE = ("dai hiep", "tam ky", "hai duong", "quang nam", "viet nam", "hoi", "ubnd", "mttq")
_OF_PLANS = (("hai", "duong"), ("tam", "ky"), ("quang", "nam"))
_NO_NAME = frozenset(
    "nao co dat len duoc va la thi nam gi o cua nay kia do ay minh toi ta tui ve phan dau da chua khong may se con bi voi hay".split()  # noqa: SIM905  # words are read as a line
)
"""Words behind the first word of a name that are no second one."""

_BODIES = frozenset(
    [
        ("thap", "do"),
        ("chien", "binh"),
        ("thanh", "nien"),
        ("khuyen", "hoc"),
        ("cao", "tuoi"),
        ("phu", "nu"),
        ("nong", "dan"),
        ("mat", "tran"),
    ]
)
"""The last words of bodies' names, behind which stands where they are."""

_ONESELF = "mình"
"""Typed so it is no part of a name: "xã đảo mình" is no Đại Minh."""

_EVERYDAY = frozenset({"que minh"})
_PEOPLE = frozenset({"dan", "nguoi", "bon", "o", "ve", "huyen", "tinh", "thon", "ngoai", "tai", "trong"})
_RANKS_OF_CAPITALS = frozenset({"thon", "tinh"})
_HIGHER = frozenset({"huyen", "thi", "tp"})
"""What stands behind a commune's name of two words: "xa tam tien huyen nui thanh"."""

_RANKS = frozenset({"xa", "phuong", "huyen"}) | _RANKS_OF_CAPITALS
_FEW_OF_A_KIND = frozenset({"huyen", "tinh", "pho"})
"""Ranks of places so few that two names of them hardly ever differ by one letter, as communes' do."""

_AS_RANKS = _RANKS | {"xã", "phường", "huyện", "thôn", "tỉnh"}
"""The same as they are written: "thốn" is no hamlet."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a question: where it stands (word numbers) and which places it can be."""

    start: int
    end: int
    names: tuple[str, ...]
    exact: bool = True


@dataclass(frozen=True)
class Names:
    """Plain names, each with the full names that it can be, and the first words of all."""

    full: Mapping[str, tuple[str, ...]]
    first: frozenset[str]
    said: Mapping[str, str] = field(default_factory=dict)
    """What some are called besides ("A Xan"), in plain letters; that counts behind "xã" only."""

    def beginning_near(self, word: str) -> list[str]:
        """Returns the names whose first word is at most one slip away from a word."""
        near = {first for first in self.first if _slips(word, first) < _MOST_SLIPS}
        return [name for name in self.full if name.split()[0] in near] if near else []


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
        found = [mention for mention in _exact(words, self.communes, marked) if not _is_everyday(words, mention, text)]
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        taken.update(place for mention in districts for place in range(mention.start, mention.end))
        found = [mention for mention in found if not _ends_with_oneself(words, mention)]
        ends = {mention.end for mention in found}
        taken.update(place for place, word in enumerate(words) if word.typed == _ONESELF)
        found += _near(words, self.communes, taken, self._begins(words, text, ends))
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
                _slips(span[0].fold, one) + _slips(span[1].fold, two) < _MOST_SLIPS for one, two in _OF_PLANS
            ):
                return False  # "Hai Dong" is no more Đại Đồng than Hải Dương
            capitals = all(text[word.start].isupper() and not text[word.start : word.end].isupper() for word in span)
            return capitals and name not in self.known and name not in self.elsewhere

        return begins

    def find_districts(self, words: Sequence[Word], marked: bool) -> list[Mention]:
        """Returns the districts of the plans named in the words."""
        found = _exact(words, self.districts, marked)
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        return sorted(
            found + _near(words, self.districts, taken, _behind_huyen(words)),
            key=lambda mention: mention.start,
        )

    def find_unknown(
        self,
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
        starts = self.communes.first | self.districts.first
        shouted = text.isupper()
        for place, word in enumerate(words[:-1]):
            if (
                word.fold not in _RANKS
                or word.typed not in _AS_RANKS
                or (place and words[place - 1].fold in ("tac", "va", "cap"))
            ):
                continue
            town = place > 0 and words[place - 1].fold == "thi"  # "thị xã Chí Linh", and "huyện, thị xã, thành phố"
            first, second = words[place + 1], words[place + 2] if place + 2 < len(words) else None
            name = " ".join(one.fold for one in (first, second) if one)
            known = any(
                " ".join(one.fold for one in words[place + 1 : place + 1 + size]) in self.known for size in (1, 2, 3)
            )
            if known or first.fold.isdigit():
                continue
            behind = text[first.start : first.end]
            if (town or word.fold in _RANKS_OF_CAPITALS) and not (behind[:1].isupper() and not shouted):
                continue
            if town and first.fold in _LEADS:
                continue
            if behind[:1].isupper() and (len(behind) == 1 or not behind.isupper()) and not shouted:
                if self._nearly_known(words, place + 1, surely=True) or (
                    word.fold in _FEW_OF_A_KIND and self._nearly_a_district(words, place + 1)
                ):
                    continue
                return name
            named = first.marked and first.typed in self.firsts
            if word.fold == "xa" and named and second and _ends_name(first, second, joined):
                if self._nearly_known(words, place + 1, surely=True):
                    continue
                return name
            if first.start in understood or (second and second.start in understood):
                continue
            strange = second is not None and (
                ((first.fold in starts or named) and not follow(first.fold, second.fold))
                or (word.fold == "xa" and self._sounds_like_a_name(word, first, second, follow))
            )
            between = place + 3 < len(words) and words[place + 3].fold in _HIGHER and first.fold in starts
            unheard = not follow("", first.fold) and not follow(word.fold, first.fold)
            if (between or strange or (unheard and not (first.marked and not named))) and not self._nearly_known(
                words, place + 1
            ):
                return name
        return ""

    def _nearly_known(self, words: Sequence[Word], place: int, surely: bool = False) -> bool:
        """Whether the words from a place on are a known name of two words with a slip in it ("Hải Ddương").

        ``surely``: only where what was typed is no name at all, or sounds as the known one.
        """
        if place + 1 >= len(words):
            return False
        first, second = words[place].fold, words[place + 1].fold
        if surely and is_syllable(first) and is_syllable(second):
            return any(
                sound(one) == sound(first) and sound(two) == sound(second)
                for one, _, two in (name.partition(" ") for name in self.known)
                if two
            )
        return any(
            _slips(first, one) + _slips(second, two) < _MOST_SLIPS
            for one, _, two in (name.partition(" ") for name in self.known)
            if two
        )

    def _nearly_a_district(self, words: Sequence[Word], place: int) -> bool:
        """Whether what stands behind "huyện" or "tỉnh" is no place that there is, and one slip of one that the plans name."""
        name = " ".join(word.fold for word in words[place : place + 2])
        if name in self.elsewhere:
            return False
        names = [*self.districts.full, *(" ".join(one) for one in _OF_PLANS)]
        return any(OSA.distance(name, other, score_cutoff=1) <= 1 for other in names)

    def _sounds_like_a_name(self, rank: Word, first: Word, second: Word, follow: Callable[[str, str], bool]) -> bool:
        """Whether two words behind "xã" are no words that the plans have there, typed without marks ("xa hiep thuan")."""
        bare = not (rank.marked or first.marked or second.marked)
        return (
            bare and first.fold.isalpha() and not follow(rank.fold, first.fold) and not follow(first.fold, second.fold)
        )

    def find_unknown_by_itself(
        self, words: Sequence[Word], text: str, follow: Callable[[str, str], bool], understood: Set[int]
    ) -> str:
        """Returns a name without "xã" before it that begins as communes' names do and is none of theirs ("Tam Trà"); "" when there is none."""
        shouted = text.isupper()
        for place, (first, second) in enumerate(pairwise(words)):
            if place and follow(words[place - 1].fold, first.fold) and words[place - 1].fold not in _RANKS:
                continue  # "an ninh kế hoạch", "cựu chiến binh chung tay"
            begins = first.typed in self.firsts if first.marked else first.fold in self.communes.first
            if not begins or f"{first.fold} {second.fold}" in self.known or follow(first.fold, second.fold):
                continue
            written = [text[word.start : word.end] for word in (first, second)]
            capital = all(one[:1].isupper() and not (len(one) > 1 and one.isupper()) for one in written)
            bare = not any(word.marked for word in words) and second.fold.isalpha()
            if second.start in understood and (shouted or not capital or self._nearly_known(words, place)):
                continue
            if (
                (capital and not shouted)
                or bare
                or (first.fold != "la" and second.marked and first.typed in self.firsts)
            ):
                return f"{first.fold} {second.fold}"
        return ""

    def find_elsewhere(self, words: Sequence[Word], text: str, follow: Callable[[str, str], bool]) -> list[str]:
        """Returns the plain names of provinces and districts that the plans do not speak of."""
        found: list[str] = []
        for place, word in enumerate(words):
            for size in (4, 3, 2, 1) if word.fold in self.begin_elsewhere else ():
                span = words[place : place + size]
                name = " ".join(word.fold for word in span)
                if name in self.elsewhere and (
                    _agrees([word.typed for word in span], self.elsewhere[name].split(), True)
                    or _led(words, place)
                    or (len(span) > _PAIR and not any(word.marked for word in span))
                    or (size > 1 and (_out_of_place(span, follow) or _is_written_as_name(words, place, size, text)))
                ):
                    found.append(name)
        return found or self._nearly_elsewhere(words, text, follow)

    def _nearly_elsewhere(self, words: Sequence[Word], text: str, follow: Callable[[str, str], bool]) -> list[str]:
        """Names of places elsewhere with one slip in them, written as names are: "huyện Thăng Bìnj", "h.Bắt Trà My".

        What the plans say so themselves has no slip: "Ban Thanh tra nhân dân".
        """
        found: list[str] = []
        for place, word in enumerate(words):
            for at, parts in self.parts_elsewhere.get(word.fold, ()):
                start = place - at
                span = words[start : start + len(parts)] if start >= 0 else ()
                if len(span) != len(parts) or not all(text[one.start].isupper() for one in span):
                    continue
                shouted = any(text[one.start : one.end].isupper() for one in span)
                if shouted or not _is_one_slip(span, parts) or self._is_of_plans(span, parts):
                    continue
                if not all(follow(one.fold, two.fold) for one, two in pairwise(span)):
                    found.append(" ".join(parts))
        return found

    def _is_of_plans(self, span: Sequence[Word], parts: Sequence[str]) -> bool:
        """Whether the words are as near to a place that the plans name."""
        typed = [word.fold for word in span]
        return any(
            len(own) == len(parts) and sum(map(_slips, typed, own)) < _MOST_SLIPS
            for name in self.known
            if (own := name.split())[0] == typed[0] or own[-1] == typed[-1]
        )


def open_gazetteer(library: Library) -> Gazetteer:
    """Returns the gazetteer of a library."""
    communes: dict[str, list[str]] = defaultdict(list)
    for row in library.of(Communes):
        for name in row.names:
            if name not in communes[plain(name)]:
                communes[plain(name)].append(name)
    for name in [name for names in communes.values() for name in names if len(name.split()) == _LONGEST]:
        begun = plain(name).rsplit(" ", 1)[0]  # "Bình Định" may be Bình Định Bắc or Bình Định Nam
        if begun not in communes or communes[begun][0].count(" ") > begun.count(" "):
            communes[begun].append(name)
    districts: dict[str, list[str]] = defaultdict(list)
    for group in library.of(Districts):
        for name in group.members:
            if len(name.split()) <= _LONGEST and name not in districts[plain(name)]:
                districts[plain(name)].append(name)
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    elsewhere = {
        plain(name.strip()): same_form(name.strip())
        for kind in ("provinces", "districts")
        for name in table[kind].replace("\n", " ").split(";")
        if name.strip()
    }
    said = {
        " ".join(plain(form).replace("'", "").replace("-", " ").split()): name
        for name, forms in table["said"].items()
        for form in forms.split(";")
        if name in communes[plain(name)]
    }
    said = {form: name for form, name in said.items() if form not in communes}
    return Gazetteer(
        replace(_names(communes), said=said),
        _names(districts),
        elsewhere,
        frozenset(name.split()[0] for name in elsewhere),
        _by_parts(elsewhere),
        frozenset(same_form(name).split()[0] for row in library.of(Communes) for name in row.names if " " in name),
        frozenset([*(plain(name) for names in communes.values() for name in names), *districts, *said, *_MORE]),
    )


def _by_parts(names: Iterable[str]) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for name in names:
        parts = tuple(name.split())
        for at, part in enumerate(parts) if len(parts) > 1 else ():
            found[part].append((at, parts))
    return dict(found)


def _is_one_slip(span: Sequence[Word], parts: Sequence[str]) -> bool:
    """Whether words are a name with a slip in one of them."""
    wrong = [step for step, part in enumerate(parts) if span[step].fold != part]
    return len(wrong) == 1 and _slips(span[wrong[0]].fold, parts[wrong[0]]) < _MOST_SLIPS


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


def _names(names: Mapping[str, list[str]]) -> Names:
    return Names({key: tuple(values) for key, values in names.items()}, frozenset(key.split()[0] for key in names))


def _out_of_place(span: Sequence[Word], follow: Callable[[str, str], bool]) -> bool:
    """Whether unmarked words make a name that the plans' own language does not have side by side."""
    return (
        not any(word.marked for word in span)
        and span[0].fold not in ("nam", "gia", "ha", "long")
        and not follow(span[0].fold, span[1].fold)
    )


def _ends_name(first: Word, second: Word, joined: Callable[[str, str], bool]) -> bool:
    """Whether a syllable behind the marked first word of a name goes on with the name: "xã Trà Mai", and not "xã Trà nào"."""
    return (
        is_syllable(second.fold)
        and len(second.fold) > 1
        and second.fold not in _NO_NAME
        and not joined(first.fold, second.fold)
    )


def _led(words: Sequence[Word], place: int) -> bool:
    """Whether the word before says that a place comes: unmarked words that look like a place often are none."""
    led = place > 0 and words[place - 1].fold in _LEADS
    led = led or (place > 1 and (words[place - 2].fold, words[place - 1].fold) in _BODIES)
    return led and not any(word.marked for word in words[place : place + 2])


def _is_written_as_name(words: Sequence[Word], place: int, size: int, text: str) -> bool:
    """Whether words have capitals throughout as only names have, be their marks there or not ("Da Nẵng"): neither the
    beginning of a sentence nor a text in capitals.
    """
    written = [text[word.start : word.end] for word in words[place : place + size]]
    goes_on = place + size < len(words) and text[words[place + size].start].isupper()
    return place > 0 and not goes_on and all(one[:1].isupper() and not one.isupper() for one in written)


def _exact(words: Sequence[Word], names: Names, marked: bool) -> list[Mention]:
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
        for size in range(min(_LONGEST, len(words) - place), 0, -1):
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
                behind_rank = place > 0 and words[place - 1].fold in _RANKS
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
    strict = tuple(name for name in candidates if _agrees(typed, same_form(name).split(), marked))
    return strict or tuple(name for name in candidates if _agrees(typed, same_form(name).split(), marked=False))


def _agrees(typed: Sequence[str], name: Sequence[str], marked: bool) -> bool:
    return all(
        one == other or (not marked and (one == plain(other) or one == toneless(other)))
        for one, other in zip(typed, name, strict=False)  # a name may be said without its last word
    )


_HEARD = (
    (re.compile(r"\btr"), "ch"),
    (re.compile(r"\bs"), "x"),
    (re.compile(r"\b(?:gi|r)(?=[aăâeêioôơuưy])"), "d"),
    (re.compile(r"c\b"), "t"),
    (re.compile(r"ng\b"), "n"),
)
"""What the region says alike; n and l are not among it: Bình Nam and Bình Lâm are two communes."""


def heard_alike(typed: str, name: str) -> bool:
    """Returns whether a name was typed as the region says it, its marks as they are: "Đắt Tôi", "Xơn Viên"."""
    one, other = same_form(typed.lower()), same_form(name.lower())
    for pattern, to in _HEARD:
        one, other = (
            unicodedata.normalize("NFC", pattern.sub(to, unicodedata.normalize("NFC", text))) for text in (one, other)
        )
    return one == other


def _behind_huyen(words: Sequence[Word]) -> Callable[[int, int], bool]:
    return lambda place, _: place > 0 and words[place - 1].fold in ("huyen", "thanh", "pho")


def _near(words: Sequence[Word], names: Names, taken: set[int], begins: Callable[[int, int], bool]) -> list[Mention]:
    """Names one slip away, where a name begins: the nearest ones, all of them when several are as near."""
    found: list[Mention] = []
    for place in range(len(words)):
        if place in taken or not begins(place, 2):  # where a name of one word begins, one of two may
            continue
        sizes = [
            size
            for size in range(1, min(_LONGEST, len(words) - place) + 1)
            if taken.isdisjoint(range(place, place + size)) and begins(place, size)
        ]
        if not sizes:
            continue
        best: list[str] = []
        best_size, least = 0, _MOST_SLIPS
        for name in names.beginning_near(words[place].fold):
            parts = name.split()
            if len(parts) not in sizes:
                continue
            span = words[place : place + len(parts)]
            distance = sum(_slips(one.fold, other) for one, other in zip(span, parts, strict=True))
            if distance < least or (distance == least and len(parts) > best_size):
                best, least, best_size = list(names.full[name]), distance, len(parts)
            elif distance == least and len(parts) == best_size and best:
                best += names.full[name]
        if best:
            found.append(Mention(place, place + best_size, tuple(best), exact=False))
    return found


@lru_cache(maxsize=20_000)
def _slips(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if sound(one) == sound(other):
        return 0.7
    return 1.0 if len(other) > 2 and OSA.distance(one, other, score_cutoff=1) <= 1 else 9.0
