"""A broadcast in the whole program: it goes out in its time, and whoever sends it hears how it goes."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import App, build
from bot.channels.console import Console, address, event
from bot.events import due_event
from bot.job_ports import JobResult
from bot.messages import Kind
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.job import Job, JobKind
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.movable import MovableClock
from bot.ports.delivery import Blocked, Delivery, Failed, Unclear
from bot.ports.letter import Letter
from bot.ports.store import Arrival
from bot.records import Record, Records, Resent
from bot.store import chats, writing
from bot.stories.lines import ZONE
from knowledge.base import Base
from tests.programs import settings

B = BroadcastState
MORNING = datetime(2026, 5, 20, 8, tzinfo=ZONE)
EVENING = MORNING.replace(hour=21, minute=30)
NEXT_DAY = MORNING.replace(day=21, hour=6)
OTHERS = Audience(AudienceKind.EVERYBODY, without_people=("p-an",))


class Phones(Console):
    """The console, with what becomes of the letters of some people."""

    def __init__(self) -> None:
        super().__init__(self._see)
        self.heard: defaultdict[str, list[str]] = defaultdict(list)
        self.fates: dict[str, Delivery] = {}
        self.times: dict[str, datetime] = {}
        self.clock = MovableClock(MORNING)

    async def send(self, letter: Letter) -> Delivery:
        """Shows the letter, unless it fares otherwise."""
        fate = self.fates.get(letter.address.chat)
        return await super().send(letter) if fate is None else fate

    async def _see(self, letter: Letter) -> None:
        self.heard[letter.address.chat].append(letter.text)
        self.times[letter.address.chat] = self.clock.now()


class Trial:
    """The program with an admin An, and as many members as the test wants."""

    def __init__(self, app: App, phones: Phones) -> None:
        self.app = app
        self.phones = phones

    @property
    def told(self) -> list[str]:
        """What An heard."""
        return self.phones.heard["An"]

    async def keep(self, *records: Record) -> None:
        """Writes records down."""
        now = self.phones.clock.now()
        await self.app.store.change(lambda connection: writing.write(connection, records, now))

    async def members(self, count: int) -> list[str]:
        """So many members have written; returns their names."""
        names = [f"hv{number:03}" for number in range(count)]
        known = {address(name): chats.Met(chats.EMPTY, False, True) for name in names}
        await self.app.store.change(lambda connection: chats.remember(connection, known, MORNING))
        return names

    async def schedule(self, due: datetime = MORNING, **said: object) -> None:
        """An sends a broadcast to everybody else."""
        await self.keep(
            Person("p-an", "An", address("An"), MORNING),
            Broadcast(5, "p-an", MORNING, B.SCHEDULED, "Mời họp.", audience=OTHERS, due=due, **said),
        )

    async def at(self, time: datetime) -> None:
        """Does what is due until then."""
        await self.app.pass_time(self.phones.clock, time)

    async def state(self) -> B:
        """Returns the state of the broadcast."""
        async with self.app.store.reading() as records:
            found = await records.broadcast(5)
        assert found is not None
        return found.state


@asynccontextmanager
async def trial(folder: Path, base: Base, **options: object) -> AsyncIterator[Trial]:
    """Yields the program on a fresh database."""
    phones = Phones()
    app = build(settings(folder), [phones], clock=phones.clock, base=base, **options)
    async with app:
        yield Trial(app, phones)


async def test_whoever_steers_it_the_message_of_its_sender_says_how_it_stands(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.members(3)
        await one.schedule(EVENING)
        await one.at(EVENING + timedelta(seconds=10))
        assert one.told[-1] == "Thông báo số 5: đã xong 0/3 người (0 %)."
        binh = Person("p-bình", "Bình", address("Bình"), MORNING)
        await one.keep(binh, Role(binh.id, RoleKind.ADMIN, "", MORNING))
        for words, told in (
            ("tạm dừng thông báo 5", "Thông báo số 5 đang tạm dừng: đã xong 0/3 người (0 %)."),
            ("gửi tiếp thông báo 5", "Thông báo số 5: đã xong 0/3 người (0 %)."),
        ):
            await one.app.receive([event("Bình", Kind.TEXT, words)])
            await one.app.settle()
            await one.at(one.phones.clock.now() + timedelta(seconds=4))
            assert one.told[-1] == told


async def test_a_scheduled_broadcast_goes_to_everybody_in_its_time(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        names = await one.members(3)
        await one.schedule(MORNING.replace(minute=30), acknowledged=True)
        await one.at(MORNING.replace(minute=29))
        assert one.phones.heard == {}
        await one.at(MORNING.replace(minute=31))
        for name in names:
            [text] = one.phones.heard[name]
            assert text.startswith("Mời họp.")
            assert "DỪNG" in text
            assert one.phones.times[name] == MORNING.replace(minute=30)
        assert one.told == [
            "Thông báo số 5 bắt đầu gửi tới 3 người.",
            "Thông báo số 5: đã xong 3/3 người (100 %).",
            "Thông báo số 5 đã xong, 3 người.\nĐã gửi: 3",
        ]
        assert await one.state() is B.FINISHED


async def test_at_night_it_waits_for_the_morning_and_replies_do_not(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.members(3)
        await one.schedule(EVENING)
        await one.at(EVENING.replace(hour=23))
        assert set(one.phones.heard) == {"An"}
        await one.app.receive([event("hv000", Kind.TEXT, "chào")])
        await one.at(EVENING.replace(hour=23, minute=50))
        assert set(one.phones.heard) == {"An", "hv000"}
        await one.at(NEXT_DAY.replace(minute=1))
        assert one.phones.times["hv002"] == NEXT_DAY
        assert await one.state() is B.FINISHED


async def test_an_urgent_one_goes_at_night(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.members(1)
        await one.schedule(EVENING, urgent="bão số 6")
        await one.at(EVENING.replace(minute=31))
        assert one.phones.times["hv000"] == EVENING


async def test_what_was_put_off_or_taken_back_meanwhile_does_not_begin(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.members(1)
        await one.schedule()
        await one.app.store.make_due(one.app.lines, MORNING)
        await one.schedule(MORNING.replace(hour=10))
        await one.at(MORNING.replace(hour=9))
        assert one.phones.heard == {}
        assert await one.state() is B.SCHEDULED
        await one.at(MORNING.replace(hour=10))
        assert set(one.phones.heard) == {"An", "hv000"}


async def test_nobody_to_send_to_is_told(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.schedule()
        await one.at(MORNING.replace(minute=1))
        assert one.told == ["Thông báo số 5 không có ai để gửi: không còn người nhận nào như đồng chí đã chọn."]


async def test_the_end_tells_every_state_and_the_failed_go_again_when_told(tmp_path: Path, base: Base) -> None:
    async with trial(tmp_path, base) as one:
        await one.members(4)
        one.phones.fates = {"hv000": Failed("Chat not found"), "hv001": Blocked("bot was blocked"), "hv002": Unclear()}
        await one.schedule()
        await one.at(MORNING.replace(minute=1))
        assert one.told[-1].splitlines() == [
            "Thông báo số 5 đã xong, 4 người.",
            "Đã gửi: 1",
            "Đã chặn tôi: 1",
            "Lỗi, chưa gửi được: 1",
            "Chưa rõ đã tới hay chưa: 1",
            'Muốn gửi lại, đồng chí nhắn "gửi lại cho người lỗi".',
        ]
        async with one.app.store.reading() as records:
            ends = {found.receiver.address.chat: (found.state, found.reason) for found in await records.outcomes(5)}
        assert ends == {
            "hv000": ("failed", "Chat not found"),
            "hv001": ("blocked", "bot was blocked"),
            "hv002": ("unknown", "no answer"),
            "hv003": ("sent", ""),
        }
        one.phones.fates = {}
        await one.keep(Resent(5, ("failed", "unknown")))
        for minute in (2, 3):
            await one.at(MORNING.replace(minute=minute))
        assert one.told[-1].splitlines() == ["Thông báo số 5 đã xong, 4 người.", "Đã gửi: 3", "Đã chặn tôi: 1"]
        assert {name: len(said) for name, said in one.phones.heard.items() if name != "An"} == {
            "hv000": 1,
            "hv002": 1,
            "hv003": 1,
        }


async def test_a_list_that_cannot_be_made_ends_it_and_is_told(tmp_path: Path, base: Base) -> None:
    async def broken(job: Job, records: Records) -> JobResult:
        raise OSError

    async with trial(tmp_path, base, workers={JobKind.FREEZE: broken}) as one:
        await one.members(2)
        await one.schedule()
        with capture_logs():
            for hour in (8, 9):
                await one.at(MORNING.replace(hour=hour))
        assert await one.state() is B.CANCELLED
        assert one.told == [
            "Xin lỗi đồng chí, tôi chưa lập được danh sách người nhận thông báo số 5.\n"
            "Thông báo chưa gửi cho ai, và tôi đã huỷ.\n"
            "Đồng chí soạn lại giúp tôi. Nếu vẫn chưa được, đồng chí hỏi Văn phòng Hội."
        ]


@pytest.mark.parametrize("token", ["tb:9", "tbtiendo:9:1", "job:tb:9"])
async def test_an_event_of_a_broadcast_that_is_not_there_is_nothing(tmp_path: Path, base: Base, token: str) -> None:
    async with trial(tmp_path, base) as one:
        await one.app.store.receive([Arrival(due_event(address("An"), token, MORNING), "An")], MORNING)
        await one.app.settle()
        assert one.phones.heard == {}
