"""What every channel to a platform does, whatever the platform speaks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from bot.errors import UnreadableUpdateError
from bot.messages import Incoming, Kind
from bot.model.parts import units
from bot.ports.channel import Channel
from bot.ports.delivery import Failed, Retry, Sent, Unclear
from bot.ports.update import Update
from tests.channel_trials import TRIALS, Trial, Trouble
from tests.waiting import HASTE, PATIENCE, until

NOW = datetime(2026, 5, 20, 8, tzinfo=UTC)


@pytest.fixture(params=TRIALS)
async def trial(request: pytest.FixtureRequest) -> AsyncIterator[Trial]:
    async with TRIALS[request.param](PATIENCE) as trial:
        yield trial


@pytest.fixture(params=TRIALS)
async def hasty(request: pytest.FixtureRequest) -> AsyncIterator[Trial]:
    """A channel that does not wait long for an answer."""
    async with TRIALS[request.param](HASTE) as trial:
        yield trial


async def heard(channel: Channel, count: int) -> list[Update]:
    """Returns so many updates; the last ones are not confirmed."""
    got: list[Update] = []
    async with aclosing(cast(Any, channel.poll())) as polled:
        while len(got) < count:
            got += await anext(polled)
    return got


def read(channel: Channel, update: Update) -> Incoming:
    """Returns the words of an update."""
    incoming = channel.read(update.raw, NOW)
    assert incoming is not None
    return incoming


async def test_what_people_write_comes_with_its_key(trial: Trial) -> None:
    key = trial.say("hạn nộp báo cáo?")
    (update,) = await heard(trial.channel, 1)
    assert (update.channel, update.bot, update.key) == (trial.channel.name, trial.channel.bot, key)
    incoming = read(trial.channel, update)
    assert (incoming.text, incoming.kind, incoming.key) == ("hạn nộp báo cáo?", Kind.TEXT, key)
    assert (incoming.address.channel, incoming.address.bot) == (trial.channel.name, trial.channel.bot)


async def test_an_update_that_cannot_be_read_blocks_no_other(trial: Trial) -> None:
    trial.poison()
    trial.say("sau đó")
    poison, good = await heard(trial.channel, 2)
    with pytest.raises(UnreadableUpdateError):
        trial.channel.read(poison.raw, NOW)
    assert read(trial.channel, good).text == "sau đó"


async def test_polling_survives_dropped_connections(trial: Trial) -> None:
    waiting = asyncio.create_task(heard(trial.channel, 1))
    await asyncio.sleep(0.05)
    await trial.goes_away_and_comes_back()
    trial.say("xin chào")
    assert len(await waiting) == 1


async def test_a_letter_arrives_and_is_named(trial: Trial) -> None:
    outcome = await trial.channel.send(trial.letter("Hạn nộp: 31/5."))
    assert trial.seen() == ["Hạn nộp: 31/5."]
    assert outcome == Sent(str(trial.server.delivered[0].message_id))


async def test_no_message_is_longer_than_the_platform_takes(trial: Trial) -> None:
    assert isinstance(await trial.channel.send(trial.letter("Câu này khá dài nhưng vừa 🎖. " * 400)), Sent)
    assert len(trial.seen()) > 2
    assert all(units(text) <= trial.channel.capabilities.text for text in trial.seen())


@pytest.mark.parametrize("trouble", [Trouble.DROP_BEFORE, Trouble.DROP_AFTER, Trouble.HANG_BEFORE, Trouble.HANG_AFTER])
async def test_no_answer_after_the_request_was_written_is_unclear(hasty: Trial, trouble: Trouble) -> None:
    hasty.meets(trouble)
    assert await hasty.channel.send(hasty.letter("?")) == Unclear()
    await until(lambda: len(hasty.seen()) == trouble.name.endswith("AFTER"))


async def test_a_page_of_a_gateway_is_tried_again(trial: Trial) -> None:
    trial.meets(Trouble.GATEWAY)
    assert await trial.channel.send(trial.letter("?")) == Retry("the server answered 502")
    assert isinstance(await trial.channel.send(trial.letter("?")), Sent)


async def test_no_connection_is_tried_again(trial: Trial) -> None:
    await trial.server.stop()
    for _ in range(20):  # a connection whose end is not noticed yet would make it unclear
        await asyncio.sleep(0.002)
    assert isinstance(await trial.channel.send(trial.letter("?")), Retry)


async def test_a_letter_keeps_for_a_new_token(trial: Trial) -> None:
    trial.revoke()
    assert not isinstance(await trial.channel.send(trial.letter("?")), Sent | Failed)


@pytest.mark.parametrize("trouble", [Trouble.GATEWAY, Trouble.HANG_BEFORE])
async def test_a_long_letter_goes_on_where_it_stopped(hasty: Trial, trouble: Trouble) -> None:
    size = hasty.channel.capabilities.text
    text = "\n\n".join(f"Đoạn {number}. " + "Nội dung. " * (size // 14) for number in range(3))
    hasty.meets(None)
    hasty.meets(trouble)
    assert not isinstance(await hasty.channel.send(hasty.letter(text)), Sent)
    outcome = await hasty.channel.send(hasty.letter(text))
    assert outcome == Sent(str(hasty.server.delivered[-1].message_id))
    assert [text[:6] for text in hasty.seen()] == ["Đoạn 0", "Đoạn 1", "Đoạn 2"]


async def test_no_trouble_shows_the_token(trial: Trial) -> None:
    secret = trial.token.partition(":")[2]
    for trouble in Trouble:
        trial.meets(trouble)
        assert secret not in str(await trial.channel.send(trial.letter("?")))
    assert secret not in f"{trial.channel!r} {vars(trial.channel)!r}"
