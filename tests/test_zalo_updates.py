"""What only Zalo's updates have: a name of ours amid the words, and no number that can be trusted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.identity import Identity
from tests.recorded import damaged
from tests.zalo_recorded import US, ZALO

WHOLE = ZALO.readable()


def test_in_private_our_name_stays_in_the_text() -> None:
    update = json.loads(ZALO.raw("text"))
    update["message"]["text"] = "@Bot Đồng Đội là ai?"
    incoming = ZALO.read(json.dumps(update))
    assert incoming is not None
    assert incoming.text == "@Bot Đồng Đội là ai?"


def test_a_longer_name_is_not_ours() -> None:
    assert US.spoken_to("@Bot Đồng Đội 2 chào") == "2 chào"
    assert US.spoken_to("@Bot Đồng Độikhác chào") == "@Bot Đồng Độikhác chào"
    assert Identity("1").spoken_to("@Bot Đồng Đội chào") == "@Bot Đồng Đội chào"


@pytest.mark.parametrize("number", [None, 7, "", "\ud83d", "a\0b", "x" * 200, [], {}])
def test_a_key_can_always_be_stored_and_is_the_same_for_a_repeat(number: object) -> None:
    update = {"message": {"message_id": number, "text": "x"}}
    assert key_of(update) == key_of(json.loads(json.dumps(update)))
    assert key_of(update).isascii()
    assert key_of(update) != key_of({"message": {"message_id": number, "text": "y"}})


@given(st.data())
def test_a_damaged_update_has_a_key(data: st.DataObject) -> None:
    assert key_of(opened(damaged(data.draw(st.sampled_from(WHOLE)), data)))
