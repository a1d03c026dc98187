"""Everything else: the facts that explain the question best, if they explain it well enough and are of the kind that is asked."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Nothing, Option, Unsure
from knowledge.facts import Fact, Legal, Target
from knowledge.fitness import Candidate, candidates
from knowledge.fold import plain
from knowledge.query import Query
from knowledge.standing import last_day
from knowledge.trust import trust
from knowledge.wording import brief, full, said

_SURE = 0.55
_LIKELY = 0.2
_WORTH = 2.5
_WORTH_BESIDE = 6.0
_CLOSE = 1.0
_TELLING = 2.0
_TELLING_PAIR = 4.0
_MOST = 2
_NEAR = 2.5
_SAME = 0.8
_CLOSE_IN_LIST = 1.6
_CLOSE_OF_DOCUMENT = 0.4  # documents of one series differ by a word, and one number is asked for
_CLOSE_OF_PAIR = 2.0
_MOST_IN_LIST = 4
_PLURAL = re.compile(
    r"\b(?:nhung|cac)\b.{0,40}\b(?:nao|gi)\b|\b(?:ke|liet ke|neu|gom|danh sach)\b|\bcac hinh thuc\b|\bnhung (?:hinh thuc|cach|viec|ai|gi|loai|noi)\b"
)
_EITHER = re.compile(
    r"\bhay\b(?! (?:khong|chua|la khong|lam|qua|de))|\b(?:va|voi|con)\b.{1,60}\b(?:hon|nhat|bao nhieu|may|nao)\b|\bcong lai\b|\btong cong\b|\bca hai\b"
)
"""Words of a question about two things: the facts of both belong in the answer."""

_HOW_MANY = re.compile(r"\bmay\b(?! nao)")


def find(query: Query) -> tuple[float, Answer]:
    """Returns the answer with its trust: the best fact, the best few side by side or as a question back, or nothing."""
    ranked = candidates(query)
    if not ranked:
        return 0.0, Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")
    ranked = _first_things_first(query, ranked)
    shown = shown_for(query, ranked)
    sure = trust(query, ranked, shown)
    if sure >= _SURE and _says_enough(query):
        return sure, said(query.base.library, shown, query.today)
    if sure < _LIKELY:
        return sure, Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")
    offered = ranked[:3]
    return sure, Unsure(
        "\n".join(
            [
                "Tôi chưa chắc hiểu đúng. Ý đồng chí là điều nào dưới đây?",
                *(f"- {full(one.fact)}" for one in offered),
            ]
        ),
        (*(Option(brief(one.fact), f"fact:{one.fact.id}") for one in offered), NONE_OF_THESE),
        tuple(one.fact.source for one in offered),
        tuple(one.fact.id for one in offered),
    )


def _first_things_first(query: Query, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates with that one first which alone can answer: a dated one where the days left are asked for, one of the heading named."""
    near = [one for one in ranked if ranked[0].score - one.score < _NEAR]
    if query.wants(Aim.LEFT):
        fitting = [one for one in near if last_day(one.fact)]
    elif query.section and query.plans:
        fitting = [one for one in near if _stands_in(query, one.fact)]
    else:
        return ranked
    return (
        ranked
        if not fitting or fitting[0] is ranked[0]
        else [fitting[0], *(one for one in ranked if one is not fitting[0])]
    )


def _stands_in(query: Query, fact: Fact) -> bool:
    return any(
        source.plan in query.plans and f"{source.section}.".startswith(f"{query.section}.") for source in fact.sources
    )


def _says_enough(query: Query) -> bool:
    """Whether the question asks, names something, or has two words that tell something; "các nhà" alone may mean much."""
    return bool(query.aims or query.base.names_said(query.places)) or len(query.telling()) > 1


def shown_for(query: Query, ranked: Sequence[Candidate]) -> list[Fact]:
    """Returns the facts that would be said: the best one and those that belong beside it."""
    return [ranked[0].fact, *beside(query, ranked[0], ranked[1:])]


@lru_cache(maxsize=2000)
def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


@lru_cache(maxsize=2000)
def _figures(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if any(letter.isdigit() for letter in word))


def alike(fact: Fact, other: Fact) -> bool:
    """Returns whether a fact says hardly more than another one."""
    own, known = _words(fact.say), _words(other.say)
    return _figures(fact.say) <= known and len(own & known) > _SAME * len(own)


def _second_figure(query: Query, best: Candidate, others: Sequence[Candidate]) -> Fact | None:
    """The further target of a question for two figures: the total beside the addition where "tổng" is said, else the next best."""
    targets = [one for one in others if isinstance(one.fact, Target)]
    if "tong" in query.said.split() and "tổng" not in best.fact.say.lower():
        totals = [one.fact for one in targets if "tổng" in one.fact.say.lower() and _same_standard(one.fact, best.fact)]
        if totals:
            return totals[0]
    return next((one.fact for one in targets if best.score - one.score < _WORTH), None)


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
    """The facts that belong beside the best one: as good as it, or explaining a telling word of the question that it leaves."""
    index = query.base.index
    if query.line.count("bao nhieu") + len(_HOW_MANY.findall(query.line)) > 1 and (
        second := _second_figure(query, best, others)
    ):
        return [second]
    if len(query.districts) > 1:
        return _one_each(query, best, others)
    open_places = [
        number
        for number, place in enumerate(query.places)
        if place.weight == 1.0 and place.meant and place.word.fold.isalpha() and not best.hit.explains[number]
    ]
    open_pairs = [pair for pair in index.pairs_said(query.places) if not index.has(best.hit.fact, pair)]
    found: list[Fact] = []
    many = query.finds(_PLURAL)
    worth = _WORTH_BESIDE if query.wants(Aim.FIRST) or query.finds(_EITHER) else _WORTH
    either = query.finds(_EITHER)
    joined = query.has("va|voi|cung|con")
    for one in others[:8]:
        if best.score - one.score >= max(worth, _CLOSE_OF_PAIR):
            break
        pair = isinstance(best.fact, Target) and isinstance(one.fact, Target) and joined
        near = _CLOSE_OF_DOCUMENT if isinstance(one.fact, Legal) and not many and not query.wants(Aim.PLAN) else _CLOSE
        close = best.score - one.score < (_CLOSE_OF_PAIR if pair else _CLOSE_IN_LIST if many else near)
        adds = (
            best.score - one.score < worth
            and (not either or type(one.fact) is type(best.fact))
            and (
                any(
                    one.hit.explains[number] and index.idf(query.places[number].meant[0][0]) > _TELLING
                    for number in open_places
                )
                or any(index.idf(pair) > _TELLING_PAIR and index.has(one.hit.fact, pair) for pair in open_pairs)
            )
        )
        if any(alike(one.fact, fact) for fact in (best.fact, *found)):
            continue
        if (close or adds) and len(found) < (_MOST_IN_LIST if many else _MOST):
            found.append(one.fact)
            open_places = [number for number in open_places if not one.hit.explains[number]]
    return found
