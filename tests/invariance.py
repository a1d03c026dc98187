"""The exam questions as they are typed under each noise: how many answers that loses, and whether one becomes wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from knowledge.base import Base
from tests.exam import Question, Result, read_blocks, sit
from tests.noise import NOISES, typed_by
from tests.rows import CLEAN, communes
from tests.unclear import asks_no_more, is_unclear

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True, slots=True)
class Typed:
    """One question under one noise."""

    clean: Question
    noise: str
    seed: int


@dataclass(frozen=True, slots=True)
class Sat:
    """The result of one question as it was typed.

    ``unclear``: a commune's name is now as near to another's, or of a trap nothing that asks is left.
    """

    typed: Typed
    result: Result
    unclear: bool


def answerable(folder: Path = QUESTIONS) -> list[Question]:
    """Returns the clean questions that the plans answer, small talk left out."""
    questions = _read(folder, "blind_*.txt")
    return [question for question in questions if question.answerable and question.style == "clean"]


def traps(folder: Path = QUESTIONS) -> list[Question]:
    """Returns the questions near the domain that the plans do not answer."""
    return [question for question in _read(folder, "*.txt") if question.answerable is False]


def _read(folder: Path, pattern: str) -> Iterable[Question]:
    return (question for path in sorted(folder.glob(pattern)) for question in read_blocks(path))


def under(noises: Iterable[str], questions: Sequence[Question], seeds: Iterable[int]) -> list[Typed]:
    """Returns each question under each noise with each seed."""
    return [Typed(question, noise, seed) for noise in noises for seed in seeds for question in questions]


def sample(questions: Sequence[Question], size: int, seed: int = 0) -> list[Question]:
    """Returns some of the questions, always the same for a seed."""
    return Random(seed).sample(questions, min(size, len(questions)))


def sit_typed(base: Base, typed: Typed) -> Sat:
    """Returns the result of a question as it is typed. Names of communes change in nothing but accents and keys."""
    clean = typed.clean
    if typed.noise == CLEAN:
        return Sat(typed, sit(base, [clean])[0], unclear=False)
    names = communes(base.library)
    text = typed_by(NOISES[typed.noise], clean.text, typed.seed, names)
    question = Question(clean.id, text, clean.kind, clean.style, clean.must, clean.must_not, clean.answerable)
    unclear = any(is_unclear(name, text, names) for name in names if name.lower() in clean.text.lower())
    unclear |= clean.answerable is False and asks_no_more(clean.text, text)
    return Sat(typed, sit(base, [question])[0], unclear)


def share(sat: Sequence[Sat]) -> float:
    """Returns how many of a hundred are right."""
    return 100 * sum(one.result.verdict == "right" for one in sat) / len(sat) if sat else 100.0


def is_lost(typed: Sat, clean: Sat) -> bool:
    """Tells whether a question that was answered clean is not any more."""
    return clean.result.verdict == "right" != typed.result.verdict
