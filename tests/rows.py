"""Every row of every table is asked for, in words made from its fields, and the reply is judged."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from knowledge.answer import Answer, Found, Unsure
from knowledge.base import Base
from knowledge.facts import Communes
from knowledge.library import Library
from knowledge.match import answer
from tests.asking.ask import Ask
from tests.asking.dates import of_milestones, of_regimes
from tests.asking.figures import of_criteria, of_targets
from tests.asking.names import of_documents, of_models
from tests.asking.places import of_communes, of_districts, of_lists
from tests.asking.work import of_contents, of_duties
from tests.exam import TODAY, Question, judged, said
from tests.noise import NOISES, typed_by
from tests.noise.letters import plain
from tests.unclear import is_unclear

CLEAN = "clean"
MAKERS: Sequence[Callable[[Library], Iterator[Ask]]] = (
    of_communes,
    of_lists,
    of_districts,
    of_regimes,
    of_milestones,
    of_targets,
    of_criteria,
    of_models,
    of_documents,
    of_duties,
    of_contents,
)
VERDICTS = ("right", "asked", "missed", "wrong")
_FEW = 5
"""More facts than these are a list that names the row, not an answer about it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A question to be typed under a noise. ``protect``: communes' names change in nothing but accents and keys."""

    ask: Ask
    noise: str = CLEAN
    seed: int = 0
    protect: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back to one question. ``other``: another commune's facts were stated as the answer;
    ``unclear``: the name as it was typed is at least as near to another commune's.
    """

    task: Task
    typed: str
    verdict: str
    text: str
    other: bool = False
    unclear: bool = False


def asked(library: Library) -> list[Ask]:
    """Returns the questions about every row in every form."""
    return [ask for maker in MAKERS for ask in maker(library)]


def one_each(asks: Sequence[Ask], seed: int = 0) -> list[Ask]:
    """Returns one question about each row; which of its forms, the seed says."""
    rows: dict[tuple[str, str], list[Ask]] = {}
    for ask in asks:
        rows.setdefault((ask.table, ask.row), []).append(ask)
    return [Random(f"{seed} {row}").choice(forms) for row, forms in rows.items()]


def communes(library: Library) -> list[str]:
    """Returns the names that no noise may touch but in accents, case and keys."""
    return list(dict.fromkeys(name for row in library.of(Communes) for name in row.names))


def replied(base: Base, task: Task) -> Reply:
    """Returns the reply to a question as it is typed, with its verdict."""
    ask, names, typed = task.ask, communes(base.library), task.ask.text
    if task.noise != CLEAN:
        typed = typed_by(NOISES[task.noise], ask.text, task.seed, names if task.protect else ())
    given = answer(base, typed, TODAY)
    text = said(base, given)
    other = bool(ask.place) and isinstance(given, Found) and not _names(text, ask.place)
    unclear = task.noise != CLEAN and bool(ask.place) and is_unclear(ask.place, typed, names)
    return Reply(task, typed, judge(ask, given, text), text, other, unclear)


def judge(ask: Ask, given: Answer, text: str) -> str:
    """Returns right (the row is the answer), asked (it is among the choices), missed, or wrong (another row is)."""
    if isinstance(given, Found):
        return "right" if _holds(ask, given, text) and _says_so(ask, text) else "wrong"
    if isinstance(given, Unsure) and (_offers(ask, given) or _holds(ask, given, text)):
        return "asked"
    return "missed"


def _holds(ask: Ask, given: Found | Unsure, text: str) -> bool:
    """By the row's id in a short answer, or by its decisive words."""
    if ask.place:
        return _names(text, ask.place) and _has(ask, given, text)
    if ask.every:
        return ask.facts <= set(given.facts)
    if ask.facts & set(given.facts) and (len(given.facts) <= _FEW or not isinstance(given, Found)):
        return True
    return bool(ask.must or ask.about) and _has(ask, given, text) and _share(ask.about, text) >= ask.share


def _has(ask: Ask, given: Answer, text: str) -> bool:
    """Whether one of each group of words stands in the reply, as the exam reads it."""
    return judged(Question("", ask.text, ask.table, "row", ask.must, (), True), given, text) in {"right", "asked"}


def _offers(ask: Ask, given: Unsure) -> bool:
    offered = {name for option in given.options for name in option.key.partition(":")[2].split(",")}
    return bool(ask.facts & offered) or (bool(ask.place) and ask.place in offered)


def _says_so(ask: Ask, text: str) -> bool:
    """A question for yes or no is not answered with the other."""
    return ask.yes is None or not text.startswith("Không" if ask.yes else "Có,")


def _names(text: str, place: str) -> bool:
    """The whole name: Tam An does not stand in "Tam Anh Nam"."""
    return re.search(rf"(?<!\w){re.escape(place)}(?!\w)", text) is not None


def _share(about: str, text: str) -> float:
    words = set(re.findall(r"\w+", plain(about).lower()))
    return len(words & set(re.findall(r"\w+", plain(text).lower()))) / len(words) if words else 1.0
