"""What comes to the page: letters once, written anew in their place, invites, and the roles of the demo."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.app import build
from bot.channels.web import Web
from bot.channels.web.reading import address
from bot.demo.load import PROVINCE, example, load_today
from bot.messages import Choice, File, FileKind, Look, Span
from bot.model.code import hashed, plain_code
from bot.model.invite import Invite
from bot.model.period import PeriodState
from bot.model.person import person_id
from bot.model.role import RoleKind
from bot.ports.delivery import Sent
from bot.ports.letter import Letter
from bot.store import people, periods, units, web_chats, writing
from bot.store.page import PageHistory
from bot.store.store import SqlStore
from bot.store.web_tables import WEB_FILES
from knowledge.base import Base
from tests.programs import settings
from tests.web_house import House, page

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)


def letter(row: int, text: str, chat: str = "c", **more: object) -> Letter:
    """Returns a letter to a chat of the page."""
    values = {"choices": (), "bulk": False, "tries": 0, **more}
    return Letter(row=row, address=address(chat), text=text, **values)


def channel(house: House) -> Web:
    """Returns the page's channel of a program."""
    (found,) = house.app._channels
    assert isinstance(found, Web)
    return found


async def test_a_letter_that_is_sent_again_is_shown_once(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        web, history = channel(house), PageHistory(house.app.store)
        said = letter(7, "Chào", choices=(Choice("Gửi", "t"),), spans=(Span(0, 4, Look.BOLD),))
        assert await web.send(said) == await web.send(said)
        (shown,) = await history.last("c", 10)
        assert (shown.text, shown.choices, shown.spans) == ("Chào", said.choices, said.spans)


async def test_a_letter_that_is_written_anew_keeps_its_place(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        web, history = channel(house), PageHistory(house.app.store)
        first = await web.send(letter(1, "một"))
        await web.send(letter(2, "hai"))
        assert isinstance(first, Sent)
        seen = max(one.id for one in await history.last("c", 10))
        for row, text in ((3, "một, mới"), (4, "một, mới hơn")):
            assert await web.send(letter(row, text, edits=first.message_id)) == first
        assert [one.text for one in await history.last("c", 10)] == ["một, mới hơn", "hai"]
        ((news,),) = await history.after([("c", seen)])
        assert (news.text, str(news.place)) == ("một, mới hơn", first.message_id)


async def test_what_is_no_more_is_written_anew_as_a_message_of_its_own(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        web, history = channel(house), PageHistory(house.app.store)
        other = await web.send(letter(1, "của người khác", chat="d"))
        assert isinstance(other, Sent)
        await web.send(letter(2, "mới", edits=other.message_id))
        await web.send(letter(3, "lạ", edits="none"))
        assert [one.text for one in await history.last("c", 10)] == ["mới", "lạ"]
        assert [one.text for one in await history.last("d", 10)] == ["của người khác"]


async def test_a_file_is_kept_with_its_letter_once(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        web, history = channel(house), PageHistory(house.app.store)
        said = letter(1, "", file=File("bao-cao.xlsx", b"words", FileKind.DOCUMENT))
        await web.send(said)
        await web.send(said)
        (shown,) = await history.last("c", 10)
        assert shown.file is not None
        assert await history.file("c", shown.file.id) == said.file
        assert await history.file("d", shown.file.id) is None


async def test_a_letter_that_is_written_anew_keeps_its_picture(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        web, history = channel(house), PageHistory(house.app.store)
        picture = File("so-do.png", b"drawn", FileKind.PICTURE)
        first = await web.send(letter(1, "một", file=picture))
        assert isinstance(first, Sent)
        for row in (2, 3, 3):
            await web.send(letter(row, f"một, {row}", edits=first.message_id))
        (shown,) = await history.last("c", 10)
        assert shown.text == "một, 3"
        assert shown.file is not None
        assert await history.file("c", shown.file.id) == picture


async def test_a_file_that_goes_to_many_is_kept_once_until_the_last_of_them_lets_it_go(
    tmp_path: Path, base: Base
) -> None:
    async with page(tmp_path, base) as house:
        web, store = channel(house), house.app.store
        history = PageHistory(store)
        picture = File("anh.png", b"words", FileKind.PICTURE, "of-broadcast")
        for row, chat in enumerate(("c", "d", "e"), start=1):
            await web.send(letter(row, "Họp", chat, file=picture))
        assert await kept(store) == ["of-broadcast"]
        assert [await history.file(chat, "of-broadcast") for chat in "cdex"] == [picture, picture, picture, None]
        await store.change(lambda connection: web_chats.forget(connection, address("c")))
        assert [await history.file(chat, "of-broadcast") for chat in "cd"] == [None, picture]
        await store.erase(datetime.now(UTC) + timedelta(minutes=1))
        assert await kept(store) == []


async def kept(store: SqlStore) -> list[str]:
    """Returns the ids of the files of the page."""
    return await store.look(lambda connection: list(connection.scalars(select(WEB_FILES.c.id))))


async def test_a_leader_joins_by_the_link_of_the_invite(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        invite = Invite(hashed(plain_code("K7Q4-M2XA")), RoleKind.LEADER, "thon-an-hoa", NOW, NOW + timedelta(days=900))
        await house.app.store.change(lambda connection: units.replace_all(connection, example(PROVINCE)))
        await house.app.store.change(lambda connection: writing.write(connection, [invite]))
        ba = house.visitor()
        html = (await ba.http.get("/", params={"ma": "k7q4-m2xa"})).text
        assert ">DANGKY K7Q4-M2XA</textarea>" in html
        assert "Đồng chí có đồng ý không?" in await ba.say("DANGKY K7Q4-M2XA")
        joined = await ba.say("đồng ý")
        assert "Từ nay đồng chí là chi hội trưởng thôn An Hòa." in joined
        assert "tên tôi là" in joined
        assert ba.http.cookies["dongdoi"].partition(".")[0] not in joined


async def test_without_the_demo_nobody_takes_a_role(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        await house.app.store.change(lambda connection: units.replace_all(connection, example(PROVINCE)))
        admin = house.visitor().as_("admin")
        assert "Đóng vai" not in await admin.open()
        assert "quản trị viên" not in await admin.say("/start")
        assert await house.app.store.look(people.roles) == []


async def test_a_role_of_the_demo_is_taken_by_who_brings_the_cookie_back(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base, demo=True) as house:
        before = await house.app.store.look(people.roles)
        sent_on = await house.visitor().as_("admin").http.get("/")
        assert (sent_on.status_code, sent_on.headers["location"]) == (303, "/?vai=admin&lai=1")
        without_cookie = await house.visitor().http.get(sent_on.headers["location"])
        assert (without_cookie.status_code, "Đóng vai" in without_cookie.text) == (200, True)
        assert await house.app.store.look(people.roles) == before
        assert "Đóng vai" in await house.visitor().as_("admin").open()
        assert len(await house.app.store.look(people.roles)) == len(before) + 3


async def test_every_visitor_of_the_demo_is_everybody_and_leads_another_unit(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base, demo=True) as house:
        led = []
        for _ in range(2):
            visitor = house.visitor()
            await visitor.open()
            chat = visitor.http.cookies["dongdoi"].partition(".")[0]
            for role, said in (("officer", "cán bộ"), ("leader", "chi hội trưởng"), ("admin", "quản trị viên")):
                other = visitor.as_(role)
                assert "Đóng vai" in await other.open()
                assert said in await other.say("/start")
            held = [one for one in await house.app.store.look(people.roles) if chat in one.person]
            assert {one.kind for one in held} == {RoleKind.LEADER, RoleKind.OFFICER, RoleKind.ADMIN}
            tree = await house.app.store.look(units.tree)
            unit = {one.kind: one.unit for one in held}
            above = tree.parent(unit[RoleKind.LEADER], date(2026, 11, 26))
            assert above is not None
            assert above.id == unit[RoleKind.OFFICER]
            led.append(unit[RoleKind.LEADER])
            assert (await visitor.chat(), person_id(address(chat)) in [one.person for one in held]) == ([], False)
        assert len(set(led)) == 2


async def test_the_demo_has_a_period_that_is_open_today_also_next_year(tmp_path: Path, base: Base) -> None:
    async with build(settings(tmp_path), base=base) as app:
        for today in (date(2026, 11, 26), date(2026, 12, 1), date(2027, 3, 1)):

            def began(connection: object, today: date = today) -> bool:
                return load_today(connection, address, today)

            assert await app.store.change(began)
            (now,) = await app.store.look(periods.open_ones)
            assert now.state(today) is PeriodState.OPEN


async def test_somebodys_own_units_are_no_demo(tmp_path: Path, base: Base) -> None:
    async with build(settings(tmp_path), base=base) as app:
        await app.store.change(lambda connection: units.replace_all(connection, example(PROVINCE)))
        assert not await app.store.change(lambda connection: load_today(connection, address, NOW.date()))
        assert await app.store.look(periods.open_ones) == []
