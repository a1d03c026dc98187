"""One person on several channels: whose chats they are, where news go, what is forgotten."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App, build
from bot.channels.console import Console, event
from bot.messages import Address, File, Kind, Reply
from bot.model.account import Account
from bot.model.audience import Audience, AudienceKind
from bot.model.code import hashed
from bot.model.invite import Invite
from bot.model.link import LENGTH, LIFE, Link, new_digits, plain_digits
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.subscription import Subscription
from bot.movable import MovableClock
from bot.page_ports import Laid, Shown
from bot.ports.letter import Letter
from bot.ports.update import Update
from bot.records import Forgotten, Record, Unlinked
from bot.settings import Settings
from bot.store import accounts, letters, people, receivers, subscriptions, web_chats, writing
from bot.store.house_tables import ACCOUNTS, LINKS
from bot.store.tables import CHATS, OUTBOX
from handlers.channel_words import chat_mark, told_apart
from handlers.linking import masked
from knowledge.base import Base
from tests.storehouse import at
from tests.stores import ENGINES, Opened, opened

OLD, NEW = Address("telegram", "dongdoi", "1"), Address("zalo", "hoi", "a1")
BA = Person("ba", "Nguyễn Văn Ba", OLD, at())
LINKED = Account("ba", NEW, at(1))
EVERYBODY = Audience(AudienceKind.EVERYBODY)


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        await keep(store, BA, Role("ba", RoleKind.LEADER, "a1", at()), LINKED)
        yield store


async def keep(store: Opened, *records: Record) -> None:
    await store.change(lambda connection: writing.write(connection, records, at(2)))


async def met(store: Opened, *chats: Address) -> None:
    """Writes down that these chats have written before."""
    rows = [
        {"channel": one.channel, "bot": one.bot, "chat": one.chat, "talk": '{"last": "Nguyễn Văn Ba"}'}
        | {"is_group": False, "reachable": True, "first_seen": at(), "last_seen": at()}
        for one in chats
    ]
    await store.change(lambda connection: connection.execute(CHATS.insert(), rows))


async def says(store: Opened, text: str, when: datetime, *, bulk: bool = False) -> None:
    """Puts something to be said in the new chat into the outbox."""
    await store.change(lambda c: letters.add(c, [(text, Reply(NEW, text, bulk=bulk))], when))


async def waiting(store: Opened) -> dict[str, Address]:
    """Returns what is still to be said, and where."""
    rows = [row for row in await store.rows(OUTBOX) if row["state"] == "pending"]
    return {row["text"]: Address(row["channel"], row["bot"], row["chat"]) for row in rows}


async def address(store: Opened) -> Address:
    """Returns where the person is written to."""
    found = await store.look(lambda connection: people.named(connection, "ba"))
    assert found is not None
    return found.address


async def reached(store: Opened) -> list[Address]:
    """Returns the chats that a broadcast to all goes to."""
    found = await store.look(lambda c: receivers.resolve(c, EVERYBODY, at().date()))
    return [one.address for one in found]


class TestChats:
    async def test_both_are_the_same_person_with_the_same_roles(self, store: Opened) -> None:
        here = await store.look(lambda connection: people.at(connection, OLD))
        there = await store.look(lambda connection: people.at(connection, NEW))
        assert here == there is not None
        assert here is not None
        assert here.units(RoleKind.LEADER) == ("a1",)

    async def test_the_first_one_comes_first(self, store: Opened) -> None:
        assert await store.look(lambda c: accounts.of(c, "ba")) == [Account("ba", OLD), LINKED]

    async def test_a_broadcast_goes_to_one_of_them(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        assert await reached(store) == [OLD]
        await keep(store, Person("ba", "Ba", NEW, at()))
        assert await reached(store) == [NEW]

    async def test_who_blocks_one_is_written_to_in_the_other(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await store.unreachable([OLD], at(3))
        assert await address(store) == NEW
        assert await reached(store) == [NEW]

    async def test_who_blocks_both_keeps_the_wish(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await store.unreachable([OLD, NEW], at(3))
        assert await address(store) == OLD
        assert await reached(store) == []

    async def test_blocking_where_no_news_go_changes_nothing(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await store.unreachable([NEW], at(3))
        assert await address(store) == OLD

    async def test_one_that_goes_is_nobodys_and_forgets_what_was_said(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await keep(store, Unlinked("ba", NEW))
        assert await store.look(lambda c: people.at(c, NEW)) is None
        assert [row["talk"] for row in await store.rows(CHATS)] == ['{"last": "Nguyễn Văn Ba"}', "{}"]

    async def test_nobody_lets_the_chat_of_another_go(self, store: Opened) -> None:
        await keep(store, Unlinked("tu", NEW))
        assert await store.look(lambda c: people.at(c, NEW)) is not None

    async def test_news_that_wait_for_one_that_goes_come_to_the_one_that_stays(self, store: Opened) -> None:
        await says(store, "thông báo", at(), bulk=True)
        await says(store, "trả lời", at())
        await says(store, "đã bỏ liên kết", at(2))
        await keep(store, Unlinked("ba", NEW))
        assert await waiting(store) == {"thông báo": OLD, "đã bỏ liên kết": NEW}
        gone = next(row for row in await store.rows(OUTBOX) if row["text"] == "trả lời")
        assert (gone["state"], gone["reason"]) == ("cancelled", letters.NOBODYS)

    async def test_the_page_shows_nothing_of_what_was_said_before_it_was_let_go(self, store: Opened) -> None:
        page = Address("web", "web", "w")
        await keep(store, Account("ba", page, at()))
        shown = Shown("w", "1", mine=False, text="Chào Ba", file=Laid("f", "a.xlsx"))
        files = {"f": File("a.xlsx", b"1")}
        await store.change(lambda c: web_chats.keep(c, [shown], files, at()))
        assert await store.look(lambda c: web_chats.file(c, "w", "f")) is not None
        await keep(store, Unlinked("ba", page))
        assert await store.look(lambda c: web_chats.last(c, "w", 9)) == []
        assert await store.look(lambda c: web_chats.file(c, "w", "f")) is None

    async def test_nothing_that_waits_is_said_to_who_was_forgotten_meanwhile(self, store: Opened) -> None:
        await says(store, "thông báo", at(), bulk=True)
        await says(store, "đã xoá", at(2))
        await keep(store, Forgotten("ba"))
        assert await waiting(store) == {"đã xoá": NEW}

    async def test_who_is_forgotten_is_forgotten_in_all_of_them(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await keep(store, Link("hash", "ba", at()))
        await keep(store, Forgotten("ba"))
        assert await store.rows(ACCOUNTS) == await store.rows(LINKS) == []
        assert [row["talk"] for row in await store.rows(CHATS)] == ["{}", "{}"]


class TestWishes:
    async def test_who_says_stop_in_one_gets_no_broadcasts_in_any(self, store: Opened) -> None:
        await met(store, OLD, NEW)
        await keep(store, Subscription(NEW, at()))
        assert await reached(store) == []
        await keep(store, Subscription(OLD, None))
        assert await reached(store) == [OLD]

    async def test_who_said_stop_before_linking_said_it_for_both(self, store: Opened) -> None:
        third = Address("web", "web", "w")
        await keep(store, Subscription(third, at()))
        await keep(store, Account("ba", third, at(5)))
        held = await store.look(lambda c: [subscriptions.find(c, chat) for chat in (OLD, NEW, third)])
        assert [one.stopped for one in held] == [at()] * 3


class TestCodes:
    async def test_a_new_one_takes_the_place_of_the_old_one(self, store: Opened) -> None:
        await keep(store, Link("first", "ba", at()))
        await keep(store, Link("second", "ba", at(1)))
        assert await store.look(lambda c: accounts.link(c, "first")) is None
        assert await store.look(lambda c: accounts.link(c, "second")) == Link("second", "ba", at(1))

    def test_it_is_open_for_its_life_and_until_it_is_used(self) -> None:
        link = Link("hash", "ba", at())
        assert link.open(at() + LIFE - timedelta(seconds=1))
        assert not link.open(at() + LIFE)
        assert not Link("hash", "ba", at(), used=at(1)).open(at(2))

    def test_it_is_read_as_people_type_it_and_made_so_that_it_can_be(self) -> None:
        assert [plain_digits(text) for text in ("204681", "204 681", "204-681", " 2 0 4 6 8 1")] == ["204681"] * 4
        assert [plain_digits(text) for text in ("", "20468", "2046811", "20468a", "004681")] == [""] * 5
        assert all(len(plain_digits(new_digits())) == LENGTH for _ in range(200))

    def test_the_owner_knows_the_masked_name_and_nobody_learns_it(self) -> None:
        assert [masked(name) for name in ("Nguyễn Văn Ba", "Ba", "  ")] == ["N. V. Ba", "B…", "……"]


class TestWords:
    def test_two_chats_on_one_channel_are_told_apart(self) -> None:
        several = [Account("ba", Address("zalo", "hoi", name)) for name in ("x", "y")]
        assert told_apart([Account("ba", OLD), *several]) == ["Telegram", "Zalo", "Zalo 2"]
        assert len({chat_mark(one.address) for one in several}) == len(several)


class Windows:
    """One program with two channels, and what is said there."""

    def __init__(self, app: App, said: list[str]) -> None:
        self.store = app.store
        self._app = app
        self._said = said

    async def writes(self, channel: str, text: str) -> list[str]:
        """Returns all that is said after somebody named Ba wrote something."""
        return await self._does(event("Ba", Kind.TEXT, text, channel=channel))

    async def presses(self, channel: str, token: str) -> list[str]:
        """Returns all that is said after a press of this token, whether it was ever offered or not."""
        return await self._does(event("Ba", Kind.PRESS, token=token, channel=channel))

    async def _does(self, update: Update) -> list[str]:
        self._said.clear()
        await self._app.receive([update])
        await self._app.settle()
        return list(self._said)


@pytest.fixture
async def windows(tmp_path: Path, base: Base) -> AsyncIterator[Windows]:
    said: list[str] = []

    async def show(letter: Letter) -> None:
        said.append(f"{letter.address.channel}: {letter.text}")

    settings = Settings(database_url=str(tmp_path / "two.sqlite"), _env_file=None)
    channels = [Console(show, name="telegram"), Console(show, name="zalo")]
    app = build(settings, channels, clock=MovableClock(at()), base=base, digits=lambda: "204681")
    ba = Person("telegram:telegram:Ba", "Ba", Address("telegram", "telegram", "Ba"), at())
    async with app:
        await app.store.change(lambda connection: writing.write(connection, [ba]))
        yield Windows(app, said)


async def test_whoever_comes_to_a_chat_that_was_let_go_is_somebody_new(windows: Windows) -> None:
    await windows.writes("telegram", "liên kết")
    await windows.writes("zalo", "LIENKET 204681")
    await windows.writes("zalo", "đồng ý")
    await windows.writes("telegram", "đúng là tôi")
    await windows.writes("telegram", "bỏ liên kết")
    assert "được bỏ liên kết" in "\n".join(await windows.writes("telegram", "Bỏ Telegram"))
    invite = Invite(hashed("T3H6N9KA"), RoleKind.ADMIN, "", at(), at(3600))
    await windows.store.change(lambda connection: writing.write(connection, [invite]))
    await windows.writes("telegram", "QUANTRI T3H6-N9KA")
    await windows.writes("telegram", "đồng ý")
    zalo = await windows.store.look(lambda connection: people.at(connection, Address("zalo", "zalo", "Ba")))
    telegram = await windows.store.look(lambda connection: people.at(connection, Address("telegram", "telegram", "Ba")))
    assert zalo is not None
    assert telegram is not None
    assert (zalo.has(RoleKind.ADMIN), telegram.has(RoleKind.ADMIN)) == (False, True)
    assert zalo.id != telegram.id


async def there(windows: Windows) -> Person | None:
    """Returns who Ba is on Zalo."""
    return await windows.store.look(lambda connection: people.at(connection, Address("zalo", "zalo", "Ba")))


async def test_nobody_is_linked_before_the_owner_says_so(windows: Windows) -> None:
    await windows.writes("telegram", "liên kết")
    await windows.writes("zalo", "LIENKET 204681")
    asked = await windows.writes("zalo", "đồng ý")
    assert [line for line in asked if line.startswith("telegram: Có người ở Zalo vừa nhập mã liên kết của đồng chí.")]
    assert await there(windows) is None
    await windows.writes("telegram", "Đúng là tôi")
    linked = await there(windows)
    assert linked is not None
    assert linked.id == "telegram:telegram:Ba"


async def test_whom_the_owner_does_not_know_is_not_linked_and_the_code_is_over(windows: Windows) -> None:
    await windows.writes("telegram", "liên kết")
    await windows.writes("zalo", "LIENKET 204681")
    await windows.writes("zalo", "đồng ý")
    told = await windows.writes("telegram", "Không phải tôi")
    assert sorted(line.partition(":")[0] for line in told) == ["telegram", "zalo"]
    assert await there(windows) is None
    assert "Mã này đã dùng rồi" in "\n".join(await windows.writes("zalo", "LIENKET 204681"))


async def test_a_press_that_nobody_offered_asks_nobody(windows: Windows) -> None:
    await windows.writes("telegram", "liên kết")
    told = await windows.presses("zalo", f"lienket:co:{hashed('204681')}")
    assert [line.partition(".")[0] for line in told] == ["zalo: Lời hỏi đó không còn nữa, nên tôi không liên kết gì"]


async def test_a_stranger_cannot_answer_for_the_owner(windows: Windows) -> None:
    await windows.writes("telegram", "liên kết")
    await windows.writes("zalo", "LIENKET 204681")
    await windows.writes("zalo", "đồng ý")
    mark = chat_mark(Address("zalo", "zalo", "Ba"))
    await windows.presses("zalo", f"lienket:dung:{mark}:{hashed('204681')}")
    assert await there(windows) is None
    assert "không còn nữa" in "\n".join(await windows.presses("telegram", "lienket:dung"))
    assert await there(windows) is None


async def test_the_only_channel_cannot_be_let_go(windows: Windows) -> None:
    assert await windows.writes("telegram", "bỏ liên kết") == [
        'telegram: Đồng chí chỉ dùng một kênh là Telegram. Muốn dùng thêm kênh khác, đồng chí nhắn "liên kết".'
    ]


async def test_no_code_is_given_to_somebody_unknown(windows: Windows) -> None:
    assert "204681" not in "\n".join(await windows.writes("zalo", "thêm kênh"))
