"""A result in a conversation: on the console, in the terminal, in a story, beside a report that is being filled in."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.app import App, build
from bot.appointing import appoint
from bot.channels.console import Console, address, event
from bot.commands.chat_json import JsonChat
from bot.demo.load import load
from bot.file_folder import FileFolder
from bot.job_ports import Worker
from bot.messages import Address, Choice, Enclosure, File, Incoming, Kind, Reply
from bot.model.job import JobKind
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.movable import MovableClock
from bot.outcome import Outcome
from bot.ports.letter import Letter
from bot.router import Handler, route
from bot.settings import Settings
from bot.stories.player import START, play
from bot.terminal import terminal
from handlers import HANDLERS
from knowledge.base import Base
from tests.desks import Desk
from tests.programs import on_telegram, settings
from tests.telegram_payloads import Upload
from tests.telegram_trial import platform
from tests.waiting import until
from tests.working import CHART, TABLE, WISHING, broken, worker

HANDLING = (WISHING, *HANDLERS)
WORKERS: Mapping[JobKind, Worker] = dict.fromkeys(JobKind, worker)
BROKEN: Mapping[JobKind, Worker] = dict.fromkeys(JobKind, broken)


def program(chosen: Settings, console: Console, base: Base, clock: MovableClock | None = None) -> App:
    """Returns the program with a handler that wishes jobs and workers that do them."""
    return build(chosen, [console], clock=clock, base=base, handlers=HANDLING, workers=WORKERS)


async def make_admin(app: App, who: Address) -> None:
    """Lets somebody look after the made-up province."""

    def made(connection: Connection) -> None:
        load(connection, with_people=False)
        appoint(connection, who, "Ba", RoleKind.ADMIN, "", START)

    await app.store.change(made)


class TestConsole:
    async def test_a_program_gets_the_file_where_the_line_says(
        self, tmp_path: Path, base: Base, capsys: pytest.CaptureFixture[str]
    ) -> None:
        chosen = settings(tmp_path)
        chat = JsonChat(MovableClock(), FileFolder(chosen.database_url))
        async with program(chosen, chat.console, base) as app:
            await make_admin(app, address("ba"))
            await app.receive([event("ba", Kind.TEXT, "xuất báo cáo")])
            await app.settle()
        announced, result = (json.loads(line) for line in capsys.readouterr().out.splitlines())
        assert (announced["text"], announced["file"]) == ("Tôi đang làm.", None)
        assert (result["to"], result["text"], result["choices"]) == ("ba", "Báo cáo đồng chí cần đây ạ.", [])
        path = Path(result["file"]["path"])
        assert (result["file"]["name"], _read(path)) == (TABLE.name, TABLE.content)
        assert path.is_absolute()
        assert path.parent == tmp_path / "test.sqlite3.files"

    async def test_the_terminal_says_where_the_file_lies(
        self, tmp_path: Path, base: Base, capsys: pytest.CaptureFixture[str]
    ) -> None:
        chosen = settings(tmp_path)
        async with program(chosen, terminal(FileFolder(chosen.database_url)), base) as app:
            await make_admin(app, address("ba"))
            await app.receive([event("ba", Kind.TEXT, "cả hai")])
            await app.settle()
        out = capsys.readouterr().out
        folder = tmp_path / "test.sqlite3.files"
        assert f"Báo cáo đồng chí cần đây ạ.\nTệp bao-cao.xlsx nằm ở: {folder}/2-bao-cao.xlsx\n" in out
        assert f"\nẢnh tinh-hinh.png nằm ở: {folder}/3-tinh-hinh.png\n" in out

    def test_without_a_database_file_the_folder_is_a_temporary_one(self) -> None:
        path = FileFolder("postgresql://nobody@127.0.0.1/dongdoi").lay(_letter(3), TABLE)
        assert path.read_bytes() == TABLE.content
        path.unlink()
        path.parent.rmdir()

    @pytest.mark.parametrize(
        "name", ["../../x.xlsx", "/etc/x.xlsx", "a\nb.xlsx", "ờ" * 300 + ".xlsx", "xã Tam Thái.xlsx"]
    )
    def test_no_name_leads_out_of_the_folder_or_is_too_long(self, tmp_path: Path, name: str) -> None:
        path = FileFolder(str(tmp_path / "a.sqlite3")).lay(_letter(3), File(name, b"x"))
        assert path.parent.resolve() == tmp_path / "a.sqlite3.files"
        assert path.name.startswith("3-")
        assert path.suffix == ".xlsx"
        assert path.read_bytes() == b"x"


class TestTelegram:
    async def test_the_result_comes_while_it_serves(self, tmp_path: Path, base: Base) -> None:
        stop = asyncio.Event()
        async with platform() as server:
            chosen = on_telegram(tmp_path, server)
            async with build(chosen, base=base, handlers=HANDLING, workers=WORKERS) as app:
                await make_admin(app, Address(*app.lines[0], "5"))
                serving = asyncio.create_task(app.serve(stop))
                server.say(5, "cả hai")
                await until(lambda: len(server.delivered) == 3)
                stop.set()
                await serving
            announced, table, chart = server.delivered
        assert (announced.text, table.text, chart.text) == ("Tôi đang làm.", "Báo cáo đồng chí cần đây ạ.", "")
        assert table.payload["document"] == Upload(TABLE.name, TABLE.content)
        assert chart.payload["photo"] == Upload(CHART.name, CHART.content)


class TestStory:
    async def test_a_result_comes_in_the_same_turn_with_its_file(self, base: Base) -> None:
        story = """Cho: Ba = officer xa-van-tra
Ba: cả hai
Bot: Tôi đang làm.
Bot: Báo cáo đồng chí cần đây ạ.
     (tệp bao-cao.xlsx)
Bot: (ảnh tinh-hinh.png)
"""
        assert await play(story, base, handlers=HANDLING, workers=WORKERS) == story

    async def test_who_waited_in_vain_is_told_so_once(self, base: Base) -> None:
        story = """@ 2026-05-20 08:05
Ba: xuất báo cáo
Bot: Tôi đang làm.
@ 2026-05-20 09:00
Bot → Ba: Xin lỗi đồng chí, tôi chưa làm được việc đồng chí nhờ ngày 20/5/2026 lúc 8:05.
     Đồng chí nhắn lại yêu cầu sau ít phút. Nếu vẫn chưa được, đồng chí hỏi Văn phòng Hội.
@ 2026-05-21 09:00
"""
        assert await play(story, base, handlers=HANDLING, workers=BROKEN) == story

    async def test_a_report_goes_on_where_it_was(self, base: Base) -> None:
        """A figure is asked: the news that comes between neither takes its buttons away nor makes a number a choice."""
        story = """Cho: Tư = leader thon-trung-dong
Tư: xuất báo cáo
Bot: Tôi đang làm.
Tư: báo cáo
Bot: Báo cáo 6 tháng đầu năm 2026 của Chi hội thôn Trung Đông (1/14)
     Chi hội hiện còn bao nhiêu hộ cựu chiến binh nghèo? Kỳ trước: 3 hộ.
     Đồng chí nhắn một con số, ví dụ 3. Bận thì nhắn "để sau".
     [Như kỳ trước] [Bỏ qua]
@ 2026-05-20 08:10
Bot → Tư: Xin lỗi đồng chí, tôi chưa làm được việc đồng chí nhờ ngày 20/5/2026 lúc 8:00.
     Đồng chí nhắn lại yêu cầu sau ít phút. Nếu vẫn chưa được, đồng chí hỏi Văn phòng Hội.
Tư: 2
Bot: Đã ghi Hộ CCB nghèo: 2 hộ.
     (2/14) Chi hội hiện còn bao nhiêu hộ cựu chiến binh cận nghèo? Kỳ trước: 2 hộ.
     [Như kỳ trước] [Bỏ qua]
Tư: [Như kỳ trước]
Bot: Đã ghi Hộ cận nghèo: 2 hộ, như kỳ trước.
     (3/14) Chi hội đã trao sinh kế cho bao nhiêu hộ? Kỳ trước: 1 hộ.
     [Như kỳ trước] [Bỏ qua]
"""
        assert await play(story, base, handlers=HANDLING, workers=BROKEN) == story


class TestScreen:
    TALK = Talk(screen=(Choice("Gửi", "send"), Choice("Sửa", "fix")), run="r1", question=3)

    async def after(self, outcome: Outcome, base: Base, kind: Kind = Kind.TEXT) -> Talk | None:
        """Returns what is remembered after an outcome."""

        async def handle(incoming: Incoming, desk: Any) -> Outcome:
            return outcome

        incoming = Incoming(address("ba"), kind, "1", START)
        desk = Desk(base, talk=self.TALK)
        return (await route(incoming, desk, [Handler("any", lambda *_: True, handle)])).talk

    async def test_a_file_alone_leaves_the_choices_on_the_screen(self, base: Base) -> None:
        file = Reply(address("ba"), "đây ạ", file=Enclosure("f1", "a.xlsx"))
        assert await self.after(Outcome((file,)), base) is None
        text = Reply(address("ba"), "đang làm", (Choice("Thôi", "stop"),))
        remembered = await self.after(Outcome((text, file)), base)
        assert remembered is not None
        assert remembered.screen == text.choices

    async def test_a_file_with_choices_takes_the_screen(self, base: Base) -> None:
        file = Reply(address("ba"), "đây ạ", (Choice("Thôi", "stop"),), file=Enclosure("f1", "a.xlsx"))
        remembered = await self.after(Outcome((file,)), base)
        assert remembered is not None
        assert remembered.screen == file.choices

    async def test_words_without_choices_clear_the_screen_but_not_those_of_an_event(self, base: Base) -> None:
        words = Outcome((Reply(address("ba"), "xin chào"),))
        remembered = await self.after(words, base)
        assert remembered is not None
        assert remembered.screen == ()
        assert await self.after(words, base, Kind.EVENT) is None


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _letter(row: int) -> Letter:
    return Letter(row, address("ba"), "", (), bulk=False, tries=0)
