"""Whether an answer speaks of what the question names: its year, its province, its standard, the inside of its document.

A fact can hold every word of a question and be of another year or province. What is not of the question's own frame is
declined: the tables of plans hold one year, one province and one standard each, and an asker wants his own.
"""

import re
from collections.abc import Callable, Sequence

from knowledge.aims import Aim
from knowledge.demand import demanded
from knowledge.facts import Communes, Districts, Fact, Legal, Milestone, Model, Note, Regime, Target
from knowledge.finders.models import models_quoted
from knowledge.fold import plain
from knowledge.letters import question_of
from knowledge.pattern import Pattern
from knowledge.query import Query

_DATED = Pattern(
    r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b|\b\d+/(?:19|20)\d\d/[a-z][\w-]*|\b(?:19|20)\d\d\s*(?:-|–|den|toi) (?:nam )?(?:19|20)\d\d\b|\b(?:19|20)\d\d[-–](?:19|20)\d\d\b"
)
"""Years in an answer that are not its own: a document's date or number, the span of a programme."""

_EVERY_YEAR = Pattern(r"\b(?:hang|moi) nam\b")
_DOCUMENT = Pattern(
    r"\b(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|quy che|chuong trinh|van ban|luat|de an|kehoach|ban hanh|giai doan|can cu)\b"
)
_CENTRE = Pattern(r"\b(?:len|cho|toi|den|gui|ve) (?:[a-z]+ ){0,2}trung uong\b")
_SHARED_OUT = Pattern(r"\b(?:chia|phan bo|giao) (?:cho|ve|ra|deu)\b.{0,30}\b(?:may|bao nhieu)\b")
_NOW_LEFT = Pattern(
    r"\b(?:bay gio|hien nay|hien gio|hien tai|luc nay) (?:dang )?con (?:[a-z]+ ){0,2}(?:bao nhieu|may)\b(?! (?:ngay|thang|nam|tuan))"
)
_YEAR = re.compile(r"\b20[0-4]\d\b(?!\s*[-–/])")
_FIRST_YEAR = 2000
"""Earlier years are of the asker's life."""

_PROVINCE = Pattern(r"\bquang nam\b|\bccb\b|\bhoi (?:minh|ta)\b")
"""What is of this province; the association's words are, since the other one's plan is its Front's."""

_OTHER_PROVINCE = Pattern(r"\bhai duong\b|\btinh (?:nao|gi)\b")
_TERM = Pattern(r"\bkhoa (?:thu |lan thu )?(\d{1,2}|[ivx]{1,6})\b")
_POOR_HOUSEHOLDS = Pattern(
    r"\bgiam (?:[a-z]+ ){0,4}(?:ho ngheo|hongheo)\b|\b(?:ho ngheo|hongheo) (?:[a-z]+ ){0,3}giam\b"
)
_SHARE = Pattern(r"%|\bphan tram\b|\bt[iy] le\b|\b(?:mot|hang|moi) nam\b")
_INSIDE = Pattern(
    r"\b(?:may|bao nhieu) (?:dieu|khoan|chuong|trang|phan|phu luc|nhiem vu|nhom|giai phap|noi dung|muc tieu|diem)\b"
    r"|\b(?:dieu|khoan|chuong|phu luc|trang|cot) (?:so |thu )?\d+\b"
    r"|\b(?:duoc |cho )huong\b|\bhuong (?:nhung|cac|may|bao nhieu|che do|chinh sach)\b|\bkhoan (?:gi|nao|tien)\b|\bche do (?:gi|nao)\b"
    r"|\bxu phat\b|\bphat (?!trien|dong|huy|hien|sinh|thai|vien)(?:[a-z]+ ){0,6}(?:may|bao nhieu|tien|the nao|ra sao)\b|\b(?:sua doi|thay the|bai bo) (?:[a-z]+ ){0,3}(?:nao|gi)\b"
    r"|\bnguyen tac (?:gi|nao)\b|\bdieu kien (?:gi|nao)\b"
)
"""Questions for what stands inside a document, of which the plans only know number, date, issuer and subject."""

_ARTICLE = Pattern(r"\b(?:dieu|khoan|chuong|phu luc|cot) \d+\b")
_HOUR = Pattern(r"\b(?:luc |vao |tu )?(?:may|bao nhieu) gio\b")
_HOUR_SAID = Pattern(r"\b\d{1,2} ?(?:gio|h)\b")
_CAUSE = Pattern(
    r"\bdo dau ma\b|\bnguyen (?:nhan|do)\b|\b(?:vi|tai|co|ly do) (?:sao|gi|dau|chi) (?:ma )?(?:[a-z0-9]+ ){0,14}(?:lai|bi|chua|mat|thieu|nhieu|it|cao|thap|kem|cham|tut|rot)\b"
)
_CAUSE_SAID = Pattern(
    r"\b(?:(?<!don )(?<!danh )vi|(?<!che )(?<!muc )(?<!tien )(?<!trinh )(?<!thai )do|nguyen nhan)\b(?! (?:nguongheo|nguoi ngheo|an ninh|suc khoe|mot|mttq|hoi|ubnd|hdnd|tinh|cac|ban|doan|bo|thi)\b)"
)
_VENUES = "hoi truong|san van dong|san bong|nha van hoa|bai bien|cong vien|khach san|nha hang|quang truong|phong hop|rap|tru so|dia chi|con duong|duong|khach xa|trung tam|truong hoc|ben xe"
_VENUE = Pattern(
    rf"\b(?:o|tai|trong|ngoai|lam o|to chuc o|to chuc tai) (?:nhung |cac |may |cai )?({_VENUES}) (?:nao|gi|may)\b"
)
_ONE_PLACE = Pattern(
    r"\b(?:o|tai|chon|dat o|dat tai|lam o|la|gom|ve) (?:nhung |cac |may )?(?:phuong|xa|huyen|thon|dia phuong|noi|don vi|khu dan cu|khu pho) nao\b"
    r"|\b(?:phuong|xa|huyen|thon|dia phuong|don vi)(?: [a-z0-9]+){0,16} ten (?:la )?gi\b"
)
_SOME_PLACE = Pattern(r"\b(?:0?\d+|mot|hai|ba|bon|nam|sau|mot so) (?:phuong|xa|huyen|thon|dia phuong|don vi|khu)\b")
_MOST_OF_ALL = Pattern(
    r"\b(?:nhieu|it|cao|thap|lon|ngheo|giau|manh|tot|gioi|kem|nhanh|cham) (?:nhat|nhut) (?:ca nuoc|nuoc|mien|toan quoc|tinh|vung|khu vuc|the gioi)\b"
)
_DEED = Pattern(
    r"(?<!con )(?<!may )(?<!cac )(?<!nhung )\bso do\b|\bgiay to\b|\bho khau\b|\bcan cuoc\b|\bso hong\b|\bgiay khai sinh\b|\bgiay chung nhan\b|\bsua (?:ten|giay|so|ho so)\b"
)
"""Papers of one's own, whose misprints are no misprints of a plan."""

_UNITS = "phuong|thon|to|nguoi|cay|doi|nhom|lop|cau lac bo|buoi|huyen|xa|ho|san pham|km|met|mo hinh|chi hoi|hoi vien|sao|diem"
_COUNTED = Pattern(rf"\b(?:bao nhieu|bn) (?:cai |chiec )?({_UNITS})\b")
_NONE_LEFT = Pattern(r"\b(?:khong con|khong co|khong de|het|toan bo|tat ca|deu)\b")
_MEANING = Pattern(
    r"\bsao(?: [a-z0-9]+){0,4} (?:goi|keu) la\b|\bsao(?: [a-z0-9]+){0,4} (?:dat|mang|lay) ten\b"
    r"|\b(?:so|chu(?! nghia)|ten|con so)(?: [a-z0-9]+){0,3} (?:co )?(?<!chu )(?:nghia|y nghia)\b|\by nghia (?:cua )?(?:so|ten|chu|con so)\b"
)
_MEANING_SAID = Pattern(r"\b(?:nghia la|viet tat|tuc la|la chu)\b")
_QUOTED = Pattern(r"[“\"«]([^”\"»]{6,80})[”\"»]")
_LONG_NAME = 4
_GIVEN = Pattern(r"\bduoc (?:tinh )?giao\b")
_OF_PROVINCE = Pattern(r"\btinh\b")
_HOW_OFTEN = Pattern(r"\b(lan|buoi|cuoc|dot|phien) (?:mot|moi|trong|hang|tren|1) (?:thang|tuan|quy)\b")
_PRIZE = Pattern(r"\bgiai (?:nhat|nhi|ba|khuyen khich|dac biet)\b")
_ALIKE, _QUITE_OTHER = 0.45, 0.4
_TOPICS = frozenset({"antt", "atgt", "attp", "bhyt", "bvtv", "chuachay", "nhatam", "ocop", "pccc", "nhcsxh"})
"""Notions that are a piece of work of their own: who has one of them has it by name."""


def mismatch(query: Query, whole: Query, body: str, facts: Sequence[Fact]) -> str | None:
    """Returns what the answer has another one of than the question, in the words of a decline; None when all agrees.

    ``whole`` is the letter that the question stands in: it names what its last clause leaves out.
    """
    missing = next((what for what, differs in _MISMATCHES if differs(query, body, facts)), None)
    return missing or next((what for what, differs in _OF_LETTERS if differs(whole, body, facts)), None)


def _told(body: str) -> str:
    """What is said, without the facts as the index has them."""
    return body.partition(" | ")[0]


def _another_year(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Whether one year is named that none of the answer's plans is for, and that the answer has only in dates and spans."""
    return len(query.years) == 1 and _of_another_year(query.years[0], query, body, facts)


def _year_of_letter(whole: Query, body: str, facts: Sequence[Fact]) -> bool:
    """The same where a letter names the year before its last clause: "cho tôi hỏi năm 2022, báo cáo năm … hạn ngày nào?"."""
    asked = {int(year) for year in _YEAR.findall(question_of(whole.text)[1])}
    return len(asked) == 1 and _of_another_year(asked.pop(), whole, body, facts)


def _of_another_year(year: int, query: Query, body: str, facts: Sequence[Fact]) -> bool:
    if not facts or year < _FIRST_YEAR:
        return False
    library = query.base.library
    if any(plan.start.year <= year <= plan.end.year for fact in facts for plan in library.plans_of(fact)):
        return False
    if any(isinstance(fact, Legal) for fact in facts) and query.asks(_DOCUMENT):
        return False
    if _EVERY_YEAR.search(body):
        return False
    body = _told(body)
    return str(year) not in _DATED.sub(" ", body) and not (query.asks(_DOCUMENT) and str(year) in body)


def _year_of_no_plan(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a plan and a year that it is not for are named, and what is told is of other plans."""
    if not query.plans or len(query.years) != 1 or query.asks(_DOCUMENT):
        return False
    library = query.base.library
    named = [library.plan(key) for key in query.plans]
    return not any(plan.start.year <= query.years[0] <= plan.end.year for plan in named) and not any(
        source.plan in query.plans for fact in facts for source in fact.sources
    )


def _yearly_target(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether the poor households to be fewer in one year are asked for, a number that each year's own decision sets."""
    return (
        len(query.years) == 1
        and query.asks(_POOR_HOUSEHOLDS)
        and not query.asks(_SHARE)
        and str(query.years[0]) not in _DATED.sub(" ", _told(body))
    )


def _another_province(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    here = query.asks(_PROVINCE) or "tamky" in query.plans or bool(query.districts)
    return (
        bool(facts)
        and here
        and not query.asks(_OTHER_PROVINCE)
        and all(source.plan == "haiduong" for fact in facts for source in fact.sources)
    )


def _to_the_centre(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    if not query.asks(_CENTRE) or not any(isinstance(fact, Regime) for fact in facts):
        return False
    own = [
        fact for fact in facts if query.asks(_OTHER_PROVINCE) or not all(one.plan == "haiduong" for one in fact.sources)
    ]
    return "trung uong" not in body or not any("trung uong" in plain(fact.say) for fact in own)


def _another_plans_report(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a plan is named, and only reports of others are told: each plan has its own days."""
    reports = [fact for fact in facts if isinstance(fact, Regime)]
    return bool(reports and query.plans) and not any(
        source.plan in query.plans for fact in facts for source in fact.sources
    )


def _shared_out(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether a total's shares are asked for: "chia cho Tam Kỳ mấy hộ?"."""
    return (
        query.asks(_SHARED_OUT)
        and bool(query.districts or query.communes or "tamky" in query.plans)
        and "chia" not in body
    )


def _of_the_province(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a district's own figure is asked for, and the province's is told."""
    named = [plain(name) for mention in query.districts for name in mention.names]
    named += ["tam ky"] if "tam ky" in query.line else []
    if not named or not query.asks(_GIVEN):
        return False
    says = [plain(fact.say) for fact in facts]
    return all(isinstance(fact, Target) for fact in facts) and all(
        _OF_PROVINCE.search(say) and not any(name in say for name in named) for say in says
    )


def _of_today(query: Query, _: str, __: Sequence[Fact]) -> bool:
    """Whether it is asked how much there is now: the plans hold what is aimed at."""
    return query.asks(_NOW_LEFT) and not query.wants(Aim.LEFT)


def _another_standard(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Whether a district's date for one standard, or a commune's, is told where another one is asked about."""
    kinds = Communes if len(query.communes) == 1 else Districts | Milestone
    if query.wants(Aim.YESNO) or query.has("khong|chua|hay (?:nang cao|kieu mau)|(?:nang cao|kieu mau) hay"):
        return False
    return (
        bool(facts)
        and bool(query.districts or query.communes)
        and all(isinstance(fact, kinds) for fact in facts)
        and any(query.has(name) and name not in body for name in ("nang cao", "kieu mau"))
    )


def _inside_document(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Whether what stands inside a document is asked for, or one of its own headings."""
    if not facts or not all(_is_document(fact) for fact in facts):
        return False
    if query.section and not any(
        f".{query.section}." in f".{source.section}." for fact in facts for source in fact.sources
    ):
        return True
    if article_told(query, body):
        return False
    return query.asks(_INSIDE) and not query.has("noi dung (?:gi|nao)|so may|ngay nao|ngay may")


def article_told(query: Query, body: str) -> bool:
    """Returns whether the answer speaks of the very article that is named: "Điều 29 được dùng để rà soát"."""
    named = _ARTICLE.search(query.line)
    return named is not None and named.group() in _told(body)


def _is_document(fact: Fact) -> bool:
    return isinstance(fact, Legal)


def _another_term(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether a congress is named by its number, and the answer speaks of another one's: "khóa XXIII"."""
    return any(re.search(rf"\bkhoa {term}\b", body) is None for term in _TERM.findall(query.line))


def _no_hour(query: Query, body: str, _: Sequence[Fact]) -> bool:
    return query.asks(_HOUR) and _HOUR_SAID.search(body) is None


def _no_cause(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether the cause of a state is asked for, and the answer only says what is to be done about it, or what for."""
    return query.asks(_CAUSE) and _CAUSE_SAID.search(body) is None


def _no_venue(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether a hall, a beach or a road is asked for, which no plan names."""
    found = _VENUE.search(query.line) or _VENUE.search(query.said) or _VENUE.search(query.typed)
    return found is not None and re.search(rf"\b{found.group(1)}\b", body) is None


def _unnamed_place(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Whether a place's name is asked for, and the answer has only so many places without their names."""
    if not query.asks(_ONE_PLACE) or any(isinstance(fact, Communes | Districts) for fact in facts):
        return False
    if _SOME_PLACE.search(body) is None or "khong ghi ten" in body:
        return False
    gazetteer = query.base.gazetteer
    return not any(
        re.search(rf"\b{name}\b", body) for name in (*gazetteer.communes.full, *gazetteer.districts.full) if " " in name
    )


def _ranked(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether somebody's place among all is taken for granted, which no plan says."""
    found = _MOST_OF_ALL.search(query.line) or _MOST_OF_ALL.search(query.said) or _MOST_OF_ALL.search(query.typed)
    return found is not None and found.group() not in body


def _own_papers(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a remark on a plan is told to who asks about papers of his own."""
    return bool(facts) and all(isinstance(fact, Note) for fact in facts) and query.asks(_DEED)


def _other_unit(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether wards, people or trees are counted and the answer counts something else."""
    if _NONE_LEFT.search(body):
        return False
    units = {*_COUNTED.findall(query.line), *_COUNTED.findall(query.said)}
    return any(not _counts(unit, body) for unit in units)


def _counts(unit: str, body: str) -> bool:
    return (
        re.search(
            rf"\d[\d.,/]* (?:[a-z%]+ ){{0,3}}(?<!dia ){unit}\b|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:[a-z]+ )?(?<!dia ){unit}\b"
            rf"|(?<!dia )\b{unit}\W+(?:[a-z]+ ){{0,4}}\d|(?<!mot )\bso (?:[a-z]+ ){{0,3}}(?<!dia ){unit}\b"
            + (r"|\d m\b" if unit == "met" else ""),
            body,
        )
        is not None
    )


def _how_often(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether meetings in a month or a week are asked for, of which the answer does not speak."""
    return any(re.search(rf"\b{unit}\b", _told(body)) is None for unit in _HOW_OFTEN.findall(query.line))


def _no_prize(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether a prize is asked about that the answer does not name."""
    return any(prize not in body for prize in _PRIZE.findall(query.line))


def _no_meaning(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Whether it is asked why something is called so or what its number stands for."""
    return query.asks(_MEANING) and _MEANING_SAID.search(body) is None


def _another_task(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a body is asked about a piece of work that the plans know, and the facts told of that body are of other work."""
    index, numbers = query.base.index, query.base.numbers
    topics = {place.meant[0][0] for place in query.places if place.meant and place.weight == 1.0} & _TOPICS
    if not topics or not facts or not demanded(query).bodies:
        return False
    return any(not any(index.has(numbers[fact.id], topic) for fact in facts) for topic in topics)


def _another_district(whole: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Whether a district is named and what is told is only the city's plan."""
    return (
        bool(facts)
        and bool(whole.districts)
        and "tam ky" not in whole.line
        and all(source.plan == "tamky" for fact in facts for source in fact.sources)
    )


def _another_name(whole: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Whether a thing is named in full, in quotes or behind "mô hình", and the answer is about another one."""
    if not facts:
        return False
    if any(source.plan in whole.plans for fact in facts for source in fact.sources):
        return False  # what is quoted may be the plan's own name, which its facts do not repeat
    if any(_is_other(whole, quoted.span(1), body) for quoted in _QUOTED.finditer(whole.text)):
        return True
    if (quoted := models_quoted(whole)) and not any(fact in facts or plain(fact.name) in body for fact in quoted):
        return True
    library, numbers = whole.base.library, whole.base.numbers
    named = whole.base.names_said(whole.places)
    if named & {numbers[fact.id] for fact in facts}:
        return False
    models = [fact for number in named if isinstance(fact := library.facts[number], Model)]
    return any(
        len(model.name.split()) >= _LONG_NAME
        and f" mo hinh {' '.join(plain(model.name).split()[:2])} " in f" {whole.said} "
        and _held(model.name, body) < _ALIKE
        for model in models
    )


def _is_other(whole: Query, span: tuple[int, int], body: str) -> bool:
    """Whether what is quoted from one place of the text to another is another thing than the answer's, slips allowed for."""
    start, end = span
    quoted = [place for place in whole.places if start <= place.word.start < end]
    words = set(re.findall(r"\w+", body))
    held = sum(bool({place.word.fold, *(term for term, _ in place.meant)} & words) for place in quoted)
    return len(quoted) >= _LONG_NAME and held < _QUITE_OTHER * len(quoted)


def _held(name: str, body: str) -> float:
    """How much of a name's words stand in an answer."""
    words, held = re.findall(r"\w+", plain(name)), set(re.findall(r"\w+", body))
    return sum(word in held for word in words) / len(words) if words else 1.0


_MISMATCHES: tuple[tuple[str, Callable[[Query, str, Sequence[Fact]], bool]], ...] = (
    ("điều đó cho năm ấy", _another_year),
    ("điều đó cho năm ấy", _year_of_no_plan),
    ("chỉ tiêu giảm hộ nghèo của năm ấy", _yearly_target),
    ("điều đó cho nơi ấy", _another_province),
    ("việc báo cáo lên Trung ương", _to_the_centre),
    ("hạn báo cáo ấy", _another_plans_report),
    ("con số của từng nơi", _shared_out),
    ("con số của từng nơi", _of_the_province),
    ("con số hiện nay", _of_today),
    ("mức chuẩn ấy cho nơi này", _another_standard),
    ("nội dung bên trong của văn bản ấy", _inside_document),
    ("khóa ấy", _another_term),
    ("mấy giờ", _no_hour),
    ("ở chỗ nào", _no_venue),
    ("tên nơi ấy", _unnamed_place),
    ("xếp hạng ấy", _ranked),
    ("việc sửa giấy tờ", _own_papers),
    ("con số ấy", _other_unit),
    ("số lần ấy", _how_often),
    ("giải thưởng ấy", _no_prize),
    ("vì sao gọi như thế", _no_meaning),
    ("việc ấy cho hội, đoàn thể này", _another_task),
)
"""What may differ, in the words of a decline, and how that is seen."""

_OF_LETTERS: tuple[tuple[str, Callable[[Query, str, Sequence[Fact]], bool]], ...] = (
    ("điều đó cho năm ấy", _year_of_letter),
    ("nguyên nhân", _no_cause),
    ("điều đó cho nơi ấy", _another_district),
    ("điều đó", _another_name),
)
"""The same of what a letter names before or behind its question."""
