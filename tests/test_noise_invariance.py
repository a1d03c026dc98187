"""A question is answered however it is typed: hardly less often than clean, and never with a wrong fact."""

import os
from collections.abc import Sequence

import pytest

from knowledge.base import Base
from tests.invariance import Sat, answerable, sample, share, sit_typed, traps, under
from tests.noise import NOISES
from tests.rows import CLEAN
from tests.trial import each

SAMPLE = 120
TRAPS = 60
SEEDS = range(3)
ENOUGH = 300
EVERY = pytest.mark.parametrize("noise", NOISES)


def most(noise: str) -> float:
    """Returns how many points of a hundred a noise may cost."""
    return 6.0 if noise in {"phonetic", "mix"} else 2.0


@pytest.fixture(scope="module")
def clean(base: Base) -> dict[str, Sat]:
    """The results of the clean questions, by their ids."""
    return {one.typed.clean.id: one for one in each(sit_typed, base, under([CLEAN], answerable(), [0]))}


def test_there_are_enough_questions() -> None:
    assert len(answerable()) >= ENOUGH


def test_no_clean_question_gets_a_wrong_fact(clean: dict[str, Sat]) -> None:
    assert wrong([*clean.values()]) == []


@EVERY
def test_a_noise_costs_little(base: Base, clean: dict[str, Sat], noise: str) -> None:
    hold(each(sit_typed, base, under([noise], sample(answerable(), SAMPLE), [0])), clean, noise)


@EVERY
def test_no_noise_lets_a_trap_be_answered(base: Base, noise: str) -> None:
    assert wrong(each(sit_typed, base, under([noise], sample(traps(), TRAPS), [0]))) == []


@pytest.mark.soak
@EVERY
def test_a_noise_costs_little_of_all_questions(base: Base, clean: dict[str, Sat], noise: str) -> None:
    hold(each(sit_typed, base, under([noise], answerable(), SEEDS), os.cpu_count() or 1), clean, noise)


@pytest.mark.soak
@EVERY
def test_no_noise_lets_any_trap_be_answered(base: Base, noise: str) -> None:
    assert wrong(each(sit_typed, base, under([noise], traps(), SEEDS), os.cpu_count() or 1)) == []


def hold(typed: Sequence[Sat], clean: dict[str, Sat], noise: str) -> None:
    """Asserts the loss against the same questions clean, and that nothing wrong is said."""
    clear = [one for one in typed if not one.unclear]
    loss = share([clean[one.typed.clean.id] for one in clear]) - share(clear)
    lost = [one for one in clear if is_lost(one, clean[one.typed.clean.id])]
    assert loss <= most(noise), f"{loss:.1f} points: {[shown(one) for one in lost[:12]]}"
    assert wrong(clear) == []


def is_lost(typed: Sat, clean: Sat) -> bool:
    return clean.result.verdict == "right" != typed.result.verdict


def wrong(sat: Sequence[Sat]) -> list[str]:
    return [shown(one) for one in sat if one.result.verdict == "wrong" and not one.unclear]


def shown(sat: Sat) -> str:
    return f"{sat.result.verdict} {sat.typed.clean.kind}: {sat.result.question.text}"
