"""The code of an invite in what somebody typed: after /start, after DANGKY or QUANTRI, or alone."""

import re
import unicodedata
from dataclasses import dataclass

from bot.messages import Incoming, Kind
from bot.model.code import ALPHABET, plain_code
from bot.model.talk import Talk
from handlers.typed import after_command, command
from knowledge.fold import plain

_ASKED = re.compile(
    r"(?P<word>dang ?k[yi]|dk|quan ?tri)\b[\s:,.\-]*"
    r"(?:(?:ma|code)\b(?: moi\b)?(?: la\b)?[\s:]*)?(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = re.compile(r"[A-Z0-9]{4}[\s.\-–—_]*[A-Z0-9]{4}")
_PART = 12
_COMMANDS = ("dangky", "quantri")


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody wants to use a code: the code in its plain form, "" where what stands there can be none."""

    code: str


def code_typed(incoming: Incoming, talk: Talk) -> Typed | None:
    """Returns the code that somebody typed, None for somebody who wants something else."""
    if incoming.kind is not Kind.TEXT:
        return None
    text = unicodedata.normalize("NFC", incoming.text).strip().strip("\"'“”[]().,;:!")
    name = command(text)
    if name == "start":
        code = plain_code(after_command(text))
        return Typed(code) if code else None
    if name in _COMMANDS:
        return Typed(plain_code(after_command(text)))
    if name:
        return None
    asked = _ASKED.fullmatch(plain(text))
    if asked is not None:
        return _after_word(text, asked["word"], asked["rest"])
    return None if talk.figure else _alone(text)


def _alone(text: str) -> Typed | None:
    """A code alone is taken for one only when it can be one of ours: years, amounts and words are not."""
    code = plain_code(text) if _ALONE.fullmatch(text.upper()) else ""
    return Typed(code) if code and set(code) <= set(ALPHABET) else None


def _after_word(text: str, word: str, rest: str) -> Typed | None:
    """ "đăng ký hiến đất" is no code that was mistyped, "DANGKY K7Q4" is one."""
    tail = text[len(text) - len(rest) :]
    code = plain_code(tail)
    if code:
        return Typed(code)
    letters = [letter for letter in rest if letter.isalnum()]
    one_word = word in ("dangky", "quantri", "dk") and len(rest.split()) == 1
    mistyped = len(letters) <= _PART and tail.isascii() and (one_word or any(letter.isdigit() for letter in letters))
    return Typed("") if (mistyped and rest) or (not rest and word != "dk") else None
