"""What a question demands of a fact, read once from its words: the body, the place, the year, the kind of answer."""

import re
from dataclasses import dataclass

from knowledge.aims import Aim
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.planned import owner_named
from knowledge.query import Query

_BODIES = tuple(
    (Pattern(rf"\b(?:{named})\b"), re.compile(rf"\b(?:{known})\b"))
    for named, known in (
        (r"hoi nong dan", r"nong dan"),
        (r"hoi lhpn|lhpn", r"lhpn|phu nu"),
        (r"thanh doan|doan thanh nien", r"thanh doan|thanh nien|doan vien"),
        (r"ldld", r"ldld|cong nhan"),
        (r"chu thap do", r"chu thap do"),
        (r"hoi khuyen hoc", r"khuyen hoc|hoc tap"),
        (r"hoi nguoi (?:cao|cao cao|coa|co|ca|cau) tuoi", r"nguoi cao tuoi|cao tuoi"),
        (r"nganh cong an|cong an", r"cong an"),
        (r"(?:hoi )?ccb (?:thanh pho |tp |o )*tam ky|hoi ccb thanh pho", r"ccb"),
        (r"huyen doan|xa doan|phuong doan|thi doan|tinh doan", r"huyen doan|xa doan|phuong doan|thi doan|tinh doan"),
    )
)
_ANY_BODY = Pattern("|".join(named.pattern for named, _ in _BODIES))
_WHICH = Pattern(
    r"\b(?<!loai )(?<!khong )(?<!khong con )(?<!khong de )(?<!mot )(huyen|phuong|thon|xa|khu pho|to dan pho) (?:ay |do |cu the )?nao\b(?! cung)"
    r"|\bnhung (huyen|phuong(?! cham)|thon|xa|san pham)\b.{0,30}\b(?:nao|gi)\b"
    r"|\b(?<!loai )(?:huyen|phuong|thon|xa|san pham|don vi)(?: [a-z0-9]+){0,12} ten (?:la )?gi\b"
)
_NONE = Pattern(r"\bkhong (?:[a-z]+ ){0,3}(?:xa|huyen|thon) nao\b")
"""No commune at all, and not which one: "không để xã nào dưới 15 tiêu chí"."""

_COUNTED = Pattern(r"\b(?:bao nhieu|may) (?:cai |can |ngoi )?([a-z%]+(?: tram)?)\b(?!.{0,14}\bnao\b)")
_NOUN = Pattern(
    r"\b(mon|cay|mau|giong|bai|sach|truong|lop|chat lieu) (?:gi|nao)\b|\b(moi (?:huyen|xa|chi hoi|thon|ho|nguoi|hoi vien))\b"
)
_STANDARD = Pattern(r"\b(?:ntm|xa|huyen|thon|chuan|dat|len|muc) (nang cao|kieu mau)\b")
_CRITERIA = Pattern(
    r"\btieu chi\b.{0,70}\bso (?:may|bao nhieu|nao)\b|\b(?:nhung|cac)? ?tieu chi (?:thu |so )?(?:may|nao|bao nhieu)\b"
)
_PERCENT = Pattern(r"%|\bphan tram\b|\bti le\b|\bty le\b")
_MODEL = Pattern(r"\bmo hinh\b|\bphongtrao\b|\bcvd\b|\bchuong trinh\b|\bquyvon\b|\bdanh hieu\b|\bkhau hieu\b|\bde an\b")
_CITY = Pattern(
    r"(?<!thi xa )\b(?:thanh pho|tp)\b(?! (?:tam ky|hoi an|da nang|hai duong|huyen|thi xa|truc thuoc))|\bphuong\b(?! (?:cham|tien|phap|thuc|an|huong))"
)
_PURPOSE = Pattern(r"\bmuc dich\b|\byeu cau\b|\bde lam gi\b|\bnham\b")


@dataclass(frozen=True, slots=True)
class Demand:
    """The demands of one question; empty ones demand nothing."""

    bodies: tuple[re.Pattern[str], ...]
    """What a fact must speak of, for each body that is named."""

    districts: tuple[str, ...]
    plans: frozenset[str]
    owners: frozenset[str]
    years: frozenset[int]
    years_needed: frozenset[int]
    section: str
    city: bool
    """Whether the city is meant, and no city is named: Tam Kỳ, whose plan speaks of "thành phố" so."""

    which: str
    """The kind of place whose names are asked for, "" when none."""

    counted: tuple[str, ...]
    nouns: tuple[str, ...]
    standards: frozenset[str]
    criteria: bool
    email: bool
    number: bool
    when: bool
    count: bool
    percent: bool
    name: bool
    who: bool
    listed: bool
    model: bool
    report: bool
    purpose: bool
    text: str

    @property
    def shuts_out(self) -> bool:
        """Whether anything is demanded without which a fact cannot answer."""
        return bool(self.email or self.plans or self.districts or self.bodies or self.years)


def demanded(query: Query) -> Demand:
    """Returns what a question demands."""
    line = query.line
    which = None if _NONE.search(line) else _WHICH.search(line)
    return Demand(
        bodies=tuple(known for named, known in _BODIES if named.search(line)) if _ANY_BODY.search(line) else (),
        districts=tuple(plain(name) for mention in query.districts for name in mention.names),
        plans=frozenset(query.plans),
        owners=frozenset() if query.plans else owner_named(line),
        years=frozenset(query.years),
        years_needed=query.years_needed,
        section=query.section,
        city=_CITY.search(line) is not None and not query.districts,
        which=(which.group(1) or which.group(2) or which.group().split()[0]) if which else "",
        counted=tuple(_COUNTED.findall(line)),
        nouns=tuple(noun or each for noun, each in _NOUN.findall(line)),
        standards=frozenset(_STANDARD.findall(line)),
        criteria=query.finds(_CRITERIA),
        email=query.wants(Aim.EMAIL),
        number=query.wants(Aim.NUMBER),
        when=query.wants(Aim.WHEN, Aim.LEFT) and not query.wants(Aim.COUNT),
        count=query.wants(Aim.COUNT),
        percent=_PERCENT.search(line) is not None,
        name=query.wants(Aim.NAME),
        who=query.wants(Aim.WHO),
        listed=query.wants(Aim.LIST),
        model=_MODEL.search(line) is not None,
        report="bao cao" in line,
        purpose=_PURPOSE.search(line) is not None,
        text=query.text,
    )


def names_places(query: Query) -> bool:
    """Returns whether the question wants the names of places or products: "ở những thôn nào?", "bốn xã ấy tên gì?"."""
    return query.finds(_WHICH)
