"""Zalo's updates by webhook, a path for each bot: stored first, then answered."""

import json
from contextlib import AbstractAsyncContextManager

import httpx
import pytest

from bot.channels.request_body import LARGEST
from bot.channels.webhook import Webhook
from bot.channels.zalo.webhook import HEADER, endpoint, url_of
from tests import webhook_trial
from tests.waiting import until
from tests.webhook_trial import SECRET, Keeper
from tests.zalo_server import SECOND, TOKEN
from tests.zalo_trial import BOT, CHAT, channel, connected, platform

OTHER = SECOND.partition(":")[0]
UPDATE = {"event_name": "message.text.received", "message": {"message_id": "m1"}}


def serving(keeper: Keeper, *bots: str) -> AbstractAsyncContextManager[Webhook]:
    """Serves the webhook with the doors of these bots."""
    return webhook_trial.serving("/zalo", lambda webhook: [endpoint(webhook, bot, keeper.receive) for bot in bots])


async def posted(url: str, body: bytes, secret: str | None = SECRET) -> int:
    """Returns the status of the answer to a delivery."""
    async with httpx.AsyncClient(trust_env=False) as client:
        headers = {HEADER: secret} if secret is not None else {}
        return (await client.post(url, content=body, headers=headers)).status_code


async def test_updates_of_every_bot_reach_the_inbox_through_its_own_door() -> None:
    keeper = Keeper()
    async with platform(TOKEN, SECOND) as server, serving(keeper, BOT, OTHER) as webhook:
        async with connected(server, webhook=webhook), connected(server, token=SECOND, webhook=webhook):
            first, second = server.say(CHAT, "một", TOKEN), server.say(CHAT, "hai", SECOND)
            await keeper.has(2)
        kept = {(update.bot, update.key) for update in keeper.kept}
        assert kept == {(BOT, first), (OTHER, second)}


async def test_an_update_that_was_not_stored_is_answered_with_503() -> None:
    keeper = Keeper(refusals=2)
    async with platform() as server, serving(keeper, BOT) as webhook, connected(server, webhook=webhook):
        server.say(CHAT, "một")
        server.say(CHAT, "hai")
        await keeper.has(2)
        await until(lambda: len(server.webhook_answers) == 4)
        assert server.webhook_answers == [503, 503, 200, 200]


@pytest.mark.parametrize("update", [UPDATE, {"ok": True, "result": UPDATE}])
async def test_bare_and_wrapped_bodies_have_the_same_key(update: object) -> None:
    keeper = Keeper()
    async with serving(keeper, BOT) as webhook:
        assert await posted(url_of(webhook, BOT), json.dumps(update).encode()) == 200
    assert [kept.key for kept in keeper.kept] == ["m1"]


@pytest.mark.parametrize(
    ("secret", "body", "status", "kept"),
    [
        (SECRET, json.dumps(UPDATE).encode(), 200, 1),
        (SECRET, b'{"event_name": "of tomorrow"}', 200, 1),
        (SECRET, b"", 200, 0),
        ("guessed!", json.dumps(UPDATE).encode(), 403, 0),
        (None, json.dumps(UPDATE).encode(), 403, 0),
        (None, b"", 403, 0),
        (SECRET, b"hello", 400, 0),
        (SECRET, b"\xff", 400, 0),
        (SECRET, b"[]", 400, 0),
        (SECRET, b"[" * 100_000, 400, 0),
        (SECRET, b" " * (LARGEST + 1), 413, 0),
    ],
)
async def test_only_zalo_gets_in(secret: str | None, body: bytes, status: int, kept: int) -> None:
    keeper = Keeper()
    async with serving(keeper, BOT) as webhook:
        assert await posted(url_of(webhook, BOT), body, secret) == status
        assert await posted(f"{webhook.url}/4199999999", body, secret) == 404, "the door of no bot"
    assert len(keeper.kept) == kept


async def test_a_bot_with_a_webhook_has_a_door_and_without_one_none() -> None:
    async with platform() as server:
        assert len(channel(server, webhook=Webhook("https://bot.example/zalo", SECRET)).routes(Keeper().receive)) == 1
        assert channel(server).routes(Keeper().receive) == ()
