"""Reminders run by themselves: who owes a report hears of it once in each wave, whatever happens in between."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.inbox import Inbox
from bot.model.quiet import Quiet
from bot.model.rhythm import DAYS, GRACE, Rhythm
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.model.watch import Watch, due_waves, last_days, next_wave
from bot.model.wave import Wave, wave_named
from bot.outcome import Later, Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.tables import CHATS, INBOX, OUTBOX
from tests.reminding import BEGIN, LAST, LEADERS, LEAVES, PERIOD, RHYTHM, ZONE, Association, founded, moment, people_of
from tests.scripted import Script, said
from tests.stores import ENGINES, opened

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WATCH = Watch(PERIOD.id, LAST, BEGIN)


@pytest.fixture(params=ENGINES)
async def association(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Association]:
    async with founded(tmp_path, request.param) as association:
        yield association


class TestRules:
    def test_a_wave_is_found_again_by_its_name(self) -> None:
        wave = Wave(PERIOD.id, LAST, -3)
        assert (wave.name, wave_named(PERIOD.id, wave.name)) == ("2026-05-25:-3", wave)
        assert wave_named(PERIOD.id, "2026-05-25") is None

    def test_a_wave_is_due_for_a_day_and_missed_after_it(self) -> None:
        wave, at = Wave(PERIOD.id, LAST, -14), moment(LAST, -14)
        for now, made, missed in [
            (at - HOUR, (), ()),
            (at, (wave,), ()),
            (at + GRACE, (wave,), ()),
            (at + GRACE + HOUR, (), (wave,)),
        ]:
            due = due_waves([WATCH], [], RHYTHM, now)
            assert (due.now, due.missed) == (made, missed)
        assert due_waves([WATCH], [wave], RHYTHM, at).now == ()

    def test_a_last_day_has_no_waves_from_before_it_was_one(self) -> None:
        late = Watch(PERIOD.id, LAST, moment(LAST, -3) + HOUR)
        assert next_wave([late], [], RHYTHM) == moment(LAST, -1)
        assert due_waves([late], [], RHYTHM, moment(LAST, -3) + 2 * HOUR).now == ()

    def test_every_level_has_waves_of_its_last_day_and_a_closed_period_none(self) -> None:
        assert last_days(PERIOD) == {LAST, PERIOD.deadline}

    @given(at=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), end=st.builds(time, st.integers(1, 12)))  # noqa: DTZ001 (hypothesis wants bounds without a zone)
    def test_what_is_held_until_the_morning_is_never_spoken_in_the_quiet_hours(self, at: datetime, end: time) -> None:
        rhythm = Rhythm(quiet=Quiet(time(21), end))
        spoken = rhythm.spoken(at.replace(tzinfo=ZONE))
        assert end <= spoken.time() < time(21)
        assert spoken - at.replace(tzinfo=ZONE) < DAY


class TestWaves:
    async def test_who_owes_is_reminded_and_who_has_handed_in_or_was_accepted_is_not(
        self, association: Association
    ) -> None:
        await association.hand_in("c1")
        await association.hand_in("c2", SubmissionState.ACCEPTED)
        await association.live(moment(LAST, -14))
        assert people_of(await association.letters()) == ["ba", "tư"]

    async def test_who_took_a_report_back_is_reminded_again(self, association: Association) -> None:
        await association.hand_in("c1", SubmissionState.WITHDRAWN)
        await association.live(moment(LAST, -14))
        assert "một" in people_of(await association.letters())

    async def test_a_leader_of_two_units_gets_one_letter_about_both(self, association: Association) -> None:
        await association.live(moment(LAST, -14))
        [text] = [text for name, text in await association.letters() if name == "tư"]
        assert "thôn c4" in text
        assert "thôn c5" in text

    async def test_officers_hear_of_it_from_three_days_before_on(self, association: Association) -> None:
        await association.live(moment(LAST, -7))
        assert people_of(await association.letters(), "Đã nhắc") == []
        await association.live(moment(LAST, -3))
        told = {name: text for name, text in await association.letters() if "Đã nhắc" in text}
        assert sorted(told) == ["cán bộ một", "cán bộ tỉnh"]
        assert "Đã nhắc 3/3 chi hội" in told["cán bộ một"]
        assert "thôn c1, thôn c2, thôn c3" in told["cán bộ một"]
        assert "Đã nhắc 5/6 chi hội" in told["cán bộ tỉnh"]
        assert "- xã Hai: còn 3, cần gọi 1 (chưa có cán bộ trên trợ lý)" in told["cán bộ tỉnh"]

    async def test_a_late_start_still_reminds_and_a_very_late_one_says_that_it_did_not(
        self, association: Association
    ) -> None:
        await association.leap(moment(LAST, -14) + 13 * HOUR - HOUR)
        assert people_of(await association.letters()) == ["ba", "hai", "một", "tư"]
        await association.leap(moment(LAST, -7) + 25 * HOUR)
        told = (await association.letters())[4:]
        assert people_of(told) == ["an", "cán bộ tỉnh"]
        assert all("Đợt nhắc trước hạn 7 ngày" in text for _, text in told)

    async def test_several_missed_waves_are_told_in_one_letter(self, association: Association) -> None:
        await association.leap(moment(LAST, -3) + 30 * HOUR)
        told = await association.letters()
        assert people_of(told) == ["an", "cán bộ tỉnh"]
        assert "trước hạn 14 ngày, trước hạn 7 ngày, trước hạn 3 ngày" in told[0][1]

    async def test_a_start_at_night_reminds_in_the_morning_whoever_owes_then(self, association: Association) -> None:
        await association.leap(moment(LAST, -14) + 15 * HOUR)
        assert await association.letters() == []
        await association.hand_in("c1")
        await association.live(moment(LAST, -13))
        assert people_of(await association.letters()) == ["ba", "hai", "tư"]
        assert {at for _, _, at in await association.reminded()} == {datetime(2026, 5, 12, 6, tzinfo=ZONE)}

    async def test_a_new_deadline_has_waves_of_its_own_but_none_on_the_same_day(self, association: Association) -> None:
        await association.live(moment(LAST, -3) + HOUR)
        before = len(await association.letters())
        await association.set_last_day(LAST + 4 * DAY)  # 22/5 is seven days before
        await association.live(moment(LAST, 0) + HOUR)
        assert len(await association.letters()) == before
        await association.live(moment(LAST, 1))
        waves = {wave for unit, wave, _ in await association.reminded() if unit == "c1"}
        assert waves == {"2026-05-25:-14", "2026-05-25:-7", "2026-05-25:-3", "2026-05-29:-3"}

    async def test_a_deadline_that_was_moved_before_the_wave_was_handled_has_none(
        self, association: Association
    ) -> None:
        association.clock.set(moment(LAST, -14))
        await association.timetable.turn()
        await association.set_last_day(LAST + DAY)
        await association.look()
        assert await association.letters() == []

    async def test_an_event_in_no_chat_leaves_no_chat_behind(self, association: Association) -> None:
        await association.live(moment(LAST, -14))
        assert await association.store.rows(CHATS) == []
        assert [row["state"] for row in await association.store.rows(INBOX)] == ["done"]

    async def test_reminders_yield_to_conversation(self, association: Association) -> None:
        await association.live(moment(LAST, -3))
        assert {row["bulk"] for row in await association.store.rows(OUTBOX)} == {True}

    async def test_what_another_program_has_made_is_not_made_again(self, association: Association) -> None:
        at = moment(LAST, -14)
        made = [await association.store.make_due([(name, "b")], at) for name in ("scripted", "zalo")]
        assert made == [1, 0]

    async def test_news_at_night_are_told_once_in_the_morning(self, association: Association) -> None:
        wish = Later(f"tin:mo:{PERIOD.id}:", datetime(2026, 5, 2, 6, tzinfo=ZONE))

        async def wishing(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
            return Outcome(later=(wish,))

        clock = association.clock
        inbox = Inbox(association.store, [Script(clock)], wishing, clock)
        await inbox.receive(Script(clock), [said("1", "một", "a"), said("2", "hai", "b")])
        await inbox.turn()
        await association.live(wish.due)
        assert people_of(await association.letters(), "đã mở") == ["ba", "hai", "một", "tư"]


@dataclass
class Told:
    """What happened, as a test writes it down: when the program looked, which last day held from when, who was done."""

    looks: list[datetime] = field(default_factory=list)
    days: list[tuple[datetime, date | None]] = field(default_factory=lambda: [(BEGIN, LAST)])
    handed: dict[str, datetime] = field(default_factory=dict)
    merged: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def owing(self, at: datetime) -> set[str]:
        """Returns who owed a report then and had somebody to be reminded."""
        owed = set()
        for unit in LEAVES:
            into, when = self.merged.get(unit, ("", at + DAY))
            if unit not in self.handed or self.handed[unit] > at:
                owed.add(into if when <= at else unit)
        done = {unit for unit, when in self.handed.items() if when <= at}
        led = {self.merged[unit][0] for unit in self.merged if unit in LEADERS and self.merged[unit][1] <= at}
        return {unit for unit in owed - done if unit in LEADERS or unit in led}

    def expected(self) -> list[tuple[str, str, date]]:
        """Returns who had to be reminded in which wave and on which day, told from nothing but the looks."""
        found: list[tuple[str, str, date]] = []
        settled: set[tuple[date, int]] = set()
        ends = [*(start for start, _ in self.days[1:]), self.looks[-1] + DAY]
        for (start, day), end in zip(self.days, ends, strict=True):
            for days in DAYS if day else ():
                assert day is not None
                due = moment(day, days)
                first = next((look for look in self.looks if due <= look < end), None)
                if due < start or first is None or (day, days) in settled:
                    continue
                settled.add((day, days))
                spoken = RHYTHM.spoken(first)
                made = next((look for look in self.looks if spoken <= look < end), None)
                if first - due <= GRACE and made is not None and made - due <= GRACE:
                    found += [(unit, f"{day}:{days}", made.astimezone(ZONE).date()) for unit in self.owing(made)]
        return found


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(("live", "leap", "restart")), st.integers(1, 90)),
        st.tuples(st.just("live"), st.integers(24, 200)),
        st.tuples(st.sampled_from(("hand in", "accept")), st.integers(0, 5)),
        st.tuples(st.just("last day"), st.integers(-6, 12)),
        st.tuples(st.sampled_from(("merge", "close", "open")), st.integers(0, 1)),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=_STEPS)
def test_whatever_happens_nobody_is_reminded_twice_nobody_in_vain_and_nobody_is_left_out(
    steps: list[tuple[str, int]],
) -> None:
    asyncio.run(_lived(steps))


@pytest.mark.soak
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=_STEPS)
def test_the_same_many_times(steps: list[tuple[str, int]]) -> None:
    asyncio.run(_lived(steps))


async def _lived(steps: list[tuple[str, int]]) -> None:
    """Lives through the steps and to the end of the waves, then compares with what a careful clerk would have done."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), rhythm=RHYTHM) as store:
            association, told = Association(store), Told()
            await association.found()
            await association.look()
            told.looks.append(BEGIN)
            for step, number in steps:
                association = await _stepped(association, told, step, number)
            told.looks += await association.live(association.clock.now() + 30 * DAY)
            rows = [row for row in await association.reminded() if row[0] in LEAVES]
            twice = Counter((unit, at.astimezone(ZONE).date()) for unit, _, at in rows)
            assert [one for one, count in twice.items() if count > 1] == []
            assert [unit for unit, _, at in rows if unit not in told.owing(at)] == []
            on_days = {(unit, at.astimezone(ZONE).date()) for unit, _, at in rows}
            assert [one for one in told.expected() if (one[0], one[2]) not in on_days] == []
            assert {(unit, wave) for unit, wave, _ in rows} <= {(unit, wave) for unit, wave, _ in told.expected()}
            letters = await store.rows(OUTBOX)
            assert len({row["key"] for row in letters}) == len(letters)


async def _stepped(association: Association, told: Told, step: str, number: int) -> Association:
    if step not in ("live", "leap", "restart"):
        # What people do is never at the very moment of a look: which of the two was first could not be told.
        association.clock.set(association.clock.now() + timedelta(minutes=1))
    now, unit = association.clock.now(), LEAVES[number % len(LEAVES)]
    match step:
        case "live":
            told.looks += await association.live(now + number * HOUR)
        case "leap":
            told.looks += await association.leap(now + number * HOUR)
        case "restart":
            period, association = association.period, Association(association.store, now)
            association.period = period
            told.looks += await association.leap(now + number * HOUR)
        case "hand in" | "accept":
            if unit not in told.handed and unit not in told.merged:
                state = SubmissionState.SUBMITTED if step == "hand in" else SubmissionState.ACCEPTED
                await association.hand_in(unit, state)
                told.handed[unit] = now
        case "last day":
            await association.set_last_day(LAST + number * DAY)
            await _changed(association, told, LAST + number * DAY)
        case "close":
            await association.close()
            await _changed(association, told, None)
        case "open":
            [*_, (_, day)] = [one for one in told.days if one[1] is not None]
            assert day is not None
            await association.set_last_day(day)
            await _changed(association, told, day)
        case _:
            name, into = (("c2", "c3"), ("c1", "c6"))[number]
            if name not in told.merged:
                await association.merge(name, into)
                told.merged[name] = (into, now)
    return association


async def _changed(association: Association, told: Told, day: date | None) -> None:
    """The program looks at once when something was committed. The same day again is no new one."""
    now = association.clock.now()
    if told.days[-1][1] != day:
        told.days.append((now, day))
    await association.look()
    told.looks.append(now)
