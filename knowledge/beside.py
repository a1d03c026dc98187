"""Which facts belong beside the best one of a search: as good as it, not to be told from it, or holding what it leaves open."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.aims import Aim
from knowledge.facts import Districts, Fact, Legal, Milestone, Model, Target
from knowledge.fitness import Candidate
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.query import Query

_DATES = (Districts, Milestone)
_MONTH = re.compile(r"\b0?(\d{1,2}/\d{4})\b")
_WORTH = 2.5
_WORTH_BESIDE = 6.0
_CLOSE = 1.0
_TELLING = 2.0
_TELLING_PAIR = 4.0
_MOST = 2
_SAME, _NEARLY_SAME = 0.8, 0.6
_CLOSE_IN_LIST = 1.6
_CLOSE_IN_SECTION = 2.6
_CLOSE_OF_DOCUMENT = 0.4  # documents of one series differ by a word, and one number is asked for
_CLOSE_OF_PAIR = 2.0
_MOST_IN_LIST = 4
_MOST_OF_MATTER = 6
_WORTH_OF_FIGURES = 4.0
_TELLING_OF_FIGURES = 1.5
_TELLING_LITTLE = 1.0
PLURAL = Pattern(
    r"\b(?:nhung|cac)\b.{0,40}\b(?:nao|gi)\b|\bmay (?:mo hinh|phongtrao|cvd)\b.{0,60}\b(?:nao|gi)\b|\b(?:ke|liet ke|neu|gom|danh sach)\b|\bcac (?:hinh thuc|muc tieu|chi tieu|con so)\b|\bnhung (?:hinh thuc|cach|viec|ai|gi|loai|noi)\b|\bmay (?:duong|cach|kenh|hinh thuc|mang)\b"
)
"""What asks for several things of a kind: "những mô hình nào", "kể các hình thức"."""

_OF_TARGETS = Pattern(r"\b(?:chi tieu|muc tieu) (?!so\b|cua\b|ke\b|quoc gia\b)([a-z]+)")
"""The targets of a matter, none of which is told from the others: "chỉ tiêu OCOP"."""

_EITHER = Pattern(
    r"\bhay\b(?! (?:khong|chua|la khong|lam|qua|de))|\b(?:va|voi|con)\b.{1,60}\b(?:hon|nhat|bao nhieu|may|nao)\b|\bcong lai\b|\btong cong\b|\bca hai\b"
)
"""Words of a question about two things: the facts of both belong in the answer."""

_JOINING = "va|voi|cung|con"
_COUNTED = Pattern(
    r"\b(?:hai|ba|bon|[2-4]) (?:cai |thu |loai |kieu )?(?:mo hinh|phongtrao|cvd|chuong trinh|nha|to|doi|cau lac bo|quy|quyvon|danh hieu|de an)\b"
)
_FIGURE = Pattern(r"\bbao nhieu\b|\bmay\b|%|\bphan tram\b|\bchi tieu\b")
_HOW_MANY = Pattern(r"\bmay\b(?! nao)")


def shown_for(query: Query, ranked: Sequence[Candidate]) -> list[Fact]:
    """Returns the facts that would be said: the best one and those that belong beside it."""
    return [ranked[0].fact, *beside(query, ranked[0], ranked[1:])]


@lru_cache(maxsize=2000)
def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


@lru_cache(maxsize=2000)
def _figures(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if any(letter.isdigit() for letter in word))


def alike(fact: Fact, other: Fact, share: float = _SAME) -> bool:
    """Returns whether a fact says hardly more than another one; two names are never one, however alike the rest is."""
    if isinstance(fact, Model) and isinstance(other, Model):
        return fact.id == other.id
    own, known = _words(fact.say), _words(other.say)
    return _figures(fact.say) <= known and len(own & known) > share * len(own)


def _are_of_same_places(fact: Fact, other: Fact) -> bool:
    """Whether two facts are a date of the same districts: one told as a date, one as a list."""
    if not (isinstance(fact, _DATES) and isinstance(other, _DATES)):
        return False
    members = {*getattr(fact, "members", ()), *getattr(other, "members", ())}
    months, others = (frozenset(_MONTH.findall(one.say)) for one in (fact, other))
    return bool(members) and months == others and all(name in one.say for one in (fact, other) for name in members)


def _second_figure(query: Query, best: Candidate, others: Sequence[Candidate]) -> Fact | None:
    """The further target of a question for two figures: the total beside the addition where "tổng" is said, else the next best."""
    targets = [one for one in others if isinstance(one.fact, Target)]
    if "tong" in query.said.split() and "tổng" not in best.fact.say.lower():
        totals = [one.fact for one in targets if "tổng" in one.fact.say.lower() and _same_standard(one.fact, best.fact)]
        if totals:
            return totals[0]
    near = [one for one in targets if best.score - one.score < _WORTH_OF_FIGURES]
    left = _Left(query, best)
    explaining = [one for one in near if left.is_explained_by(one)]
    return next(
        (one.fact for one in (*explaining, *near) if one in explaining or best.score - one.score < _WORTH), None
    )


def _same_standard(one: Fact, other: Fact) -> bool:
    return all((name in one.say) == (name in other.say) for name in ("nâng cao", "kiểu mẫu", "OCOP"))


def _one_each(query: Query, best: Candidate, others: Sequence[Candidate]) -> list[Fact]:
    """For each further district that is named, the best fact that speaks of it."""
    beside: list[Fact] = []
    for mention in query.districts:
        if not any(name in fact.say for fact in (best.fact, *beside) for name in mention.names):
            beside += [one.fact for one in others if any(name in one.fact.say for name in mention.names)][:1]
    return beside


def beside(query: Query, best: Candidate, others: Sequence[Candidate]) -> list[Fact]:
    """The facts that belong beside the best one: as good as it, not to be told from it, or explaining a telling word that it leaves."""
    if query.line.count("bao nhieu") + len(_HOW_MANY.findall(query.line)) > 1 and (
        second := _second_figure(query, best, others)
    ):
        return [second]
    if len(query.districts) > 1:
        return _one_each(query, best, others)
    left = _Left(query, best)
    found: list[Fact] = []
    many = query.finds(PLURAL)
    if of_matter := _of_matter(query, best, others):
        return of_matter
    for one in _considered(query, best, others[:8]):
        if any(alike(one.fact, fact) for fact in (best.fact, *found)):
            continue
        if _leaves_place_open(query, best, one) and any(
            _are_of_same_places(one.fact, fact) for fact in (best.fact, *found)
        ):
            continue
        same = _is_indistinct(query, best, one)
        if len(found) < (_MOST_IN_LIST if many or same else _MOST) and (
            same or _is_close(query, best, one, many) or left.is_explained_by(one)
        ):
            found.append(one.fact)
            left.explain(one)
    return found


def _of_matter(query: Query, best: Candidate, others: Sequence[Candidate]) -> list[Fact]:
    """The further targets of the matter whose targets are asked for, and no one figure of them: "chỉ tiêu OCOP"."""
    named = _OF_TARGETS.search(query.line)
    if not named or not isinstance(best.fact, Target | Milestone) or query.has("bao nhieu|may"):
        return []
    index, numbers = query.base.index, query.base.numbers
    matter = named.group(1)
    if index.idf(matter) < _TELLING or not index.has(numbers[best.fact.id], matter):
        return []
    found: list[Fact] = []
    for one in others:
        own = isinstance(one.fact, Target) and index.has(numbers[one.fact.id], matter)
        if own and not any(alike(one.fact, fact, _NEARLY_SAME) for fact in (best.fact, *found)):
            found.append(one.fact)
    return found[: _MOST_IN_LIST - 1] if len(found) < _MOST_OF_MATTER else []


def _considered(query: Query, best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that may stand beside the best one: of several figures asked for together, figures alone, each other's first."""
    if not (isinstance(best.fact, Target) and query.finds(_FIGURE)):
        return list(others)
    figures = [one for one in others if isinstance(one.fact, Target | Milestone)]
    if not query.has(_JOINING):
        return figures
    left = _Left(query, best)
    return sorted(figures, key=lambda one: not left.is_explained_by(one))


class _Left:
    """The telling words and pairs of words of a question that the facts shown leave open."""

    def __init__(self, query: Query, best: Candidate) -> None:
        self._query, self._best = query, best
        self._counted = isinstance(best.fact, Model) and query.finds(_COUNTED)
        self._either = query.finds(_EITHER)
        self._worth = _WORTH_BESIDE if query.wants(Aim.FIRST) or self._either else _WORTH
        self._places = [
            number
            for number, place in enumerate(query.places)
            if place.weight == 1.0 and place.meant and place.word.fold.isalpha() and not best.hit.explains[number]
        ]
        index = query.base.index
        self._pairs = [pair for pair in index.pairs_said(query.places) if not index.has(best.hit.fact, pair)]

    def is_explained_by(self, one: Candidate) -> bool:
        """Returns whether a candidate that is not too far behind explains a word or a pair that is open."""
        index = self._query.base.index
        if self._counted and type(one.fact) is type(self._best.fact):
            return self._best.score - one.score < _WORTH  # "hai mô hình": both
        figures = isinstance(self._best.fact, Target) and isinstance(one.fact, Target) and self._query.has(_JOINING)
        if self._best.score - one.score >= (max(_WORTH_OF_FIGURES, self._worth) if figures else self._worth):
            return False
        if self._either and type(one.fact) is not type(self._best.fact):
            return False
        if _asks_one_number(self._query):
            return False
        telling = _TELLING_OF_FIGURES if figures else _TELLING
        return any(
            one.hit.explains[number] and index.idf(self._query.places[number].meant[0][0]) > telling
            for number in self._places
        ) or any(index.idf(pair) > _TELLING_PAIR and index.has(one.hit.fact, pair) for pair in self._pairs)

    def explain(self, one: Candidate) -> None:
        """Takes what a candidate explains from what is open."""
        self._places = [number for number in self._places if not one.hit.explains[number]]


def _is_close(query: Query, best: Candidate, one: Candidate, many: bool) -> bool:
    """Whether a candidate is hardly behind the best one."""
    if isinstance(best.fact, Target) and isinstance(one.fact, Target) and query.has(_JOINING):
        return best.score - one.score < _CLOSE_OF_PAIR
    near = _CLOSE_OF_DOCUMENT if isinstance(one.fact, Legal) and not many and not query.wants(Aim.PLAN) else _CLOSE
    if many and type(one.fact) is type(best.fact) and one.fact.source == best.fact.source:
        return best.score - one.score < _CLOSE_IN_SECTION  # a plan tells what is of a kind under one heading
    return best.score - one.score < (_CLOSE_IN_LIST if many else near)


def _leaves_place_open(query: Query, *candidates: Candidate) -> bool:
    """Whether the date of districts is asked for and none of them is named, though each has its own."""
    if not query.wants(Aim.WHEN) or query.districts or query.communes or query.years:
        return False
    districts = query.base.gazetteer.districts.full
    return all(any(name in plain(one.fact.say) for name in districts) for one in candidates)


def _asks_one_number(query: Query) -> bool:
    """Whether the number of one document is asked for: its sisters, which differ by a word, are other documents."""
    return query.wants(Aim.NUMBER) and not (
        query.wants(Aim.PLAN) or query.finds(PLURAL) or query.finds(_EITHER) or query.has(_JOINING)
    )


def _is_indistinct(query: Query, best: Candidate, one: Candidate) -> bool:
    """Whether nothing in the question tells a fact from the best one, which is of its kind: it explains the same words."""
    dates = isinstance(one.fact, _DATES) and isinstance(best.fact, _DATES) and _leaves_place_open(query, one, best)
    if not dates and (type(one.fact) is not type(best.fact) or not isinstance(one.fact, Target | Legal | Model)):
        return False
    if isinstance(one.fact, Model) and not (query.wants(Aim.NAME) and one.fact.type == getattr(best.fact, "type", "")):
        return False
    if best.score - one.score >= _WORTH:
        return False
    telling = [
        number
        for number, place in enumerate(query.places)
        if place.weight == 1.0 and place.meant and query.base.index.idf(place.meant[0][0]) > _TELLING_LITTLE
    ]
    figures = [number for number in telling if query.places[number].word.fold.isdigit()]
    if len(figures) > 1 and all(one.hit.explains[number] and best.hit.explains[number] for number in figures):
        return True  # "4-5% mỗi năm" is said of two things
    return all(one.hit.explains[number] or not best.hit.explains[number] for number in telling)
