"""The parts of the page, each alone: marked words, buckets, streams, wishes gathered, the files of the page."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from starlette.requests import Request

from bot.channels.web.assets import assets, shell
from bot.channels.web.limits import PICTURES, Limits, Rate
from bot.channels.web.marking import marked
from bot.channels.web.pictures import picture
from bot.channels.web.reading import event, read
from bot.channels.web.rendering import Shell
from bot.channels.web.streams import BEHIND, Streams
from bot.channels.web.turnstile import Turnstile
from bot.channels.web.visitors import Visitor
from bot.errors import UnreadableUpdateError
from bot.gathered import Gathered
from bot.messages import Choice, Kind, Look, Span
from bot.page_ports import Laid, Shown
from bot.reports.invite_card import InviteCard
from bot.reports.invite_sheet import invite_sheet
from tests.virtual_clock import VirtualClock

NOW = datetime(2026, 11, 26, tzinfo=UTC)
LIGHT = 60 << 10  # bytes of a first opening


@pytest.mark.parametrize(
    ("text", "spans", "html"),
    [
        ("a < b & c", (), "a &lt; b &amp; c"),
        ("Hạn 31/5", (Span(4, 4, Look.BOLD),), "Hạn <strong>31/5</strong>"),
        (
            "abc",
            (Span(0, 2, Look.BOLD), Span(1, 2, Look.ITALIC)),
            "<strong>a</strong><em><strong>b</strong></em><em>c</em>",
        ),
        ("𝐀 <b>", (Span(2, 3, Look.BOLD),), "𝐀 <strong>&lt;b&gt;</strong>"),
        (
            "đây",
            (Span(0, 3, Look.LINK, 'https://a.vn/?x="&y'),),
            '<a href="https://a.vn/?x=&quot;&amp;y" rel="noopener noreferrer" target="_blank">đây</a>',
        ),
        ("đây", (Span(0, 3, Look.LINK, "javascript:alert(1)"),), "đây"),
        (
            "xem https://a.vn/b.",
            (),
            'xem <a href="https://a.vn/b" rel="noopener noreferrer" target="_blank">https://a.vn/b</a>.',
        ),
        ("javascript:alert(1)", (), "javascript:alert(1)"),
        ("ab", (Span(5, 9, Look.BOLD),), "ab"),
    ],
)
def test_words_are_marked_and_nothing_else(text: str, spans: tuple[Span, ...], html: str) -> None:
    assert marked(text, spans) == html


def test_labels_tokens_and_names_are_escaped() -> None:
    evil = '"><script>'
    shown = Shown("c", evil, False, evil, (Choice(evil, evil),), file=Laid("f", evil), id=1, place=1)
    html = Shell(shell(), assets(), demo=True).page(Visitor("v", "leader"), (shown,), "0", evil)
    assert "<script>" not in html
    assert html.count("&quot;&gt;&lt;script&gt;") >= 5


def test_the_first_opening_is_light_and_needs_nobody_else() -> None:
    files = assets()
    page = Shell(shell(), files, demo=True).page(Visitor("v"), (), "0", "")
    assert len(page.encode()) + sum(len(file.content) for file in files.values()) < LIGHT
    for text in (page, *(file.content.decode() for name, file in files.items() if not name.endswith(".png"))):
        elsewhere = [url for url in re.findall(r"https?://[^\s\"'<>]+", text) if url != "http://www.w3.org/2000/svg"]
        assert [url for url in elsewhere if re.match(r"https?://\w", url)] == []
    assert re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page) is None
    script = files["page.js"].content.decode()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", script)


def test_an_asset_is_kept_for_ever_under_its_version_only() -> None:
    script = assets()["page.js"]
    assert "immutable" in script.answer(script.version).headers["cache-control"]
    assert script.answer("").headers["cache-control"] == "no-cache"


def test_a_bucket_empties_and_fills_again() -> None:
    limits = Limits(Rate(burst=2, per_second=0.5))
    assert [limits.wait("a", NOW) for _ in range(3)] == [0, 0, 2]
    assert limits.wait("b", NOW) == 0
    assert limits.wait("a", NOW + timedelta(seconds=1)) == 1
    assert limits.wait("a", NOW + timedelta(seconds=2)) == 0
    assert [limits.wait("a", NOW + timedelta(hours=1)) for _ in range(3)] == [0, 0, 2]


def test_what_costs_more_waits_longer() -> None:
    limits = Limits(Rate(burst=10, per_second=2))
    assert [limits.wait("a", NOW, cost) for cost in (6, 6, 4)] == [0, 1, 0]


def coming_from(host: str) -> Request:
    """Returns a request from this address."""
    return Request({"type": "http", "method": "POST", "path": "/photo", "headers": [], "client": (host, 1)})


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ("203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ],
)
def test_pictures_of_one_network_are_counted_together_whoever_brings_them(
    first: str, second: str, refused: bool
) -> None:
    turnstile = Turnstile(VirtualClock())
    assert turnstile.bringing(coming_from(first), int(PICTURES.burst)) is None
    assert (turnstile.bringing(coming_from(second), 1 << 20) is not None) is refused


def test_buckets_do_not_grow_without_end() -> None:
    limits = Limits(Rate(burst=1, per_second=0), most=10)
    for number in range(100):
        limits.wait(str(number), NOW)
    assert len(limits._buckets) == 10


async def test_wishes_that_come_meanwhile_are_done_together() -> None:
    done: list[Sequence[int]] = []

    async def work(wishes: Sequence[int]) -> Sequence[int]:
        done.append(wishes)
        await asyncio.sleep(0)
        return [wish * 2 for wish in wishes]

    gathered: Gathered[int, int] = Gathered(work, most=3)
    assert await asyncio.gather(*(gathered.do(wish) for wish in range(5))) == [0, 2, 4, 6, 8]
    assert done == [[0, 1, 2], [3, 4]]
    assert await gathered.do(9) == 18


async def test_a_wish_that_fails_fails_alone() -> None:
    async def work(wishes: Sequence[int]) -> Sequence[int]:
        if 1 in wishes:
            raise ValueError("1")
        return wishes

    gathered: Gathered[int, int] = Gathered(work)
    results = await asyncio.gather(*(gathered.do(wish) for wish in range(3)), return_exceptions=True)
    assert (results[0], repr(results[1]), results[2]) == (0, "ValueError('1')", 2)


async def test_a_page_that_stays_behind_is_let_go() -> None:
    streams, stop = Streams(), asyncio.Event()
    with streams.listening("c") as news:
        for number in range(BEHIND + 5):
            streams.give(Shown("c", str(number), False, "", id=number))
        got = [one async for some in streams.follow(news, stop) for one in some]
        assert [one.id for one in got] == list(range(BEHIND))
    assert not streams.full("c")


async def test_streams_end_with_the_program() -> None:
    streams, stop = Streams(), asyncio.Event()
    with streams.listening("c") as news:
        following = asyncio.create_task(anext(streams.follow(news, stop), None))
        await asyncio.sleep(0)
        stop.set()
        assert await following is None


async def test_a_silence_is_broken_by_a_sign() -> None:
    streams = Streams(ping=0.01)
    with streams.listening("c") as news:
        assert await anext(streams.follow(news, asyncio.Event())) == ()


def test_a_chat_has_so_many_pages() -> None:
    streams = Streams(most=1)
    assert not streams.full("c")
    with streams.listening("c"):
        assert streams.full("c")
        assert not streams.full("d")
    assert not streams.full("c")


def test_an_update_is_read_as_it_was_said() -> None:
    update = event("c", Kind.PRESS, "k", token="t")
    incoming = read(update.raw, NOW)
    assert incoming is not None
    assert (incoming.address.chat, incoming.kind, incoming.token, incoming.key) == ("c", Kind.PRESS, "t", update.key)
    for raw in ("", "[]", "{}", '{"chat": 1}'):
        with pytest.raises(UnreadableUpdateError):
            read(raw, NOW)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xff\xd8\xff\xe0", "anh.jpg"),
        (b"\x89PNG\r\n\x1a\n", "anh.png"),
        (b"GIF89a", "anh.gif"),
        (b"RIFF0000WEBPVP8 ", "anh.webp"),
        (b"RIFF0000WAVE", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_bytes(content: bytes, name: str | None) -> None:
    found = picture(content)
    assert (found.name if found else None) == name


def test_an_invite_leads_to_the_page_unless_a_bot_is_named() -> None:
    card = InviteCard("u", "Chi hội thôn An Hòa", "xã Vân Trà", "K7Q4-M2XA", "", NOW.date(), "https://hoi.example/")
    assert card.link == "https://hoi.example/?ma=K7Q4-M2XA"
    assert "Quét hình bên bằng máy ảnh điện thoại hoặc Zalo" in invite_sheet([card])
    assert replace(card, bot="dongdoi_bot").link == "https://t.me/dongdoi_bot?start=K7Q4M2XA"
    assert replace(card, page="").link == ""
