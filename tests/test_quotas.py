"""A channel that counts a month's messages: bulk stops there, says why, and goes on next month."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.desk import Desk
from bot.messages import Choice, Kind
from bot.model.broadcast import BroadcastState
from bot.model.capabilities import Capabilities
from bot.model.quota import Quota, messages, month_after, month_of
from bot.model.receiver import Receiver
from bot.model.rhythm import Rhythm
from bot.ports.letter import Mark, State
from bot.records import Resent
from bot.store.tables import INBOX, OUTBOX
from handlers.broadcast_quota import quota_lines
from tests.broadcasts import broadcast, keep, running, states
from tests.broadcasts import say as say_more
from tests.storehouse import LINE, NOBODY, House, at, chat, say
from tests.stores import ENGINES, opened
from tests.virtual_clock import START

ZONE = Rhythm().zone
MONTH = timedelta(days=31)
LONG = "Mời các đồng chí dự họp. " * 90
FIVE = ("ba", "tư", "năm", "sáu", "bảy")


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


async def sent(house: House, quota: int, now: timedelta = timedelta(0)) -> list[str]:
    """Sends all that may go; returns to whom."""
    told = []
    while letters := await house.store.lease(LINE, START + now, 32, 2, NOBODY, quota=quota):
        told += [one.address.chat for one in letters]
        await house.store.mark([Mark(one.row, State.SENT, message_id=f"m{one.row}") for one in letters], START + now)
    return told


async def warnings(house: House) -> list[str]:
    """Returns the events that tell the office."""
    return [row["key"] for row in await house.store.rows(INBOX) if "hanmuc" in row["key"]]


def test_the_last_twentieth_is_kept_for_answers() -> None:
    assert Quota(3000, 2640).left == 210
    assert Quota(3000, 2900).left == 0
    assert [Quota(3000, used).nearly_used_up for used in (2399, 2400)] == [False, True]


def test_a_month_begins_at_midnight_where_the_association_is() -> None:
    assert month_of(datetime(2026, 5, 31, 17, 30, tzinfo=UTC), ZONE) == datetime(2026, 6, 1, tzinfo=ZONE)
    assert month_of(datetime(2026, 5, 31, 16, 30, tzinfo=UTC), ZONE) == datetime(2026, 5, 1, tzinfo=ZONE)


def test_the_month_after_december_is_january() -> None:
    for day in (1, 31):
        assert month_after(datetime(2026, 12, day, tzinfo=ZONE), ZONE) == datetime(2027, 1, 1, tzinfo=ZONE)


async def test_a_broadcast_stops_where_the_month_is_used_up_and_says_why(house: House) -> None:
    await running(house.store, *FIVE)
    assert await sent(house, 4) == ["ba", "tư", "năm"]
    assert await states(house.store) == dict.fromkeys(FIVE[:3], "sent") | dict.fromkeys(FIVE[3:], "failed")
    assert {row["reason"] for row in await house.store.rows(OUTBOX) if row["state"] == "failed"} == {"quota"}
    async with house.store.reading() as records:
        tally = await records.tally(1)
        assert (tally.sent, tally.failed, tally.over_quota, tally.audience) == (3, 2, 2, 5)
        assert "failed" not in await records.ended(1, 50), "it says nothing about the letters: nothing piles up"


def test_a_letter_is_as_many_messages_as_it_is_cut_into() -> None:
    assert messages("ngắn", (), 2000) == 1
    assert messages("a" * 2000, (), 2000) == 1
    assert messages("a" * 2000, (Choice("Đã nhận", "nhan:1"),), 2000) == 2, "the choices are written below"
    assert messages(LONG, (), 2000) == 2
    assert messages(LONG, (), 4096) == 1


async def test_each_part_of_a_long_letter_counts(house: House) -> None:
    await running(house.store, *FIVE, words=LONG)
    assert await sent(house, 10) == list(FIVE[:4]), "nine may go, and the fifth needs two"
    assert await states(house.store) == dict.fromkeys(FIVE[:4], "sent") | {"bảy": "failed"}
    assert {row["reason"] for row in await house.store.rows(OUTBOX) if row["state"] == "failed"} == {"quota"}
    async with house.store.reading() as records:
        assert await records.used(*LINE, START) == 8
    assert [key.split(":")[1] for key in await warnings(house)] == ["hanmuc", "hanmuc-dai"], "eight of ten are used"


async def test_what_is_too_long_for_the_rest_of_the_month_stops_no_other_broadcast(house: House) -> None:
    await running(house.store, *FIVE[:2], words=LONG * 3)
    await running(house.store, *FIVE[2:], number=2)
    assert await sent(house, 4) == list(FIVE[2:]), "three may go, and a letter of the first needs four"
    assert set((await states(house.store)).values()) == {"failed"}
    assert set((await states(house.store, 2)).values()) == {"sent"}
    async with house.store.reading() as records:
        assert (await records.tally(1)).over_quota == 2
    assert [key for key in await warnings(house) if "hanmuc-dai" in key], "the office is told"


async def test_what_goes_beside_it_leaves_less_room_for_a_long_one(house: House) -> None:
    await running(house.store, *FIVE[:2], words=LONG)
    await running(house.store, *FIVE[2:], number=2)
    assert await sent(house, 4) == ["ba", "năm"]
    assert await states(house.store) == {"ba": "sent", "tư": "failed"}
    assert await states(house.store, 2) == {"năm": "sent", "sáu": "failed", "bảy": "failed"}


async def test_a_reminder_that_is_too_long_holds_up_nothing_and_goes_next_month(house: House) -> None:
    for name in FIVE:
        await say_more(house.store, name, LONG * 3, bulk=True)
    await say_more(house.store, "ngắn", "nhắc", bulk=True)
    await running(house.store, "bé")
    assert await sent(house, 4) == ["ngắn", "bé"]
    assert [row["state"] for row in await house.store.rows(OUTBOX)].count("pending") == len(FIVE), "they wait"
    assert len([key for key in await warnings(house) if "hanmuc-dai" in key]) == 1
    due = await house.store.next_due([LINE], START)
    assert due == month_after(START, ZONE)
    assert await sent(house, 100, due - START) == list(FIVE)


async def test_an_answer_in_parts_counts_as_many_and_always_goes(house: House) -> None:
    await say_more(house.store, "ba", LONG)
    async with house.store.reading() as records:
        before = await records.used(*LINE, START)
    assert await sent(house, 1) == ["ba"]
    async with house.store.reading() as records:
        assert await records.used(*LINE, START) == before + 2


class _Office:
    """A desk where nine of a hundred messages may still go."""

    now = START
    office = "Văn phòng Hội"

    @property
    def records(self) -> "_Office":
        return self

    def capabilities(self, channel: str) -> Capabilities:
        return Capabilities(text=2000, quota=100)

    async def used(self, channel: str, bot: str, since: datetime) -> int:
        return 86


async def test_the_preview_says_how_many_messages_a_long_broadcast_needs() -> None:
    to = [Receiver(chat(name), name, name) for name in FIVE]
    told = await quota_lines(broadcast(1, text=LONG), to, START, cast(Desk, _Office()))
    assert "cần 10 tin (dài, mỗi người 2 tin)" in told[0]
    assert "1 người cuối danh sách sẽ chưa nhận được: bảy." in told[0]


async def test_the_rest_goes_next_month_when_it_is_wished(house: House) -> None:
    await running(house.store, *FIVE)
    await sent(house, 4)
    await keep(house.store, Resent(1, ("failed",)), at=START + MONTH)
    assert await sent(house, 4, MONTH) == ["sáu", "bảy"]


async def test_no_more_is_taken_at_once_than_was_asked_for(house: House) -> None:
    await running(house.store, *FIVE)
    for name in ("a", "b", "c"):
        await say_more(house.store, name, "nhắc", bulk=True)
    letters = await house.store.lease(LINE, at(), 32, 4, NOBODY, quota=3000)
    assert [one.address.chat for one in letters] == ["a", "b", "c", "ba"]


async def test_reminders_that_the_month_has_no_room_for_go_when_the_next_one_begins(house: House) -> None:
    await running(house.store, *FIVE[:3])
    await sent(house, 4)
    await say_more(house.store, "ba", "nhắc", bulk=True)
    assert await sent(house, 4) == []
    due = await house.store.next_due([LINE], START)
    assert due == month_after(START, ZONE)
    assert await sent(house, 4, due - START) == ["ba"]


async def test_answers_go_out_whatever_was_used(house: House) -> None:
    await running(house.store, *FIVE)
    await sent(house, 4)
    await house.enqueue(say("ba", "trả lời"))
    assert await sent(house, 4) == ["ba"]


async def test_what_people_write_and_are_answered_counts_too_events_do_not(house: House) -> None:
    await house.hear("ba", "một", "hai")
    await house.hear("ba", "ba", kind=Kind.PRESS)
    await house.handle()
    await sent(house, 100)
    async with house.store.reading() as records:
        assert await records.used(*LINE, START) == 4
        assert await records.used("zalo", "b1", START) == 0
        assert await records.used(*LINE, START + timedelta(days=1)) == 0
    await house.store.make_due([LINE], at())
    async with house.store.reading() as records:
        assert await records.used(*LINE, START) == 4


async def test_the_office_is_told_once_a_month_from_four_fifths_on(house: House) -> None:
    await running(house.store, *FIVE)
    assert await sent(house, 100) == list(FIVE)
    assert await warnings(house) == []
    await running(house.store, "ba", number=2)
    await sent(house, 6)
    await running(house.store, "ba", number=3)
    await sent(house, 6)
    assert len(await warnings(house)) == 1


async def test_a_channel_without_a_quota_is_not_counted(house: House) -> None:
    await running(house.store, *FIVE)
    assert len(await house.store.lease(LINE, at(), 32, 32, NOBODY)) == len(FIVE)
    assert await warnings(house) == []


async def test_what_is_paused_waits_and_does_not_fail(house: House) -> None:
    one = await running(house.store, *FIVE)
    await sent(house, 4)
    assert one.number == 1
    await running(house.store, *FIVE, number=2)
    await keep(house.store, replace(one, number=2, state=BroadcastState.PAUSED))
    await sent(house, 4)
    assert set((await states(house.store, 2)).values()) == {"pending"}
