"""The page: who a visitor is, what is kept, what is refused."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels.web.guard import KEY
from bot.channels.web.headers import POLICY
from bot.channels.web.limits import WRITES, Rate
from bot.channels.web.pictures import LARGEST
from bot.channels.web.saying import LONGEST
from bot.messages import File, FileKind
from bot.page_ports import Laid, Shown
from bot.ports.fetched import Gone
from bot.store.page import PageHistory
from knowledge.base import Base
from tests.web_house import page

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
EVIL = '<script>alert("1")</script><img src=x onerror=alert(1)>'


async def test_what_was_said_stands_there_at_the_next_opening_and_after_a_restart(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        assert "Chào đồng chí" in await ba.say("chào đồng chí")
        first = await ba.chat()
    async with page(tmp_path, base) as house:
        again = house.visitor(httpx.Cookies(dict(ba.http.cookies)))
        html = await again.open()
        assert html.count("<article") == 2
        assert await again.chat() == first


async def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        given = (await house.visitor().http.get("/")).headers["set-cookie"]
        assert "HttpOnly" in given
        assert "SameSite=lax" in given
        assert "Secure" not in given
        behind_a_proxy = await house.visitor().http.get("/", headers={"X-Forwarded-Proto": "https"})
        assert "Secure" in behind_a_proxy.headers["set-cookie"]
        assert "strict-transport-security" in behind_a_proxy.headers
    async with page(tmp_path, base, web_url="https://hoi.example") as house:
        assert "Secure" in (await house.visitor().http.get("/")).headers["set-cookie"]


async def test_who_changes_the_cookie_is_somebody_else(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        await ba.say("chào đồng chí")
        name, _, signature = ba.http.cookies["dongdoi"].partition(".")
        for forged in (f"{name}.{signature[::-1]}", name, f"x{name}.{signature}", "", "é"):
            thief = house.visitor()
            header = {"Cookie": f"dongdoi={forged}".encode()}
            assert (await thief.http.get("/messages", headers=header)).status_code == 401
            assert (await thief.http.get("/events", headers=header)).status_code == 401
            assert "<article" not in (await thief.http.get("/", headers=header)).text
            said = await thief.http.post("/say", json={"key": "k", "text": "x"}, headers=header)
            assert said.status_code == 401


async def test_a_secret_that_is_replaced_lets_known_visitors_in(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base, web_secret="cu") as house:
        ba = house.visitor()
        await ba.open()
        await ba.say("chào đồng chí")
    old = httpx.Cookies(dict(ba.http.cookies))
    async with page(tmp_path, base, web_secret="moi,cu") as house:
        known = house.visitor(old)
        assert "<article" in await known.open()
        renewed = httpx.Cookies({"dongdoi": next(c.value or "" for c in known.http.cookies.jar if c.domain)})
    async with page(tmp_path, base, web_secret="moi") as house:
        assert "<article" in await house.visitor(renewed).open()
        assert "<article" not in await house.visitor(old).open()


async def test_what_is_sent_again_is_there_once(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        for _ in range(3):
            assert (await ba.post("chào đồng chí", key="k1")).status_code == 200
        await ba.events(2, 0)
        assert (await ba.post("chào đồng chí", key="k1")).status_code == 200
        await ba.say("cảm ơn đồng chí")
        assert [one["mine"] for one in await ba.chat()] == [True, False, True, False]


async def test_a_stream_goes_on_where_it_broke_off(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        await ba.say("chào đồng chí")
        await ba.say("cảm ơn đồng chí")
        said = await ba.chat()
        assert await ba.events(4, 0) == said
        assert await ba.events(2, said[1]["id"]) == said[2:]


async def test_words_are_words_whatever_stands_in_them(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        await ba.say(EVIL)
        html = await ba.open()
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;" in html
        invited = (await ba.http.get("/", params={"ma": EVIL, "vai": EVIL})).text
        assert EVIL not in invited
        sized = (await ba.http.get("/", headers={"Cookie": 'size="><script>'})).text
        assert "><script>" not in sized


async def test_a_file_is_its_own_visitors_and_its_name_is_only_a_name(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba, tu = house.visitor(), house.visitor()
        await ba.open()
        await tu.open()
        chat = ba.http.cookies["dongdoi"].partition(".")[0]
        name = 'báo "cáo"\r\nX: 1<b>.xlsx'
        history, now = PageHistory(house.app.store), house.app._clock.now()
        shown = Shown(chat, "out:1", False, "", file=Laid("f1", name))
        await history.keep([shown], {"f1": File(name, b"words", FileKind.DOCUMENT)}, now)
        (message,) = await ba.chat()
        got = await ba.http.get(message["file"]["url"])
        assert (got.status_code, got.content) == (200, b"words")
        assert got.headers["content-disposition"].startswith("attachment; filename*=UTF-8''b%C3%A1o%20%22")
        assert "x" not in got.headers
        assert "<b>" not in await ba.open()
        assert (await tu.http.get(message["file"]["url"])).status_code == 404
        assert (await house.visitor().http.get(message["file"]["url"])).status_code == 404


async def test_every_answer_has_the_policy(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        paths = ("/", "/offline", "/page.js", "/page.css", "/icon.svg", "/x/y", "/a%0Ab", "//")
        answers = [await ba.http.get(path) for path in paths]
        answers += [await ba.http.get("/messages"), await ba.http.get("/file/a/b"), await ba.http.delete("/say")]
        answers += [await ba.post("chào"), await ba.http.post("/say", content=b"{"), await ba.http.post("/photo")]
        for answer in answers:
            assert answer.headers["content-security-policy"] == POLICY, answer.url
            assert answer.headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ],
)
async def test_other_sites_cannot_say_anything(tmp_path: Path, base: Base, headers: dict[str, str]) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        for where in ("/say", "/photo?key=k"):
            sent = {"Content-Type": "application/json", **headers}
            assert (await ba.http.post(where, content=b'{"key":"k","text":"x"}', headers=sent)).status_code == 403
        assert await ba.chat() == []


async def test_who_writes_too_fast_is_told_so_and_may_write_later(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba, tu = house.visitor(), house.visitor()
        await ba.open()
        await tu.open()
        taken = [await ba.post("chào") for _ in range(int(WRITES.burst) * 3)]
        refused = [one for one in taken if one.status_code == 429]
        assert len(refused) > WRITES.burst
        assert "Đồng chí nhắn hơi nhanh" in refused[0].json()["say"]
        assert int(refused[0].headers["retry-after"]) >= 1
        assert (await tu.post("chào")).status_code == 200


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"key":"k"}', 400),
        (b'{"key":"a b","text":"x"}', 400),
        (b'{"key":"k","text":7}', 400),
        (b'{"key":"k","text":"  "}', 400),
        (b'{"key":"k","token":"%s"}' % (b"x" * 65), 400),
        (b'{"key":"k","text":"%s"}' % (b"x" * (LONGEST + 1)), 413),
        (b'{"key":"k","text":"%s"}' % (b"x" * (1 << 17)), 413),
    ],
)
async def test_what_the_page_never_sends_is_refused(tmp_path: Path, base: Base, said: bytes, status: int) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        taken = await ba.http.post("/say", content=said, headers={"Content-Type": "application/json"})
        assert taken.status_code == status
        assert taken.json()["say"]
        assert await ba.chat() == []


async def test_pictures_have_a_largest_size_and_are_pictures(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        sent = {"Content-Type": "image/png"}
        for content, key, status in (
            (bytes(LARGEST + 1), "a", 413),
            (b"<svg onload=alert(1)>", "b", 415),
            (PNG, "không", 400),
            (PNG, "c", 200),
            (PNG, "c", 200),
        ):
            taken = await ba.http.post("/photo", params={"key": key}, content=content, headers=sent)
            assert (taken.status_code, key) == (status, key)
        await ba.say("cảm ơn đồng chí")
        (shown, *_) = [one for one in await ba.chat() if one["file"]]
        got = await ba.http.get(shown["file"]["url"])
        assert (got.content, got.headers["content-type"]) == (PNG, "image/png")
        assert "sandbox" in got.headers["content-security-policy"]
        assert len([one for one in await ba.chat() if one["file"]]) == 1
        chat, name = ba.http.cookies["dongdoi"].partition(".")[0], shown["file"]["url"].split("/")[2]
        (web,) = house.app._channels
        assert await web.fetch(f"{chat}/{name}") == File("anh.png", PNG, FileKind.PICTURE)
        assert await web.fetch(f"x/{name}") == Gone()


async def test_a_network_brings_only_so_many_pictures_however_many_visitors_it_invents(
    tmp_path: Path, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.web.turnstile.PICTURES", Rate(2.5 * len(PNG), 0.001))
    async with page(tmp_path, base) as house:
        answers = []
        for _ in range(3):
            ba = house.visitor()
            await ba.open()
            answers.append(
                await ba.http.post("/photo", params={"key": "k"}, content=PNG, headers={"Origin": house.url})
            )
        assert [one.status_code for one in answers] == [200, 200, 429]
        assert "Đồng chí nhắn hơi nhanh" in answers[-1].json()["say"]
        assert await ba.chat() == []


async def test_who_wishes_to_be_forgotten_is(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base, demo=True) as house:
        visitor = house.visitor()
        await visitor.open()
        leader = visitor.as_("leader")
        await leader.open()
        await leader.say("chào đồng chí")
        await leader.say("xoá dữ liệu của tôi")
        asked = (await leader.chat())[-1]
        yes = next(token for label, token in asked["choices"] if label.startswith(("Xoá", "Xóa")))
        await leader.post(token=yes)
        left = [one["text"] for one in await leader.events(1, asked["id"] + 1)]
        assert len(left) == 1
        assert "chào đồng chí" not in [one["text"] for one in await leader.chat()]


async def test_what_strangers_said_goes_after_a_day_what_members_said_after_a_month(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base, demo=True) as house:
        stranger = house.visitor()
        await stranger.open()
        await stranger.say("chào đồng chí")
        leader = stranger.as_("leader")
        await leader.open()
        await leader.say("chào đồng chí")
        store, now = house.app.store, house.app._clock.now()
        await store.erase(now - timedelta(hours=24))
        assert (len(await stranger.chat()), len(await leader.chat())) == (2, 2)
        await store.erase(now + timedelta(minutes=1))
        assert (len(await stranger.chat()), len(await leader.chat())) == (0, 2)
        await store.erase(now + timedelta(days=30))
        assert len(await leader.chat()) == 0


def test_a_key_is_short_and_plain() -> None:
    assert KEY.fullmatch("aZ09-_")
    assert not any(KEY.fullmatch(key) for key in ("", "a" * 65, "a b", "é", "a\n"))
