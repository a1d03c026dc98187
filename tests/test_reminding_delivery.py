"""A reminder that waits to be sent is looked at once more: it goes only while it is true, and once."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, insert

from bot.messages import Address, Reply
from bot.model.reminder_letter import ReminderLetter
from bot.model.submission import SubmissionState
from bot.store import letters
from bot.store.reminder_tables import REMINDERS
from bot.store.tables import OUTBOX
from tests.reminding import BEGIN, LAST, LEADERS, LEAVES, LINE, PERIOD, RHYTHM, Association, founded, moment
from tests.stores import ENGINES, opened

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WAVE = moment(LAST, -14)


@pytest.fixture(params=ENGINES)
async def association(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Association]:
    async with founded(tmp_path, request.param) as association:
        yield association


async def waiting(association: Association) -> None:
    """The first wave is due, and nothing can be sent."""
    association.channel.down = True
    association.clock.set(WAVE)
    await association.deliver()


async def back(association: Association, at: datetime) -> list[str]:
    """The network is there again; returns who got something."""
    association.clock.set(at)
    association.channel.down = False
    await association.deliver()
    return sorted(letter.address.chat for _, letter in association.channel.sent)


async def test_who_else_was_reminded_of_a_unit_is_found_whatever_sign_its_name_begins_with(
    association: Association,
) -> None:
    store, now = association.store, moment(LAST, -20)

    def remind(connection: Connection) -> None:
        for name, written in (("một", now - DAY), ("hai", now)):
            key = ReminderLetter(PERIOD.id, "đợt", ("đồi",), name).key
            letters.add(connection, [(key, Reply(Address(*LINE, name), name, bulk=True))], written)
        connection.execute(insert(REMINDERS).values(period=PERIOD.id, wave="đợt", unit="đồi", at=now))

    await store.change(remind)
    assert [letter.text for letter in await store.lease(LINE, now, 9, 9, frozenset())] == ["hai"]
    assert [unit for unit, _, _ in await association.reminded()] == ["đồi"]


class TestWhatWaits:
    async def test_goes_when_the_network_is_there_again(self, association: Association) -> None:
        await waiting(association)
        assert await back(association, WAVE + 3 * HOUR) == ["ba", "hai", "một", "tư"]

    async def test_is_not_given_up_however_often_it_was_tried(self, association: Association) -> None:
        await waiting(association)
        for number in range(100):
            association.clock.set(WAVE + number * timedelta(minutes=6))
            await association.deliver()
        assert await back(association, WAVE + 11 * HOUR) == ["ba", "hai", "một", "tư"]

    async def test_is_not_sent_to_who_has_handed_in_meanwhile(self, association: Association) -> None:
        await waiting(association)
        await association.hand_in("c1")
        await association.hand_in("c2", SubmissionState.ACCEPTED)
        assert await back(association, WAVE + HOUR) == ["ba", "tư"]

    async def test_about_two_reports_comes_about_the_one_that_is_left(self, association: Association) -> None:
        await waiting(association)
        await association.hand_in("c4")
        await back(association, WAVE + HOUR)
        [text] = [letter.text for _, letter in association.channel.sent if letter.address.chat == "tư"]
        assert "thôn c5" in text
        assert "thôn c4" not in text
        assert {unit for unit, _, _ in await association.reminded()} == set(LEADERS) - {"c4"}

    @pytest.mark.parametrize("change", ["closed", "another day"])
    async def test_is_not_sent_about_a_deadline_that_is_none_any_more(
        self, association: Association, change: str
    ) -> None:
        await waiting(association)
        await (association.close() if change == "closed" else association.set_last_day(LAST + 5 * DAY))
        assert await back(association, WAVE + HOUR) == []
        assert await association.reminded() == []

    async def test_is_held_over_night_and_tells_the_days_anew(self, association: Association) -> None:
        await waiting(association)
        assert await back(association, WAVE + 14 * HOUR) == []
        assert await back(association, WAVE + 23 * HOUR) == ["ba", "hai", "một", "tư"]
        assert all("còn 13 ngày" in letter.text for _, letter in association.channel.sent)
        assert await back(association, WAVE + 26 * HOUR) == ["ba", "hai", "một", "tư"]

    async def test_for_more_than_a_day_is_dropped_and_the_office_told_once(self, association: Association) -> None:
        await waiting(association)
        assert await back(association, WAVE + 25 * HOUR) == ["an", "cán bộ tỉnh"]
        text = association.channel.sent[0][1].text
        assert text.startswith("Đợt nhắc trước hạn 14 ngày của báo cáo 6 tháng đầu năm 2026 có người chưa nhận được")

    async def test_of_a_unit_that_was_merged_goes_on_about_what_it_went_into(self, association: Association) -> None:
        await waiting(association)
        association.clock.set(WAVE + HOUR)
        await association.merge("c1", "c6")
        await back(association, WAVE + 2 * HOUR)
        [text] = [letter.text for _, letter in association.channel.sent if letter.address.chat == "một"]
        assert "thôn c6" in text

    async def test_is_looked_at_after_a_restart_too(self, association: Association) -> None:
        await waiting(association)
        await association.hand_in("c1")
        again = Association(association.store, WAVE)
        assert await back(again, WAVE + HOUR) == ["ba", "hai", "tư"]


STEPS = ("pass", "pass", "pass", "network", "network", "hand in", "withdraw", "last day", "restart", "leap", "merge")


class Walk:
    """A year of an association in random steps; whatever is sent is checked when it is sent."""

    def __init__(self, association: Association, dice: Random) -> None:
        self.association, self.dice = association, dice
        self.handed: set[str] = set()
        self.merged: dict[str, str] = {}
        self.told: list[tuple[datetime, str, str]] = []
        self.versions: Counter[str] = Counter()

    async def step(self) -> None:
        """Does something, then lets the program do what is due."""
        step, unit = self.dice.choice(STEPS), self.dice.choice(LEAVES[:5])
        now = self.association.clock.now()
        match step:
            case "network":
                self.association.channel.down = not self.association.channel.down
            case "hand in" if unit not in self.handed and unit not in self.merged:
                self.handed.add(unit)
                await self.association.hand_in(unit)
            case "withdraw" if unit in self.handed:
                self.handed.discard(unit)
                await self.association.hand_in(unit, SubmissionState.WITHDRAWN)
            case "last day":
                await self.association.set_last_day(LAST + self.dice.randint(-3, 9) * DAY)
            case "restart":
                self.association = Association(self.association.store, now)
            case "leap":
                self.association.clock.set(now + self.dice.randint(1, 60) * HOUR)
            case "merge" if self.dice.random() < 0.2 and "c2" not in self.handed | set(self.merged):
                self.merged["c2"] = "c3"
                await self.association.merge("c2", "c3")
            case _:
                await self._pass(now + self.dice.randint(1, 30) * HOUR)
        await self._look()

    async def _pass(self, until: datetime) -> None:
        """Time passes with the program running: it looks at every time at which something is due."""
        clock, store = self.association.clock, self.association.store
        line = (self.association.channel.name, self.association.channel.bot)
        while (due := await store.next_due([line], clock.now())) is not None and due <= until:
            clock.set(max(due, clock.now() + timedelta(minutes=20)))  # a dead network is tried often
            await self._look()
        clock.set(max(until, clock.now()))

    async def _look(self) -> None:
        await self.association.deliver()
        sent, self.association.channel.sent = self.association.channel.sent, []
        for at, letter in sent:
            if "Đã nhắc" in letter.text or letter.address.chat in ("an", "cán bộ tỉnh"):
                continue
            for unit in self.handed:
                assert f"thôn {unit}" not in letter.text, (at, letter.text)
            assert RHYTHM.spoken(at) == at, "nobody is disturbed at night"
            self.told.append((at, letter.address.chat, letter.text))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_the_network_who_has_handed_in_is_not_reminded_and_nobody_twice_a_day(seed: int) -> None:
    asyncio.run(walked(seed))


async def walked(seed: int) -> None:
    """Walks through some weeks."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), rhythm=RHYTHM) as store:
            association = Association(store, BEGIN)
            await association.found()
            walk = Walk(association, Random(seed))
            for _ in range(40):
                await walk.step()
            days = Counter((name, RHYTHM.day_of(at)) for at, name, _ in walk.told)
            assert [one for one, count in days.items() if count > 1] == []
            rows = await store.rows(OUTBOX)
            sent = Counter(row["key"] for row in rows if row["state"] == "sent")
            assert all(count == 1 for count in sent.values())
            assert {row["state"] for row in rows if row["bulk"]} <= {"sent", "pending", "cancelled"}
