"""A number in digits with its dots, commas and blanks (reading-rules, Figures 2)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_PLAIN = re.compile(r"\d+")
_GROUPS = {sign: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+") for sign in ".,"}
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_POINT = re.compile(r"\d+[.,]\d+")
_BOTH = re.compile(r"([1-9]\d{0,2}(?:(?P<group>[.,])\d{3})+)(?!(?P=group))[.,](\d{1,2})")


class Shape(StrEnum):
    """How the digits stand. GROUP is one group of three behind a dot, COMMA one behind a comma, SPACE behind a blank.

    PADDED starts with a zero as telephone numbers do; BROKEN is no number at all ("31.5.2024").
    """

    PLAIN = "plain"
    GROUPS = "groups"
    GROUP = "group"
    COMMA = "comma"
    SPACE = "space"
    DECIMAL = "decimal"
    PADDED = "padded"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number in digits. ``other`` is the reading that a careless writer may have meant ("1.500" as 1,5)."""

    text: str
    value: Decimal
    shape: Shape
    other: Decimal | None = None


def read_literal(text: str) -> Literal:
    """Returns what digits say. Any text of digits, dots, commas and blanks is something, at worst BROKEN."""
    bare = re.sub(r"[^\d]", "", text)
    if len(bare) > 18:
        return Literal(text, Decimal(0), Shape.BROKEN)
    if _PLAIN.fullmatch(text):
        return Literal(text, Decimal(text), Shape.PADDED if len(text) > 2 and text[0] == "0" else Shape.PLAIN)
    if _SPACED.fullmatch(text):
        shape = Shape.PADDED if text[0] == "0" else Shape.GROUPS if text.count(" ") > 1 else Shape.SPACE
        return Literal(text, Decimal(bare), shape)
    if _GROUPS["."].fullmatch(text):
        single = text.count(".") == 1
        return Literal(text, Decimal(bare), Shape.GROUP if single else Shape.GROUPS, Decimal(text) if single else None)
    if _GROUPS[","].fullmatch(text) and text.count(",") > 1:
        return Literal(text, Decimal(bare), Shape.GROUPS)
    if both := _BOTH.fullmatch(text):
        whole = re.sub(r"\D", "", both.group(1))
        return Literal(text, Decimal(f"{whole}.{both.group(3)}"), Shape.GROUPS)
    if _POINT.fullmatch(text):
        whole, _, part = text.replace(",", ".").partition(".")
        value = Decimal(f"{whole}.{part}")
        if len(part) < 3 or (len(part) == 3 and whole == "0"):
            return Literal(text, value, Shape.PADDED if len(whole) > 1 and whole[0] == "0" else Shape.DECIMAL)
        if len(part) == 3 and "," in text and whole[0] != "0":
            return Literal(text, value, Shape.COMMA, Decimal(bare))
    return Literal(text, Decimal(0), Shape.BROKEN)
