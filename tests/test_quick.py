"""What makes answering quick leaves nothing out: words looked for before a pattern, facts dropped unread."""

import gc
import importlib
import pkgutil
import re
import weakref
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest

import knowledge
from knowledge.base import Base, build
from knowledge.fold import plain
from knowledge.library import open_library
from knowledge.message.one_question import Answerer
from knowledge.pattern import Pattern, Patterns, of_words
from knowledge.query import read
from knowledge.ways import Asked, Ways
from tests.exam import TODAY, read_blocks

TEXTS = [
    question.text
    for path in sorted((Path(__file__).parent / "questions").rglob("*.txt"))
    for every in [read_blocks(path)]
    for question in Random(path.stem).sample(every, min(20, len(every)))
]


@pytest.fixture(scope="module")
def base() -> Base:
    return build(open_library())


def patterns() -> Iterator[Pattern]:
    """Yields the patterns of the whole knowledge."""
    for found in pkgutil.walk_packages(knowledge.__path__, "knowledge."):
        for value in vars(importlib.import_module(found.name)).values():
            yield from within(value)


def within(value: object) -> Iterator[Pattern]:
    """Yields the patterns in a value of a module."""
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, Patterns):
        yield from (pattern for _, pattern in value._all)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from within(one)
    elif isinstance(value, dict):
        yield from within(list(value.values()))


def test_every_pattern_finds_what_its_regular_expression_finds(base: Base) -> None:
    every = list({pattern.pattern: pattern for pattern in patterns()}.values())
    lines = {line for text in TEXTS for line in (plain(text), read(base, text, TODAY).line)}
    assert len(every) > 150
    for pattern in every:
        expression = re.compile(pattern.pattern)
        for line in lines:
            if expression.search(line):
                assert pattern.may_match(line), (pattern.pattern, line)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\bso (?:[a-z]+ )*cua ai\b", "so cua ai"),
        (r"\b(?:khi|khong)\b", "khong"),
        (r"(?:hai )?ba", "xbay"),
        (r"hai(?! ba)", "hai bon"),
        (r"[ab]c d", "bc d"),
        (r"mot|\d", "7"),
        (r"^nop$", "nop"),
        (r"a\Bb c", "ab c"),
        (r"\bhai ba", "hai bay"),
    ],
)
def test_a_text_is_never_shut_out_that_would_match(source: str, text: str) -> None:
    assert re.search(source, text)
    assert Pattern(source).search(text)


def test_one_word_of_a_longer_one_is_no_word() -> None:
    assert of_words("nop|gui").search("nop bao cao")
    assert not of_words("nop|gui").may_match("nopp bao cao")


def test_the_best_facts_are_those_that_would_be_best_if_all_lines_were_compared(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = 0
    pruned = Ways.best

    def best(ways: Ways, asked: Asked, sure: np.ndarray, limit: int) -> object:
        nonlocal checked
        facts, likeness, focus = pruned(ways, asked, sure, limit)
        every = ways._compared(asked, ways._shared(asked), np.arange(len(sure)))
        score = sure + 0.4 * every[0] + 0.2 * every[1]
        assert facts.tolist() == np.lexsort((np.arange(len(sure)), -score))[:limit].tolist()
        assert likeness.tolist() == every[0][facts].tolist()
        checked += 1
        return facts, likeness, focus

    monkeypatch.setattr(Ways, "best", best)
    for text in TEXTS[::3]:
        base.index.search(read(base, text, TODAY).places)
    assert checked > 100


def test_what_was_read_for_a_message_is_gone_with_its_answer(base: Base) -> None:
    gc.disable()  # what goes round in a circle would wait for the collector, which holds up somebody's answer
    try:
        reader = Answerer(base, TODAY)
        reader.one("Hạn nộp báo cáo 6 tháng là ngày nào?")
        gone = weakref.ref(reader)
        del reader
        assert gone() is None
    finally:
        gc.enable()
