"""In a group the bot answers questions; it takes no figures, no consent, offers no choices, shows nobody's data."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.app import App, build
from bot.channels.console import Console, address, event
from bot.demo.load import load
from bot.demo.people import CAST
from bot.messages import Kind
from bot.ports.letter import Letter
from bot.settings import Settings
from bot.store.house_tables import PEOPLE
from bot.store.report_tables import DRAFTS
from bot.store.tables import CHATS
from bot.stories.lines import GROUP
from handlers import COMMANDS
from handlers.in_group import PRIVATELY, gives_figures
from knowledge.base import Base

QUESTIONS = sorted((Path(__file__).parent / "questions").glob("*.txt"))
# What people write that opens a conversation or shows something, one for each handler that does.
SENTENCES = (
    "báo cáo",
    "làm tiếp",
    "báo cáo của tôi",
    "sửa báo cáo",
    "lịch sử",
    "rút báo cáo",
    "nhập hộ chi hội thôn Trung Đông",
    "duyệt",
    "nhận hết",
    "tổng hợp",
    "cộng quỹ",
    "xuất excel",
    "tình hình",
    "tình hình xã Vân Trà",
    "an hoà đã nộp chưa",
    "xem báo cáo thôn An Hòa",
    "số điện thoại chi hội trưởng An Hòa",
    "vẽ biểu đồ",
    "gọi ai",
    "ai chưa nộp",
    "nhắc xã Vân Trà",
    "mời chi hội trưởng mới",
    "thu hồi vai trò",
    "dữ liệu của tôi",
    "xoá dữ liệu của tôi",
    "tên tôi là Nguyễn Văn Ba",
    "số điện thoại của tôi 0905 123 456",
    "mở kỳ báo cáo 6 tháng 2027, hạn 31/5",
    "gia hạn đến 30/6",
    "các kỳ báo cáo",
    "gửi thông báo",
    "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: Mời họp",
    "các thông báo",
    "đã nhận",
    "DỪNG",
    "/nhan",
    "DANGKY K7Q4-M2XA",
    "đồng ý",
    "gửi",
    "3",
    "nghèo 2, cận nghèo 3, quỹ 3tr5",
)
SAID = (*(f"/{name}" for name in COMMANDS), *SENTENCES)


@pytest.fixture
async def group(tmp_path: Path, base: Base) -> AsyncIterator["_Group"]:
    settings = Settings(_env_file=None, database_url=str(tmp_path / "group.sqlite3"))
    heard: list[Letter] = []

    async def show(letter: Letter) -> None:
        heard.append(letter)

    async with build(settings, [Console(show)], base=base) as app:
        await app.store.change(lambda connection: load(connection, with_people=True))
        yield _Group(app, heard)


class _Group:
    def __init__(self, app: App, heard: list[Letter]) -> None:
        self.app = app
        self._heard = heard

    async def hears(self, who: str, text: str, kind: Kind = Kind.TEXT) -> Sequence[Letter]:
        """Returns what the bot says when somebody writes in the group."""
        self._heard.clear()
        await self.app.receive([event(who, kind, text, group=GROUP)])
        await self.app.settle()
        return list(self._heard)


async def test_whoever_writes_whatever_nothing_is_asked_shown_or_kept(group: _Group) -> None:
    secrets = {part for one in CAST for part in (one.name, one.name.split()[-1] + ",")}
    async with group.app.engine.connect() as connection:
        people = len((await connection.execute(PEOPLE.select())).all())
    for text in SAID:
        for who in ("an", "tu", "ba"):
            letters = await group.hears(who, text)
            assert [letter.address for letter in letters] == [address(GROUP)], (who, text)
            (letter,) = letters
            assert letter.choices == (), text
            assert "(1/14)" not in letter.text, text
            assert not [secret for secret in secrets if secret in letter.text], text
    async with group.app.engine.connect() as connection:
        assert (await connection.execute(DRAFTS.select())).all() == []
        assert len((await connection.execute(PEOPLE.select())).all()) == people
        (chat,) = (await connection.execute(CHATS.select().where(CHATS.c.is_group))).all()
    assert not any(name in chat.talk for name in ('"run"', '"joining"', '"screen"', '"figure"'))


@pytest.mark.parametrize("text", ["báo cáo", "duyệt", "tổng hợp", "các kỳ báo cáo", "lịch sử", "sửa báo cáo"])
async def test_what_is_for_private_says_so(group: _Group, text: str) -> None:
    (letter,) = await group.hears("ba", text)
    assert letter.text == PRIVATELY


@pytest.mark.parametrize(
    "text", ["3", "1.250", "nghèo 2, cận nghèo 3", "nghèo 5; quỹ 3tr5.", "hộ nghèo: 5\nquỹ: 3 triệu"]
)
async def test_figures_are_taken_in_private(group: _Group, text: str) -> None:
    (letter,) = await group.hears("ba", text)
    assert letter.text == "Ở đây có nhiều người, tôi không ghi số liệu. Số liệu thì đồng chí nhắn riêng cho tôi."


def test_no_question_is_taken_for_figures() -> None:
    lines = [line for path in QUESTIONS for line in path.read_text(encoding="utf-8").splitlines()]
    asked = [line.lstrip("!~ ") for line in lines if line.strip() and not line.startswith("#")]
    assert len(asked) > 1000
    assert [text for text in asked if gives_figures(text)] == []


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.STICKER, Kind.PHOTO, Kind.FILE, Kind.LOCATION, Kind.OTHER])
async def test_pictures_and_voices_are_none_of_its_business(group: _Group, kind: Kind) -> None:
    assert await group.hears("ba", "", kind) == []


async def test_a_question_is_answered_like_anywhere(group: _Group) -> None:
    question = "Báo cáo 6 tháng của Kế hoạch 121/KH-CCB gửi trước ngày nào?"
    (letter,) = await group.hears("ba", question)
    (captioned,) = await group.hears("tu", question, Kind.PHOTO)
    assert "31/5/2024" in letter.text
    assert captioned.text == letter.text
