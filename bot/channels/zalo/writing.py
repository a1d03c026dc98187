"""A letter as Zalo's messages: plain texts that fit, large, with the choices as numbers or words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from bot.messages import Choice, File, FileKind, Look
from bot.model.parts import ranges, units
from bot.ports.letter import Letter

TEXT_UNITS = 2000  # sendMessage: 1-2000 characters; counted in UTF-16 units like text_styles, to be on the safe side
LARGE = "f_18"
"""The size of all text: most readers are over sixty and have a small phone."""

_CODES = {Look.BOLD: "b", Look.ITALIC: "i"}
_ITEM = "- "
_NAMED = 4
"""So many numbers are named one by one, more are told by the first and the last."""


@dataclass(frozen=True, slots=True)
class Style:
    """How so many UTF-16 units from ``start`` look: Zalo's codes."""

    start: int
    length: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a letter."""

    text: str
    styles: tuple[Style, ...]

    def payload(self, chat: str) -> dict[str, Any]:
        """Returns what sendMessage is given. No parse_mode: what people and plans say is never markup."""
        styles = [{"start": one.start, "len": one.length, "st": list(one.codes)} for one in self.styles]
        return {"chat_id": chat, "text": self.text, "text_styles": styles}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text with the codes of each of its characters."""

    text: str
    codes: tuple[tuple[str, ...], ...]


def write(letter: Letter, office: str) -> tuple[Part, ...]:
    """Returns the messages that say a letter, in order. ``office`` is whom to ask for a file: Zalo takes none."""
    letter, told = _told_once(letter)
    shown = _looks(letter)
    file = [missing(letter.file, office)] if letter.file is not None else []
    below = "\n".join([*file, *choices(letter, told)])
    if below:
        below = f"\n{below}" if shown.text else below
        shown = _Shown(shown.text + below, (*shown.codes, *[()] * len(below)))
    return tuple(_part(shown, start, end) for start, end in ranges(shown.text, TEXT_UNITS))


def _told_once(letter: Letter) -> tuple[Letter, int]:
    """Returns a letter whose text tells its first choices, and how many: where it lists them in full anyway, that list
    gets the numbers.
    """
    lines = letter.text.split("\n")
    listed = [place for place, line in enumerate(lines) if line.startswith(_ITEM)]
    pairs = list(zip(listed, letter.choices, strict=False))
    same = len(pairs) == len(listed) and all(_short_for(choice, lines[place]) for place, choice in pairs)
    if not listed or not same or not letter.numbered or letter.spans:
        return letter, 0
    for number, place in enumerate(listed, start=1):
        lines[place] = f"{number}. {lines[place].removeprefix(_ITEM)}"
    return replace(letter, text="\n".join(lines)), len(listed)


def _short_for(choice: Choice, line: str) -> bool:
    return line.removeprefix(_ITEM).startswith(choice.label.removesuffix("…"))


def missing(file: File, office: str) -> str:
    """Returns that a file does not come: Zalo takes no uploads from bots."""
    what = "Ảnh" if file.kind is FileKind.PICTURE else "Tệp"
    return f"{what} {file.name} không gửi được qua Zalo. Đồng chí cần thì hỏi {office}."


def choices(letter: Letter, told: int = 0) -> list[str]:
    """Returns the lines of the choices; words where a number would be a figure, or another question's. Those that the
    letter itself tells to type are not told again, nor the first ``told``, which it lists.
    """
    offered = letter.choices
    if not letter.numbered:
        text = letter.text.casefold()
        said = [f'"{choice.label}"' for choice in offered if f'"{choice.label.casefold()}' not in text]
        return [f"Đồng chí có thể nhắn: {_either(said)}."] if said else []
    if not offered:
        return []
    lines = [f"{number}. {choice.label}" for number, choice in enumerate(offered, start=1)]
    count = len(offered)
    which = f"từ 1 đến {count}" if count > _NAMED else _either([str(number) for number in range(1, count + 1)])
    return [*lines[told:], f"Đồng chí nhắn số {which}."]


def _either(words: Sequence[str]) -> str:
    """Returns "a", "a hoặc b", "a, b hoặc c"."""
    *first, last = words
    return f"{', '.join(first)} hoặc {last}" if first else last


def _looks(letter: Letter) -> _Shown:
    """Returns the letter's words as they look, with the addresses of links behind their words."""
    codes = [set[str]() for _ in letter.text]
    links: dict[int, str] = {}
    for span in letter.spans:
        end = min(span.start + span.length, len(letter.text))
        if code := _CODES.get(span.look):
            for of_one in codes[span.start : end]:
                of_one.add(code)
        if span.look is Look.LINK and span.url and span.url not in letter.text[span.start : end]:
            links[end] = f" ({span.url})"
    text, looks = "", list[tuple[str, ...]]()
    for place in range(len(letter.text) + 1):
        behind = links.get(place, "")
        text += behind
        looks += [()] * len(behind)
        if place < len(letter.text):
            text += letter.text[place]
            looks.append(tuple(sorted(codes[place])))
    return _Shown(text, tuple(looks))


def _part(shown: _Shown, begin: int, end: int) -> Part:
    text, codes = shown.text[begin:end], shown.codes[begin:end]
    styles, start, place = [], 0, 0
    for looks, run in groupby(codes):
        size = len(list(run))
        length = units(text[place : place + size])
        styles.append(Style(start, length, (LARGE, *looks)))
        start, place = start + length, place + size
    return Part(text, tuple(styles))
