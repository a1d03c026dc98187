"""Zalo's recorded updates, bare and wrapped, and what must be read of each."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo.envelope import opened
from bot.channels.zalo.identity import Identity
from bot.channels.zalo.reading import read
from bot.messages import Address, Kind
from tests.recorded import Recorded

US = Identity("4100000001", "4100000001", ("Bot Đồng Đội", "bot.4100000001"))
SENT = datetime(2026, 5, 20, 1, 20, 0, 123000, tzinfo=UTC)
CAME = datetime(2026, 5, 20, 1, 20, 2, tzinfo=UTC)
BA = "a1b2c3d4e5f60718293a"
GROUP = "9f8e7d6c5b4a39281706"

WANTED: dict[str, dict[str, object] | str | None] = {
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


def _common(raw: str, chat: str) -> Mapping[str, Any]:
    number = opened(json.loads(raw))["message"]["message_id"]
    return {
        "at": SENT,
        "message_id": number,
        "group": bool(chat),
        "address": Address("zalo", US.bot, chat or BA),
        "key": number,
        "name": "Nguyễn Văn Ba",
    }


ZALO = Recorded("zalo", WANTED, _common, lambda raw: read(raw, US, CAME), '{"ok": true, "result": []}')
