"""The stories on a channel without buttons: who types the number or the words of a choice gets as far as who presses.

A third of them by default, another one for each version of the stories; all with ``make soak``.
"""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.stories.player import play
from knowledge.base import Base

_PRESSED = re.compile(r"^\w[\w ]*?(?: \(\w+\))?: \[.+\]$", re.MULTILINE)
_OLD = re.compile(r"^\w[\w ]*?(?: \(\w+\))?: \[.+\] \(nút cũ\)$")
STORIES = [
    path
    for path in sorted((Path(__file__).parent / "stories").glob("*.txt"))
    if _PRESSED.search(path.read_text(encoding="utf-8"))
]
EVERY = 3


def ledger(story: str) -> list[str]:
    """Returns what was written down, but what old buttons did: they cannot be pressed where there are none."""
    return [line for block, old in _blocks(story) if not old for line in block]


def _blocks(story: str) -> Iterator[tuple[list[str], bool]]:
    """Yields what was written down after each thing that people did, and whether that was pressing an old button."""
    block, old, kept = list[str](), False, False
    for line in story.splitlines():
        if not line.startswith((" ", "Bot", "Sổ:")):
            yield block, old
            block, old = [], _OLD.match(line) is not None
        kept = line.startswith("Sổ:") or (kept and line.startswith(" "))
        if kept:
            block.append(line)
    yield block, old


def _seldom(place: int) -> tuple[pytest.MarkDecorator, ...]:
    return () if place % EVERY == 0 else (pytest.mark.soak,)


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=_seldom(place)) for place, path in enumerate(STORIES)]
)
def test_a_story_comes_to_the_same_where_choices_are_typed(path: Path, base: Base) -> None:
    story = path.read_text(encoding="utf-8")
    assert ledger(asyncio.run(play(story, base, path.name, typed=True))) == ledger(story)


def test_what_an_old_button_did_is_left_out() -> None:
    story = "Ba: [Gửi]\nBot: Đã nhận.\nSổ: một\n     hai\nBa: [Gửi] (nút cũ)\nSổ: ba\n# hết\n"
    assert ledger(story) == ["Sổ: một", "     hai"]
