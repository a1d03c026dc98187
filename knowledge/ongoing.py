"""A question that goes on from the last one, made whole: "còn cả năm thì sao?" is the last question with another period.

The last question keeps its words, except those of the kinds that the new message brings itself: its period, year, plan,
body, place, standard, topic, or its question word (../shared/DESIGN.md 7).
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from knowledge.asked import Place
from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.query import Query, fully_marked
from knowledge.toponyms.elsewhere import begins_at, named_alone, places_elsewhere
from knowledge.toponyms.mention import Mention
from knowledge.toponyms.unknown import unknown_place_by_itself


class Slot(StrEnum):
    """A kind of words that a question has once."""

    PERIOD = "period"
    YEAR = "year"
    PLAN = "plan"
    BODY = "body"
    STANDARD = "standard"
    TOPIC = "topic"
    ASKING = "asking"
    ZONE = "zone"
    PLACE = "place"
    DOCUMENT = "document"
    SIDE = "side"


_SLOTS = {
    Slot.PERIOD: r"(?:6|06|sau|9|09|chin) thang(?: dau nam)?|ca nam|cuoi nam|giua nam|hang nam|nua nam|mot nam|1 nam|01 nam|(?:hang|tung|moi) quy|(?<=bao cao )quy(?! (?:dinh|che|mo|uoc))|quy (?:1|2|3|4|i|ii|iii|iv)|so ket|tong ket",
    Slot.YEAR: r"(?:nam )?20[0-4]\d(?: (?:den )?20[0-4]\d)?|nam (?:ngoai|truoc|sau|toi|nay)",
    Slot.PLAN: r"(?:ke hoach|kh) (?:so )?121(?: kh ccb)?|(?:ke hoach |kh )?(?:cua )?(?:ben )?(?:mat tran|mttq|mt)(?: to quoc)? (?:o )?(?:thanh pho |tp |tinh )?(?:tam ky|hai duong|thanh pho)|(?:tinh )?hai duong|(?:thanh pho |tp )?tam ky"
    r"|(?:ke hoach |kh |phong trao |vu )?(?:quang nam )?(?:chung tay )?vi nguoi ngheo|(?:ke hoach|kh|chuong trinh|mtqg) (?:ve )?(?:xay dung )?(?:nong thon moi|ntm)(?: (?:nam )?(?:20)?24 (?:20)?25)?|(?:may |cac |nhung )?(?:ke hoach|kh) (?:khac|kia|con lai)|(?:ke hoach|kh)? ?(?:ve )?cuoc van dong",
    Slot.BODY: r"hoi (?:nong dan|phu nu|lhpn|lien hiep phu nu|chu thap do|khuyen hoc|nguoi cao tuoi|ccb|cuu chien binh)|thanh doan|doan thanh nien|lien doan lao dong|ldld|cong doan|nong dan|phu nu|cong an",
    Slot.STANDARD: r"(?:nong thon moi |ntm )?(?:nang cao|kieu mau)",
    Slot.TOPIC: r"(?:ve )?(?:moi truong|an ninh(?: trat tu)?|antt|atgt|an toan giao thong|giao thong|kinh te|giam ngheo|van hoa|giao duc|y te|thieu nhi)|do thi van minh|dtvm",
    Slot.ASKING: r"(?:vao |truoc |tu |den |toi )?(?:ngay|thang|nam|quy|luc|khi|hom|bua|dip) (?:nao|may|gi|bao nhieu)(?: (?:den|toi) (?:ngay|thang|nam) (?:nao|may))?|bao gio|chung nao|bao lau(?: mot lan)?|(?:nop |gui |bao cao )?(?:cho|den|ve|toi) (?:ai|dau)|ai(?: phu trach| lo| lam| chu tri| ky| nhan)?|o dau"
    r"|bao nhieu(?: phan tram| %)?|may(?: phan tram| %)?|nao|so may|gi|the nao|ra sao|lam sao",
    Slot.ZONE: r"(?:vung |o |cac huyen |huyen )?(?:mien nui(?: cao)?|dong bang|vung cao)|thanh thi|(?:toan )?tinh|thanh pho|tp|(?:dong bao )?(?:dan toc )?thieu so",
    Slot.DOCUMENT: r"(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu(?: lien tich)?|huong dan|nghi dinh|cong van|quy che|chuong trinh phoi hop|nq|qd|ct) (?:so )?\d[\w/]*(?: (?:nq|qd|ct|tt|ttr|ttlt|hd|cv|qc) [a-z]+(?: [a-z]+)?)?",
    Slot.SIDE: r"(?:ve )?(?:nong thon moi|ntm|do thi van minh|dtvm)",
    Slot.PLACE: r"(?<!tac )xa [a-z]+(?: (?!nam|len|dat|thi|la|phan|co|duoc|o|trong|con|muc|chuan|nao|sao|nang|kieu|ve)[a-z]+)?",
}
_COMPILED = {slot: Pattern(rf"(?<!\S)(?:{pattern})(?!\S)") for slot, pattern in _SLOTS.items()}
_JOINERS = re.compile(
    r"^(?:(?:con|the|vay|rua|va|thi|roi|voi|ua|the con|y (?:bac|chu|toi|tui) (?:hoi|la|noi)|y la|nghia la|cai|ben|cua|muc|viec|ngoai ra|ma|da|u|uh|a|trong (?:so )?do|nhung) )+"
)
_LEFTOVERS = Pattern(r"(?: (?:thi sao|thi rang|the nao|sao|rang|vay|rua|the|ha|he|ho|hi|a|nhi|nua|thi|ra sao))+$")
_GOES_ON = Pattern(
    r"^(?:con|the|vay|rua|the con|rua con|vay con|a|u|ua|va|thi|roi|voi|y bac|y chu|y toi|y tui|ngoai|ngoai ra)\b|\bthi sao\b|\bthi rang\b|\b(?:cai|viec|dieu|xa|huyen|ke hoach|mo hinh|ong|ba|to|hoi|ban|bua|ngay|chuyen|van ban|phong trao|han|muc) (?:do|nay|ay|kia|no|day)\b|\bcua no\b|\bo do\b"
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

_HOUSEHOLD = "ho"
_COUNTING = frozenset({"may", "nhieu", "so", "moi", "cac", "nhung"})
_STILL, _CHILD = "con", "conx"
_STAR, _STARS = "sao", frozenset({"3", "4", "5", "ba", "bon", "nam"})
_NUMBERED = frozenset({"chi", "so", "muc", "phan", "thu", "ngay", "thang"})
_BY = "do"
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
_OF_NUMBERS = frozenset({"so", "tieu", "chi", "muc", "cai"})
_ASKING = frozenset({"thi", "la", "ra", "ban", "cua", "ai", "ky", "ve", "noi", "ngay", "khi"})
"""What is asked of a document begins so."""

_DIGITS = 3
_SHORT = 12
_RARE = 2.0


def goes_on(query: Query) -> bool:
    """Returns whether a message says itself that it goes on from the last one."""
    return _GOES_ON.search(_line(query.words)) is not None and len(query.words) <= 2 * _SHORT


def turns_to(query: Query) -> bool:
    """Returns whether a message names another thing and asks the same of it: "tổ hợp tác thì mấy"."""
    return _TURNS_TO.search(_line(query.words)) is not None


def points_back(query: Query) -> bool:
    """Returns whether a message names a thing only as the one that was just told of: "quỹ đó của ai?"."""
    return _POINTS_BACK.search(_line(query.words)) is not None


def asks_part(query: Query) -> bool:
    """Returns whether a message asks for a part of what was just told: "trong đó xây mới bao nhiêu?"."""
    return _PART.search(_line(query.words)) is not None


def may_go_on(query: Query) -> bool:
    """Returns whether a message is so short that it may go on from the last one."""
    return len(query.words) <= _SHORT


def merged(previous: Query, query: Query) -> str:
    """Returns the last question as the new message changes it."""
    start, stop = core(query)
    number = [word.typed for word in query.words[start:stop] if word.fold not in _OF_NUMBERS]
    if len(number) == 1 and number[0].isdigit():  # "tiêu chí 17 là gì?", "còn 18?"
        places = [
            place for place, word in enumerate(previous.words) if word.fold.isdigit() and len(word.fold) <= _DIGITS
        ]
        if len(places) == 1:
            return " ".join(
                number[0] if place == places[0] else word.typed for place, word in enumerate(previous.words)
            )
    if another := another_document(previous, query):
        return another
    own = spans(query, start, stop)
    before = spans(previous, 0, len(previous.words))
    gone = {
        place for slot, found in before.items() if slot in own for first, last in found for place in range(first, last)
    }
    kept = written(previous, [place for place in range(len(previous.words)) if place not in gone])
    lead = _lead(previous, query, before.get(Slot.PLAN, []), own.get(Slot.PLAN, []))
    return " ".join([*kept, *lead, *written(query, range(start, stop))])


def another_document(previous: Query, query: Query) -> str:
    """Returns the last question with another number for its one document's, and what the message asks of that: "còn 2289?"; ""
    where it names no number by itself.
    """
    start, stop = core(query)
    while start < stop and query.words[start].fold in _OF_NUMBERS:
        start += 1
    kind = range(start, start)
    if spans(query, start, stop).get(Slot.DOCUMENT, [(stop, stop)])[0][0] == start:
        number = next((place for place in range(start, stop) if query.words[place].fold.isdigit()), stop)
        kind, start = range(start, number), number
    documents = spans(previous, 0, len(previous.words)).get(Slot.DOCUMENT, [])
    years = [first for first, _ in spans(query, start, stop).get(Slot.YEAR, ())]
    if start == stop or len(documents) != 1 or start in years or not query.words[start].fold.isdigit():
        return ""
    last = _token_end(query, start)
    if last < stop and query.words[last].fold not in _ASKING:
        return ""
    before, end = documents[0]
    number = next(place for place in range(before, end) if previous.words[place].fold[0].isdigit())
    asked = written(query, range(last, stop)) or written(
        previous, range(_token_end(previous, number), len(previous.words))
    )
    return " ".join(
        [
            *written(previous, range(before if kind else number)),
            *written(query, kind),
            query.text[query.words[start].start : query.words[last - 1].end],
            *asked,
        ]
    )


def _token_end(query: Query, place: int) -> int:
    """Where the words end that are written as one with the one at a place: "2289/QĐ-UBND"."""
    words = query.words
    place += 1
    while place < len(words) and " " not in query.text[words[place - 1].end : words[place].start]:
        place += 1
    return place


def _lead(
    previous: Query, query: Query, before: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]
) -> Sequence[str]:
    """ "kế hoạch" before whose plan is named, where the plan that goes was called one: "cái của mặt trận thành phố ai ký"."""
    names = [
        [word.fold for word in question.words[first:last]]
        for question, found in ((previous, before), (query, own))
        for first, last in found
    ]
    return (
        ["kế", "hoạch"]
        if own and before and _is_plan(names[0]) and not any(map(_is_plan, names[len(before) :]))
        else []
    )


def _is_plan(names: Sequence[str]) -> bool:
    return "kh" in names or "ke" in names


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
    slots = {
        place
        for slot, found in spans(query, start, stop).items()
        if slot in kinds
        for first, last in found
        for place in range(first, last)
    }
    begins = {query.words[place].start for place in range(start, stop) if place not in slots}
    return [place for place in query.places if place.weight == 1.0 and place.word.start in begins]


def speaks_of_self(previous: Query, query: Query) -> bool:
    """Returns whether a message begins with its writer's own matter, and has no word in common with the last question.

    What both ask with ("nào", "bao nhiêu"), a year or a place is no common word.
    """
    if _OF_SELF.search(_line(query.words)) is None or goes_on(query):
        return False
    return _matter(previous).isdisjoint(_matter(query))


def _matter(query: Query) -> frozenset[str]:
    asked = {
        place
        for found in spans(query, 0, len(query.words)).values()
        for first, last in found
        for place in range(first, last)
    }
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


def framed(previous: Query, query: Query) -> str:
    """Returns the new message in the frame of the last question: its period, year, plan and question word, not its matter."""
    start, stop = core(query)
    own = spans(query, start, stop)
    kept = sorted(
        place
        for slot, found in spans(previous, 0, len(previous.words)).items()
        if slot not in own and slot not in (Slot.TOPIC, Slot.PLACE, Slot.ZONE)
        for first, last in found
        for place in range(first, last)
    )
    return " ".join([*written(query, range(start, stop)), *written(previous, sorted(set(kept)))])


def of_plan(previous: Query, query: Query) -> str:
    """Returns the new message asked of the plan that the last question named, "" when it named none."""
    plans = spans(previous, 0, len(previous.words)).get(Slot.PLAN, [])
    named = written(previous, [place for first, last in plans for place in range(first, last)])
    start, stop = core(query)
    return " ".join([*written(query, range(start, stop)), "kế hoạch", *named]) if named else ""


def asks_of_plan(query: Query) -> bool:
    """Returns whether a message asks for what a document has: who signed it, its number, on what it rests."""
    return _OF_PLAN.search(_line(query.words)) is not None


def core(query: Query) -> tuple[int, int]:
    """Returns from where to where the words say something, and do not only join them to the last question."""
    words = query.words
    line = _line(words)
    begin = _JOINERS.match(line)
    start = _of_name(query, len(begin.group().split()) if begin else 0)
    rest = " " + " ".join(word.fold for word in words[start:])
    end = _LEFTOVERS.search(rest)
    stop = len(words) - (len(end.group().split()) if end else 0)
    named = [mention.end for mention in (*query.communes, *query.districts) if mention.start < stop < mention.end]
    if stop < len(words) and words[stop].fold == _HOUSEHOLD and _counted(words, stop):
        stop += 1
    if stop < len(words) and words[stop].fold == _STAR and _of_stars(words, stop):
        stop += 1
    return start, max(start, stop, *named)  # "xã Tiên Hà" does not end in "hả"


def _of_stars(words: Sequence[Word], place: int) -> bool:
    """Whether "sao" is a product's star and asks nothing: "mấy cái 5 sao", and not "còn tiêu chí 5 sao"."""
    behind = [word.fold for word in words[max(0, place - 2) : place]]
    return bool(behind) and behind[-1] in _STARS and behind[0] not in _NUMBERED


def _of_name(query: Query, start: int) -> int:
    """Where a name begins that what joins seems to end in: "còn Đà Nẵng?" does not begin with "dạ"."""
    mentions = (*query.communes, *query.districts)
    inside = [mention.start for mention in mentions if mention.start < start < mention.end]
    return min([begins_at(query.base.gazetteer, query.words, start), *inside])


def turns_elsewhere(previous: Query, query: Query) -> str:
    """Returns the place that no plan speaks of, where a message goes on to it and names nothing else: "con da nang 2025 thi may";
    of a commune only behind another one: "con tam tra".
    """
    if not goes_on(query):
        return ""
    start, stop = core(query)
    own = spans(query, start, stop)
    asking = {
        place
        for slot in (Slot.ASKING, Slot.YEAR, Slot.PERIOD)
        for first, last in own.get(slot, ())
        for place in range(first, last)
    }
    named = [query.words[place] for place in range(start, stop) if place not in asking]
    while named and named[-1].fold == _THEN:
        named.pop()
    gazetteer, pairs = query.base.gazetteer, query.base.vocabulary.pairs
    if len(named) == _NAME and previous.communes and not (query.communes or query.districts):
        unknown = unknown_place_by_itself(gazetteer, named, query.text, lambda *pair: pair in pairs, frozenset())
        if unknown:
            return unknown
    return named_alone(gazetteer, named)


def _counted(words: Sequence[Word], place: int) -> bool:
    """Whether a word is a household and no mere sound: "mấy hộ"."""
    return words[place].marked or (place > 0 and words[place - 1].fold in _COUNTING)


def written(query: Query, places: Iterable[int]) -> list[str]:
    """Returns words of a question as they stand in it: "13/2023" and "KH121" are one, though they are read as two."""
    wanted = list(places)
    found: list[str] = []
    for (start, end), group in itertools.groupby(enumerate(query.words), lambda one: (one[1].start, one[1].end)):
        numbers = [place for place, _ in group]
        kept = [place for place in numbers if place in wanted]
        found += [query.text[start:end]] if kept == numbers else [query.words[place].typed for place in kept]
    return found


def _line(words: Sequence[Word]) -> str:
    line = " ".join(word.fold for word in words)
    if "do" in line and any(word.typed == _BY for word in words) and fully_marked(words):
        line = " ".join(
            "dox" if word.typed == _BY else word.fold for word in words
        )  # "mô hình do Hội …" is no "mô hình đó"
    # Among words with their marks "con" is a child, and no "còn".
    return f"{_CHILD}{line[len(_STILL) :]}" if words and words[0].typed == _STILL and fully_marked(words) else line


def spans(query: Query, begin: int, stop: int) -> dict[Slot, list[tuple[int, int]]]:
    """Returns the places (from word to word) of every slot that a question has between two of its words."""
    words = query.words[begin:stop]
    starts: list[int] = []
    line = ""
    for word in words:
        starts.append(len(line))
        line += word.fold + " "
    place_of = {start: place for place, start in enumerate(starts)}
    found: dict[Slot, list[tuple[int, int]]] = {}
    for slot, pattern in _COMPILED.items():
        for match in pattern.finditer(line.rstrip()):
            if match.start() in place_of:
                start = place_of[match.start()]
                found.setdefault(slot, []).append((begin + start, begin + start + len(match.group().split())))
    mentions: Sequence[Mention] = (*query.communes, *query.districts)
    if any(word.fold == "ntm" for word in words) or "nong thon moi" in line:
        found.setdefault(Slot.STANDARD, [])
    pairs = query.base.vocabulary.pairs
    if places_elsewhere(query.base.gazetteer, words, query.text, lambda *pair: pair in pairs):
        found.setdefault(Slot.PLACE, [])
    for mention in mentions:
        if begin <= mention.start < stop:
            start = mention.start - (mention.start > 0 and query.words[mention.start - 1].fold in ("xa", "huyen"))
            found.setdefault(Slot.PLACE, []).append((start, mention.end))
    return found
