"""A slip of one letter in an order is understood; what is right Vietnamese is never bent."""

import re
from pathlib import Path
from random import Random

import pytest

from bot.messages import Kind
from bot.model.talk import Talk
from handlers import HANDLERS
from handlers.order import understood
from knowledge.fold import plain
from knowledge.syllables import is_syllable
from tests.desks import did
from tests.noise.slips import slipped

STORIES = Path(__file__).parent / "stories"
ORDERS = {
    "tình hình nộp báo cáo": "standing",
    "tien do": "standing",
    "biểu đồ": "charting",
    "tổng hợp số liệu": "totals",
    "xuất excel": "exporting",
    "gui toi ban word tong hop": "exporting",
    "duyệt": "reviewing",
}
SEEDS = 60


def slips(order: str) -> list[str]:
    """Returns the order with one slip each in its longer words; none makes another syllable."""
    found, words = set(), order.split()
    for seed in range(SEEDS):
        dice = Random(seed)
        at = dice.choice([at for at, word in enumerate(words) if len(word) > 3])
        wrong = slipped(words[at], dice)
        if not is_syllable(plain(wrong)):
            found.add(" ".join([*words[:at], wrong, *words[at + 1 :]]))
    return sorted(found)


def asked(text: str) -> str:
    """Returns the first handler that wants a text."""
    return next(one.name for one in HANDLERS if one.wants(did(Kind.TEXT, text), Talk()))


@pytest.mark.parametrize(("order", "handler"), ORDERS.items())
def test_an_order_with_a_slip_is_the_same_order(order: str, handler: str) -> None:
    wrong = slips(order)
    assert len(wrong) > 3
    assert {text: asked(text) for text in [order, *wrong]} == dict.fromkeys([order, *wrong], handler)


def test_what_people_write_in_stories_without_slips_stays_as_it_is() -> None:
    lines = {line for story in STORIES.glob("*.txt") for line in story.read_text(encoding="utf-8").splitlines()}
    right = [line for line in lines if all(is_syllable(word) for word in re.findall(r"[^\W\d_]+", plain(line)))]
    assert len(right) > 1000
    assert [line for line in right if understood(line) != line] == []
