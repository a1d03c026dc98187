"""Telegram's recorded updates, and what must be read of each."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.telegram.addressing import Identity
from bot.channels.telegram.reading import read
from bot.messages import Address, Kind, Look, Span
from tests.recorded import Recorded

US = Identity("7000000001", "dongdoi_bot")
SENT = datetime(2026, 5, 20, 1, 20, tzinfo=UTC)
NOW = SENT + timedelta(minutes=2)
BA = "5123456789"
GROUP = "-1002233445566"

WANTED: dict[str, dict[str, object] | str | None] = {
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


def _common(raw: str, chat: str) -> Mapping[str, Any]:
    update = json.loads(raw)
    event = update.get("callback_query", {}).get("message") or next(v for k, v in update.items() if k != "update_id")
    return {
        "at": SENT,
        "message_id": str(event.get("message_id", "")),
        "group": bool(chat),
        "address": Address("telegram", US.bot, chat or BA),
        "key": str(update["update_id"]),
        "name": "Ba Nguyễn Văn",
    }


TELEGRAM = Recorded("telegram", WANTED, _common, lambda raw: read(raw, NOW, US), '{"update_id": "1"}')
