"""The loop that listens: stored, then acknowledged, then handled; what fails is kept and told."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.amends import PAUSES, SORRY
from bot.errors import WrongTokenError
from bot.messages import Kind
from bot.ports.store import Arrival
from bot.ports.update import Update
from bot.store.tables import INBOX
from tests.listening import Post
from tests.scripted import NAME, Script, said
from tests.stores import opened
from tests.virtual_clock import START
from tests.waiting import until


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    async with opened(tmp_path) as store:
        yield Post(store)


async def test_what_was_polled_is_committed_before_the_next_poll(post: Post) -> None:
    stored: list[int] = []

    class Watching(Script):
        async def poll(self) -> AsyncIterator[Sequence[Update]]:
            for number in range(3):
                yield [said(str(number), "ba", "chào")]
                stored.append(len(await post.store.rows(INBOX)))

    await post.inbox.collect(Watching(post.clock))
    assert stored == [1, 2, 3]


async def test_an_update_that_cannot_be_read_is_set_aside_and_blocks_nothing(post: Post) -> None:
    post.channel.polls = [[said("1", "ba", "?"), said("2", "ba", "!"), said("3", "ba", "-"), said("4", "ba", "chào")]]
    with capture_logs() as logs:
        await post.inbox.collect(post.channel)
    assert [row["state"] for row in await post.store.rows(INBOX)] == ["aside", "aside", "waiting"]
    assert "nói nhỏ" not in str(logs)
    assert "nói nhỏ" not in str([row["reason"] for row in await post.store.rows(INBOX)])
    await post.work_off()
    assert await post.replies() == ["chào"]


async def test_half_a_character_blocks_nothing(post: Post) -> None:
    half = Update(NAME, "b1", "1", said("1", "ba", "…").raw.replace("…", "vui \ud83d"))
    hidden = Update(NAME, "b1", "3", said("3", "năm", "…").raw.replace("…", r"buồn \ud83d"))
    assert await post.inbox.receive(post.channel, [half, said("2", "tư", "chào"), hidden]) == 3
    await post.work_off()
    assert await post.replies() == ["vui �", "chào", "buồn �"]


async def test_a_sign_is_given_after_the_commit_and_its_failure_changes_nothing(post: Post) -> None:
    stored: list[int] = []

    class Signing(Script):
        async def acknowledge(self, incoming: object) -> None:
            stored.append(len(await post.store.rows(INBOX)))
            raise OSError

    await post.inbox.receive(Signing(post.clock), [said("1", "ba", "một"), said("2", "ba", "-")])
    assert stored == [1]


async def test_a_failing_poll_is_asked_again_after_growing_pauses(post: Post) -> None:
    post.channel.polls = [OSError(), OSError(), OSError(), [said("1", "ba", "chào")]]
    with capture_logs() as logs:
        await post.inbox.collect(post.channel)
    seconds = [line["seconds"] for line in logs]
    assert seconds == sorted(seconds)
    assert len(await post.store.rows(INBOX)) == 1
    assert post.clock.now() > START + timedelta(seconds=2)


async def test_a_wrong_token_ends_the_polling(post: Post) -> None:
    post.channel.polls = [WrongTokenError(channel=NAME, setting="X")]
    with pytest.raises(WrongTokenError):
        await post.inbox.collect(post.channel)


async def test_updates_that_could_not_be_stored_are_stored_before_the_next_poll(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive, stumbles = post.store.receive, iter(range(3))

    async def stumble(arrivals: Sequence[Arrival], at: object) -> int:
        for _ in stumbles:
            raise OSError("disk full")
        return await receive(arrivals, at)

    monkeypatch.setattr(post.store, "receive", stumble)
    post.channel.polls = [[said("1", "ba", "một")], [said("2", "ba", "hai")]]
    await post.inbox.collect(post.channel)
    assert [row["key"] for row in await post.store.rows(INBOX)] == ["1", "2"]


async def test_polling_pauses_while_too_many_wait(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        post = Post(store, bound=2)
        post.channel.polls = [[said(str(n), str(n), "x") for n in range(first, first + 2)] for first in (0, 2, 4)]
        collecting = asyncio.create_task(post.inbox.collect(post.channel))
        await until(lambda: post.channel.polled == 1)
        await asyncio.sleep(0.05)
        assert post.channel.polled == 1
        await post.inbox.turn()
        await until(lambda: post.channel.polled == 2)
        post.inbox.stop()
        await collecting


async def test_a_turn_returns_how_many_were_handled_and_wakes_who_sends(post: Post) -> None:
    await post.inbox.receive(post.channel, [said("1", "ba", "một"), said("2", "ba", "hai"), said("3", "tư", "ba")])
    assert [await post.inbox.turn() for _ in range(3)] == [2, 1, 0]
    assert post.commits == 2
    assert await post.replies() == ["một", "ba", "hai"]


async def test_a_turn_that_has_thought_long_enough_leaves_the_rest_for_the_next(post: Post) -> None:
    await post.inbox.receive(post.channel, [said("1", "ba", "một"), said("2", "tư", "hai"), said("3", "năm", "ba")])
    assert [await post.inbox.turn(0) for _ in range(4)] == [1, 1, 1, 0]
    assert await post.replies() == ["một", "hai", "ba"]


async def test_the_answers_of_a_chat_come_in_the_order_of_its_questions(post: Post) -> None:
    updates = [said(str(n), str(n % 7), f"{n % 7}.{n:03}") for n in range(140)]
    post.channel.polls = [updates[:70], updates[70:]]
    await asyncio.gather(post.inbox.collect(post.channel), post.work_off())
    replies = await post.replies()
    assert sorted(replies, key=lambda text: text[0]) == sorted(replies)


async def test_a_fault_of_ours_is_told_once_and_the_answer_comes_later(post: Post) -> None:
    post.broken = {"hạn nộp?"}
    await post.inbox.receive(post.channel, [said("1", "ba", "hạn nộp?"), said("2", "tư", "chào")])
    with capture_logs() as logs:
        assert await post.inbox.turn() == 2
        post.clock.advance(PAUSES[0])
        await post.inbox.turn()
        post.broken.clear()
        post.clock.advance(PAUSES[1])
        await post.inbox.turn()
    assert await post.replies() == ["chào", SORRY, "hạn nộp?"]
    assert [line["event"] for line in logs] == ["message_failed"]
    assert logs[0]["why"].startswith("ValueError at tests/listening.py")
    assert "hạn nộp" not in str(logs)


async def test_a_message_that_keeps_failing_is_parked_and_its_chat_goes_on(post: Post) -> None:
    post.broken = {"hỏng"}
    await post.inbox.receive(post.channel, [said("1", "ba", "hỏng"), said("2", "ba", "sau")])
    with capture_logs() as logs:
        await post.work_off()
    assert post.handled == [*["hỏng"] * (len(PAUSES) + 1), "sau"]
    assert await post.replies() == [SORRY, "sau"]
    assert [row["state"] for row in await post.store.rows(INBOX)] == ["parked", "done"]
    assert [line["event"] for line in logs] == ["message_failed", "message_parked"]
    assert post.clock.now() - START >= timedelta(seconds=sum(PAUSES))


async def test_other_chats_flow_on_while_a_chat_waits_for_its_failed_message(post: Post) -> None:
    post.broken = {"hỏng"}
    await post.inbox.receive(post.channel, [said("1", "ba", "hỏng"), said("2", "tư", "một"), said("3", "tư", "hai")])
    await post.inbox.turn()
    await post.inbox.turn()
    assert await post.replies() == ["một", SORRY, "hai"]


async def test_nobody_is_told_of_an_event_that_failed(post: Post) -> None:
    post.broken = {"nhắc"}
    await post.inbox.receive(post.channel, [said("1", "ba", "nhắc", Kind.EVENT)])
    await post.inbox.turn()
    assert await post.replies() == []


async def test_serving_outlives_a_stumbling_store(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    turn, stumbles = post.inbox.turn, iter(range(3))

    async def stumble(patience: float) -> int:
        for _ in stumbles:
            raise OSError("disk full")
        return await turn(patience)

    monkeypatch.setattr(post.inbox, "turn", stumble)
    await post.inbox.receive(post.channel, [said("1", "ba", "chào")])
    await post.work_off()
    assert await post.replies() == ["chào"]


async def test_serving_is_woken_by_what_arrives(post: Post) -> None:
    serving = asyncio.create_task(post.inbox.serve())
    await asyncio.sleep(0.02)
    await post.inbox.receive(post.channel, [said("1", "ba", "chào")])
    await until(lambda: post.handled == ["chào"])
    post.inbox.stop()
    await serving


async def test_stopping_ends_a_long_poll_and_leaves_the_rest_in_the_table(post: Post) -> None:
    post.channel.polls = [[said("1", "ba", "chào")]]
    post.channel.endless = True
    collecting = asyncio.create_task(post.inbox.collect(post.channel))
    await until(lambda: bool(post.channel.signed))
    post.inbox.stop()
    await collecting
    await post.inbox.serve()
    assert [row["state"] for row in await post.store.rows(INBOX)] == ["waiting"]
