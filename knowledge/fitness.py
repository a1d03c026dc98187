"""How well a fact fits a question: what the index says, corrected by what the question demands.

Some checks are gates: a fact that fails one cannot answer, however many words it shares (../shared/retrieval-notes.md 2.6).
The others are signals, weighed by a model that was fitted on the project's own questions (tests/fitting.py).
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from operator import mul
from typing import NamedTuple

from knowledge.demand import Demand, demanded
from knowledge.facts import Fact
from knowledge.fitted import RANKING
from knowledge.index import Hit
from knowledge.places.words import OUTSIDE_LISTS
from knowledge.profile import Profile
from knowledge.query import Query

KINDS = (
    "Regime",
    "Milestone",
    "Model",
    "Target",
    "Communes",
    "Districts",
    "Legal",
    "Duty",
    "Criteria",
    "Content",
    "Note",
)
_UNITS = frozenset(
    [
        "xa",
        "phuong",
        "huyen",
        "thon",
        "ho",
        "nha",
        "km",
        "met",
        "m",
        "htx",
        "lan",
        "sao",
        "diem",
        "nguoi",
        "dieu",
        "chuong",
        "trang",
        "phong",
        "gio",
        "tuoi",
        "ky",
        "kg",
        "can",
        "ngoi",
        "doi",
        "nhom",
        "truong",
        "lop",
        "xe",
        "thanh",
        "tinh",
        "cum",
        "loai",
    ]
)
SIGNALS = (
    "bm25",
    "explained",
    "likeness",
    "focus",
    "company",
    "kinship",
    "missing",
    "plan named",
    "another plan",
    "only Hải Dương",
    "only Tam Kỳ",
    "city: Tam Kỳ",
    "name said",
    "owner named",
    "another owner",
    "district",
    "year",
    "section",
    "another section",
    "when: dated",
    "when: day or month",
    "when: no time",
    "count: target",
    "count: figure",
    "count: no figure",
    "percent",
    "no percent",
    "number: document",
    "number: no document",
    "who: duty",
    "who: content",
    "who: model",
    "name: model",
    "criteria",
    "no criteria",
    "no standard",
    "no unit",
    "no numbered unit",
    "no noun",
    "which: no name",
    "list: places",
    "model: model",
    "model: other",
    "report: regime",
    "report: other",
    "purpose: content",
    *KINDS,
)

_KIND_SIGNALS = {kind: tuple(float(kind == other) for other in KINDS) for kind in KINDS}
_FIGURES = 7
"""So many signals are figures of the index; behind them come those that are there or not."""

_TWO, _THREE = (False, False), (False, False, False)
"""Signals of what is not demanded."""

_HAI_DUONG, _TAM_KY = frozenset({"haiduong"}), frozenset({"tamky"})

_OF_FIGURES, _OF_MARKS = RANKING[:_FIGURES], RANKING[_FIGURES:]
"""How much each of them weighs."""


class Candidate(NamedTuple):
    """A fact with its score, its share of the belief among all candidates, and the signals behind it."""

    fact: Fact
    score: float
    share: float
    hit: Hit
    signals: tuple[float, ...]

    @property
    def checks(self) -> tuple[str, ...]:
        """What was noticed beside the index's figures, in words."""
        return tuple(
            name
            for name, value in zip(SIGNALS[_FIGURES : -len(KINDS)], self.signals[_FIGURES : -len(KINDS)], strict=True)
            if value
        )


@lru_cache(maxsize=64)
def candidates(query: Query) -> Sequence[Candidate]:
    """Returns the facts that may answer, best first; those that a gate shuts out are not among them."""
    rows = gathered(query)
    if not rows:
        return []
    scores = [
        sum(map(mul, signals[:_FIGURES], _OF_FIGURES)) + sum(compress(_OF_MARKS, signals[_FIGURES:]))
        for _, signals in rows
    ]
    found = sorted(
        ((score, hit, signals) for score, (hit, signals) in zip(scores, rows, strict=True)), key=lambda one: -one[0]
    )
    most = found[0][0]
    total = sum(math.exp(score - most) for score, _, _ in found)
    facts = query.base.library.facts
    return [
        Candidate(facts[hit.fact], score, math.exp(score - most) / total, hit, signals) for score, hit, signals in found
    ]


def gathered(query: Query) -> list[tuple[Hit, tuple[float, ...]]]:
    """Returns the index's best hits that no gate shuts out, each with its signals."""
    demand = demanded(query)
    said = query.names_said
    profiles = query.base.profiles
    hits = query.base.index.search(query.places)
    if demand.shuts_out:
        hits = [hit for hit in hits if not _shut_out(demand, profiles[hit.fact])]
    else:
        hits = [hit for hit in hits if not _is_misprint(demand, profiles[hit.fact])]
    return [(hit, _signals(query, demand, hit, profiles[hit.fact], said)) for hit in hits]


def _shut_out(demand: Demand, profile: Profile) -> bool:
    """Whether a fact cannot answer: a misprint nobody asked for, no e-mail in it, another province, place, body or year."""
    if _is_misprint(demand, profile):
        return True
    if demand.email and not profile.email:
        return True
    if "haiduong" in demand.plans and "haiduong" not in profile.plans:
        return True
    if demand.districts and not any(name in profile.own for name in demand.districts):
        return True
    if any(not body.search(profile.own) for body in demand.bodies):
        return True
    return bool(demand.years) and not _of_year(demand, profile) and not _years_open(demand, profile)


def _is_misprint(demand: Demand, profile: Profile) -> bool:
    return bool(profile.misprint) and profile.misprint not in demand.text


def _of_year(demand: Demand, profile: Profile) -> bool:
    return demand.years_needed <= profile.years


def _years_open(demand: Demand, profile: Profile) -> bool:
    """A fact that names no year answers for its plan's years."""
    return demand.years <= profile.plan_years and (not profile.years or profile.kind == "Legal" or profile.one_year)


def _signals(query: Query, demand: Demand, hit: Hit, profile: Profile, said: frozenset[int]) -> tuple[float, ...]:
    """The signals in the order of SIGNALS; most demand nothing, and so nothing is looked for."""
    kind, plans = profile.kind, profile.plans
    named = bool(demand.plans)
    own = named and not demand.plans.isdisjoint(plans)
    inside = bool(demand.section) and any(
        f".{demand.section}." in f".{section}."
        for plan, section in profile.sections
        if not named or plan in demand.plans
    )
    unit, numbered = _counted(query, demand, profile) if demand.counted else (False, False)
    places = kind in ("Communes", "Districts")
    about = profile.about
    return (
        hit.bm25,
        hit.explained,
        hit.likeness,
        hit.focus,
        hit.company,
        hit.kinship,
        hit.missing,
        own,
        named and not own,
        not named and plans == _HAI_DUONG,
        not named and plans == _TAM_KY,
        demand.city and not named and "tamky" in plans,
        hit.fact in said,
        *((not demand.owners.isdisjoint(plans), demand.owners.isdisjoint(plans)) if demand.owners else _TWO),
        bool(demand.districts),
        bool(demand.years) and _of_year(demand, profile),
        inside,
        bool(demand.section) and not inside,
        *((profile.dated, profile.month, not profile.time) if demand.when else _THREE),
        *((kind == "Target", profile.digits, not profile.digits) if demand.count else _THREE),
        *((profile.percent, not profile.percent) if demand.percent else _TWO),
        *((kind == "Legal", kind != "Legal") if demand.number else _TWO),
        *((kind == "Duty", kind == "Content", kind == "Model") if demand.who else _THREE),
        demand.name and kind == "Model",
        *((kind == "Criteria", kind != "Criteria") if demand.criteria else _TWO),
        bool(demand.standards) and not any(name in about for name in demand.standards),
        unit,
        numbered,
        bool(demand.nouns) and any(not re.search(rf"\b{noun}\b", about) for noun in demand.nouns),
        bool(demand.which) and not places and not _names(query, demand, profile),
        demand.listed and places,
        *((kind == "Model", kind != "Model") if demand.model else _TWO),
        *((kind == "Regime", kind != "Regime") if demand.report else _TWO),
        demand.purpose and kind == "Content",
        *_KIND_SIGNALS[kind],
    )


def _names(query: Query, demand: Demand, profile: Profile) -> bool:
    """Whether a fact names a place of the kind whose names are asked for."""
    gazetteer = query.base.gazetteer
    if demand.which == "huyen":
        return "mien nui" in profile.say or any(name in profile.say for name in gazetteer.districts.full)
    if demand.which == "xa":
        names = (OUTSIDE_LISTS, *(name for name in gazetteer.communes.full if " " in name))
        return profile.kind == "Note" or any(f" {name}" in profile.say for name in names)
    return False


def _counted(query: Query, demand: Demand, profile: Profile) -> tuple[bool, bool]:
    """ "Bao nhiêu xã?": whether the fact lacks the unit that is counted, and whether it has the unit without a number."""
    missing = bare = False
    for unit in demand.counted:
        if unit in ("%", "phan tram"):
            bare = bare or not profile.percent
        elif unit not in query.base.vocabulary:
            missing = missing or unit not in query.base.speech.plain_fillers
        elif unit in _UNITS:
            has, numbered = _has_unit(unit, profile.about)
            missing = missing or not has
            bare = bare or (has and not numbered)
    return missing, bare


@lru_cache(maxsize=20_000)
def _has_unit(unit: str, about: str) -> tuple[bool, bool]:
    """Whether a fact has a unit at all, and with a number."""
    if not re.search(rf"\b{unit}\b", about):
        return False, False
    numbered = rf"\d[\d.,/]* (?:[a-z%]+ ){{0,3}}{unit}\b|\bso (?:[a-z]+ )?{unit} (?:[a-z]+ ){{0,9}}\d"
    return True, re.search(numbered, about) is not None
