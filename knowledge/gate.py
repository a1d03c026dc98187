"""The last look at an answer: is what was asked for in it at all?

A fact can be near in every word and still not hold what is asked: the year and not the month, the name of a model and
not how it works, a sum of houses and not how many of them are new. Such a question is declined, with what is known.
"""

import re
from collections.abc import Callable

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Nothing
from knowledge.detail import asks_detail
from knowledge.facts import Model
from knowledge.fold import plain
from knowledge.mismatch import article_told, mismatch
from knowledge.nouns import asked_nouns
from knowledge.pattern import Pattern
from knowledge.query import Query

_CITED = re.compile(r"\s*\((?:Kế hoạch|theo)[^()]*(?:\([^()]*\)[^()]*)*\)\s*$")
_NO_DAY = re.compile(r"khong (?:ghi|co|dinh|neu)[a-z ,]{0,16}(?:ngay|han|thang)|khong dinh san|chi ghi nam")
_UNTOLD = re.compile(
    r"khong giai thich|khong (?:duoc )?ke\b|khong (?:duoc )?ke ra|khong ghi ten|khong ghi (?:muc|noi|quy chi|cach)|chi neu ten|khong ghi lai"
)
_WHOSE = Pattern(r"\b(?:cua|do|la) (?:ai|(?:hoi|ben|doan the|to chuc|co quan|don vi) nao)\b")
"""Whose it is is told, and that no more is told of it, too."""

_QUOTED = re.compile(r'khong giai thich ((?:"[^"]+"(?:, | va )?)+)')
_DAY_SAID = re.compile(r"\b\d{1,2}/\d{1,2}\b|\bngay \d|\bngay dau|\bngay cuoi")
_MONTH_SAID = re.compile(
    r"\bthang \d|\bquy (?:[1-4]|i{1,3}|iv)\b|\b\d{1,2}/\d{4}\b|\bgiua nam\b|\bcuoi nam\b|\bdau nam\b"
)
_YEAR_SAID = re.compile(r"\b(?:19|20)\d\d\b|\bhang nam\b|\bmoi nam\b")
_TIME_SAID = re.compile(
    r"\bhang (?:nam|thang|quy|tuan)\b|\bdinh ky\b|\b(?:cuoi|dau|moi|trong) nam\b|\bmoi (?:thang|quy|dip)\b|\b\d+ (?:nam|thang|ngay)\b|\bmot (?:nam|ngay)\b|\bsau thang\b"
    r"|\bdip\b|\bthuong xuyen\b|\bkip thoi\b|\bgiai doan\b|\bdot xuat\b|\btet\b|\bkhi (?:can|co)\b|\btruoc khi\b|\bsau khi\b"
)
_ASKED_DAY = Pattern(
    r"^(?:ngay|lich) (?:dien tap|phat dong|thanh lap|to chuc|khai mac|hop|hoi nghi|trao|bat dau|ket thuc|ra mat|lam|tong ket)\b|\b(?:ngay|hom|bua) (?:nao|may|bao nhieu|gi)\b|\bngay thang (?:nam )?nao\b|\bmung may\b"
)
_ASKED_MONTH = Pattern(r"\bthang (?:nao|may|bao nhieu)\b|\bhang may\b|\b(?:trong|vao|truoc|tu|den) quy (?:nao|may)\b")
_ASKED_YEAR = Pattern(
    r"(?<!moi )(?<!hang )(?<!mot )(?<!tung )\bnam (?:nao|may|bao nhieu)\b(?! (?:%|phan tram|ho|nguoi))"
)
_ASKED_TIME = Pattern(
    r"^(?:thoi gian|thoi diem|gio(?! rac)) |\b(?:khi|luc|thoi diem|hoi) nao\b|\bbao gio\b|\bchung nao\b|\bhanchot\b(?!.{0,20}\bai\b)"
)
_OF_DOCUMENT = re.compile(
    r"\b\d+(?:/\d{4})?/[a-z][\w/-]*(?: (?:duoc |da )?(?:ky |ban hanh )?ngay \d{1,2}/\d{1,2}/\d{4}| \([\d/]+\))"
)
"""A document's number with its day, which is no day of what is done by it."""

_ABOUT_DOCUMENT = Pattern(
    r"\b(?:ky|ban hanh|ra doi|phoi hop|quy che|nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|kehoach|van ban|luat|can cu|so (?:may|bao nhieu|hieu))\b"
)
_EVENT = Pattern(
    r"\b(?:dai hoi|hoi nghi|hoi thao|hoi dien|hoi trai|le (?:phat dong|ra quan|tong ket|ky niem|trao|khai mac|be mac|cong bo|don|mit tinh)|mit tinh|giai (?:bong|cau|chay|co|viet|van nghe|the thao)"
    r"|buoi (?:hop|le|gap mat|toa dam)|cuoc hop|lop tap huan)\b"
)
"""What is held once, at one place: another one's day is no answer."""

_EXACT_DAY = Pattern(
    r"\b(?:dung|chinh xac|dich xac|cu the) (?:la )?(?:vao )?ngay\b|\bngay (?:[a-z]+ ){0,2}(?:cu the|chinh xac)\b|\bngay nao (?:dung|cu the)\b"
)
_ABOUT_DATE = Pattern(
    r"\bco (?:ghi|noi|neu|quy dinh|dinh|an dinh|cho) (?:ro |cu the )?(?:ngay|thang|han|hanchot)|\bghi ngay\b|\bkhong ghi\b|\bco ngay\b|\bco han\b|\bhay khong\b|\bco hanchot\b"
)
_REASON_PROPER = Pattern(r"\b(?:vi sao|tai sao|vi co (?:gi|sao)|ly do|nguyen nhan|nguyen do|duyen co)\b")
_REASON = Pattern(
    r"\b(?:vi sao|tai sao|vi co (?:gi|sao)|ly do|nguyen nhan|co sao|sao lai|nguyen do|^sao (?!khong|vang)|lam sao ma|duyen co|do dau ma|vi (?:gi|chi) ma|co gi ma)\b"
)
_REASON_SAID = re.compile(
    r"\bvi\b(?! nguoi| mot| dan| an ninh| suc khoe| nguongheo)|\bdo\b (?!la|mttq|hoi|ubnd|hdnd|chinh quyen|tinh|cac|ban|doan|uy ban|bo)|\bnham\b|\bde\b (?!an)|\bmuc dich\b"
)
_CONTRACTED = " | "  # between an answer's words and its facts as the index has them
_NUMBERED = Pattern(
    r"\b(?:cot|dieu|khoan|khoi|chuong|kehoach|nghi quyet|quyet dinh|thong tri|cong van|chi thi|luat|de an|thong tu|huong dan|nghi dinh|quy che|chuong trinh phoi hop) (?:so )?(?!(?:19|20)\d\d\b)(\d{2,4})\b(?! (?:xa|huyen|noi dung|mo hinh))(?: (?:va|voi|hay) (?:[a-z]+ )?(?:so )?(?!(?:19|20)\d\d\b)(\d{2,4})\b)?"
    r"|\bso (?!(?:19|20)\d\d\b)(\d{1,4})\b(?! (?:xa|huyen|ho|nguoi|thang|nam|mo hinh|noi dung))"
)
_NO_FIGURE = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b|\b\d+(?:/\d{4})?[/-][a-z][\w/-]*|\b(?:so|muc|phu luc|cot|dieu|khoi|nam|thang|tieu chi|noi dung|quy|de an|thong tri|nghi quyet|quyet dinh|ke hoach) \d+\b(?:, \d+\b| va \d+\b)*|\b(?:19|20)\d\d\b"
)
_NONE_LEFT = re.compile(r"\b(?:khong con|khong co|het|toan bo|tat ca|deu)\b")
_TO_MAKE = Pattern(r"\b(?:lam|xay|sua|ho tro|giup|xoa)\b (?:duoc |moi |them )?(?:bao nhieu|may)\b")
"""How many are to be made: that none is to be left answers how many there will be, and not this."""

_HOW_MANY_THINGS = Pattern(
    r"\b(?:(?<!so )(?<!nam )(?<!ngay )(?<!thang )bao nhieu|(?<!so )(?<!ngay )(?<!thang )(?<!nam )(?<!quy )(?<!tieu chi )(?<!cot )(?<!muc )(?<!lan )may) (?!ngay|thang|nam|tuan|lau|gio|noi dung|phan|viec|muc dich|nhiem vu|loai|nhom|hinh thuc|cach|lan|quy|ky|cap|nganh|ben|noi|dieu|y|buoc|muc|giai doan|kieu|mo hinh|phongtrao|cvd|tieu chi|kehoach|van ban|chu|cua|do|thi|la|o|cho|ve|vay|nhieu|hanchot)([a-z]+)"
)
_HOW_MUCH = Pattern(r"(?<!nam )(?<!ngay )(?<!thang )(?<!quy )(?<!so )\bbao nhieu\b")
_MONEY = Pattern(
    r"(?<!\d )\b(?:(?:chuc|tram|may) trieu|(?:trieu|nghin|ngan|ty) (?:dong|bac)(?! bang))\b(?! (?:nguoi|ho|cay))"
)
_MONEY_SAID = re.compile(r"\d[\d.,]* (?:trieu|nghin|ty|dong)\b")
_LONG = 30
_OTHER_QUESTION = Pattern(r"\b(?:gi|nao|ai|dau|sao|khi|luc)\b|\b(?:quy|thang|ngay|nam|dinh|quyet|thi|so|tri) may\b")
_MATTERS = (
    (Pattern(r"\b(?:dan|lam|duc|may|xay|ep) bang (?:gi|tre|nhua|xi mang|vai)\b"), "bang"),
    (Pattern(r"\btrong (?:loai )?cay gi\b"), "trong"),
    (Pattern(r"\bmon (?:gi|nao)\b"), "mon"),
    (Pattern(r"\bnguyen lieu (?:gi|nao)\b"), "nguyen lieu"),
    (Pattern(r"\bdat ten (?:la )?(?:gi|nao)\b"), "ten"),
    (Pattern(r"\bthang diem\b"), "diem"),
    (Pattern(r"\bnguyen van\b(?! cau)(?!.*khau hieu)"), "nguyen van"),
)
_OF_PROVINCE = Pattern(
    r"\b(?:nong dan|phu nu|lhpn|doan thanh nien|chu thap do|khuyen hoc|nguoi cao tuoi|cao tuoi|ldld) tinh\b"
)
_WHICH_WARD = Pattern(r"\b(?<!xa )(?<!nong )(?:phuong|thon|khu dan cu|chi hoi|to dan pho) nao\b(?! (?:cung|do))")
_SENT_TO = Pattern(
    r"\b(?:gui|ban hanh) (?:cho|toi|den) (?:nhung |cac )?(?:ai|noi nao|don vi nao|co quan nao|cap nao|hoi nao)\b"
)
_PERCENT = Pattern(
    r"\b(?:bao nhieu|may) (?:phan tram|%)|\bti le (?:la )?(?:bao nhieu|may)\b|\bty le (?:la )?(?:bao nhieu|may)\b"
)
_PARTS = Pattern(
    r"\b(?:bao nhieu|may) (?:can|nha|ngoi|cai) (?:xay|sua|lam moi)\b|\btrong do\b.{0,60}\b(?:bao nhieu|may)\b|\b(?:bao nhieu|may)\b.{1,40}\bcon lai (?:bao nhieu|may)\b|\b(?:xay moi|sua chua|sua)\b.{0,12}\b(?:bao nhieu|may)\b.{0,24}\b(?:xay moi|sua chua|sua|xay)\b.{0,12}\b(?:bao nhieu|may)\b"
)
_MEMBERS = Pattern(
    r"\b(?:gom|la|co) (?:nhung |cac )?(?:don vi|thon|huyen|xa|phuong|hoi|chi hoi|nguoi|san pham|tieu chi|dieu|thu) (?:nao|gi)\b|\b(?:ten|ke ten) (?:tung|cac|nhung|may) (?:don vi|thon|xa|huyen|phuong|nguoi|ho|hoi|chi hoi|san pham)\b|\bnhung (?:don vi|thon|khu|san pham) (?:nao|gi)\b|\bkhoi 487 (?:[a-z]+ ){0,4}gom\b|\btung (?:don vi|thon|huyen|xa)\b"
    r"|\b(?:la nhung|gom|gom nhung) (?:gi|cai gi|dieu gi|thu gi|khong gi|co gi|chi)\b"
)
_SECTION_OF_DOCUMENT = Pattern(
    r"\b(?:chi thi|nghi quyet|quyet dinh|thong tri|thong tu|cong van|huong dan)\b.{0,40}\bmuc \d+\b.{0,30}\bgi\b|\bdieu \d+\b.{0,60}\bquy dinh\b.{0,60}\b(?:may|bao nhieu)\b|\b(?:dieu|khoan|chuong|phu luc|cot|trang) (?:so )?(?:\d+|i{1,3}v?)\b.{0,60}\b(?:noi gi|ghi gi|noi dung|gi|the nao|ra sao)\b"
)
_ASKED_NAMES = Pattern(
    r"\bten (?:\d+|tung|cac|nhung|may) (?:don vi|huyen|xa|phuong|thon|noi|hoi)\b|\bten (?:don vi|huyen|noi)\b|\b(?:don vi|huyen|xa|phuong|thon|noi) nao\b"
)
_NOT_LISTED = Pattern(r"\bkhong (?:duoc )?ke (?:ra|ten)\b|\bkhong ghi ten (?:don vi|huyen|xa|noi)\b")
_NAMES = Pattern(
    r"\b(?:san pham|sp) (?:ocop |chu luc )+nao\b|\b(?:la|ten) (?:hai|ba|bon|nam|may|nhung) (?:thon|san pham|sp|don vi|dv|huyen ngheo|ho) (?:nao|gi)\b|\bla (?:sp|san pham) (?:gi|nao)\b|\bgom (?:nhung )?(?:dv|don vi|dvi) (?:nao|gi)\b|\bhai huyen ngheo nao\b"
    r"|\b(?:thon|san pham|don vi|khoi \d+|phuong)(?: [a-z0-9]+){0,14} (?:ten (?:la )?(?:gi|nao)|la nhung (?:san pham|thon|don vi|phuong) (?:nao|gi)|gom nhung (?:don vi|thon|san pham|ai|gi)(?: nao)?)\b"
    r"|\bten (?:la )?xa (?:gi|nao)\b|\b(?:dia phuong|phuong|don vi|noi) nao (?:duoc |da |se )*(?:chon|lam diem)\b"
    r"|\bten (?:cac|nhung|tung) (?:ho|nguoi|hoi vien|thon|gia dinh)\b"
    r"|\b(?:ke|neu|liet ke|cho|doc) (?:ra )?(?:ten|danh sach) (?:[a-z]+ ){0,3}(?:thon|ho|nguoi|hoi vien|chi hoi|ca nhan|gia dinh)\b"
    r"|\b(?:ke|neu|liet ke) (?:ra )?ten (?:[a-z0-9]+ ){0,3}huyen ngheo\b|\bdanh sach (?:[a-z]+ ){0,2}(?:thon|ho|hoi vien|chi hoi|ca nhan)\b"
)
_VALID_FROM = Pattern(r"\bhieu luc\b|\bhet han\b.{0,20}\b(?:nao|may)\b|\b(?:den|toi|het) nam nao\b")
_APPROVED = Pattern(
    r"\b(?:ai|nguoi nao|ong nao|dong chi nao|can bo nao|lanh dao nao|co quan nao|cap nao)(?: [a-z]+){0,6} (?:phe duyet|(?<!tam )(?<!dang )ky(?! (?:voi|ket|chung|giua|giam sat))|duyet|thong qua)\b|\bai la nguoi ky\b|\bnguoi ky\b"
)


def kept(query: Query, found: Answer, whole: Query | None = None) -> Answer:
    """Returns the answer, or that the plans do not hold what was asked, with what is known nearby.

    ``whole``: the letter that the question stands in.
    """
    if not isinstance(found, Found):
        return found
    body = _body(query, found)
    missing = next((what for what, lacks in _LACKS if lacks(query, body)), None)
    facts = [fact for name in found.facts if (fact := query.base.library.fact(name))]
    missing = missing or mismatch(query, whole or query, body, facts)
    if missing is None and _only_named(query, found):
        missing = "điều đó"
    if missing is None:
        return found
    known = "\n".join(line for line in found.text.split("\n"))
    return Nothing(f"Kế hoạch không ghi {missing}. Điều tôi có:\n{known}", why=f"not in the fact: {missing}")


def _body(query: Query, found: Found) -> str:
    """What an answer says, in plain words and with its notions contracted too, without its sources and where it stands today."""
    lines = [_CITED.sub("", line) for line in found.text.split("\n") if not line.startswith("Theo ")]
    numbers = query.base.numbers
    facts = [
        query.base.profiles[number].contracted
        for name in found.facts
        if (number := numbers.get(name)) is not None and query.base.library.facts[number].say in found.text
    ]
    return _CONTRACTED.join([plain(" ".join(lines)), " ".join(facts)])


def _timed(query: Query, body: str) -> str:
    """The answer without the days of the documents that it cites, where none of them is asked about."""
    told = body.partition(_CONTRACTED)[0]
    return told if query.finds(_ABOUT_DOCUMENT) else _OF_DOCUMENT.sub(" ", told)


def _no_event(query: Query, body: str) -> bool:
    """Whether it is asked when or where a congress, a ceremony or a match is held, of which the answer does not speak."""
    if not query.wants(Aim.WHEN, Aim.WHERE, Aim.LEFT):
        return False
    found = _EVENT.search(query.line) or _EVENT.search(query.said)
    return found is not None and re.search(rf"\b{found.group()}\b", body) is None


def _no_day(query: Query, body: str) -> bool:
    body = _timed(query, body)
    if not query.finds(_ASKED_DAY) or query.finds(_ABOUT_DATE):
        return False
    if "bao cao" in query.line and _NO_DAY.search(body):
        return False  # that no day is printed is what is known of such a report, and is said
    return _DAY_SAID.search(body) is None and (
        _NO_DAY.search(body) is not None or _MONTH_SAID.search(body) is None or query.finds(_EXACT_DAY)
    )


def _no_month(query: Query, body: str) -> bool:
    if not query.finds(_ASKED_MONTH) or query.finds(_ABOUT_DATE):
        return False
    return _DAY_SAID.search(body) is None and _MONTH_SAID.search(body) is None


def _no_year(query: Query, body: str) -> bool:
    return query.finds(_ASKED_YEAR) and _YEAR_SAID.search(body) is None and _DAY_SAID.search(body) is None


def _no_time(query: Query, body: str) -> bool:
    if not query.finds(_ASKED_TIME) or query.finds(_ABOUT_DATE) or query.wants(Aim.WHO, Aim.WHOM, Aim.OFTEN):
        return False
    if "bao cao" in query.line and ("theo quy dinh" in body or _NO_DAY.search(body)):
        return False  # the same: that the plan gives no date of its own is what is known
    body = _timed(query, body)
    return not any(pattern.search(body) for pattern in (_DAY_SAID, _MONTH_SAID, _YEAR_SAID, _TIME_SAID))


def _no_names(query: Query, body: str) -> bool:
    """Whether the names of hamlets, households or people are asked for, which no plan lists."""
    if query.finds(_ASKED_NAMES) and _NOT_LISTED.search(body.partition(_CONTRACTED)[0]):
        return True
    return query.finds(_NAMES) or (query.has("hai huyen nao") and query.has("ngheo"))


def _no_reason(query: Query, body: str) -> bool:
    if not query.finds(_REASON) or _REASON_SAID.search(body) is not None:
        return False
    # "răng nghe nói tới tháng mô là xong?" wonders first, and asks another thing then
    return query.finds(_REASON_PROPER) or not query.wants(Aim.WHEN, Aim.COUNT, Aim.LEFT)


def _no_figure(query: Query, body: str) -> bool:
    return query.finds(_HOW_MUCH) and not query.finds(_ASKED_DAY) and not _holds_figure(query, body)


def _holds_figure(query: Query, body: str) -> bool:
    """Whether an answer holds a number beside dates and the numbers of documents, or one in words before what is counted."""
    told = _NO_FIGURE.sub(" ", body.partition(_CONTRACTED)[0])
    if re.search(r"\d", told) or (_NONE_LEFT.search(told) and not query.finds(_TO_MAKE)) or query.wants(Aim.LEFT):
        return True
    nouns = "|".join(
        {found.group(1) for found in _HOW_MANY_THINGS.finditer(query.line)}
        | {"mo hinh", "noi dung", "phongtrao", "don vi", "huyen", "xa", "phuong", "thon", "lan"}
    )
    return (
        re.search(rf"\b(?<!la )(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: (?!loai\b)[a-z]+)? (?:{nouns})\b", told)
        is not None
    )


def _no_money(query: Query, body: str) -> bool:
    """Whether an amount of money is asked for, however its "bao nhiêu" is typed: "bnhiê triệu đồng"."""
    return query.asks(_MONEY) and _MONEY_SAID.search(body) is None


def _no_counted(query: Query, body: str) -> bool:
    """Whether something is counted and the answer holds no figure beside dates and the numbers of documents."""
    if not query.finds(_HOW_MANY_THINGS) or query.communes:
        return False
    if not query.finds(_HOW_MUCH) and (query.finds(_OTHER_QUESTION) or len(query.words) > _LONG):
        return False  # "mấy huyện trên núi thì phải lo gì?" counts nothing
    return not _holds_figure(query, body)


def _no_such_number(query: Query, body: str) -> bool:
    """Whether a numbered part or document is named that the answer does not speak of: "cột 14", "Kế hoạch 45"."""
    numbers = [one for found in _NUMBERED.findall(query.line) for one in found if one and one != "121"]
    return any(re.search(rf"\b0*{int(number)}\b", body) is None for number in numbers)


def _no_addressee(query: Query, body: str) -> bool:
    return query.finds(_SENT_TO) and re.search(r"\b(?:gui|nhan|nop|trinh)\b", body) is None


def _no_percent(query: Query, body: str) -> bool:
    return query.finds(_PERCENT) and "%" not in body and "phan tram" not in body


def _no_parts(query: Query, body: str) -> bool:
    return query.finds(_PARTS) and len(re.findall(r"\d[\d.]* (?:nha|can|ngoi|xa|ho|to)\b", body)) < 4


def _no_noun(query: Query, body: str) -> bool:
    """Whether the noun that is counted or chosen among ("bao nhiêu áo phao?", "bãi biển nào?") is not in the answer."""
    if query.communes and query.wants(Aim.YESNO):
        return False
    return any(not any(_stands(term, body) for term in nouns) for nouns in asked_nouns(query))


def _stands(noun: str, body: str) -> bool:
    """Whether a noun stands in an answer; "hỗ trợ" holds no "hộ"."""
    return re.search(rf"\b{noun}\b" + (" (?!tro)" if noun == "ho" else ""), body) is not None


def _no_matter(query: Query, body: str) -> bool:
    """Whether of what a thing is made, or which plant, subject or paper it is, is asked and not in the answer."""
    return any(re.search(rf"\b{noun}\b", body) is None for pattern, noun in _MATTERS if query.finds(pattern))


def _another_level(query: Query, body: str) -> bool:
    """Whether a province's association is asked about, and the answer speaks of the city's."""
    return query.finds(_OF_PROVINCE) and "thanh pho tam ky" in body


def _no_ward(query: Query, body: str) -> bool:
    """Whether a ward, hamlet or household is asked for by name; the plans name none, and say only what all of them do."""
    if query.wants(Aim.WHEN, Aim.COUNT) or query.has("mo hinh|loai thon"):
        return False
    return (
        query.finds(_WHICH_WARD)
        and re.search(r"\b(?:moi|cac|nhung|tat ca)(?: xa,)? (?:phuong|thon|ho|chi hoi|khu)", body) is None
    )


def _only_named(query: Query, found: Found) -> bool:
    """Whether the plan only names the thing that the question names, and something else is asked of it: how many, when, where."""
    if query.has("(?:may|bao nhieu|nhung|cac) (?:kehoach|van ban)"):
        return False  # where it is named is told with it
    if query.wants(Aim.NAME, Aim.PLAN, Aim.LEFT) or not query.wants(
        Aim.COUNT, Aim.WHEN, Aim.OFTEN, Aim.FIRST, Aim.NUMBER
    ):
        return False
    library, numbers = query.base.library, query.base.numbers
    facts = [fact for name in found.facts if (fact := library.fact(name))]
    named = query.names_said
    counted = query.wants(Aim.COUNT) and not query.wants(Aim.WHEN, Aim.NUMBER)
    return bool(facts) and all(
        isinstance(fact, Model)
        and numbers[fact.id] in named
        and ("chỉ nêu tên" in fact.say or (counted and not _has_figure(fact)))
        for fact in facts
    )


def _has_figure(model: Model) -> bool:
    """Whether a model's fact holds a number that is no part of its name and no year."""
    return re.search(r"(?<![\d/])\d{1,3}(?![\d/])", model.say.replace(model.name, "")) is not None


def _untold(query: Query, body: str) -> bool:
    """The fact itself says that the plan does not explain what is asked."""
    if (
        query.wants(Aim.NAME)
        or query.finds(_WHOSE)
        or not (asks_detail(query) or query.finds(_MEMBERS))
        or _UNTOLD.search(body) is None
    ):
        return False
    quoted = [name for part in _QUOTED.findall(body) for name in re.findall(r'"([^"]+)"', part)]
    return not quoted or any(f" {name} " in f" {query.said} " for name in quoted)


def _no_article(query: Query, body: str) -> bool:
    if article_told(query, body) and query.has(
        "cot \\d+ la (?:cai )?(?:gi|sao)|(?:dung|ap dung) (?:de|lam|cho|vao|xet)"
    ):
        return False  # what an article is used for is told, and not what it says
    return query.finds(_SECTION_OF_DOCUMENT) and not query.has("tieu chi (?:so )?\\d+|tieu chi (?:nao|so may)")


def _no_validity(query: Query, body: str) -> bool:
    return query.finds(_VALID_FROM) and query.has("hieu luc") and "hieu luc" not in body


def _no_signer(query: Query, body: str) -> bool:
    return query.finds(_APPROVED) and "nguoi ky" not in body


_LACKS: tuple[tuple[str, Callable[[Query, str], bool]], ...] = (
    ("lý do", _no_reason),
    ("tên từng nơi, từng người", _no_names),
    ("việc ấy tổ chức lúc nào, ở đâu", _no_event),
    ("ngày cụ thể", _no_day),
    ("tháng", _no_month),
    ("năm", _no_year),
    ("thời hạn", _no_time),
    ("số tiền", _no_money),
    ("con số ấy", _no_figure),
    ("con số ấy", _no_counted),
    ("số ấy", _no_such_number),
    ("gửi cho những nơi nào", _no_addressee),
    ("tỷ lệ phần trăm", _no_percent),
    ("điều đó", _no_noun),
    ("điều đó", _no_matter),
    ("tên phường, thôn", _no_ward),
    ("việc ấy của cấp tỉnh", _another_level),
    ("từng phần là bao nhiêu", _no_parts),
    ("điều đó", _untold),
    ("nội dung từng điều của văn bản ấy", _no_article),
    ("hiệu lực của văn bản ấy", _no_validity),
    ("ai ký, ai duyệt", _no_signer),
)
"""What may be missing, in the words of an answer, and how that is seen."""
