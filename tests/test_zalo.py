"""Zalo against a local platform that speaks its Bot API, with errors told in both of its ways."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.channels.webhook import Webhook
from bot.channels.zalo import Zalo
from bot.channels.zalo.exclusive import Exclusive
from bot.channels.zalo.probing import probe
from bot.errors import SettingError, UnreachableError, WrongTokenError
from bot.ports import Failed, Retry, Sent, Unclear, Wait
from tests.telegram_http import Answer, HttpServer
from tests.telegram_trial import HastyClock
from tests.waiting import HASTE, PATIENCE, until
from tests.zalo_faults import Fault, Transport
from tests.zalo_server import NAME, SECOND, TOKEN, ZaloServer
from tests.zalo_trial import BOT, CHAT, channel, connected, first, letter, platform

SECRET = "a-Secret_1"


@pytest.fixture(params=list(Transport))
async def server(request: pytest.FixtureRequest) -> AsyncIterator[ZaloServer]:
    async with platform(transport=request.param) as server:
        yield server


@pytest.fixture
async def zalo(server: ZaloServer) -> AsyncIterator[Zalo]:
    async with connected(server, read=PATIENCE) as zalo:
        yield zalo


@pytest.fixture
async def hasty(server: ZaloServer) -> AsyncIterator[Zalo]:
    async with connected(server, read=HASTE) as zalo:
        yield zalo


# Polling.


async def test_the_next_one_is_asked_for_only_when_the_consumer_comes_back(server: ZaloServer, zalo: Zalo) -> None:
    server.say(CHAT, "một")
    server.say(CHAT, "hai")
    polling = zalo.poll()
    await anext(polling)
    assert server.polls[TOKEN] == 1
    await anext(polling)
    assert server.polls[TOKEN] == 2


async def test_an_idle_poll_is_no_fault(server: ZaloServer) -> None:
    clock = HastyClock()
    async with connected(server, clock=clock, patience=0) as zalo:
        waiting = asyncio.create_task(first(zalo))
        await until(lambda: server.polls[TOKEN] > 3)
        server.say(CHAT, "xin chào")
        with capture_logs() as logs:
            assert len(await waiting) == 1
    assert logs == []
    assert all(0.5 < seconds <= 1 for seconds in clock.waited), "a second from poll to poll, and it grows not"


async def test_what_is_repeated_is_yielded_once_and_asked_for_once_a_second() -> None:
    clock = HastyClock()
    async with platform(repeat=True) as server, connected(server, clock=clock) as zalo:
        server.say(CHAT, "một")
        polling = zalo.poll()
        await anext(polling)
        second = asyncio.ensure_future(anext(polling))
        await until(lambda: server.polls[TOKEN] >= 5)
        server.say(CHAT, "hai")
        (update,) = await second
        assert "hai" in zalo.read(update.raw, clock.now()).text
    assert clock.waited.count(1.0) >= 3


async def test_a_webhook_of_old_is_taken_away(server: ZaloServer, zalo: Zalo) -> None:
    server.bots[TOKEN].webhook = {"url": "https://old.example/hook", "secret_token": SECRET}
    server.say(CHAT, "còn đó không?")
    assert len(await first(zalo)) == 1
    assert server.called("deleteWebhook")


async def test_pauses_grow_while_the_platform_is_down(server: ZaloServer) -> None:
    clock = HastyClock()
    async with connected(server, clock=clock) as zalo:
        server.poll_dice.told.extend([Fault.GATEWAY, Fault.INTERNAL] * 4)
        server.say(CHAT, "xin chào")
        assert len(await first(zalo)) == 1
    assert len(clock.waited) == 8
    assert clock.waited[0] < 1 < clock.waited[3] < 10 < clock.waited[7] <= 75


@pytest.mark.parametrize("fault", [Fault.QUOTA, Fault.DROP_BEFORE, Fault.INTERNAL, Fault.GATEWAY])
async def test_polling_outlives_a_fault(server: ZaloServer, zalo: Zalo, fault: Fault) -> None:
    server.poll_dice.told.append(fault)
    server.say(CHAT, "xin chào")
    assert len(await first(zalo)) == 1


async def test_polling_outlives_a_hang(server: ZaloServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.zalo.polling.SPARE", 0.1)
    async with connected(server, patience=0) as zalo:
        server.poll_dice.told.append(Fault.HANG_BEFORE)
        server.say(CHAT, "xin chào")
        assert len(await first(zalo)) == 1


async def test_a_bot_whose_token_is_revoked_says_so_once_and_tries_again_every_hour(
    server: ZaloServer,
) -> None:
    clock = HastyClock()
    with capture_logs() as logs:
        async with connected(server, clock=clock) as zalo:
            server.revoked.add(TOKEN)
            server.say(CHAT, "xin chào")
            waiting = asyncio.create_task(first(zalo))
            await until(lambda: server.polls[TOKEN] == 0 and clock.waited.count(3600.0) > 2)
            assert await zalo.send(letter("?")) == Wait(3600.0), "the letter keeps for a new token"
            server.revoked.clear()
            assert len(await waiting) == 1
    told = [line for line in logs if line["event"] == "zalo_bot_stopped"]
    assert [line["bot"] for line in told] == [BOT]
    assert TOKEN not in str(logs)


async def test_a_second_poller_of_the_same_token_waits_until_the_first_ends(server: ZaloServer) -> None:
    async with connected(server) as ours, connected(server) as other:
        waiting = asyncio.create_task(first(ours))
        await until(lambda: server.polls[TOKEN] == 1)
        with capture_logs() as logs:
            second = asyncio.create_task(first(other))
            await until(lambda: bool(logs))
        assert logs[0]["event"] == "zalo_polled_by_another_process"
        server.say(CHAT, "một")
        assert len(await waiting) == 1
        server.say(CHAT, "hai")
        assert len(await second) == 1
    assert server.most_pollers == 1


def _takes(name: str) -> bool:
    return Exclusive(name).take()


def test_the_lock_holds_against_other_processes_and_ends_with_its_owner(tmp_path: Path) -> None:
    name = f"a bot of {tmp_path}"
    ours = Exclusive(name)
    assert ours.take()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_takes, (name,)) is False
        ours.leave()
        assert pool.apply(_takes, (name,)) is True


NONSENSE = [b"{}", b'{"ok": true}', b'{"ok": true, "result": 7}', b"[1]", b"<html>", b"[" * 99_999]


@pytest.mark.parametrize("body", NONSENSE)
async def test_nonsense_with_status_200_is_neither_a_message_nor_an_update(server: ZaloServer, body: bytes) -> None:
    clock = HastyClock()
    nonsense = HttpServer(lambda request: Answer(200, body))
    zalo = channel(server, base_url=await nonsense.start(), clock=clock)
    await zalo.open()
    assert await zalo.send(letter("?")) in (Unclear(), Sent(""))
    polling = asyncio.create_task(first(zalo))
    await until(lambda: len(clock.waited) >= 3)
    assert not polling.done()
    polling.cancel()
    await zalo.close()
    await nonsense.stop()


# Opening.


async def test_a_bad_token_stops_this_bot_only(server: ZaloServer) -> None:
    with capture_logs() as logs:
        async with connected(server, token="4100000009:revoked"):
            pass
    assert [line["event"] for line in logs] == ["zalo_bot_stopped"]


async def test_without_a_network_it_opens_and_settles_later() -> None:
    async with platform() as server:
        port = int(server.url.rsplit(":", 1)[1])
        await server.stop()
        async with connected(server, webhook=Webhook("https://bot.example/zalo", SECRET)):
            await server.start(port)
            await until(lambda: bool(server.called("setWebhook")))


async def test_the_webhook_is_told_to_the_platform_and_stays(server: ZaloServer) -> None:
    async with connected(server, webhook=Webhook("https://bot.example/zalo/", SECRET)):
        assert server.called("setWebhook") == [{"url": f"https://bot.example/zalo/{BOT}", "secret_token": SECRET}]
    assert server.bots[TOKEN].webhook


async def test_a_webhook_that_zalo_refuses_stops_the_start(server: ZaloServer) -> None:
    zalo = channel(server, webhook=Webhook("nowhere", SECRET))
    with pytest.raises(SettingError, match="DONGDOI_ZALO_WEBHOOK_URL"):
        await zalo.open()
    await zalo.close()


def test_a_wrong_setting_is_refused_at_once() -> None:
    server = ZaloServer()
    with pytest.raises(SettingError):
        channel(server, base_url="bot-api.zaloplatforms.com")
    with pytest.raises(WrongTokenError):
        channel(server, token="not a token", base_url="http://127.0.0.1:1")


async def test_a_probe_asks_and_changes_nothing(server: ZaloServer) -> None:
    assert await probe(TOKEN, server.url) == f"{NAME}, no webhook: long polling"
    server.bots[TOKEN].webhook = {"url": "https://bot.example/zalo", "secret_token": SECRET}
    assert await probe(TOKEN, server.url) == f"{NAME}, webhook https://bot.example/zalo"
    assert {method for method, _ in server.calls} == {"getMe", "getWebhookInfo"}
    with pytest.raises(WrongTokenError):
        await probe(SECOND, server.url)
    with pytest.raises(UnreachableError):
        await probe(TOKEN, "http://127.0.0.1:1")


# Sending.


@pytest.mark.parametrize(
    ("fault", "fate"),
    [
        (Fault.UNAUTHORIZED, Wait(3600.0)),
        (Fault.INTERNAL, Retry("403 Internal server error")),
        (Fault.TIMEOUT_BEFORE, Unclear()),
        (Fault.TIMEOUT_AFTER, Unclear()),
        (Fault.GATEWAY, Retry("the server answered 502")),
        (Fault.DROP_BEFORE, Unclear()),
        (Fault.DROP_AFTER, Unclear()),
        (Fault.HANG_BEFORE, Unclear()),
        (Fault.HANG_AFTER, Unclear()),
    ],
)
async def test_every_fault_of_sending_has_its_fate(server: ZaloServer, hasty: Zalo, fault: Fault, fate: object) -> None:
    server.dice.told.append(fault)
    assert await hasty.send(letter("?")) == fate
    assert isinstance(await hasty.send(letter("?")), Sent)


async def test_what_zalo_refuses_fails_for_good(server: ZaloServer, zalo: Zalo) -> None:
    assert await zalo.send(letter("")) == Failed("400 text must be 1 to 2000 characters")


async def test_an_exceeded_quota_silences_the_bot_for_longer_and_longer(server: ZaloServer) -> None:
    clock = _Clock()
    async with connected(server, clock=clock) as zalo:
        waited = []
        for _ in range(6):
            server.dice.told.extend([Fault.QUOTA, Fault.QUOTA])
            refused, again = await zalo.send(letter("?")), await zalo.send(letter("!", row=2))
            assert isinstance(refused, Wait)
            assert again == refused, "refused meanwhile: the same refusal"
            assert refused.everywhere
            waited.append(refused.seconds)
            clock.pass_by(refused.seconds)
        assert waited[0] < 60 < waited[1] < 600 < waited[2] < 3600 < waited[3]
        assert waited[5] <= 8 * 3600
        assert isinstance(await zalo.send(letter("?")), Sent)
        server.dice.told.append(Fault.QUOTA)
        after = await zalo.send(letter("?"))
        assert isinstance(after, Wait)
        assert after.seconds < 60


@pytest.mark.parametrize("fault", [Fault.QUOTA, Fault.GATEWAY, Fault.HANG_BEFORE])
async def test_a_long_letter_goes_on_where_it_stopped(server: ZaloServer, hasty: Zalo, fault: Fault) -> None:
    text = "\n\n".join(f"Đoạn {number}. " + "Nội dung. " * 150 for number in range(3))
    server.dice.told.extend([None, fault])
    assert not isinstance(await hasty.send(letter(text)), Sent)
    outcome = await hasty.send(letter(text))
    assert outcome == Sent(server.delivered[-1].message_id)
    assert [message.text[:6] for message in server.delivered] == ["Đoạn 0", "Đoạn 1", "Đoạn 2"]


async def test_no_fault_shows_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("WARNING")
    with capture_logs() as logs:
        async with platform() as server, connected(server, read=HASTE) as zalo:
            for fault in Fault:
                server.dice.told.append(fault)
                assert TOKEN not in str(await zalo.send(letter("?")))
            await server.stop()
            assert TOKEN not in str(await zalo.send(letter("?")))
            assert TOKEN not in f"{zalo!r} {vars(zalo)!r} {vars(zalo._api)['_client']!r}"
    assert TOKEN not in f"{logs} {caplog.text}"


class _Clock(HastyClock):
    """Stands still until time passes by."""

    def __init__(self) -> None:
        super().__init__()
        self._at = super().now()

    def now(self) -> datetime:
        return self._at

    def pass_by(self, seconds: float) -> None:
        self._at += timedelta(seconds=seconds)
