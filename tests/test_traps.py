"""What the plans do not hold is not answered, however near it sounds."""

import pytest

from knowledge.base import Base
from tests.exam import sit
from tests.invariance import traps

pytestmark = pytest.mark.exam

ENOUGH = 300


def test_there_are_enough_traps() -> None:
    assert len(traps()) >= ENOUGH


def test_no_trap_is_answered(base: Base) -> None:
    answered = [result for result in sit(base, traps()) if result.verdict == "wrong"]
    assert [f"{result.question.text} -> {result.reply.splitlines()[0]}" for result in answered] == []
