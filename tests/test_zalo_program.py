"""The whole program on Zalo: several bots, a bad token among them, numbers and words, webhooks, the first words."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Connection
from structlog.testing import capture_logs

from bot.app import App, build
from bot.appointing import appoint
from bot.commands.check import check
from bot.demo.load import load
from bot.messages import Address
from bot.model.role import RoleKind
from bot.settings import Settings
from handlers.introducing import HEAD
from knowledge.base import Base
from tests.ports import free_port
from tests.waiting import until
from tests.zalo_server import NAME, SECOND, TOKEN, ZaloServer
from tests.zalo_trial import BOT, CHAT, platform

BAD = "4100000009:Abrevoked"
OTHER = SECOND.partition(":")[0]


def settings(folder: Path, server: ZaloServer, *tokens: str, **values: Any) -> Settings:
    """Returns settings for these bots on the test platform."""
    return Settings(
        _env_file=None,
        database_url=str(folder / "test.sqlite3"),
        zalo_tokens=SecretStr(",".join(tokens or (TOKEN,))),
        zalo_base_url=server.url,
        office_contact="Văn phòng Hội, 0900 000 000",
        **values,
    )


@asynccontextmanager
async def serving(chosen: Settings, base: Base) -> AsyncIterator[App]:
    """Serves with these settings until the block is left."""
    stop = asyncio.Event()
    async with build(chosen, base=base) as app:
        work = asyncio.create_task(app.serve(stop))
        try:
            yield app
        finally:
            stop.set()
            await work


class Person:
    """Somebody with a phone."""

    def __init__(self, server: ZaloServer, chat: str = CHAT, token: str = TOKEN) -> None:
        self._server = server
        self._chat = chat
        self._token = token

    async def says(self, text: str) -> str:
        """Returns what the bot answers."""
        return await self._answer(lambda: self._server.say(self._chat, text, self._token))

    async def sends(self, kind: str) -> str:
        """Sends something else; returns what the bot answers."""
        return await self._answer(lambda: self._server.sends(kind, self._chat, self._token))

    async def _answer(self, act: Any) -> str:
        before = len(self._heard())
        act()
        await until(lambda: len(self._heard()) > before)
        return self._heard()[-1]

    def _heard(self) -> list[str]:
        return [one.text for one in self._server.delivered if one.chat == self._chat]


async def test_every_bot_answers_its_own_people_and_a_bad_token_stops_nobody_else(tmp_path: Path, base: Base) -> None:
    with capture_logs() as logs:
        async with platform(TOKEN, SECOND) as server, serving(settings(tmp_path, server, TOKEN, BAD, SECOND), base):
            await Person(server, "aa", TOKEN).says("/start")
            await Person(server, "bb", SECOND).says("/start")
            assert {(one.bot, one.chat) for one in server.delivered} == {(BOT, "aa"), (OTHER, "bb")}
    assert [line["bot"] for line in logs if line["event"] == "zalo_bot_stopped"] == ["4100000009"]


async def test_the_first_answer_says_that_an_automatic_assistant_speaks(tmp_path: Path, base: Base) -> None:
    async with platform() as server, serving(settings(tmp_path, server), base):
        person = Person(server)
        question = "Báo cáo 6 tháng của Kế hoạch 121/KH-CCB gửi trước ngày nào?"
        first = await person.says(question)
        assert first.startswith(f"{HEAD}\n")
        assert await person.says(question) == first.removeprefix(f"{HEAD}\n")
        assert (await Person(server, "bb").says("/start")).count("trợ lý tự động") == 1


async def test_a_number_chooses_from_the_latest_question_only(tmp_path: Path, base: Base) -> None:
    async with platform() as server, serving(settings(tmp_path, server), base):
        person = Person(server)
        first = await person.says("các mô hình")
        assert re.search(r"\n1\. .*\n2\. .*\nĐồng chí nhắn số ", first, re.DOTALL)
        label = re.search(r"\n2\. (.*)\n", first)
        assert label is not None
        second = await person.says("2")
        assert second != first
        by_label = await Person(server, "bb").says("các mô hình")
        assert by_label.endswith(first[first.index("\n1. ") :])
        assert await Person(server, "bb").says(label[1]) == second
        await person.says("cảm ơn")
        assert "không có lựa chọn nào mang số 2" in await person.says("2")


@pytest.mark.parametrize("kind", ["voice", "sticker", "image", "unsupported"])
async def test_what_is_no_text_is_answered_with_whom_to_ask(tmp_path: Path, base: Base, kind: str) -> None:
    async with platform() as server, serving(settings(tmp_path, server), base):
        assert "Văn phòng Hội, 0900 000 000" in await Person(server).sends(kind)


async def test_a_report_is_filled_in_with_plain_words_and_a_bare_number_is_the_figure(
    tmp_path: Path, base: Base
) -> None:
    async with platform() as server, serving(settings(tmp_path, server), base) as app:
        await app.store.change(_leader)
        person = Person(server)
        asked = await person.says("báo cáo")
        assert 'Đồng chí có thể nhắn: "Như kỳ trước" hoặc "Bỏ qua".' in asked
        assert "\n1. " not in asked
        assert (await person.says("2")).startswith("Đã ghi Hộ CCB nghèo: 2 hộ.")
        assert (await person.says("trợ giúp")).count("\n1. ") == 0, "a number would be taken for the figure"
        assert (await person.says("nhu ky truoc")).startswith("Đã ghi Hộ cận nghèo: 2 hộ")
        text = ""
        for _ in range(12):
            text = await person.says("bỏ qua")
        assert "Biên nhận" in await person.says("gửi"), text


def _leader(connection: Connection) -> None:
    load(connection, with_people=False)
    appoint(connection, Address("zalo", BOT, CHAT), "Ba", RoleKind.LEADER, "thon-trung-dong", datetime.now(UTC))


async def test_in_a_group_it_answers_and_asks_nothing(tmp_path: Path, base: Base) -> None:
    async with platform() as server, serving(settings(tmp_path, server), base):
        server.sends("voice", CHAT, group="nhom")
        server.say(CHAT, f"@{NAME} báo cáo", group="nhom")
        await until(lambda: len(server.delivered) == 1)
        assert server.delivered[0].chat == "nhom"
        assert server.delivered[0].text.endswith("Ở đây có nhiều người. Việc này đồng chí nhắn riêng cho tôi.")


async def test_webhooks_bring_the_same_answers_for_every_bot(tmp_path: Path, base: Base) -> None:
    port = free_port()
    hook = {
        "zalo_webhook_url": f"http://127.0.0.1:{port}/zalo",
        "webhook_secret": SecretStr("a-Secret_1"),
        "web_port": port,
    }
    async with platform(TOKEN, SECOND) as server, serving(settings(tmp_path, server, TOKEN, SECOND, **hook), base):
        assert "trợ lý tự động" in await Person(server, "aa", TOKEN).says("/start")
        assert "trợ lý tự động" in await Person(server, "bb", SECOND).says("/start")
        assert server.polls.total() == 0


async def test_check_shows_every_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with platform(TOKEN, SECOND) as server:
        monkeypatch.setenv("DONGDOI_ZALO_TOKENS", f"{TOKEN},{BAD},{SECOND}")
        monkeypatch.setenv("DONGDOI_ZALO_BASE_URL", server.url)
        assert await check("") is False
    lines = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines() if " zalo " in line]
    assert [(state, words.partition(":")[0]) for state, _, words in lines] == [
        ("ok", BOT),
        ("broken", "4100000009"),
        ("ok", OTHER),
    ]
    assert f"{BOT}: {NAME}, no webhook: long polling" in [words for *_, words in lines]
