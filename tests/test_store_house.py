"""What every store keeps of units, people, roles and invites (bot.records.Records)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.appointing import appoint
from bot.demo.load import load
from bot.dialog.draft import Draft
from bot.dialog.progress import Progress
from bot.errors import UnknownUnitError
from bot.model.attempts import Attempts
from bot.model.audit import Audit
from bot.model.code import hashed
from bot.model.figure import Figure, Given
from bot.model.invite import Invite, end_of
from bot.model.person import Person, person_id
from bot.model.review import Review
from bot.model.role import Role, RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.unit import Unit
from bot.records import Forgotten, Record
from bot.store import audit, units, writing
from bot.store.house import House, house
from bot.store.sql_records import SqlRecords
from bot.store.tables import METADATA
from bot.stories.lines import ZONE
from tests.storehouse import at, chat
from tests.stores import ENGINES, Opened, opened

BA = Person(person_id(chat("ba")), "Ba", chat("ba"), at())
TU = Person(person_id(chat("tư")), "Tư", chat("tư"), at(1))
LEADS = Role(BA.id, RoleKind.LEADER, "a", at())
INVITE = Invite(hashed("K7Q4M2XA"), RoleKind.LEADER, "a", at(), at(60))

Found = TypeVar("Found")


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as found:
        yield found


async def keep(store: Opened, *records: Record) -> None:
    """Writes records down."""
    await store.change(lambda connection: writing.write(connection, records, at(2)))


async def read(store: Opened, question: Callable[[SqlRecords], Awaitable[Found]]) -> Found:
    """Returns what a handler would read."""
    async with store.engine.connect() as connection:
        return await question(SqlRecords(connection))


class TestUnits:
    async def test_units_come_back_as_they_were_in_their_order(self, store: Opened) -> None:
        some = (Unit("b", "Bê", "xã", "a", date(2026, 1, 1), date(2026, 6, 30), "a", 7), Unit("a", "A", "tỉnh"))
        await store.change(lambda connection: units.replace_all(connection, some))
        assert (await read(store, lambda records: records.tree())).units == some
        await store.change(lambda connection: units.replace_all(connection, some[1:]))
        assert (await read(store, lambda records: records.tree())).units == some[1:]

    async def test_what_fails_half_way_changes_nothing(self, store: Opened) -> None:
        await store.change(lambda connection: units.replace_all(connection, [Unit("a", "A", "tỉnh")]))

        def work(connection: Any) -> None:
            units.replace_all(connection, [Unit("b", "B", "tỉnh")])
            raise KeyError("half way")

        with pytest.raises(KeyError, match="half way"):
            await store.change(work)
        assert [unit.id for unit in (await read(store, lambda records: records.tree())).units] == ["a"]

    async def test_a_unit_is_in_use_by_its_roles_invites_and_reports(self, store: Opened) -> None:
        await store.change(lambda connection: load(connection, with_people=False))
        await keep(store, replace(LEADS, unit="x"), replace(INVITE, unit="y"))
        names = ["x", "y", "z", "thon-trung-dong", "xa-van-tra"]
        assert await store.look(lambda connection: units.in_use(connection, names)) == {"x", "y", "thon-trung-dong"}


class TestPeople:
    async def test_somebody_is_known_by_address_and_by_id_with_the_roles_that_hold(self, store: Opened) -> None:
        await keep(store, BA, LEADS, replace(LEADS, unit="b", start=at(1)))
        await keep(store, replace(LEADS, end=at(5)))
        known = replace(BA, roles=(replace(LEADS, unit="b", start=at(1)),))
        assert await read(store, lambda records: records.person_at(chat("ba"))) == known
        assert await read(store, lambda records: records.person(BA.id)) == known
        assert await read(store, lambda records: records.person_at(chat("tư"))) is None

    async def test_a_role_that_is_given_twice_is_one_role(self, store: Opened) -> None:
        await keep(store, BA, LEADS, replace(LEADS, start=at(9)))
        found = await read(store, lambda records: records.person(BA.id))
        assert found is not None
        assert found.roles == (LEADS,)

    async def test_a_role_can_be_given_again_after_its_end(self, store: Opened) -> None:
        await keep(store, BA, LEADS)
        await keep(store, replace(LEADS, end=at(5)))
        await keep(store, replace(LEADS, start=at(9)))
        assert [(role.start, role.end) for role in (await store.look(house)).roles] == [(at(), at(5)), (at(9), None)]

    async def test_a_phone_number_is_kept_until_it_is_taken_back_or_all_is_forgotten(self, store: Opened) -> None:
        await keep(store, replace(BA, phone="0905123456"))
        assert await read(store, lambda records: records.person(BA.id)) == replace(BA, phone="0905123456")
        await keep(store, BA)
        assert await read(store, lambda records: records.person(BA.id)) == BA
        await keep(store, replace(BA, phone="0905123456"))
        await keep(store, Forgotten(BA.id))
        assert "0905123456" not in str([await store.rows(table) for table in METADATA.sorted_tables])

    async def test_holders_of_a_role_in_several_units_are_found_at_once(self, store: Opened) -> None:
        both = replace(LEADS, unit="b", start=at(1))
        await keep(store, BA, TU, LEADS, both, replace(LEADS, person=TU.id, unit="c", start=at(3)))
        found = await read(store, lambda records: records.holders(RoleKind.LEADER, ["a", "b", "c", "d"]))
        assert [(person.name, person.units(RoleKind.LEADER)) for person in found] == [
            ("Ba", ("a", "b")),
            ("Tư", ("c",)),
        ]
        assert await read(store, lambda records: records.holders(RoleKind.LEADER, [])) == []

    async def test_holders_of_a_role_come_oldest_first(self, store: Opened) -> None:
        await keep(store, BA, TU, replace(LEADS, start=at(7)), replace(LEADS, person=TU.id, start=at(3)))
        found = await read(store, lambda records: records.people_with(RoleKind.LEADER, "a"))
        assert [person.name for person in found] == ["Tư", "Ba"]
        assert await read(store, lambda records: records.people_with(RoleKind.OFFICER, "a")) == []

    async def test_the_forgotten_leave_no_name_address_or_role(self, store: Opened) -> None:
        await keep(store, BA, TU, LEADS)
        await keep(store, Audit(BA.id, "person.forgotten", BA.id, at(2), "scripted"), Forgotten(BA.id))
        found = await store.look(house)
        assert (found.people, found.roles, len(found.audit)) == ((TU,), (), 1)
        assert await read(store, lambda records: records.person_at(chat("ba"))) is None
        assert BA.id not in {found.audit[0].who, found.audit[0].about}

    async def test_the_figures_of_the_forgotten_stay_with_the_unit_under_no_name(self, store: Opened) -> None:
        key = ReportKey("6T-2026", "a", "f")
        figure = Figure("n", 3, "3", BA.id, at(1), "scripted")
        draft = Draft(Progress("r", key, 1, figures=(figure,)), BA.address, at(1))
        held = Submission(key, "BC-1", 1, SubmissionState.SUBMITTED, 1, (figure,), BA.id, at(1), "scripted")
        await keep(store, BA, TU, draft, held, replace(held, key=replace(key, unit="b"), by=TU.id, figures=()))
        await keep(store, Review(key, 1, SubmissionState.ACCEPTED, BA.id, at(2), "scripted"))
        await keep(store, Forgotten(BA.id))
        (decided,) = await read(store, lambda records: records.reviews("6T-2026", ["a"]))
        assert decided.by != BA.id
        mine = await read(store, lambda records: records.submission(key))
        hers = await read(store, lambda records: records.submission(replace(key, unit="b")))
        left = await read(store, lambda records: records.draft(key))
        assert mine is not None
        assert hers is not None
        assert left is not None
        assert [one.value for one in mine.figures] == [one.value for one in left.progress.figures] == [3]
        assert BA.id not in {mine.by, mine.figures[0].by, left.progress.figures[0].by}
        assert hers.by == TU.id


class TestReviews:
    async def test_a_decision_is_kept_and_gives_its_version_the_state(self, store: Opened) -> None:
        key = ReportKey("6T-2026", "a", "f")
        held = Submission(key, "BC-1", 1, SubmissionState.SUBMITTED, 1, (), BA.id, at(1), "scripted")
        back = Review(key, 1, SubmissionState.RETURNED, TU.id, at(2), "scripted", "n", "why")
        taken = Review(key, 2, SubmissionState.ACCEPTED, TU.id, at(4), "scripted")
        await keep(store, BA, TU, held, back)
        await keep(store, replace(held, number=2, at=at(3)), taken)
        states = [one.state for one in await read(store, lambda records: records.versions(key))]
        assert states == [SubmissionState.RETURNED, SubmissionState.ACCEPTED]
        assert await read(store, lambda records: records.reviews("6T-2026", ["a", "b"])) == [back, taken]
        assert await read(store, lambda records: records.reviews("6T-2026", ["b"])) == []
        latest = await read(store, lambda records: records.received("BC-1"))
        assert latest is not None
        assert latest.number == 2
        assert await read(store, lambda records: records.received("BC-2")) is None

    async def test_sheets_are_the_latest_versions_in_a_state_with_what_they_say(self, store: Opened) -> None:
        key = ReportKey("6T-2026", "a", "f")
        figures = (
            Figure("n", 3, "3", BA.id, at(1), "scripted"),
            Figure("km", Decimal("0.5"), "nửa", BA.id, at(1), "scripted"),
            Figure("gone", None, "bỏ qua", BA.id, at(1), "scripted", Given.SKIPPED),
        )
        held = Submission(key, "BC-1", 1, SubmissionState.SUBMITTED, 1, (), BA.id, at(1), "scripted")
        await keep(store, held, replace(held, key=replace(key, unit="b"), receipt="BC-2"))
        await keep(store, replace(held, number=2, figures=figures, at=at(3)))
        states = (SubmissionState.SUBMITTED,)
        (sheet,) = await read(store, lambda records: records.sheets("6T-2026", ["a", "c"], states))
        assert (sheet.key, sheet.receipt, sheet.number, sheet.at) == (key, "BC-1", 2, at(3))
        assert [sheet.values.of(name) for name in ("n", "km", "gone", "x")] == [3, Decimal("0.5"), None, None]
        other = (SubmissionState.RETURNED, SubmissionState.ACCEPTED)
        assert await read(store, lambda records: records.sheets("6T-2026", ["a", "b"], other)) == []

    async def test_holders_of_many_units_are_read_at_once(self, store: Opened) -> None:
        others = (replace(LEADS, person=TU.id, unit="b"), replace(LEADS, person=TU.id, unit="c"))
        await keep(store, BA, TU, LEADS, *others, replace(LEADS, kind=RoleKind.OFFICER, unit="b"))
        await keep(store, replace(LEADS, person=TU.id, unit="c", end=at(5)))
        found = await read(store, lambda records: records.holders(RoleKind.LEADER, ["a", "b", "c"]))
        assert [(one.name, one.units(RoleKind.LEADER)) for one in found] == [("Ba", ("a",)), ("Tư", ("b",))]
        assert await read(store, lambda records: records.holders(RoleKind.LEADER, ["c"])) == []


class TestInvites:
    async def test_an_invite_is_found_by_its_hash_and_used_once(self, store: Opened) -> None:
        await keep(store, INVITE)
        assert await read(store, lambda records: records.invite(INVITE.hash)) == INVITE
        used = replace(INVITE, used=at(5), by=BA.id)
        await keep(store, used)
        assert await read(store, lambda records: records.invite(INVITE.hash)) == used
        assert await read(store, lambda records: records.invite("0")) is None

    async def test_unused_invites_of_a_unit_are_found_and_can_be_over(self, store: Opened) -> None:
        other = replace(INVITE, hash="h", made=at(1))
        await keep(store, INVITE, other, replace(INVITE, hash="i", unit="b"), replace(INVITE, hash="j", used=at(2)))
        assert await read(store, lambda records: records.open_invites(RoleKind.LEADER, "a")) == [INVITE, other]
        await keep(store, other.over(at(9)))
        found = await read(store, lambda records: records.invite("h"))
        assert found is not None
        assert (found.open(at(8)), found.open(at(9))) == (True, False)

    async def test_wrong_codes_are_counted_by_chat(self, store: Opened) -> None:
        attempts = Attempts(chat("ba"), 4, at())
        await keep(store, attempts)
        await keep(store, attempts.failed(at(9)))
        assert await read(store, lambda records: records.attempts(chat("ba"))) == Attempts(chat("ba"), 5, at(9))
        assert await read(store, lambda records: records.attempts(chat("tư"))) is None


class TestTrials:
    async def test_somebody_is_made_something_once_for_each_note(self, store: Opened) -> None:
        await store.change(lambda connection: load(connection, with_people=False))

        def make(connection: Any) -> None:
            appoint(connection, chat("ba"), "Ba", RoleKind.LEADER, "thon-an-hoa", at(), "id:1")

        await store.change(make)
        (role,) = (await store.look(house)).roles
        await keep(store, replace(role, end=at(3)))
        await store.change(make)
        found = await store.look(house)
        assert [(person.name, person.consented) for person in found.people] == [("Ba", at())]
        assert found.roles == (replace(role, end=at(3)),)

    async def test_who_is_known_keeps_name_and_consent(self, store: Opened) -> None:
        await keep(store, BA)
        await store.change(lambda house: appoint(house, chat("ba"), "khác", RoleKind.ADMIN, "x", at(5)))
        (person,) = (await store.look(house)).people
        assert (person.name, person.consented, person.roles[0].unit) == ("Ba", at(), "")

    async def test_a_unit_that_is_none_gives_no_role(self, store: Opened) -> None:
        with pytest.raises(UnknownUnitError):
            await store.change(lambda house: appoint(house, chat("ba"), "Ba", RoleKind.LEADER, "x", at()))
        assert await store.look(house) == House()

    async def test_the_demo_is_loaded_into_an_empty_house_only(self, store: Opened) -> None:
        assert await store.change(lambda connection: load(connection, with_people=True))
        assert not await store.change(lambda connection: load(connection, with_people=True))
        found = await store.look(house)
        assert {role.kind for role in found.roles} == set(RoleKind)
        assert [period.id for period in found.periods] == ["6T-2026", "N-2025"]
        assert len(await read(store, lambda records: records.expected("6T-2026"))) == 197
        (last,) = await read(store, lambda records: records.submissions("N-2025", ["thon-trung-dong"]))
        figures = {figure.field: figure.value for figure in last.figures}
        assert (figures["ho_ccb_ngheo"], figures["quy_vnn_tien"], str(figures["duong_hoa_km"])) == (3, 3_000_000, "0.5")

    async def test_an_audit_entry_is_found_by_its_note(self, store: Opened) -> None:
        await keep(store, Audit("ba", "role.made", "a", at(), "console", "id:1"))
        notes = ("id:1", "id:2")
        assert [await store.look(lambda c, n=note: audit.noted(c, "role.made", n)) for note in notes] == [True, False]


def test_a_code_holds_to_the_end_of_its_last_day() -> None:
    day = date(2026, 6, 19)
    invite = replace(INVITE, expires=end_of(day, ZONE))
    assert invite.last_day(ZONE) == day
    assert invite.open(datetime(2026, 6, 19, 23, 59, tzinfo=ZONE))
    assert not invite.open(datetime(2026, 6, 20, tzinfo=ZONE))
