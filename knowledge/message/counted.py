"""How many things the last answer told: "vậy là mấy mô hình tất cả?", "tổng cộng mấy xã?"."""

import re
from dataclasses import replace

from knowledge.answer import Answer, Context, Found
from knowledge.facts import Communes, Districts, Fact, Model
from knowledge.fold import plain
from knowledge.message.one_question import Answerer
from knowledge.message.shown import members
from knowledge.pattern import Pattern
from knowledge.wording import cited

_KINDS = {
    "mo hinh": "mô hình",
    "xa": "xã",
    "huyen": "huyện",
    "don vi": "đơn vị",
    "van ban": "văn bản",
    "noi dung": "nội dung",
    "phong trao": "phong trào",
    "cuoc van dong": "cuộc vận động",
    "chuong trinh": "chương trình",
    "de an": "đề án",
    "quyet dinh": "quyết định",
    "nghi quyet": "nghị quyết",
    "tieu chi": "tiêu chí",
    "chi tieu": "chỉ tiêu",
    "viec": "việc",
    "hoi": "hội",
    "doan the": "đoàn thể",
    "linh vuc": "lĩnh vực",
    "so": "sở",
}
_ANY = ("cai", "thu", "muc", "y", "dieu", "ten", "noi", "cho", "loai")
_PEOPLE = "toi|tui|minh|bac|chu|chau|em|anh|chi|dong chi"
_TOTAL = r"(?:tong cong|tong so|tat ca|tat tat|ca thay|het thay|cong lai|con lai|gop lai|dem(?: (?:lai|thu|ho|giup|gium))*|vi chi|toan bo)"
_SMALL = rf"(?:{_PEOPLE}|vay|rua|the|thi|la|co|nhu|ca|het|duoc|giup|gium|coi|xem|thu|ha|he|nhi|hi|a|do|day|cho|oi|voi|dung khong|ra|nghe|nha|nhe|ta|u|va)"
_COUNTED = Pattern(
    rf"^(?:(?:{_TOTAL}|{_SMALL}) )*(?:may|bao nhieu)(?: (?P<kind>{'|'.join((*_KINDS, *_ANY))}))?(?: (?:{_TOTAL}|{_SMALL}))*$"
)
_TOGETHER = Pattern(rf"\b{_TOTAL}\b|^(?:(?:u|a|va) )?(?:vay|rua|the|nhu vay)\b|\b(?:cai|ten)\b")
"""What says that it is the things told that are to be counted."""

_NUMBERED = re.compile(r"\bsố \d[^\s,;)]*", re.IGNORECASE)
_OF_DOCUMENTS = frozenset({"van ban", "quyet dinh", "nghi quyet"})
_NUMBERS = r"(?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_TOLD_COUNT = re.compile(r"Có \d+ ")


def counted(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns how many things the last answer told; None where a message does not ask for that, or no list was told."""
    line = reader.query(text).bare
    found = _COUNTED.search(line)
    if found is None or not _TOGETHER.search(line):
        return None
    last = reader.one(context.question)
    if isinstance(last, Found) and _TOLD_COUNT.match(last.text) and last.facts == context.facts:
        return replace(last, question=context.question)
    kind = found["kind"] or ""
    library = reader.base.library
    facts = [fact for name in context.facts if (fact := library.fact(name))]
    if reader.communes(context.question):
        facts = [fact for fact in facts if not isinstance(fact, Communes)]  # of its communes one was told of
    for fact in (fact for fact in facts if kind not in _KINDS or _is_of_kind(fact, kind)):
        if len(names := members(fact)) > 1:
            return Found(
                f"Tất cả là {len(names)} {_named(fact, kind)}: {'; '.join(names)}.\nTheo {cited(library, fact)}.",
                fact.sources,
                (fact.id,),
                question=context.question,
            )
    if isinstance(last, Found) and kind in _OF_DOCUMENTS and (many := len({*_NUMBERED.findall(last.text)})) > 1:
        return replace(last, text=f"Tất cả là {many} {_KINDS[kind]}.\n{last.text}", question=context.question)
    return None


def _is_of_kind(fact: Fact, kind: str) -> bool:
    match fact:
        case Communes():
            return kind in ("xa", "don vi")
        case Districts():
            return kind in ("huyen", "don vi")
        case Model():
            return kind == "mo hinh"
        case _:
            return kind in plain(fact.say)


def _named(fact: Fact, kind: str) -> str:
    """How the things that a fact lists are called: as they were asked for, else by what it says itself."""
    if kind in _KINDS:
        return _KINDS[kind]
    match fact:
        case Communes():
            return "xã"
        case Districts():
            return "huyện"
        case _:
            told = plain(fact.say)
            counts = [found for one in _KINDS if (found := re.search(rf"\b{_NUMBERS} (?P<kind>{one})\b", told))]
            return _KINDS[min(counts, key=lambda found: found.start())["kind"]] if counts else "tên"
