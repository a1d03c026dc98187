"""Whose role has ended meanwhile gets nothing of that unit any more; for whoever has several none is chosen."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App, build
from bot.channels.console import Console, address, event
from bot.demo.load import load
from bot.demo.reports import FORM, NOW
from bot.messages import Address, Incoming, Kind
from bot.model.job import FinishedJob, Job, JobKind
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.model.submission import SubmissionState
from bot.movable import MovableClock
from bot.ports.letter import Letter
from bot.records import Forgotten
from bot.router import route
from bot.store import writing
from bot.store.job_tables import JOBS
from bot.store.tables import OUTBOX
from handlers import HANDLERS
from knowledge.base import Base
from tests.desks import HERE, Desk
from tests.empty_house import EmptyHouse
from tests.looking import AT, officer, report
from tests.programs import settings
from tests.storehouse import at


class Office:
    """The program with one officer, Tư, of the commune Vân Trà."""

    def __init__(self, app: App, delivered: list[Letter]) -> None:
        self.app = app
        self.delivered = delivered

    async def writes(self, text: str) -> Letter:
        """Returns the last that Tư gets after a text."""
        await self.app.receive([event("Tư", Kind.TEXT, text)])
        await self.app.settle()
        return self.delivered[-1]

    async def wishes(self, text: str) -> None:
        """Stores what Tư writes and handles it; no job is done yet."""
        await self.app.receive([event("Tư", Kind.TEXT, text)])
        assert await self.app._inbox.turn()  # settle would do the job at once

    async def ends(self, unit: str) -> None:
        """Ends Tư's role in a unit."""
        role = Role(person_id(address("Tư")), RoleKind.OFFICER, unit, AT, AT)
        await self.app.store.change(lambda c: writing.write(c, [role]))


@pytest.fixture
async def office(tmp_path: Path, base: Base) -> AsyncIterator[Office]:
    delivered: list[Letter] = []

    async def show(letter: Letter) -> None:
        delivered.append(letter)

    clock = MovableClock()
    clock.set(AT)
    async with build(settings(tmp_path), [Console(show)], clock=clock, base=base) as app:
        await app.store.change(lambda c: load(c, with_people=False))
        handed_in = report("thon-trung-dong", SubmissionState.SUBMITTED)
        await app.store.change(lambda c: writing.write(c, [*officer("xa-van-tra"), handed_in]))
        yield Office(app, delivered)


@pytest.mark.parametrize("text", ["xuất excel", "biểu đồ"])
async def test_a_file_is_not_given_to_whoever_lost_the_role_while_it_was_made(office: Office, text: str) -> None:
    await office.wishes(text)
    await office.ends("xa-van-tra")
    await office.app.settle()
    assert office.delivered[-1].file is None
    assert office.delivered[-1].text.startswith("Đồng chí không còn phụ trách đơn vị đó")


async def test_a_file_is_not_given_to_whoever_was_forgotten_meanwhile(office: Office) -> None:
    await office.wishes("xuất excel")
    await office.app.store.change(lambda c: writing.write(c, [Forgotten(person_id(address("Tư")))], at()))
    await office.app.settle()
    assert all(letter.file is None for letter in office.delivered)


async def test_what_was_said_to_somebody_and_made_for_them_goes_when_they_are_forgotten(office: Office) -> None:
    await office.writes("số điện thoại của tôi 0905 123 456")
    await office.writes("đồng ý")
    await office.writes("xuất excel")
    await office.writes("xoá dữ liệu của tôi")
    assert (await office.writes("xoá")).text.startswith("Tôi đã xoá tên")
    async with office.app.engine.connect() as connection:
        said = [row.text for row in await connection.execute(select(OUTBOX.c.text))]
        jobs = (await connection.execute(select(JOBS.c.id))).all()
    assert [text for text in said if text and not text.startswith("Tôi đã xoá tên")] == []
    assert jobs == []


class Finished(EmptyHouse):
    """A house with an admin, and a finished job that says too little of what it is about."""

    def __init__(self, kind: JobKind) -> None:
        self._kind = kind

    async def person_at(self, address: Address) -> Person:
        return Person("tư", "Tư", address, AT, (Role("tư", RoleKind.ADMIN, "", AT),))

    async def job(self, name: str) -> FinishedJob:
        return FinishedJob(Job(name, self._kind, HERE, AT), "Tệp đây ạ.")


@pytest.mark.parametrize("kind", list(JobKind))
async def test_nobody_gets_a_result_of_which_it_is_unclear_what_it_is_about(kind: JobKind, base: Base) -> None:
    event = Incoming(HERE, Kind.EVENT, "1", AT, token="job:j")
    [reply] = (await route(event, Desk(base, records=Finished(kind)), HANDLERS)).replies
    assert reply.text.startswith("Đồng chí không còn phụ trách đơn vị đó")


async def test_whoever_keeps_the_role_gets_the_file(office: Office) -> None:
    assert (await office.writes("xuất excel")).file is not None


@pytest.mark.parametrize("text", ["tổng hợp", "xuất excel"])
async def test_a_screen_from_before_opens_no_unit_that_is_another_ones_now(office: Office, text: str) -> None:
    assert "Hội CCB xã Vân Trà" in (await office.writes("tổng hợp")).text
    await office.ends("xa-van-tra")
    await office.app.store.change(lambda c: writing.write(c, officer("xa-ha-linh")))
    office.delivered.clear()
    await office.writes(text)
    assert "Vân Trà" not in "\n".join(letter.text for letter in office.delivered)
    assert any("Hội CCB xã Hạ Lĩnh" in letter.text for letter in office.delivered)


class TestSeveralUnitsAndPeriods:
    @pytest.fixture(autouse=True)
    async def two(self, office: Office) -> None:
        quarter = replace(NOW, id="Q2-2026", title="quý II năm 2026", forms=(FORM,))
        more = officer("xa-ha-linh")
        await office.app.store.change(lambda c: writing.write(c, [quarter, *more]))

    async def test_no_unit_is_chosen_for_somebody_who_has_two(self, office: Office) -> None:
        asked = await office.writes("tổng hợp")
        assert asked.text == "Đồng chí xem đơn vị nào, kỳ nào?"
        assert sorted(choice.label for choice in asked.choices) == [
            f"Hội CCB xã {commune}, huyện Thạch Lĩnh: {period}"
            for commune in ("Hạ Lĩnh", "Vân Trà")
            for period in ("6 tháng đầu năm 2026", "quý II năm 2026")
        ]
