"""Whether an answer is of the place that the question names: its province, its district, its level, its standard."""

from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.facts import Communes, Districts, Fact, Milestone, Regime, Target
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.query import Query

_CENTRE = Pattern(r"\b(?:len|cho|toi|den|gui|ve) (?:[a-z]+ ){0,2}trung uong\b")
_SHARED_OUT = Pattern(r"\b(?:chia|phan bo|giao) (?:cho|ve|ra|deu)\b.{0,30}\b(?:may|bao nhieu)\b")
_PROVINCE = Pattern(r"\bquang nam\b|\bccb\b|\bhoi (?:minh|ta)\b")
"""What is of this province; the association's words are, since the other one's plan is its Front's."""

_OTHER_PROVINCE = Pattern(r"\bhai duong\b|\btinh (?:nao|gi)\b")
_GIVEN = Pattern(r"\bduoc (?:tinh )?giao\b")
_PROVINCIAL = Pattern(r"\btinh\b")
_OF_PROVINCE = Pattern(
    r"\b(?:nong dan|phu nu|lhpn|doan thanh nien|chu thap do|khuyen hoc|nguoi cao tuoi|cao tuoi|ldld) tinh\b"
)


def another_province(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether this province is asked about and all that is told is of the other one."""
    here = query.asks(_PROVINCE) or "tamky" in query.plans or bool(query.districts)
    return (
        bool(facts)
        and here
        and not query.asks(_OTHER_PROVINCE)
        and all(source.plan == "haiduong" for fact in facts for source in fact.sources)
    )


def to_the_centre(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a report to the centre is asked about, and no report that is told goes there."""
    if not query.asks(_CENTRE) or not any(isinstance(fact, Regime) for fact in facts):
        return False
    own = [
        fact for fact in facts if query.asks(_OTHER_PROVINCE) or not all(one.plan == "haiduong" for one in fact.sources)
    ]
    return "trung uong" not in body or not any("trung uong" in plain(fact.say) for fact in own)


def shared_out(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether a total's shares are asked for: "chia cho Tam Kỳ mấy hộ?"."""
    return (
        query.asks(_SHARED_OUT)
        and bool(query.districts or query.communes or "tamky" in query.plans)
        and "chia" not in body
    )


def of_the_province(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a district's own figure is asked for, and the province's is told."""
    named = [plain(name) for mention in query.districts for name in mention.names]
    named += ["tam ky"] if "tam ky" in query.line else []
    if not named or not query.asks(_GIVEN):
        return False
    says = [plain(fact.say) for fact in facts]
    return all(isinstance(fact, Target) for fact in facts) and all(
        _PROVINCIAL.search(say) and not any(name in say for name in named) for say in says
    )


def another_standard(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a district's date for one standard, or a commune's, is told where another one is asked about."""
    kinds = Communes if len(query.communes) == 1 else Districts | Milestone
    if query.wants(Aim.YESNO) or query.has("khong|chua|hay (?:nang cao|kieu mau)|(?:nang cao|kieu mau) hay"):
        return False
    return (
        bool(facts)
        and bool(query.districts or query.communes)
        and all(isinstance(fact, kinds) for fact in facts)
        and any(query.has(name) and name not in body for name in ("nang cao", "kieu mau"))
    )


def another_district(whole: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a district is named and what is told is only the city's plan."""
    return (
        bool(facts)
        and bool(whole.districts)
        and "tam ky" not in whole.line
        and all(source.plan == "tamky" for fact in facts for source in fact.sources)
    )


def another_level(query: Query, body: str) -> bool:
    """Returns whether a province's association is asked about, and the answer speaks of the city's."""
    return query.finds(_OF_PROVINCE) and "thanh pho tam ky" in body
