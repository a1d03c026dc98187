"""A question about one row, and what a right reply must hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.facts import Fact, Plan

Groups = tuple[tuple[str, ...], ...]

# How a question says to which plan the row belongs, where nothing else in it does: by the place, or by the plan.
_PLACES = {"tamky": "Tam Kỳ", "haiduong": "Hải Dương"}
_PLANS = {
    "ntm": ("nông thôn mới", "kế hoạch nông thôn mới"),
    "nguoingheo": ("nghèo", "kế hoạch vì người nghèo"),
    "kh121": ("cuộc vận động", "Kế hoạch 121"),
}
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. It is answered by one of ``facts`` (``every``: by all of them), or by the words of ``must``
    (one of each group) in a reply that also has this ``share`` of the words of ``about``.

    ``place``: the commune that is asked for; the reply must name it. ``yes``: whether the reply has to say so.
    """

    table: str
    row: str
    form: str
    text: str
    facts: frozenset[str] = frozenset()
    must: Groups = ()
    about: str = ""
    share: float = 0.7
    every: bool = False
    place: str = ""
    yes: bool | None = None


def bare(text: str) -> str:
    """Returns a text without what stands in parentheses."""
    return _PARENTHESES.sub("", text).strip()


def sentence(text: str) -> str:
    """Returns a question with single blanks and a capital first."""
    text = _BLANKS.sub(" ", text).strip()
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Returns a text with a small letter first, unless a name or an abbreviation stands there."""
    names = ("Hội", "Mặt", "Ủy", "Ban", "Thành", "Liên", "Hải", "Tam", "Đảng", "Tiên", "Tháng", "Ngày", "Đề")
    first = text.split(" ")[0]
    return text if first in names or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def where(fact: Fact, text: str) -> str:
    """Returns " ở Tam Kỳ" or " ở Hải Dương" when the row stands only there and the text does not say so."""
    keys = {source.plan for source in fact.sources}
    place = _PLACES.get(fact.source.plan, "") if len(keys) == 1 else ""
    return f" ở {place}" if place and place not in text else ""


def by_plan(fact: Fact, text: str) -> str:
    """Returns "Theo kế hoạch nông thôn mới, " and the like for a row of the Hội's plans that the text does not name."""
    sign, name = _PLANS.get(fact.source.plan, ("", ""))
    return f"Theo {name}, " if name and sign not in text.lower() else ""


def named(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Returns the ways in which a reply may name one of the plans."""
    return tuple(dict.fromkeys(name for plan in plans for name in (plan.name, plan.short)))


def figures(text: str) -> Groups:
    """Returns the numbers and dates of a text, each as a reply may write it."""
    return tuple(_written(number) for number in re.findall(r"\d+(?:[./,–-]\d+)*", text))


def _written(number: str) -> tuple[str, ...]:
    short = "/".join(part.lstrip("0") if part.isdigit() and part.strip("0") else part for part in number.split("/"))
    return tuple(dict.fromkeys((number, short)))
