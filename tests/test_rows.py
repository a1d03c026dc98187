"""Every row can be asked for, clean and as members type it, and no other row's fact is said in its place."""

import os
from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest

from knowledge.base import Base
from tests.asking.ask import Ask
from tests.noise import NOISES
from tests.rows import CLEAN, Reply, Task, asked, one_each, replied
from tests.trial import each

SURE = (CLEAN, "no accents")
OTHERS = [name for name in NOISES if name not in SURE]
SAMPLE = 120
SEEDS = range(3)
ROWS = {
    "commune": 110,
    "list": 9,
    "districts": 8,
    "report": 17,
    "milestone": 50,
    "target": 54,
    "criteria": 21,  # 10 and 6 numbers, 5 groups
    "model": 123,
    "document": 43,
    "duty": 36,
    "content": 100,
}
EVERY_NOISE = pytest.mark.parametrize("noise", [*SURE, *OTHERS])


def least(noise: str) -> float:
    """Returns how many of a hundred must be right or asked back with the right row among the choices."""
    if noise in SURE:
        return 100.0
    return 93.0 if noise in {"phonetic", "mix"} else 98.0


@pytest.fixture(scope="module")
def asks(base: Base) -> list[Ask]:
    return asked(base.library)


@pytest.fixture(scope="module")
def rows(asks: list[Ask]) -> list[Ask]:
    return one_each(asks)


def test_every_row_is_asked_for(asks: list[Ask]) -> None:
    rows = defaultdict(set)
    for ask in asks:
        rows[ask.table].add(ask.row)
    assert {table: len(found) for table, found in rows.items()} == ROWS


@pytest.mark.parametrize("noise", SURE)
def test_every_row_is_found(base: Base, rows: list[Ask], noise: str) -> None:
    hold([replied(base, Task(ask, noise)) for ask in rows], noise)


@pytest.mark.parametrize("noise", OTHERS)
def test_rows_are_found_as_members_type(base: Base, rows: list[Ask], noise: str) -> None:
    hold([replied(base, Task(ask, noise)) for ask in Random(noise).sample(rows, SAMPLE)], noise)


@pytest.mark.soak
@EVERY_NOISE
def test_every_row_is_found_in_every_form(base: Base, asks: list[Ask], noise: str) -> None:
    seeds = SEEDS if noise in OTHERS else range(1)
    tasks = [Task(ask, noise, seed) for seed in seeds for ask in asks]
    hold(each(replied, base, tasks, os.cpu_count() or 1), noise)


@pytest.mark.soak
@EVERY_NOISE
def test_a_commune_is_found_when_its_name_is_mistyped_too(base: Base, asks: list[Ask], noise: str) -> None:
    tasks = [Task(ask, noise, seed, protect=False) for ask in asks if ask.place for seed in SEEDS]
    hold(each(replied, base, tasks, os.cpu_count() or 1), noise)


def hold(replies: Sequence[Reply], noise: str) -> None:
    """Asserts the thresholds; what fails is shown. Names that could as well be another's are left out."""
    clear = [reply for reply in replies if not reply.unclear]
    assert [shown(reply) for reply in clear if reply.other] == [], "another commune's fact was stated"
    lost = [reply for reply in clear if reply.verdict not in {"right", "asked"}]
    share = 100 - 100 * len(lost) / len(clear)
    assert share >= least(noise), f"{share:.1f} % of {len(clear)}: {[shown(reply) for reply in lost[:12]]}"


def shown(reply: Reply) -> str:
    return f"{reply.verdict} {reply.task.ask.table} {reply.task.ask.row}: {reply.typed}"
