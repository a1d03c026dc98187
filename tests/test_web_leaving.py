"""A shared phone: who leaves the page leaves nothing behind, and the cookie of before opens nothing any more."""

import asyncio
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from bot.channels.web.reading import address
from bot.model.person import Person
from knowledge.base import Base
from tests.broadcasts import keep
from tests.test_web_talk import NOW
from tests.web_house import PATIENCE, Guest, page

WELL_LEFT = "Đồng chí đã thoát khỏi máy này."


async def leave(guest: Guest) -> None:
    """Leaves the page as its script does, and returns when that is done."""
    assert "muốn thoát khỏi máy này?" in await guest.say("thoát")
    assert (await guest.post(token="thoat:di")).status_code == 200
    async with asyncio.timeout(PATIENCE):
        while (await guest.http.get("/messages")).status_code != 401:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_who_leaves_is_asked_once_and_may_stay(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        assert "muốn thoát khỏi máy này?" in await ba.say("Đăng xuất")
        assert await ba.say(token="thoat:o") == "Vâng, đồng chí vẫn ở đây."
        assert len(await ba.chat()) == 4


async def test_the_cookie_of_who_has_left_opens_nothing(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        old = dict(ba.http.cookies)
        await ba.say("hạn nộp báo cáo 6 tháng")
        await leave(ba)
        stolen = Guest(house.url, httpx.Cookies(old))
        assert (await stolen.http.get("/events")).status_code == 401
        assert (await stolen.http.get("/file/x/y")).status_code == 404
        assert [(await stolen.post(said)).status_code for said in ("/start", "chào")] == [401, 401]
        jpeg = {"Content-Type": "image/jpeg"}
        photo = await stolen.http.post("/photo", params={"key": uuid4().hex}, content=b"\xff\xd8\xff", headers=jpeg)
        assert photo.status_code == 401
    async with page(tmp_path, base) as house:  # also after the next start
        assert (await Guest(house.url, httpx.Cookies(old)).http.get("/messages")).status_code == 401


async def test_the_next_user_of_the_phone_is_somebody_new(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        chat = ba.http.cookies["dongdoi"].partition(".")[0]
        await keep(house.app.store, Person("p-ba", "Nguyễn Văn Ba", address(chat), NOW))  # type: ignore[arg-type]
        assert "Ba" in await ba.say("dữ liệu của tôi")
        await leave(ba)
        html = await ba.open()
        assert WELL_LEFT in html
        assert "Ba" not in html
        assert ba.http.cookies["dongdoi"].partition(".")[0] != chat
        assert await ba.chat() == []
        assert WELL_LEFT not in await ba.open()
        assert "Nguyễn Văn Ba" not in await ba.say("dữ liệu của tôi")
        async with house.app.store.reading() as records:
            assert await records.person("p-ba") is not None


async def test_an_open_page_hears_the_farewell_and_ends(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        await ba.say("thoát")
        async with asyncio.timeout(PATIENCE), ba.http.stream("GET", "/events", params={"after": 0}) as stream:
            lines = stream.aiter_lines()
            assert await anext(lines) == "retry: 3000"
            await ba.post(token="thoat:di")
            assert [line async for line in lines if WELL_LEFT in line] != []


@pytest.mark.parametrize("word", ["thoát", "Đăng xuất", "thoat khoi may nay"])
async def test_without_script_a_form_does_it(word: str, tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        assert '<button name="text" value="thoát" aria-label="Thoát khỏi máy này">Thoát</button>' in await ba.open()
        asked = await ba.http.post("/say", data={"key": "a", "text": word}, headers={"Origin": house.url})
        assert asked.status_code == 303
        said = await ba.http.post("/say", data={"key": "b", "token": "thoat:di"}, headers={"Origin": house.url})
        assert said.status_code == 303
        async with asyncio.timeout(PATIENCE):
            while WELL_LEFT not in await ba.open():  # noqa: ASYNC110
                await asyncio.sleep(0.02)
