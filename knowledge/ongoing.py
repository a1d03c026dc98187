"""Whether and how a message goes on from the last question: by its words, by its shortness, to another thing."""

from collections.abc import Sequence

from knowledge.asked import Place
from knowledge.core_words import core, line_of
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.slots import Slot, covered, spans
from knowledge.toponyms.elsewhere import named_alone
from knowledge.toponyms.unknown import unknown_place_by_itself

_GOES_ON = Pattern(
    r"^(?:con|rieng|the|vay|rua|the con|rua con|vay con|a|u|ua|va|thi|roi|voi|y bac|y chu|y toi|y tui|ngoai|ngoai ra)\b|\bthi sao\b|\bthi rang\b|\b(?:cai|viec|dieu|xa|huyen|ke hoach|mo hinh|ong|ba|to|hoi|ban|bua|ngay|chuyen|van ban|phong trao|han|muc) (?:do|nay|ay|kia|no|day)\b|\bcua no\b|\bo do\b"
)
_POINTS_BACK = Pattern(r"\b[a-z]+ (?:do|ay|kia|no)\b(?! (?:hoi|ban|ubnd|mttq|mat tran|doan|ai)\b)")
_PART = Pattern(r"^(?:(?:con|the|vay|rua|va|a|ma) )*trong (?:so )?(?:do|ay|nay)\b")
_TURNS_TO = Pattern(r"\w thi (?:may|bao nhieu|sao|rang|ai|nao|gi|khi|ngay|nam|o dau|the nao|ra sao|bao gio)\b")
_OF_PLAN = Pattern(
    r"\b(?:ai|nguoi|ong nao) ky\b|\bky ten\b|\bchuc (?:gi|vu|danh|chi)\b|\bai ban hanh\b|\bban hanh (?:ngay|khi|luc)\b|\bso (?:hieu|may|bao nhieu) (?:vay|rua)?$|\bcan cu (?:vao )?(?:dau|gi|van ban)\b|\bnoi nhan\b"
)
_OF_SELF = Pattern(
    r"^(?:(?:nha|gia dinh|chi hoi|vo|chong|con|ba xa|ong xa|ong|ba|anh|chi|em) )?(?:toi|tui|minh|bac|chu|chau|em)(?: oi)?"
    r" (?:muon(?! (?:hoi|biet|xem|coi|noi))|bi|dang|vua|moi|da|nghi|bo|la|co|khong (?:biet|hieu|thay|doc|nghe|bam))\b"
)
"""How somebody begins who tells or wishes something of his own."""

_ZONES = ("dong bang", "mien nui")
_THEN = "thi"
_NAME = 2
"""So many words has a commune's name."""

_SMALL = frozenset(
    [
        "toi",
        "tui",
        "minh",
        "bac",
        "chu",
        "em",
        "chau",
        "anh",
        "chi",
        "ong",
        "ba",
        "cho",
        "xin",
        "hoi",
        "giup",
        "voi",
        "la",
        "co",
        "cai",
        "thi",
        "muon",
        "duoc",
        "khong",
        "voi",
        "cua",
        "va",
        "mot",
    ]
)
_SHORT = 12
_RARE = 2.0


def goes_on(query: Query) -> bool:
    """Returns whether a message says itself that it goes on from the last one."""
    return _GOES_ON.search(line_of(query.words)) is not None and len(query.words) <= 2 * _SHORT


def turns_to(query: Query) -> bool:
    """Returns whether a message names another thing and asks the same of it: "tổ hợp tác thì mấy"."""
    return _TURNS_TO.search(line_of(query.words)) is not None


def points_back(query: Query) -> bool:
    """Returns whether a message names a thing only as the one that was just told of: "quỹ đó của ai?"."""
    return _POINTS_BACK.search(line_of(query.words)) is not None


def asks_part(query: Query) -> bool:
    """Returns whether a message asks for a part of what was just told: "trong đó xây mới bao nhiêu?"."""
    return _PART.search(line_of(query.words)) is not None


def may_go_on(query: Query) -> bool:
    """Returns whether a message is so short that it may go on from the last one."""
    return len(query.words) <= _SHORT


def brings_matter(query: Query) -> bool:
    """Returns whether a message that goes on names a matter of its own, beside a period, a plan or a question word."""
    index = query.base.index
    return any(
        place.word.fold.isalpha() and place.meant and index.idf(place.meant[0][0]) > _RARE for place in matter_of(query)
    )


def matter_of(query: Query) -> Sequence[Place]:
    """Returns the places of a message that name something, beside a period, a plan or a question word."""
    return _places_beside(query, tuple(Slot))


def named_by(query: Query) -> Sequence[Place]:
    """Returns the places of a message that name something, its topic, standard, body and commune too."""
    return _places_beside(query, (Slot.PERIOD, Slot.YEAR, Slot.PLAN, Slot.ASKING, Slot.ZONE))


def _places_beside(query: Query, kinds: Sequence[Slot]) -> Sequence[Place]:
    start, stop = core(query)
    slots = covered(spans(query, start, stop), kinds)
    begins = {query.words[place].start for place in range(start, stop) if place not in slots}
    return [place for place in query.places if place.weight == 1.0 and place.word.start in begins]


def speaks_of_self(previous: Query, query: Query) -> bool:
    """Returns whether a message begins with its writer's own matter, and has no word in common with the last question.

    What both ask with ("nào", "bao nhiêu"), a year or a place is no common word.
    """
    if _OF_SELF.search(line_of(query.words)) is None or goes_on(query):
        return False
    return _matter(previous).isdisjoint(_matter(query))


def _matter(query: Query) -> frozenset[str]:
    asked = covered(spans(query, 0, len(query.words)))
    words = (word.fold for place, word in enumerate(query.words) if place not in asked)
    return frozenset(word for word in words if word not in _SMALL)


def changes(query: Query) -> bool:
    """Returns whether a message brings words of a kind that a question has once: a period, a year, a plan, a question word."""
    return bool(spans(query, *core(query)))


def alters(previous: Query, query: Query) -> bool:
    """Returns whether a message has another period, year, plan or place for one that the last question had."""
    own, before = spans(query, *core(query)), spans(previous, 0, len(previous.words))
    return bool((own.keys() & before.keys()) - {Slot.ASKING})


def names_topic(query: Query) -> bool:
    """Returns whether a message names one of the topics that run through all plans: the environment, road traffic."""
    return Slot.TOPIC in spans(query, *core(query))


def zones_named(query: Query) -> Sequence[str]:
    """Returns the parts of the country that a message names by its plain words: the plain, the mountains."""
    line = line_of(query.words)
    return [zone for zone in _ZONES if zone in line]


def asks_of_plan(query: Query) -> bool:
    """Returns whether a message asks for what a document has: who signed it, its number, on what it rests."""
    return _OF_PLAN.search(line_of(query.words)) is not None


def turns_elsewhere(previous: Query, query: Query) -> str:
    """Returns the place that no plan speaks of, where a message goes on to it and names nothing else: "con da nang 2025 thi may";
    of a commune only behind another one: "con tam tra".
    """
    if not goes_on(query):
        return ""
    start, stop = core(query)
    asking = covered(spans(query, start, stop), (Slot.ASKING, Slot.YEAR, Slot.PERIOD))
    named = [query.words[place] for place in range(start, stop) if place not in asking]
    while named and named[-1].fold == _THEN:
        named.pop()
    gazetteer, pairs = query.base.gazetteer, query.base.vocabulary.pairs
    if len(named) == _NAME and previous.communes and not (query.communes or query.districts):
        unknown = unknown_place_by_itself(gazetteer, named, query.text, lambda *pair: pair in pairs, frozenset())
        if unknown:
            return unknown
    return named_alone(gazetteer, named)
