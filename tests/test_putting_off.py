""" "để sau", "mai làm": a reminder is put aside; whoever says that they do it now is not put off."""

import pytest

from bot.messages import Kind
from handlers.putting_off import wants
from tests.desks import EMPTY, did


@pytest.mark.parametrize(
    "text", ["để sau", "de mai", "thôi mai làm tiếp nghe", "để tối", "tối làm", "hôm khác tôi nộp"]
)
def test_whoever_says_later_puts_it_aside(text: str) -> None:
    assert wants(did(Kind.TEXT, text), EMPTY)


@pytest.mark.parametrize("text", ["tôi nộp", "toi nop", "để tôi làm", "tôi nhập tiếp", "tôi làm lại"])
def test_whoever_does_it_now_is_not_put_off(text: str) -> None:
    assert not wants(did(Kind.TEXT, text), EMPTY)
