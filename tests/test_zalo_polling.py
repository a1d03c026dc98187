"""Long polling on Zalo: no update is lost, one poller for each token, and silence where it is wished for."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.channels.zalo import Zalo
from bot.channels.zalo.exclusive import Exclusive
from bot.ports.delivery import Sent, Unclear, Wait
from tests.telegram_http import Answer, HttpServer
from tests.telegram_trial import HastyClock
from tests.waiting import PATIENCE, until
from tests.zalo_faults import Fault, Transport
from tests.zalo_server import TOKEN, ZaloServer
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
