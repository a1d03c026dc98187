"""The kinds of words that a question has once, and where they stand in it: its period, year, plan, place (../shared/DESIGN.md 7)."""

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.toponyms.elsewhere import places_elsewhere
from knowledge.toponyms.mention import Mention


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
    Slot.PERIOD: r"(?:6|06|sau|9|09|chin) thang(?: dau nam)?|ca nam|cuoi nam|giua nam|hang nam|nua nam|mot nam|1 nam|01 nam|(?:hang|tung|moi) quy|(?<=bao cao )quy(?! (?:dinh|che|mo|uoc))|(?<=bao cao )nam(?! (?:20\d\d|nay|ngoai|truoc|sau|toi|nao|may|gi|bao|thi dua))|quy (?:1|2|3|4|i|ii|iii|iv)|so ket|tong ket",
    Slot.YEAR: r"(?:nam )?20[0-4]\d(?: (?:den )?20[0-4]\d)?|nam (?:ngoai|truoc|sau|toi|nay)",
    Slot.PLAN: r"(?:ke hoach|kh) (?:so )?121(?: kh ccb)?|(?<!tu )(?<!tt )121(?! (?:tt|thong|xa|ho|thon|nguoi|nha|km|trieu|san))|(?:ke hoach |kh )?(?:cua )?(?:ben )?(?:mat tran|mttq|mt)(?: to quoc)? (?:o )?(?:thanh pho |tp |tinh )?(?:tam ky|hai duong|thanh pho)|(?:tinh )?hai duong|(?:thanh pho |tp )?tam ky"
    r"|(?:ke hoach |kh |phong trao |vu )?(?:quang nam )?(?:chung tay )?vi nguoi ngheo|(?:ke hoach|kh|chuong trinh|mtqg) (?:ve )?(?:xay dung )?(?:nong thon moi|ntm)(?: (?:nam )?(?:20)?24 (?:20)?25)?|(?:may |cac |nhung )?(?:ke hoach|kh) (?:khac|kia|con lai)|(?:ke hoach|kh)? ?(?:ve )?cuoc van dong(?: (?:so )?121)?",
    Slot.BODY: r"hoi (?:nong dan|phu nu|lhpn|lien hiep phu nu|chu thap do|khuyen hoc|nguoi cao tuoi|ccb|cuu chien binh)|thanh doan|doan thanh nien|lien doan lao dong|ldld|cong doan|nong dan|phu nu|cong an",
    Slot.STANDARD: r"(?:nong thon moi |ntm )?(?:nang cao|kieu mau)",
    Slot.TOPIC: r"(?:ve )?(?:moi truong|an ninh(?: trat tu)?|antt|atgt|an toan giao thong|giao thong|kinh te|giam ngheo|van hoa|giao duc|y te|thieu nhi)|do thi van minh|dtvm",
    Slot.ASKING: r"(?:vao |truoc |tu |den |toi )?(?:ngay|thang|nam|quy|luc|khi|hom|bua|dip) (?:nao|may|gi|bao nhieu)(?: (?:den|toi) (?:ngay|thang|nam) (?:nao|may))?|bao gio|chung nao|bao lau(?: mot lan)?|(?:nop |gui |bao cao )?(?:cho|den|ve|toi) (?:ai|dau)|ai(?: phu trach| lo| lam| chu tri| ky| nhan)?|o dau"
    r"|bao nhieu(?: phan tram| %)?|may(?: phan tram| %)?|nao|so may|gi|the nao|ra sao|lam sao",
    Slot.ZONE: r"(?:vung |o |duoi |tren |cac huyen |huyen )?(?:mien nui(?: cao)?|dong bang|vung cao)|thanh thi|(?:toan )?tinh|thanh pho|tp|(?:dong bao )?(?:dan toc )?thieu so",
    Slot.DOCUMENT: r"(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu(?: lien tich)?|huong dan|nghi dinh|cong van|quy che|chuong trinh phoi hop|nq|qd|ct) (?:so )?\d[\w/]*(?: (?:nq|qd|ct|tt|ttr|ttlt|hd|cv|qc) [a-z]+(?: [a-z]+)?)?",
    Slot.SIDE: r"(?:ve )?(?:nong thon moi|ntm|do thi van minh|dtvm)",
    Slot.PLACE: r"(?<!tac )xa [a-z]+(?: (?!nam|len|dat|thi|la|phan|co|duoc|o|trong|con|muc|chuan|nao|sao|nang|kieu|ve)[a-z]+)?",
}
_COMPILED = {slot: Pattern(rf"(?<!\S)(?:{pattern})(?!\S)") for slot, pattern in _SLOTS.items()}


@lru_cache(maxsize=64)  # of the same words several ask: what they bring, what they change, what they name
def spans(query: Query, begin: int, stop: int) -> Mapping[Slot, list[tuple[int, int]]]:
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


def covered(spans: Mapping[Slot, Sequence[tuple[int, int]]], slots: Container[Slot] = tuple(Slot)) -> frozenset[int]:
    """Returns the places of the words that stand in one of some slots."""
    return frozenset(
        place for slot, found in spans.items() if slot in slots for first, last in found for place in range(first, last)
    )
