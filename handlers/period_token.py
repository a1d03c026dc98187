"""A proposed period in the token of a button: it needs no memory, and an old button still means what it said."""

from collections.abc import Iterable, Sequence
from datetime import date
from zlib import crc32

from bot.model.opening import Opening
from bot.model.period import LevelDeadline, Span

FAMILY = "ky"
LONGEST = 64
"""Bytes in a token (bot.messages.Choice)."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NAME, _DAY = 3, 4


def token(verb: str, opening: Opening) -> str:
    """Returns the token: "ky:mo:6T-2026:fub1:8xk:2dqfua5". It may be longer than a token can be: see ``fits``."""
    forms = "".join(_name(form) for form in opening.forms)
    levels = "".join(f"{_name(one.level)}{_day(one.day)}" for one in opening.levels)
    return f"{FAMILY}:{verb}:{opening.id}:{_day(opening.deadline)}:{forms}:{levels}"


def fits(opening: Opening) -> bool:
    """Returns whether a button can carry it: up to four levels with all four forms, six with one."""
    return len(token("han?", opening)) <= LONGEST


def opening_of(token: str, forms: Iterable[str], levels: Sequence[str]) -> Opening | None:
    """Returns what a token says, of these forms and levels; None for one that says nothing (any more)."""
    try:
        _, _, name, deadline, named, dated = token.split(":")
        span, _, year = name.rpartition("-")
        known_forms = {_name(form): form for form in forms}
        known_levels = {_name(level): level for level in levels}
        return Opening(
            Span(span),
            int(year),
            tuple(known_forms[part] for part in _parts(named, _NAME)),
            _date(deadline),
            tuple(
                LevelDeadline(known_levels[part[:_NAME]], _date(part[_NAME:])) for part in _parts(dated, _NAME + _DAY)
            ),
        )
    except (ValueError, KeyError, OverflowError):
        return None


def verb_of(token: str) -> tuple[str, str]:
    """Returns the verb and what it is about: the rest up to the next colon."""
    _, verb, about, *_ = (*token.split(":"), "", "", "")
    return verb, about


def _parts(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def _name(word: str) -> str:
    return _written(crc32(word.encode()) % len(_DIGITS) ** _NAME, _NAME)


def _day(day: date) -> str:
    return _written(day.toordinal(), _DAY)


def _date(text: str) -> date:
    return date.fromordinal(int(text, len(_DIGITS)))


def _written(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        digits = f"{_DIGITS[digit]}{digits}"
    return digits
