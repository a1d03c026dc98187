"""How well a fact fits a question: what the index says, corrected by what the question names and wants.

Some checks are gates: a fact that fails one cannot answer, however many words it shares (../shared/retrieval-notes.md 2.6).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.aims import Aim
from knowledge.facts import Communes, Content, Criteria, Districts, Duty, Fact, Legal, Milestone, Model, Regime, Target
from knowledge.fold import plain
from knowledge.index import Hit
from knowledge.query import Query

_BODIES = tuple(
    re.compile(rf"\b(?:{pattern})\b")
    for pattern in (
        r"nong dan",
        r"lhpn|phu nu",
        r"thanh doan|thanh nien|doan vien",
        r"ldld|cong nhan",
        r"chu thap do",
        r"khuyen hoc|hoc tap",
        r"nguoi cao tuoi|cao tuoi",
        r"cong an",
    )
)
_NAMED_BODIES = tuple(
    re.compile(rf"\b(?:{pattern})\b")
    for pattern in (
        r"hoi nong dan",
        r"hoi lhpn|lhpn",
        r"thanh doan|doan thanh nien",
        r"ldld",
        r"chu thap do",
        r"hoi khuyen hoc",
        r"hoi nguoi cao tuoi",
        r"nganh cong an",
    )
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_WHICH = re.compile(
    r"\b(?<!loai )(huyen|phuong|thon|xa|khu pho|to dan pho) (?:ay |do |cu the )?nao\b"
    r"|\bnhung (huyen|phuong(?! cham)|thon|xa|san pham)\b.{0,30}\b(?:nao|gi)\b"
    r"|\b(?<!loai )(?:huyen|phuong|thon|xa|san pham|don vi)(?: [a-z0-9]+){0,12} ten (?:la )?gi\b"
)
_COUNTED = re.compile(r"\b(?:bao nhieu|may) (?:cai |can |ngoi )?([a-z%]+(?: tram)?)\b(?!.{0,14}\bnao\b)")
_NOUN = re.compile(
    r"\b(mon|cay|mau|giong|bai|sach|truong|lop|chat lieu) (?:gi|nao)\b|\b(moi (?:huyen|xa|chi hoi|thon|ho|nguoi|hoi vien))\b"
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
_DETAIL = re.compile(
    r"\bchat lieu\b|\blam bang\b|\b(?:gom|la) (?:[a-z0-9]+ ){0,4}(?:tu|cung|khong|co|sach|ho|sot|day) (?:gi|nao)\b|\b(?:nhung|cac|may) (?:cai )?(?:tu|cung|khong|co) (?:gi|nao)\b"
    r"|\bcach (?:lam|thuc hien)\b|\blam (?:nhu )?(?:the nao|sao|ra sao)\b|\bsang lap\b|\bnghi ra\b|\bkhoi xuong\b|\b(?:bat dau|thanh lap|ra doi) (?:tu )?(?:nam|khi|ngay)\b"
    r"|\bmay lan\b|\bbao nhieu (?:ho|nguoi|thanh vien|met|lit|can)\b|\bmay (?:ho|nguoi|met|lit|can)\b|\bgom (?:nhung )?gi\b|\b(?:gom |la )?nhung don vi nao\b|\b(?:cung|tu) (?:nhung )?(?:viec )?(?:gi|nao)\b|\bco nghia\b|\bnghia la\b|\b(?:thon|xa|huyen) nao\b"
)
_WHICH_CRITERIA = re.compile(
    r"\btieu chi\b.{0,70}\bso (?:may|bao nhieu|nao)\b|\b(?:nhung|cac)? ?tieu chi (?:thu |so )?(?:may|nao|bao nhieu)\b"
)
_REJECTED = -9.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with its score after the checks, and what they said."""

    fact: Fact
    score: float
    hit: Hit
    checks: tuple[str, ...] = field(default=())


def candidates(query: Query) -> Sequence[Candidate]:
    """Returns the facts that may answer, best first; those that a gate shut out come last with a negative score."""
    bodies = [known for named, known in zip(_NAMED_BODIES, _BODIES, strict=True) if named.search(query.line)]
    found = [
        _checked(query, query.base.library.facts[hit.fact], hit, bodies)
        for hit in query.base.index.search(query.places)
    ]
    return sorted(found, key=lambda one: -one.score)


def _checked(query: Query, fact: Fact, hit: Hit, bodies: Sequence[re.Pattern[str]]) -> Candidate:
    about = query.base.about[hit.fact]
    changes = {
        "kind": _kind(query, fact),
        "plan": _plan(query, fact),
        "district": _district(query, about),
        "year": _year(query, fact),
        "section": _section(query, fact),
        "body": _body(bodies, about),
        "which": _which(query, fact),
        "counted": _counted(query, about),
        "standard": _standard(query, about),
    }
    score = hit.score + sum(changes.values())
    return Candidate(fact, score, hit, tuple(f"{name} {change:+.2f}" for name, change in changes.items() if change))


def _kind(query: Query, fact: Fact) -> float:
    """A fact of the kind that is asked for is nearer; an e-mail address must stand in it when one is asked for."""
    if isinstance(fact, Legal) and "nhầm" in fact.number and fact.number.split("/")[0] not in query.text:
        return _REJECTED  # a misprint of the source: told only to who asks for it
    if query.wants(Aim.EMAIL) and "@" not in fact.say:
        return _REJECTED
    if query.finds(_WHICH_CRITERIA):
        return 0.25 if isinstance(fact, Criteria) else -0.1
    if query.wants(Aim.NUMBER):
        return 0.12 if isinstance(fact, Legal) else -0.08
    if query.wants(Aim.WHEN, Aim.LEFT) and not query.wants(Aim.COUNT):
        return (
            0.08
            if isinstance(fact, Milestone | Regime | Districts)
            else 0.0
            if any(c.isdigit() for c in fact.say)
            else -0.06
        )
    if query.wants(Aim.COUNT):
        return 0.06 if isinstance(fact, Target) else 0.0 if any(c.isdigit() for c in fact.say) else -0.08
    if query.wants(Aim.NAME):
        return 0.1 if isinstance(fact, Model) else 0.0
    if query.wants(Aim.WHO):
        return 0.05 if isinstance(fact, Duty | Content | Model) else 0.0
    return 0.0


def _plan(query: Query, fact: Fact) -> float:
    plans = {source.plan for source in fact.sources}
    if plans == {"haiduong"} and "haiduong" not in query.plans:
        return -0.2
    if not query.plans:
        return 0.0
    if plans & set(query.plans):
        return 0.08
    return _REJECTED if query.has("hai duong") else -0.15


def _district(query: Query, about: str) -> float:
    named = [name for mention in query.districts for name in mention.names]
    if not named:
        return 0.0
    return 0.06 if any(plain(name) in about for name in named) else _REJECTED


def _year(query: Query, fact: Fact) -> float:
    """A fact that names years answers only for those; one that names none answers for its plan's years."""
    if not query.years:
        return 0.0
    text = f"{fact.say} {getattr(fact, 'year', '')} {getattr(fact, 'when', '')}"
    own = {int(year) for year in _YEARS.findall(text)}
    for start, end in _SPAN.findall(text):
        own.update(range(int(start), int(end) + 1))
    if query.years_needed <= own:
        return 0.04
    plan_years = {year for source in fact.sources for year in _plan_years(query, source.plan)}
    if set(query.years) <= plan_years and (not own or isinstance(fact, Legal) or len(plan_years) == 1):
        return 0.0
    return _REJECTED


def _plan_years(query: Query, key: str) -> range:
    plan = query.base.library.plan(key)
    return range(plan.start.year, plan.end.year + 1)


def _section(query: Query, fact: Fact) -> float:
    if not query.section:
        return 0.0
    inside = any(
        f".{query.section}." in f".{source.section}."
        for source in fact.sources
        if not query.plans or source.plan in query.plans
    )
    return 0.15 if inside else -0.2


def _body(bodies: Sequence[re.Pattern[str]], about: str) -> float:
    """A body that is named must be the fact's."""
    return _REJECTED if any(not known.search(about) for known in bodies) else 0.0


def _standard(query: Query, about: str) -> float:
    """ "Nông thôn mới nâng cao" is not "nông thôn mới": a fact without the standard that is named cannot answer."""
    named = [
        name
        for name in ("nang cao", "kieu mau")
        if re.search(rf"\b(?:ntm|xa|huyen|thon|chuan|dat|len|muc) {name}\b", query.line)
    ]
    if named and not any(name in about for name in named):
        return -0.3
    return 0.0


def _counted(query: Query, about: str) -> float:
    """ "Bao nhiêu xã?" wants a fact with a number of communes."""
    for unit in _COUNTED.findall(query.line):
        if unit in ("%", "phan tram"):
            if "%" not in about:
                return -0.3
        elif unit not in query.base.vocabulary:
            if unit not in query.base.speech.plain_fillers:
                return -0.5
        elif unit in _UNITS:
            if not re.search(rf"\b{unit}\b", about):
                return -0.5
            if not re.search(
                rf"\d[\d.,/]* (?:[a-z%]+ ){{0,3}}{unit}\b|\bso (?:[a-z]+ )?{unit} (?:[a-z]+ ){{0,9}}\d", about
            ):
                return -0.25
    for noun, each in _NOUN.findall(query.line):
        if not re.search(rf"\b{noun or each}\b", about):
            return -0.4
    return 0.0


def asks_detail(query: Query) -> bool:
    """Returns whether the question wants what lies behind a name: how it is made, what its numbers stand for, who thought of it."""
    return query.finds(_DETAIL)


def names_places(query: Query) -> bool:
    """Returns whether the question wants the names of places or products: "ở những thôn nào?", "bốn xã ấy tên gì?"."""
    return query.finds(_WHICH)


def _which(query: Query, fact: Fact) -> float:
    """ "Huyện nào?" wants a fact that names one."""
    found = _WHICH.search(query.line)
    if not found or isinstance(fact, Communes | Districts):
        return 0.0
    what = found.group(1) or found.group(2) or found.group().split()[0]
    said = plain(fact.say)
    gazetteer = query.base.gazetteer
    if what == "huyen":
        return 0.0 if any(name in said for name in gazetteer.districts.full) or "mien nui" in said else _REJECTED
    if what == "xa":
        return 0.0 if any(f" {name}" in said for name in gazetteer.communes.full if " " in name) else _REJECTED
    return _REJECTED
