"""Every kind of update, as recorded, and what is read of it."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.addressing import Identity
from bot.channels.telegram.reading import read
from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind, Look, Span

UPDATES = Path(__file__).parent / "updates" / "telegram"
US = Identity("7000000001", "dongdoi_bot")
SENT = datetime(2026, 5, 20, 1, 20, tzinfo=UTC)
NOW = SENT + timedelta(minutes=2)
BA = "5123456789"
GROUP = "-1002233445566"

# File: what is read of it, apart from what all have in common; None: ignored on purpose; "aside": cannot be read.
EXPECTED: dict[str, dict[str, object] | str | None] = {
    "text": {"kind": Kind.TEXT, "text": "chi hoi con bao nhieu ho ngheo?"},
    "command": {"kind": Kind.TEXT, "text": "/start moi-7f3a"},
    "command_for_us_in_group": {"kind": Kind.TEXT, "text": "/han tháng này", "chat": GROUP},
    "command_for_another_bot_in_group": None,
    "mention_in_group": {"kind": Kind.TEXT, "text": "khi nào nộp báo cáo?", "chat": GROUP},
    "talk_in_group": None,
    "answer_in_group": {"kind": Kind.TEXT, "text": "còn năm sau?", "chat": GROUP},
    "anonymous_admin_in_group": None,
    "joined_group": None,
    "edited": {"kind": Kind.EDIT, "text": "chi hội còn bao nhiêu hộ cận nghèo?", "at": SENT + timedelta(seconds=45)},
    "edited_live_location": None,
    "voice": {"kind": Kind.VOICE},
    "audio": {"kind": Kind.VOICE},
    "video_note": {"kind": Kind.VOICE},
    "sticker": {"kind": Kind.STICKER},
    "photo": {"kind": Kind.PHOTO, "text": "Sổ thu hội phí tháng 5", "file": "BQACAgUAAxkBAAIB6"},
    "document": {"kind": Kind.FILE, "file": "BQACAgUAAxkBAAIB7", "file_name": "bao cao 6 thang.docx"},
    "animation": {"kind": Kind.FILE, "file": "BQACAgUAAxkBAAIB8"},
    "video": {"kind": Kind.FILE, "text": "Vườn mẫu nhà chú Tư", "file": "BQACAgUAAxkBAAIB9"},
    "photo_of_an_album_with_looks": {
        "kind": Kind.PHOTO,
        "text": "🎖 Họp lúc 8 giờ sáng, xem chương trình. https://ccb.example/hop",
        "file": "BQACAgUAAxkBAAIC2",
        "album": "13577246801234567",
        "spans": (Span(10, 10, Look.BOLD), Span(26, 12, Look.LINK, "https://ccb.example/ct?ngay=21-5")),
    },
    "document_with_looks": {
        "kind": Kind.FILE,
        "text": "Mẫu báo cáo",
        "file": "BQACAgUAAxkBAAIC3",
        "file_name": "mau-bao-cao.docx",
        "spans": (Span(0, 3, Look.ITALIC), Span(0, 11, Look.BOLD)),
    },
    "text_with_looks": {
        "kind": Kind.TEXT,
        "text": "gửi thông báo: Họp 8 giờ",
        "spans": (Span(15, 9, Look.BOLD),),
    },
    "location": {"kind": Kind.LOCATION},
    "venue": {"kind": Kind.LOCATION},
    "contact": {"kind": Kind.OTHER},
    "poll": {"kind": Kind.OTHER},
    "kind_of_a_later_api": {"kind": Kind.OTHER},
    "forwarded": {"kind": Kind.TEXT, "text": "Hội phí năm nay đóng bao nhiêu vậy?"},
    "from_a_bot": None,
    "pinned": None,
    "callback_query": {"kind": Kind.PRESS, "token": "c:9f:1", "press_id": "2200549000000000001", "at": NOW},
    "callback_query_on_an_old_message": {
        "kind": Kind.PRESS,
        "token": "c:1a:2",
        "press_id": "2200549000000000002",
        "at": NOW,
    },
    "callback_query_inline": None,
    "blocked": {"kind": Kind.BLOCKED, "message_id": ""},
    "unblocked": {"kind": Kind.UNBLOCKED, "message_id": ""},
    "removed_from_group": None,
    "channel_post": None,
    "message_reaction": None,
    "unknown_kind": None,
    "poison_without_date": "aside",
    "poison_text_is_a_number": "aside",
    "poison_date_beyond_time": "aside",
    "poison_without_sender": "aside",
    "poison_chat_is_a_list": "aside",
    "poison_edit_without_date": "aside",
}


def expected(raw: str, fields: dict[str, object]) -> Incoming:
    """Returns what must be read, with what all updates have in common filled in from the file."""
    update = json.loads(raw)
    event = update.get("callback_query", {}).get("message") or next(v for k, v in update.items() if k != "update_id")
    chat = str(fields.pop("chat", BA))
    common: dict[str, object] = {"at": SENT, "message_id": str(event.get("message_id", "")), "group": chat != BA}
    address = Address("telegram", "7000000001", chat)
    own = {"address": address, "sender": BA, "key": str(update["update_id"]), "name": "Ba Nguyễn Văn"}
    return Incoming(**{**common, **own, **fields})  # type: ignore[arg-type]


def test_every_recorded_update_has_an_expectation() -> None:
    assert {path.stem for path in UPDATES.glob("*.json")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_update_is_read_as_expected(name: str) -> None:
    raw = (UPDATES / f"{name}.json").read_text()
    wanted = EXPECTED[name]
    if wanted == "aside":
        with pytest.raises(UnreadableUpdateError) as caught:
            read(raw, NOW, US)
        assert "Ba" not in str(caught.value), "a person's words do not stand in errors"
    else:
        assert read(raw, NOW, US) == (expected(raw, dict(wanted)) if isinstance(wanted, dict) else None)


@pytest.mark.parametrize("raw", ["", "null", "[]", "7", "{}", "{", '{"update_id": "1"}', "[" * 100_000])
def test_what_is_no_update_is_unreadable(raw: str) -> None:
    with pytest.raises(UnreadableUpdateError):
        read(raw, NOW, US)


def test_half_a_character_and_nul_become_signs_that_can_be_stored() -> None:
    update = json.loads((UPDATES / "text.json").read_text())
    update["message"]["text"] = "sổ \ud83d quỹ\0 🎖"
    incoming = read(json.dumps(update), NOW, US)
    assert incoming is not None
    assert incoming.text == "sổ \ufffd quỹ\ufffd 🎖"


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
        read(json.dumps(damaged), NOW, US)
