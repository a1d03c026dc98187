"""The buttons of a form. Each carries its run and its question, so that an old one is known as old (DESIGN 6)."""

from dataclasses import dataclass

from bot.dialog.progress import Progress
from bot.messages import Choice

FAMILY = "r"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button as it comes back: the run, the number of the question, and the word it stands for."""

    run: str
    asked: int
    word: str


def button(progress: Progress, label: str, word: str) -> Choice:
    """Returns a button of the question that is asked now."""
    return Choice(label, f"{FAMILY}:{progress.run}:{progress.asked}:{word}")


def pressed(token: str) -> Pressed | None:
    """Returns what a button of a form stands for, None for another one."""
    family, _, rest = token.partition(":")
    run, _, rest = rest.partition(":")
    asked, _, word = rest.partition(":")
    return Pressed(run, int(asked), word) if family == FAMILY and asked.isdecimal() else None
