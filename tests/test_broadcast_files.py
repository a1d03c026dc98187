"""A picture on its way through the whole program: fetched, previewed, approved, sent; and to channels without files."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.app import App, build
from bot.appointing import appoint
from bot.channels.console import Console, address
from bot.channels.console import event as typed
from bot.demo.load import load
from bot.messages import Address, Kind
from bot.model.capabilities import Capabilities
from bot.model.role import RoleKind
from bot.ports.letter import Letter
from knowledge.base import Base
from tests.programs import on_telegram, serving, settings
from tests.telegram_payloads import Upload, decoded
from tests.telegram_server import Delivered, TelegramServer
from tests.telegram_trial import BOT, platform
from tests.waiting import PATIENCE, until

CAPTION = "gửi cho tất cả chi hội trưởng, gửi ngay: 🎖 Họp lúc 8 giờ sáng, xem chương trình."
NEVER = "0:00-0:00"
"""The hours in which nobody is disturbed: none."""

URL = "https://ccb.example/ct"
PEOPLE = {5: "", 6: "thon-trung-dong", 7: "thon-an-hoa", 8: "thon-trung-quy"}


def entity(kind: str, words: str, **more: str) -> dict[str, object]:
    """Returns the entity that the platform would bring for these words of the caption."""
    before = CAPTION[: CAPTION.index(words)]
    return {"type": kind, "offset": len(before.encode("utf-16-le")) // 2, "length": len(words), **more}


def shown(message: Delivered) -> list[tuple[str, str]]:
    """Returns which words of a caption look otherwise."""
    raw = message.payload["caption"].encode("utf-16-le")
    return [
        (one["type"], raw[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le"))
        for one in decoded(message.payload["caption_entities"])
    ]


async def pressed(server: TelegramServer, label: str, since: int) -> str:
    """Returns the token of a button once it was delivered."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for message in server.delivered[since:]:
                for row in decoded(message.payload.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]:
                    for button in row:
                        if button["text"] == label:
                            return str(button["callback_data"])
            await asyncio.sleep(0.01)


async def test_a_photo_with_looks_goes_from_an_admin_s_phone_to_every_leader(tmp_path: Path, base: Base) -> None:
    async with platform() as server:
        server.files["AgAC1"] = b"\xff\xd8 a photo"
        server.paths["AgAC1"] = "photos/file_1.jpg"
        chosen = on_telegram(tmp_path, server, quiet_hours=NEVER)
        async with build(settings(tmp_path), [Console(show_nobody)], base=base) as app:
            await peopled(app, {Address("telegram", BOT, str(chat)): unit for chat, unit in PEOPLE.items()})
        async with serving(chosen, base):
            person = {"id": 5, "is_bot": False, "first_name": "An"}
            looks = [entity("bold", "8 giờ sáng"), entity("text_link", "chương trình", url=URL)]
            server.push(
                message={
                    "message_id": 1,
                    "from": person,
                    "chat": {"id": 5, "type": "private"},
                    "date": 1779240000,
                    "photo": [{"file_id": "small"}, {"file_id": "AgAC1"}],
                    "caption": CAPTION,
                    "caption_entities": looks,
                }
            )
            server.press(5, await pressed(server, "Gửi", 0))
            await until(lambda: sum(one.chat in {"6", "7", "8"} for one in server.delivered) >= len(PEOPLE) - 1)
        pictures = [one for one in server.delivered if "photo" in one.payload]
        assert [one.chat for one in pictures] == ["5", *sorted(one.chat for one in pictures[1:])]
        assert pictures[0].payload["photo"] == Upload("file_1.jpg", b"\xff\xd8 a photo")
        assert {one.payload["photo"] for one in pictures[1:]} == {f"photo-{pictures[0].message_id}"}
        for one in pictures:
            assert one.text.startswith("🎖 Họp lúc 8 giờ sáng, xem chương trình.\n\n")
            assert shown(one) == [("bold", "8 giờ sáng"), ("text_link", "chương trình")]


async def show_nobody(letter: Letter) -> None:
    """Nobody looks."""


async def peopled(app: App, people: Mapping[Address, str]) -> None:
    """Lets people lead these units; who has none keeps the house."""
    now = datetime.now(UTC)

    def write(connection: Connection) -> None:
        load(connection, with_people=False)
        for where, unit in people.items():
            appoint(connection, where, where.chat, RoleKind.LEADER if unit else RoleKind.ADMIN, unit, now)

    await app.store.change(write)


class Poor(Console):
    """A channel that carries words only."""

    capabilities = Capabilities(text=2000)


async def test_who_can_get_no_file_gets_the_words_and_where_to_ask(tmp_path: Path, base: Base) -> None:
    heard: defaultdict[str, list[Letter]] = defaultdict(list)

    async def show(letter: Letter) -> None:
        heard[letter.address.chat].append(letter)

    rich, poor = Console(show), Poor(show, name="zalo")
    picture = tmp_path / "so-do.png"
    picture.write_bytes(b"\x89PNG")
    async with build(settings(tmp_path, quiet_hours=NEVER), [rich, poor], base=base) as app:
        six = Address("zalo", "zalo", "Sáu")
        await peopled(app, {address("An"): "", address("Ba"): "thon-trung-dong", six: "thon-an-hoa"})
        order = "gửi cho tất cả chi hội trưởng, gửi ngay: Xem *sơ đồ* đường đi."
        await app.receive([typed("An", Kind.PHOTO, order, file=str(picture))])
        await app.settle()
        assert "1 người (Zalo 1) không xem được ảnh ở đó" in heard["An"][-1].text
        await app.receive([typed("An", Kind.TEXT, "gửi")])
        await app.settle()
    [ba], [sau] = heard["Ba"], heard["Sáu"]
    assert ba.file is not None
    assert (ba.file.name, ba.file.content) == ("so-do.png", b"\x89PNG")
    assert sau.file is None
    words, beside, _ = sau.text.split("\n\n")
    assert words == "Xem sơ đồ đường đi."
    assert beside.startswith("Thông báo có kèm ảnh. Ở đây tôi không gửi ảnh được, đồng chí hỏi ")
    assert sau.spans == ba.spans != ()
