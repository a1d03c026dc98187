"""Zalo against a local platform that speaks its Bot API, with errors told in both of its ways."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.channels.webhook import Webhook
from bot.channels.zalo import Zalo
from bot.channels.zalo.probing import probe
from bot.errors import SettingError, UnreachableError, WrongTokenError
from bot.ports.delivery import Failed, Retry, Sent, Unclear, Wait
from tests.telegram_trial import HastyClock
from tests.waiting import HASTE, PATIENCE, until
from tests.zalo_faults import Fault, Transport
from tests.zalo_server import NAME, SECOND, TOKEN, ZaloServer
from tests.zalo_trial import BOT, channel, connected, letter, platform

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
