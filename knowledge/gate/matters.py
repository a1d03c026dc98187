"""Whether an answer tells the very matter that is asked about, and does not only name it."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Found
from knowledge.detail import asks_detail
from knowledge.facts import Fact, Model
from knowledge.fold import plain
from knowledge.nouns import AskedNoun, asked_nouns
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_UNTOLD = re.compile(
    r"khong giai thich|khong (?:duoc )?ke\b|khong (?:duoc )?ke ra|khong ghi ten|khong ghi (?:muc|noi|quy chi|cach)|chi neu ten|khong ghi lai"
)
_WHOSE = Pattern(r"\b(?:cua|do|la) (?:ai|(?:hoi|ben|doan the|to chuc|co quan|don vi) nao)\b")
"""Whose it is is told, and that no more is told of it, too."""

_SMALL = frozenset({"nhung", "cac", "may", "cai", "loai", "kieu", "thu"})
"""Words before a noun that are no part of its name."""

_QUOTED = re.compile(r'khong giai thich ((?:"[^"]+"(?:, | va )?)+)')
_MATTERS = (
    (Pattern(r"\b(?:dan|lam|duc|may|xay|ep) bang (?:gi|tre|nhua|xi mang|vai)\b"), r"\bbang\b"),
    (Pattern(r"\btrong (?:loai )?cay gi\b"), r"\btrong\b"),
    (Pattern(r"\b(?<!chuyen )mon (?:gi|nao)\b"), r"\bmon\b"),
    (Pattern(r"\bnguyen lieu (?:gi|nao)\b"), r"\bnguyen lieu\b"),
    (Pattern(r"\bdat ten (?:la )?(?:gi|nao)\b"), r'\bten\b|"'),
    (Pattern(r"\bthang diem\b"), r"\bdiem\b"),
    (Pattern(r"\bnguyen van\b(?! cau)(?!.*khau hieu)"), r'\bnguyen van\b|"'),
)
_MEMBERS = Pattern(
    r"\b(?:gom|la|co) (?:nhung |cac )?(?:don vi|thon|huyen|xa|phuong|hoi|chi hoi|nguoi|san pham|tieu chi|dieu|thu) (?:nao|gi)\b|\b(?:ten|ke ten) (?:tung|cac|nhung|may) (?:don vi|thon|xa|huyen|phuong|nguoi|ho|hoi|chi hoi|san pham)\b|\bnhung (?:don vi|thon|khu|san pham) (?:nao|gi)\b|\bkhoi 487 (?:[a-z]+ ){0,4}gom\b|\btung (?:don vi|thon|huyen|xa)\b"
    r"|\b(?:la nhung|gom|gom nhung) (?:gi|cai gi|dieu gi|thu gi|khong gi|co gi|chi)\b"
)

ASKS = (
    *(pattern for pattern, _ in _MATTERS),
    _MEMBERS,
)
"""By these it is seen that a matter is asked for."""


def no_noun(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether the noun that is counted or chosen among ("bao nhiêu áo phao?", "bãi biển nào?") is not in the answer."""
    if query.communes and query.wants(Aim.YESNO):
        return False
    return any(
        not any(_stands(term, body) for term in noun.meant) and not _is_called_so(query, noun, facts)
        for noun in asked_nouns(query)
    )


def _is_called_so(query: Query, noun: AskedNoun, facts: Sequence[Fact]) -> bool:
    """Whether what is chosen among is what people call the matter of the first fact, which tells it in other words: "kênh nào"."""
    if not (noun.chosen and facts) or _UNTOLD.search(plain(facts[0].say)):
        return False
    index, number = query.base.index, query.base.numbers[facts[0].id]
    return index.has(number, noun.word if noun.before in _SMALL else f"{noun.before} {noun.word}")


def _stands(noun: str, body: str) -> bool:
    """Whether a noun stands in an answer; "hỗ trợ" holds no "hộ"."""
    return re.search(rf"\b{noun}\b" + (" (?!tro)" if noun == "ho" else ""), body) is not None


def no_matter(query: Query, body: str) -> bool:
    """Returns whether of what a thing is made, or which plant, subject or paper it is, is asked and not in the answer."""
    return any(re.search(noun, body) is None for pattern, noun in _MATTERS if asked(query, pattern))


def only_named(query: Query, found: Found) -> bool:
    """Returns whether the plan only names the thing that the question names, and something else is asked of it: how many, when, where."""
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


def untold(query: Query, body: str) -> bool:
    """Returns whether the fact itself says that the plan does not explain what is asked."""
    if (
        query.wants(Aim.NAME)
        or query.finds(_WHOSE)
        or not (asks_detail(query) or asked(query, _MEMBERS))
        or _UNTOLD.search(body) is None
    ):
        return False
    quoted = [name for part in _QUOTED.findall(body) for name in re.findall(r'"([^"]+)"', part)]
    return not quoted or any(f" {name} " in f" {query.said} " for name in quoted)
