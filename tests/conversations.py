"""Conversations as data: blocks of turns of which the last one is judged.

``python -m tests.conversations`` prints what is not right.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.interview import Interview
from knowledge.answer import Answer
from knowledge.base import Base, build
from knowledge.library import open_library
from tests.exam import TODAY, Question, judged, said

TURNS = Path(__file__).parent / "turns"


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one person writes, one message after another, and what is asked of the reply to the last one."""

    turns: tuple[str, ...]
    asked: Question
    reached: bool
    """Whether it is answered right; one that is not stands in the file with "~"."""


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation with its replies, and the verdict on the last one (right, asked, missed, wrong)."""

    conversation: Conversation
    verdict: str
    replies: tuple[Answer, ...]


def hold(base: Base, conversations: Iterable[Conversation]) -> list[Held]:
    """Returns the conversations held, each from its beginning."""
    return [_held(base, conversation) for conversation in conversations]


def _held(base: Base, conversation: Conversation) -> Held:
    interview = Interview(base, TODAY)
    replies = tuple(interview.ask(turn) for turn in conversation.turns)
    return Held(conversation, judged(conversation.asked, replies[-1], said(base, replies[-1])), replies)


def read_conversations(path: Path) -> list[Conversation]:
    """Returns the conversations of a .txt file: blocks of kind, style, must, not and "- " turns.

    Those of the kind "refuse" are to be declined.
    """
    return [
        _read(f"{path.stem}-{number}", block)
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()))
        if "\n- " in block
    ]


def _read(name: str, block: str) -> Conversation:
    keys: dict[str, list[str]] = {}
    turns = []
    for line in block.splitlines():
        key, _, value = line.partition(":")
        if line.startswith("- "):
            turns.append(line[2:].strip())
        elif not line.startswith(("#", "~")):
            keys.setdefault(key, []).append(value.strip())
    kind = keys["kind"][0]
    must = tuple(_alternatives(value) for value in keys.get("must", ()))
    must_not = tuple(part for value in keys.get("not", ()) for part in _alternatives(value))
    answerable = {"refuse": False, "smalltalk": None}.get(kind, True)
    style = keys.get("style", ["clean"])[0]
    asked = Question(name, turns[-1], kind, style, must, must_not, answerable)
    return Conversation(tuple(turns), asked, "~" not in block.splitlines())


def _alternatives(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


def main(paths: Sequence[str]) -> int:
    """Writes the figures of the files named, or of all, and what is not right in them, to standard output."""
    base = build(open_library())
    for path in map(Path, paths) if paths else sorted(TURNS.glob("*.txt")):
        held = hold(base, read_conversations(path))
        sys.stdout.write(f"{path.name}: {dict(Counter(one.verdict for one in held))}\n")
        for one in held:
            if one.verdict != "right":
                sys.stdout.write(_shown(base, one))
    return 0


def _shown(base: Base, one: Held) -> str:
    asked = one.conversation.asked
    head = f"\n{asked.id} {one.verdict} ({type(one.replies[-1]).__name__}) must {asked.must} not {asked.must_not}\n"
    talk = zip(one.conversation.turns, one.replies, strict=True)
    return head + "".join(f"  - {turn}\n      {said(base, reply)[:400]!r}\n" for turn, reply in talk)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
