"""What the plans do not hold is not answered, however near it sounds."""

import pytest

from knowledge.base import Base
from tests.exam import sit
from tests.invariance import traps

ENOUGH = 300
MOST_ANSWERED = 0.1
"""What is reached of a hundred traps; the goal is none, and ``make exam`` asks for it."""


def test_there_are_enough_traps() -> None:
    assert len(traps()) >= ENOUGH


@pytest.fixture(scope="module")
def answered(base: Base) -> list[str]:
    """The traps that were answered, each with the beginning of its answer."""
    wrong = [result for result in sit(base, traps()) if result.verdict == "wrong"]
    return [f"{result.question.text} -> {result.reply.splitlines()[0]}" for result in wrong]


def test_few_traps_are_answered(answered: list[str]) -> None:
    assert 100 * len(answered) / len(traps()) <= MOST_ANSWERED


@pytest.mark.exam
def test_no_trap_is_answered(answered: list[str]) -> None:
    assert answered == []
