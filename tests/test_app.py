"""The whole program: on Telegram by long polling and by webhook, stopped by a signal, started again."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import build
from bot.channels.console import Console, event
from bot.errors import SettingError, UnreachableError, WrongTokenError
from bot.messages import Kind
from bot.ports.letter import Letter
from handlers import COMMANDS
from knowledge.base import Base
from tests.ports import free_port
from tests.programs import delivered, on_telegram, on_webhook, serving, settings
from tests.telegram_server import TOKEN
from tests.telegram_trial import platform

ROOT = Path(__file__).parents[1]


async def test_a_person_on_telegram_is_answered(tmp_path: Path, base: Base) -> None:
    async with platform() as server, serving(on_telegram(tmp_path, server), base):
        server.say(5, "/start")
        server.say(6, "cảm ơn đồng chí")
        texts = await delivered(server, 2)
        assert any("Tôi là Đồng Đội" in text for text in texts)
        assert [command["command"] for command in server.commands] == list(COMMANDS)


async def test_a_button_on_telegram_is_answered(tmp_path: Path, base: Base) -> None:
    async with platform() as server, serving(on_telegram(tmp_path, server), base):
        server.press(5, "mohinh")
        assert "Đồng chí chọn một chủ đề" in (await delivered(server, 1))[0]


async def test_a_webhook_brings_the_same_answers(tmp_path: Path, base: Base) -> None:
    port = free_port()
    async with platform() as server, serving(on_webhook(tmp_path, server, port), base):
        server.say(5, "/start")
        assert "Tôi là Đồng Đội" in (await delivered(server, 1))[0]


async def test_a_refused_token_stops_the_start(tmp_path: Path, base: Base) -> None:
    async with platform() as server:
        chosen = settings(tmp_path, telegram_token=SecretStr("7000000001:wrong"), telegram_base_url=server.url)
        with pytest.raises(WrongTokenError):
            async with serving(chosen, base):
                pass


async def test_a_refused_token_is_told_in_one_line(tmp_path: Path) -> None:
    async with platform() as server:
        environment = os.environ | {"DONGDOI_TELEGRAM_TOKEN": "7:wrong", "DONGDOI_TELEGRAM_BASE_URL": server.url}
        command = [sys.executable, "-m", "bot", "run", "--db", str(tmp_path / "test.sqlite3")]
        done = await asyncio.to_thread(
            subprocess.run, command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8"
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The platform telegram refuses the token: check DONGDOI_TELEGRAM_TOKEN.\n"


async def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path, base: Base) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        async with platform() as server:
            chosen = on_webhook(tmp_path, server, port)
            with pytest.raises(SettingError, match=f"DONGDOI_WEB_PORT is wrong: 127.0.0.1:{port}: Address already"):
                async with build(chosen, base=base) as app:
                    await app.serve(asyncio.Event())


async def test_a_delivery_that_never_ends_does_not_hold_up_the_stop(
    tmp_path: Path, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.GRACE", 1)
    port = free_port()
    async with platform() as server:
        async with serving(on_webhook(tmp_path, server, port), base):
            server.say(5, "/start")
            await delivered(server, 1)
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            secret = "X-Telegram-Bot-Api-Secret-Token: s3cret"
            writer.write(f"POST /telegram HTTP/1.1\r\nHost: x\r\n{secret}\r\nContent-Length: 9\r\n\r\n".encode())
            await writer.drain()
            await asyncio.sleep(0.1)
            ended = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - ended < 60
        writer.close()


async def test_a_database_that_cannot_be_opened_is_told_in_one_line(tmp_path: Path, base: Base) -> None:
    with pytest.raises(UnreachableError) as raised:
        async with serving(settings(tmp_path / "nowhere"), base):
            pass
    assert "\n" not in str(raised.value)


async def test_what_was_stored_before_a_crash_is_answered_after_it(tmp_path: Path, base: Base) -> None:
    seen: list[Letter] = []

    async def show(letter: Letter) -> None:
        seen.append(letter)

    async with build(settings(tmp_path), [Console(show)], base=base) as app:
        await app.receive([event("Ba", Kind.TEXT, "/start", key="1")])
    assert seen == []
    async with build(settings(tmp_path), [Console(show)], base=base) as app:
        await app.receive([event("Ba", Kind.TEXT, "/start", key="1")])
        await app.settle()
    assert [letter.address.chat for letter in seen] == ["Ba"]


async def test_sigterm_ends_it_and_nothing_is_lost(tmp_path: Path) -> None:
    async with platform() as server:
        environment = os.environ | {"DONGDOI_TELEGRAM_TOKEN": TOKEN, "DONGDOI_TELEGRAM_BASE_URL": server.url}
        command = [sys.executable, "-m", "bot", "run", "--db", str(tmp_path / "test.sqlite3")]

        def start() -> subprocess.Popen[bytes]:
            return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)

        first = await asyncio.to_thread(start)
        server.say(5, "chào đồng chí")
        await delivered(server, 1)
        for number in range(50):
            server.say(100 + number, "chào đồng chí")
        first.send_signal(signal.SIGTERM)
        _, log = await asyncio.to_thread(first.communicate)
        assert first.returncode == 0
        assert TOKEN.encode() not in log

        second = await asyncio.to_thread(start)
        await delivered(server, 51)
        second.send_signal(signal.SIGTERM)
        await asyncio.to_thread(second.communicate)
        assert {message.chat for message in server.delivered} == {"5", *(str(100 + number) for number in range(50))}
        assert len(server.delivered) == 51
