"""Every kind of update of every platform, as recorded, and what is read of it."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UnreadableUpdateError
from tests.recorded import UPDATES, Recorded, damaged
from tests.telegram_recorded import TELEGRAM
from tests.zalo_recorded import ZALO

PLATFORMS = pytest.mark.parametrize("platform", [TELEGRAM, ZALO], ids=lambda platform: platform.platform)
EACH = [pytest.param(one, name, id=f"{one.platform}-{name}") for one in (TELEGRAM, ZALO) for name in one.wanted]

WHOLE = {one.platform: one.readable() for one in (TELEGRAM, ZALO)}


def test_every_platform_with_recorded_updates_is_here() -> None:
    assert {path.name for path in UPDATES.iterdir()} == {TELEGRAM.platform, ZALO.platform}


@PLATFORMS
def test_every_recorded_update_has_an_expectation(platform: Recorded) -> None:
    assert platform.names() == set(platform.wanted)


@pytest.mark.parametrize(("platform", "name"), EACH)
def test_an_update_is_read_as_expected(platform: Recorded, name: str) -> None:
    raw = platform.raw(name)
    if platform.wanted[name] == "aside":
        with pytest.raises(UnreadableUpdateError) as caught:
            platform.read(raw)
        assert "Ba" not in str(caught.value), "a person's words do not stand in errors"
    else:
        assert platform.read(raw) == platform.expected(name)


@PLATFORMS
@pytest.mark.parametrize("raw", ["", "null", "[]", "7", "{}", "{", "[" * 100_000])
def test_what_is_no_update_is_unreadable(platform: Recorded, raw: str) -> None:
    for said in (raw, platform.no_update):
        with pytest.raises(UnreadableUpdateError):
            platform.read(said)


@PLATFORMS
def test_half_a_character_and_nul_become_signs_that_can_be_stored(platform: Recorded) -> None:
    update = json.loads(platform.raw("text"))
    update["message"]["text"] = "sổ \ud83d quỹ\0 🎖"
    incoming = platform.read(json.dumps(update))
    assert incoming is not None
    assert incoming.text == "sổ \ufffd quỹ\ufffd 🎖"


@PLATFORMS
@given(data=st.data())
def test_a_damaged_update_is_read_or_unreadable_and_nothing_else(platform: Recorded, data: st.DataObject) -> None:
    update = damaged(data.draw(st.sampled_from(WHOLE[platform.platform])), data)
    with suppress(UnreadableUpdateError):
        platform.read(json.dumps(update))
