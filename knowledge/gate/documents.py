"""Whether an answer holds what is asked of a document: its inside, its signer, its validity, its addressees, its own report."""

import re
from collections.abc import Sequence

from knowledge.facts import Fact, Legal, Regime
from knowledge.gate.body import told_in
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_TERM = Pattern(r"\bkhoa (?:thu |lan thu )?(\d{1,2}|[ivx]{1,6})\b")
_INSIDE = Pattern(
    r"\b(?:may|bao nhieu) (?:dieu|khoan|chuong|trang|phan|phu luc|nhiem vu|nhom|giai phap|noi dung|muc tieu|diem)\b"
    r"|\b(?:dieu|khoan|chuong|phu luc|trang|cot) (?:so |thu )?\d+\b"
    r"|\b(?:duoc |cho )huong\b|\bhuong (?:nhung|cac|may|bao nhieu|che do|chinh sach)\b|\bkhoan (?:gi|nao|tien)\b|\bche do (?:gi|nao)\b"
    r"|\bxu phat\b|\bphat (?!trien|dong|huy|hien|sinh|thai|vien)(?:[a-z]+ ){0,6}(?:may|bao nhieu|tien|the nao|ra sao)\b|\b(?:sua doi|thay the|bai bo) (?:[a-z]+ ){0,3}(?:nao|gi)\b"
    r"|\bnguyen tac (?:gi|nao)\b|\bdieu kien (?:gi|nao)\b"
)
"""Questions for what stands inside a document, of which the plans only know number, date, issuer and subject."""

_COUNTED_INSIDE = Pattern(r"\b(?:may|bao nhieu) (dieu|khoan|chuong|trang|phan|phu luc)\b")
"""Of these no other fact beside the document's own can tell."""

_ARTICLE = Pattern(r"\b(?:dieu|khoan|chuong|phu luc|cot) \d+\b")
_SENT_TO = Pattern(
    r"\b(?:gui|ban hanh) (?:cho|toi|den) (?:nhung |cac )?(?:ai|noi nao|don vi nao|co quan nao|cap nao|hoi nao)\b"
)
_SECTION_OF_DOCUMENT = Pattern(
    r"\b(?:chi thi|nghi quyet|quyet dinh|thong tri|thong tu|cong van|huong dan)\b.{0,40}\bmuc \d+\b.{0,30}\bgi\b|\bdieu \d+\b.{0,60}\bquy dinh\b.{0,60}\b(?:may|bao nhieu)\b|\b(?:dieu|khoan|chuong|phu luc|cot|trang) (?:so )?(?:\d+|i{1,3}v?)\b.{0,60}\b(?:noi gi|ghi gi|noi dung|gi|the nao|ra sao)\b"
)
_VALID_FROM = Pattern(r"\bhieu luc\b|\bhet han\b.{0,20}\b(?:nao|may)\b|\b(?:den|toi|het) nam nao\b")
_SPAN_SAID = re.compile(r"\bgiai doan (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b")
"""For which years something is is told."""

_APPROVED = Pattern(
    r"\b(?:ai|nguoi nao|ong nao|dong chi nao|can bo nao|lanh dao nao|co quan nao|cap nao)(?: [a-z]+){0,6} (?:phe duyet|(?<!tam )(?<!dang )ky(?! (?:voi|ket|chung|giua|giam sat))|duyet|thong qua)\b|\bai la nguoi ky\b|\bnguoi ky\b"
)

_WHICH_BODY = Pattern(r"\b(?:co quan|cap|hoi|don vi|ben) nao (?:[a-z]+ ){0,3}ky\b")
"""Which body signed a document, and not who did."""

_ISSUED = re.compile(r"\b(?:ban hanh|giua|do [a-z ]{4,60} ra)\b")
"""By whom a document is issued is told."""

ASKS = (
    _INSIDE,
    _SENT_TO,
    _SECTION_OF_DOCUMENT,
    _VALID_FROM,
    _APPROVED,
)
"""By these it is seen that something of a document is asked for."""


def another_plans_report(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a plan is named, and only reports of others are told: each plan has its own days."""
    reports = [fact for fact in facts if isinstance(fact, Regime)]
    return bool(reports and query.plans) and not any(
        source.plan in query.plans for fact in facts for source in fact.sources
    )


def inside_document(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether what stands inside a document is asked for, or one of its own headings."""
    if not facts or not _is_document(facts[0]):
        return False
    if not all(_is_document(fact) for fact in facts):
        counted = _COUNTED_INSIDE.search(query.line) or _COUNTED_INSIDE.search(query.said)
        return counted is not None and re.search(rf"\d (?:[a-z]+ )?{counted.group(1)}\b", told_in(body)) is None
    if query.section and not any(
        f".{query.section}." in f".{source.section}." for fact in facts for source in fact.sources
    ):
        return True
    if _article_told(query, body):
        return False
    return asked(query, _INSIDE, query.readings) and not query.has("noi dung (?:gi|nao)|so may|ngay nao|ngay may")


def _article_told(query: Query, body: str) -> bool:
    """Whether the answer speaks of the very article that is named: "Điều 29 được dùng để rà soát"."""
    named = _ARTICLE.search(query.line)
    return named is not None and named.group() in told_in(body)


def _is_document(fact: Fact) -> bool:
    return isinstance(fact, Legal)


def another_term(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether a congress is named by its number, and the answer speaks of another one's: "khóa XXIII"."""
    return any(re.search(rf"\bkhoa {term}\b", body) is None for term in _TERM.findall(query.line))


def no_addressee(query: Query, body: str) -> bool:
    """Returns whether it is asked to whom something is sent, and the answer has nobody."""
    return asked(query, _SENT_TO) and re.search(r"\b(?:gui|nhan|nop|trinh)\b", body) is None


def no_article(query: Query, body: str) -> bool:
    """Returns whether it is asked what an article or a section of a document says."""
    if _article_told(query, body) and query.has(
        "cot \\d+ la (?:cai )?(?:gi|sao)|(?:dung|ap dung) (?:de|lam|cho|vao|xet)"
    ):
        return False  # what an article is used for is told, and not what it says
    return asked(query, _SECTION_OF_DOCUMENT) and not query.has("tieu chi (?:so )?\\d+|tieu chi (?:nao|so may)")


def no_validity(query: Query, body: str) -> bool:
    """Returns whether it is asked from or until when a document holds, of which the answer does not speak."""
    return (
        asked(query, _VALID_FROM)
        and query.has("hieu luc")
        and "hieu luc" not in body
        and not (query.has("nam (?:nao|may)") and _SPAN_SAID.search(told_in(body)))
    )


def no_signer(query: Query, body: str) -> bool:
    """Returns whether it is asked who signed or approved, of which the answer does not speak."""
    if query.finds(_WHICH_BODY) and _ISSUED.search(told_in(body)):
        return False
    return asked(query, _APPROVED) and ("nguoi ky" not in body or "khong co ten nguoi ky" in body)
