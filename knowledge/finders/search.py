"""Everything else: the facts that explain the question best, if they explain it well enough and are of the kind that is asked."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Nothing, Option, Unsure
from knowledge.beside import shown_for
from knowledge.facts import Fact, Milestone, Target
from knowledge.fitness import Candidate, candidates
from knowledge.gate.kept import kept
from knowledge.pattern import Pattern
from knowledge.places.standards import standard
from knowledge.query import Query
from knowledge.standing import last_day
from knowledge.trust import trust
from knowledge.wording import brief, full, said

_NOT_COUNTED = Pattern(
    r"\b(?:khong|chua) (?:ke|tinh|gom)(?: ca)? (?!chuyen|viec|them|nao|gi|ra|den|toi|ten|lai|het)[a-z]+(?: [a-z]+)?"
    r"(?: (?:voi|va|hay|cung) [a-z]+(?: [a-z]+)?)*"
)
"""What a question leaves out of what it counts: "mấy chi hội (không kể tổ hội)"."""

_SURE = 0.55
_LIKELY = 0.2
_ASKED = 0.5
_NEAR = 2.5
_OFFERED = 3
_GUESSED = 0.8
_EARLY = 4
_LONGEST = 10


@lru_cache(maxsize=64)  # what declines may ask for it before the question's own turn comes
def find(query: Query) -> tuple[float, Answer]:
    """Returns the answer with its trust: the best fact, the best few side by side or as a question back, or nothing."""
    query = _without_excepted(query)
    ranked = candidates(query)
    if not ranked:
        return 0.0, Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")
    likeliest = ranked
    ranked = _first_things_first(query, ranked)
    shown = shown_for(query, ranked)
    sure = trust(query, ranked, shown)
    if sure < _SURE and ranked[0] is not likeliest[0] and _is_elsewhere(likeliest[0].fact):
        theirs = shown_for(query, likeliest)
        answered = said(query.base.library, theirs, query.today)
        if isinstance(kept(query, answered), Nothing):
            return sure, answered  # it is theirs that lacks what is asked, and that is said
        sure = max(sure, min(trust(query, likeliest, theirs), _ASKED))  # both provinces' are asked back
    if sure >= _SURE and _says_enough(query) and not _is_guessed(query, shown):
        return sure, said(query.base.library, shown, query.today)
    if sure < _LIKELY:
        return sure, Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")
    told = [one for one in ranked if one.fact in shown]
    offered = [*told, *(one for one in ranked if one not in told)][: max(_OFFERED, len(told))]
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


def _is_guessed(query: Query, shown: Sequence[Fact]) -> bool:
    """Whether what the facts explain of the question is nearly all read as other words than were typed."""
    index, numbers = query.base.index, query.base.numbers
    typed = {word.start: word.typed for word in query.words}
    telling = [place for place in query.places if place.weight == 1.0 and place.meant]
    read = [
        place
        for place in telling
        if " " not in place.word.typed
        and (place.word.typed != typed.get(place.word.start) or place.meant[0][0] != place.word.fold)
    ]
    held = [
        place
        for place in telling
        if any(index.has(numbers[fact.id], term) for fact in shown for term, _ in place.meant)
    ]
    if held and all(place in read for place in held):
        return True
    if 2 * len(read) <= len(telling):
        return False
    guessed = sum(index.weight(place) for place in held if place in read)
    return guessed > _GUESSED * sum(map(index.weight, held))


def _without_excepted(query: Query) -> Query:
    """The question without what it leaves out itself: "ngoài tổ tự quản ra, còn lập tổ nào?" asks for another one."""
    words = [place.word.fold for place in query.places]
    if left := _NOT_COUNTED.search(" ".join(words)):
        start = len(" ".join(words)[: left.start()].split())
        rest = [*query.places[:start], *query.places[start + len(left.group().split()) :]]
        return replace(query, places=rest)
    if "ngoai" not in words[:_EARLY] or "ra" not in words:
        return query
    start, stop = words.index("ngoai"), words.index("ra")
    rest = [*query.places[:start], *query.places[stop + 1 :]]
    return replace(query, places=rest) if 1 < stop - start < _LONGEST and rest else query


def _first_things_first(query: Query, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates with that one first which alone can answer: a dated one where the days left are asked for, one of the heading named."""
    near = [one for one in ranked if ranked[0].score - one.score < _NEAR]
    if "haiduong" not in query.plans and _is_elsewhere(ranked[0].fact) and not query.has("tinh (?:nao|gi)"):
        own = [one for one in near if not _is_elsewhere(one.fact)]
        ranked = [*own, *(one for one in ranked if one not in own)] if own else ranked
    if query.wants(Aim.LEFT):
        fitting = [one for one in near if last_day(one.fact)]
    elif query.section and query.plans:
        fitting = [one for one in near if _stands_in(query, one.fact)]
    elif query.line.count("bao nhieu") > 1 and not isinstance(ranked[0].fact, Target | Milestone):
        fitting = [one for one in near if isinstance(one.fact, Target)]
    elif isinstance(ranked[0].fact, Target) and _of_higher(ranked[0].fact) and standard(query.line) == "NTM":
        fitting = [one for one in near if isinstance(one.fact, Target) and not _of_higher(one.fact)]
    else:
        return ranked
    return (
        ranked
        if not fitting or fitting[0] is ranked[0]
        else [fitting[0], *(one for one in ranked if one is not fitting[0])]
    )


def _is_elsewhere(fact: Fact) -> bool:
    """Whether a fact is of the other province's plan alone, which nobody means who does not name it, as long as an own one is near."""
    return all(source.plan == "haiduong" for source in fact.sources)


def _of_higher(fact: Fact) -> bool:
    """Whether a figure is of the two higher standards, which nobody means who names none of them."""
    return "nâng cao" in fact.say or "kiểu mẫu" in fact.say


def _stands_in(query: Query, fact: Fact) -> bool:
    return any(
        source.plan in query.plans and f"{source.section}.".startswith(f"{query.section}.") for source in fact.sources
    )


def _says_enough(query: Query) -> bool:
    """Whether the question asks, names something, or has two words that tell something; "các nhà" alone may mean much."""
    return bool(query.aims or query.names_said) or len(query.telling) > 1
