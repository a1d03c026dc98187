"""Whom an audience means: each chat once, nobody who does not want it, nobody forgotten (bot.records.Records)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.messages import Address
from bot.model.acknowledgement import Acknowledgement
from bot.model.audience import Audience, AudienceKind
from bot.model.period import Period, Span
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.subscription import Subscription
from bot.model.unit import Unit
from bot.ports.letter import Mark, State
from bot.records import Expected, LeftBrowser
from bot.store import units
from bot.store.chats import EMPTY, Met, remember
from bot.store.house_tables import ACCOUNTS
from tests.broadcasts import keep, met, person, running
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import ENGINES, Opened, opened
from tests.virtual_clock import START

TODAY = date(2026, 7, 2)
MERGED = date(2026, 6, 30)
TREE = (
    Unit("tinh", "Tỉnh", "tỉnh"),
    Unit("xa-a", "Xã A", "xã", "tinh"),
    Unit("xa-b", "Xã B", "xã", "tinh", end=MERGED, merged_into="xa-a"),
    Unit("xa-c", "Xã C", "xã", "tinh"),
    Unit("a1", "Chi hội A1", "chi hội", "xa-a"),
    Unit("a2", "Chi hội A2", "chi hội", "xa-a", end=MERGED, merged_into="a1"),
    Unit("b1", "Chi hội B1", "chi hội", "xa-b"),
    Unit("c1", "Chi hội C1", "chi hội", "xa-c"),
)
LEADER, OFFICER, ADMIN = RoleKind.LEADER, RoleKind.OFFICER, RoleKind.ADMIN
PERIOD = Period("6T-2026", "6 tháng", Span.HALF, 2026, ("f",), date(2026, 5, 31), (), START, "p-an")


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        await store.change(lambda connection: units.replace_all(connection, TREE))
        await keep(
            store, *person("an", (ADMIN, "")), *person("xa", (OFFICER, "xa-a")), *person("tinh", (OFFICER, "tinh"))
        )
        await keep(store, *person("a1", (LEADER, "a1")), *person("a2", (LEADER, "a2")), *person("b1", (LEADER, "b1")))
        await keep(store, *person("c1", (LEADER, "c1"), (OFFICER, "xa-c")), *person("hội viên"))
        yield store


async def chats(store: Opened, kind: AudienceKind, **said: object) -> list[str]:
    """Returns the chats of an audience."""
    return [one for one, _ in await seats(store, kind, **said)]


async def seats(store: Opened, kind: AudienceKind, **said: object) -> list[tuple[str, str]]:
    """Returns the chats of an audience, each with its unit."""
    async with store.reading() as records:
        found = await records.receivers(Audience(kind, **said), TODAY)
    return sorted((one.address.chat, one.unit) for one in found)


class TestReceivers:
    async def test_everybody_is_every_private_chat_that_wrote_and_can_be_reached(self, store: Opened) -> None:
        await met(store, "lạ", "a1", "im")
        await met(store, "-7", group=True)
        await met(store, "chặn", reachable=False)
        await keep(store, Subscription(chat("im"), at(1)))
        assert await seats(store, AudienceKind.EVERYBODY) == [("a1", "a1"), ("lạ", "")]

    async def test_of_the_page_everybody_is_who_said_who_they_are(self, store: Opened) -> None:
        anybody, known, left = (Address("web", "web", name) for name in ("mới", "quen", "đã thoát"))
        met = dict.fromkeys((anybody, known, left), Met(EMPTY, False, True))
        await store.change(lambda connection: remember(connection, met, at()))
        for name, address in (("quen", known), ("thoát", left)):
            await keep(store, Person(f"p-{name}", name, address, START))
        await keep(store, LeftBrowser(left))
        assert await chats(store, AudienceKind.EVERYBODY) == ["quen"]

    async def test_somebody_with_several_accounts_gets_it_at_the_own_address_only(self, store: Opened) -> None:
        other = chat("a1 trên máy khác")
        await met(store, "a1", other.chat)
        row = {"channel": other.channel, "bot": other.bot, "chat": other.chat, "person": "p-a1"}
        await store.change(lambda connection: connection.execute(ACCOUNTS.insert(), [row]))
        assert await chats(store, AudienceKind.EVERYBODY) == ["a1"]
        assert await chats(store, AudienceKind.LEADERS, unit="xa-a", without_units=("b1",)) == ["a1", "a2"]

    async def test_everybody_less_units_and_people(self, store: Opened) -> None:
        await met(store, "lạ", "a1", "a2", "c1", "hội viên")
        left = {"without_units": ("xa-a",), "without_people": ("p-hội viên",)}
        assert await chats(store, AudienceKind.EVERYBODY, **left) == ["c1", "lạ"]

    async def test_leaders_of_what_was_merged_count_with_its_heir(self, store: Opened) -> None:
        assert await seats(store, AudienceKind.LEADERS) == [("a1", "a1"), ("a2", "a1"), ("b1", "b1"), ("c1", "c1")]
        assert await chats(store, AudienceKind.LEADERS, unit="xa-a") == ["a1", "a2", "b1"]
        assert await chats(store, AudienceKind.LEADERS, unit="xa-b") == ["a1", "a2", "b1"]
        assert await chats(store, AudienceKind.LEADERS, unit="c1") == ["c1"]
        assert await chats(store, AudienceKind.LEADERS, unit="đâu đó") == []

    async def test_officers_are_no_admins_and_no_leaders(self, store: Opened) -> None:
        assert await chats(store, AudienceKind.OFFICERS) == ["c1", "tinh", "xa"]
        assert await seats(store, AudienceKind.OFFICERS, unit="xa-c") == [("c1", "xa-c")]

    async def test_a_role_that_has_ended_counts_no_more(self, store: Opened) -> None:
        [_, role] = person("c1", (LEADER, "c1"))
        assert not isinstance(role, Person)
        await keep(store, replace(role, end=at(9)))
        assert await chats(store, AudienceKind.LEADERS, unit="xa-c") == []

    async def test_missing_are_the_leaders_of_what_is_owed_now(self, store: Opened) -> None:
        key = ReportKey(PERIOD.id, "c1", "f")
        report = Submission(key, "BC-1", 1, SubmissionState.SUBMITTED, 1, (), "p-c1", START, "scripted")
        await keep(store, PERIOD, Expected(PERIOD.id, ("a1", "a2", "b1", "c1")), report)
        missing = {"period": PERIOD.id}
        assert await seats(store, AudienceKind.MISSING, **missing) == [("a1", "a1"), ("a2", "a1"), ("b1", "b1")]
        assert await chats(store, AudienceKind.MISSING, **missing, unit="xa-c") == []
        await keep(store, replace(report, state=SubmissionState.RETURNED))
        assert await chats(store, AudienceKind.MISSING, **missing, unit="xa-c") == ["c1"]
        assert await chats(store, AudienceKind.MISSING, period="không có") == []

    async def test_named_people_each_once(self, store: Opened) -> None:
        assert await chats(store, AudienceKind.PEOPLE, people=("p-a1", "p-a1", "p-hội viên", "p-x")) == [
            "a1",
            "hội viên",
        ]

    async def test_silent_is_who_got_it_and_said_nothing_and_received_is_also_who_may_have(self, store: Opened) -> None:
        await running(store, "a1", "a2", "b1", "lạ", "hội viên")
        letters = {one.address.chat: one.row for one in await store.lease(LINE, at(), 32, 4, NOBODY)}
        ends = {"a1": State.SENT, "a2": State.SENT, "b1": State.UNKNOWN, "lạ": State.SENT}
        await store.mark([Mark(letters[name], state) for name, state in ends.items()], at())
        await keep(store, Acknowledgement(1, chat("a2"), at(5)))
        assert await seats(store, AudienceKind.SILENT, broadcast=1) == [("a1", "a1"), ("lạ", "")]
        assert await chats(store, AudienceKind.RECEIVED, broadcast=1) == ["a1", "a2", "b1", "lạ"]
        await keep(store, Subscription(chat("lạ"), at(6)))
        assert await chats(store, AudienceKind.SILENT, broadcast=1) == ["a1"]
