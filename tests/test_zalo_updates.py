"""Every kind of Zalo update, bare and wrapped, and what is read of it."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.identity import Identity
from bot.channels.zalo.reading import read
from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind

UPDATES = Path(__file__).parent / "updates" / "zalo"
US = Identity("4100000001", "4100000001", ("Bot Đồng Đội", "bot.4100000001"))
SENT = datetime(2026, 5, 20, 1, 20, 0, 123000, tzinfo=UTC)
CAME = datetime(2026, 5, 20, 1, 20, 2, tzinfo=UTC)
BA = "a1b2c3d4e5f60718293a"
GROUP = "9f8e7d6c5b4a39281706"

# File: what is read of it, apart from what all have in common; None: ignored on purpose; "aside": cannot be read.
EXPECTED: dict[str, dict[str, object] | str | None] = {
    "text": {"kind": Kind.TEXT, "text": "chi hoi con bao nhieu ho ngheo?"},
    "text_wrapped": {"kind": Kind.TEXT, "text": "hạn nộp báo cáo?"},
    "image": {
        "kind": Kind.PHOTO,
        "text": "Sổ thu hội phí tháng 5",
        "file": "https://photo-stal.zdn.vn/so-thu.jpg",
    },
    "image_as_documented": {"kind": Kind.PHOTO, "file": "https://photo-stal.zdn.vn/so-chi.jpg"},
    "voice": {"kind": Kind.VOICE},
    "sticker": {"kind": Kind.STICKER},
    "unsupported": {"kind": Kind.OTHER},
    "kind_of_a_later_api": {"kind": Kind.OTHER},
    "mention_in_group": {"kind": Kind.TEXT, "text": "khi nào nộp báo cáo?", "chat": GROUP},
    "mention_at_the_end_in_group": {"kind": Kind.TEXT, "text": "khi nào nộp báo cáo", "chat": GROUP},
    "answer_in_group": {"kind": Kind.TEXT, "text": "còn năm sau?", "chat": GROUP},
    "without_date": {"kind": Kind.TEXT, "text": "Ba đây", "at": CAME},
    "date_beyond_time": {"kind": Kind.TEXT, "text": "Ba đây", "at": CAME},
    "without_chat_type": {"kind": Kind.TEXT, "text": "chi hoi con bao nhieu ho ngheo?"},
    "group_without_chat_type": {"kind": Kind.TEXT, "text": "còn năm sau?", "chat": GROUP},
    "image_of_a_later_api": {"kind": Kind.PHOTO},
    "from_a_bot": None,
    "own_words": None,
    "unknown_event": None,
    "poison_text_is_a_number": "aside",
    "poison_without_sender": "aside",
    "poison_chat_is_a_list": "aside",
    "poison_without_message_id": "aside",
    "poison_without_message": "aside",
}


def expected(raw: str, fields: dict[str, object]) -> Incoming:
    """Returns what must be read, with what all updates have in common filled in from the file."""
    number = opened(json.loads(raw))["message"]["message_id"]
    chat = str(fields.pop("chat", BA))
    common: dict[str, object] = {"at": SENT, "message_id": number, "group": chat != BA}
    own = {"address": Address("zalo", "4100000001", chat), "sender": BA, "key": number, "name": "Nguyễn Văn Ba"}
    return Incoming(**{**common, **own, **fields})  # type: ignore[arg-type]


def test_every_recorded_update_has_an_expectation() -> None:
    assert {path.stem for path in UPDATES.glob("*.json")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_update_is_read_as_expected(name: str) -> None:
    raw = (UPDATES / f"{name}.json").read_text()
    wanted = EXPECTED[name]
    if wanted == "aside":
        with pytest.raises(UnreadableUpdateError) as caught:
            read(raw, US, CAME)
        assert "Ba" not in str(caught.value), "a person's words do not stand in errors"
    else:
        assert read(raw, US, CAME) == (expected(raw, dict(wanted)) if isinstance(wanted, dict) else None)


@pytest.mark.parametrize("raw", ["", "null", "[]", "7", "{}", "{", '{"ok": true, "result": []}', "[" * 100_000])
def test_what_is_no_update_is_unreadable(raw: str) -> None:
    with pytest.raises(UnreadableUpdateError):
        read(raw, US, CAME)


def test_half_a_character_and_nul_become_signs_that_can_be_stored() -> None:
    update = json.loads((UPDATES / "text.json").read_text())
    update["message"]["text"] = "sổ \ud83d quỹ\0 🎖"
    incoming = read(json.dumps(update), US, CAME)
    assert incoming is not None
    assert incoming.text == "sổ \ufffd quỹ\ufffd 🎖"


def test_in_private_our_name_stays_in_the_text() -> None:
    update = json.loads((UPDATES / "text.json").read_text())
    update["message"]["text"] = "@Bot Đồng Đội là ai?"
    incoming = read(json.dumps(update), US, CAME)
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


WHOLE = [json.loads((UPDATES / f"{name}.json").read_text()) for name, wanted in EXPECTED.items() if wanted != "aside"]
JUNK = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({}), st.floats())


@given(st.sampled_from(WHOLE), st.data())
def test_a_damaged_update_is_read_or_unreadable_and_nothing_else(
    update: dict[str, object], data: st.DataObject
) -> None:
    damaged = json.loads(json.dumps(update))
    node = damaged
    while isinstance(node, dict) and node:
        key = data.draw(st.sampled_from(sorted(node)))
        if not isinstance(node[key], dict) or data.draw(st.booleans()):
            node[key] = data.draw(JUNK)
            break
        node = node[key]
    with suppress(UnreadableUpdateError):
        read(json.dumps(damaged), US, CAME)
    assert key_of(opened(damaged))
