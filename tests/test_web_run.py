"""``run`` serves the page as a program: its one line, its file, its end."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from tests.browser import ROOT, program
from tests.command_line import bot
from tests.ports import free_port
from tests.web_house import Guest


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = bot("run", folder=tmp_path, WEB_PORT=str(port))
    assert done.returncode == 2
    assert done.stderr == f"Setting DONGDOI_WEB_PORT is wrong: 127.0.0.1:{port}: Address already in use.\n"
    assert done.stdout == ""


async def test_from_its_start_to_ctrl_c_it_says_one_line(tmp_path: Path) -> None:
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env={**clean, "DONGDOI_WEB_PORT": str(port), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    told = await process.stdout.readline()
    guest = Guest(f"http://127.0.0.1:{port}").as_("leader")
    await guest.open()
    async with guest.http.stream("GET", "/events", timeout=30):
        await guest.say("báo cáo")
        process.send_signal(signal.SIGINT)
        rest, logged = await process.communicate()
    assert (told.count(b"http://"), rest, logged, process.returncode) == (1, b"", b"", 0)


async def test_the_demo_keeps_its_chats_in_a_file_of_its_own_whatever_ends_it(tmp_path: Path) -> None:
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=tmp_path,
        env={**clean, "DONGDOI_WEB_PORT": str(port), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    told = (await process.stdout.readline()).decode()
    assert told.startswith(f"Đồng Đội: http://127.0.0.1:{port} (trang thử")
    leader = Guest(f"http://127.0.0.1:{port}").as_("leader")
    await leader.open()
    await leader.say("báo cáo")
    said = await leader.chat()
    process.kill()
    await process.wait()
    async with program(tmp_path, port):
        again = Guest(f"http://127.0.0.1:{port}", httpx.Cookies(dict(leader.http.cookies)), "leader")
        assert await again.chat() == said
        assert "(2/14)" in await again.say("2")
    assert {name.partition(".")[0] for name in os.listdir(tmp_path)} == {"dongdoi-demo"}


async def test_an_open_page_does_not_hold_up_the_end(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        guest = Guest(await stack.enter_async_context(program(tmp_path)))
        await guest.open()
        async with guest.http.stream("GET", "/events", timeout=30) as answer:
            lines = answer.aiter_lines()
            assert await anext(lines) == "retry: 3000"
            await stack.aclose()  # ends it, and waits for its end
            assert [line async for line in lines if line] == []


async def test_a_database_of_the_settings_is_nobodys_demo(tmp_path: Path) -> None:
    async with program(tmp_path, DATABASE_URL="own.sqlite3") as url:
        anybody = Guest(url).as_("admin")
        assert "Đóng vai" not in await anybody.open()
        assert "quản trị viên" not in await anybody.say("/start")
    assert bot("units", "list", "--db", "own.sqlite3", folder=tmp_path).stdout == ""


@pytest.mark.parametrize(
    "setting", [{"WEB_URL": "https://hoi.example"}, {"TELEGRAM_TOKEN": "7:x"}, {"ZALO_TOKENS": "7:x"}]
)
def test_where_the_demo_is_the_association_does_not_talk(tmp_path: Path, setting: dict[str, str]) -> None:
    bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
    for named in (("--db", "t.sqlite3"), ()):
        done = bot("run", *named, folder=tmp_path, DATABASE_URL="t.sqlite3", **setting)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"{tmp_path / 't.sqlite3'} holds the demo, where anybody may be an admin: "
            "bots and DONGDOI_WEB_URL need another database.\n"
        )
