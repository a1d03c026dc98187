"""What officers see of a period and whom they may call, on a real store: where a story would be too long to read."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.channels.console import address
from bot.demo.reports import FORM, NOW
from bot.messages import Kind, Reply
from bot.model.divided import divided
from bot.model.held import Held
from bot.model.period import Period, Span
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.roll import call
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.records import Expected
from bot.store import units
from bot.work.charting import standing_chart, values
from handlers import calling, standing
from handlers.own_units import reach, tops
from handlers.prompting import DO
from handlers.seen_token import CALLS, CHART, PROMPT, STANDING, Seen, seen, token
from knowledge.base import Base
from tests.desks import Desk, did
from tests.examples import tree
from tests.looking import AT, keep, officer, province, reading, report, told
from tests.question_texts import questions
from tests.stores import ENGINES, Opened, opened


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with province(tmp_path, request.param) as found:
        yield found


class TestStanding:
    async def test_returned_and_accepted_reports_count_and_are_named(self, store: Opened, base: Base) -> None:
        states = (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED, SubmissionState.RETURNED)
        some = ("thon-trung-dong", "thon-an-hoa", "thon-trung-quy")
        reports = [report(unit, state, number) for number, (unit, state) in enumerate(zip(some, states, strict=True))]
        await keep(store, *officer("xa-van-tra"), *reports)
        text = (await told(store, base, "tình hình")).text.splitlines()
        assert text[0] == "3/8 chi hội đã nộp (37 %), trong đó 1 đã duyệt, 1 trả lại; còn 5 chưa báo."
        assert text[-1] == "Trả lại: thôn Trung Quý."

    async def test_it_is_a_hundred_only_when_all_have_reported(self, store: Opened, base: Base) -> None:
        found = tree()
        leaves = [unit.id for unit in found.leaves("tinh-nam-van", AT.date())]
        reports = [report(unit, SubmissionState.SUBMITTED, number) for number, unit in enumerate(leaves)]
        await keep(store, *officer("tinh-nam-van"), *reports[1:])
        assert "196/197 chi hội đã nộp (99 %), 1 chưa báo." in (await told(store, base, "tình hình")).text
        await keep(store, reports[0])
        all_in = (await told(store, base, "tình hình")).text
        assert all_in.startswith("197/197 chi hội đã nộp (100 %).\n")
        assert all_in.endswith("Tất cả chi hội đã nộp.")

    async def test_few_that_are_missing_are_named_by_their_commune(self, store: Opened, base: Base) -> None:
        leaves = [unit.id for unit in tree().leaves("huyen-thach-linh", AT.date())]
        missing = ("thon-trung-dong", "thon-an-hoa", "thon-phu-trach")
        done = [report(unit, SubmissionState.SUBMITTED, n) for n, unit in enumerate(leaves) if unit not in missing]
        await keep(store, *officer("huyen-thach-linh"), *done)
        text = (await told(store, base, "tình hình")).text
        assert "Chưa báo: thôn Trung Đông, thôn An Hòa (xã Vân Trà); thôn Phú Trạch (xã Hạ Lĩnh)." in text

    async def test_with_several_open_periods_it_is_asked_which(self, store: Opened, base: Base) -> None:
        quarter = replace(NOW, id="Q2-2026", title="quý II năm 2026", span=Span.QUARTER2, opened=AT)
        await keep(store, *officer("xa-van-tra"), quarter, Expected(quarter.id, ("thon-trung-dong",)))
        asked = await told(store, base, "tình hình thôn Trung Đông")
        assert [choice.label for choice in asked.choices] == ["Quý II năm 2026", "6 tháng đầu năm 2026"]
        chosen = await told(store, base, "", token=asked.choices[0].token)
        assert "Báo cáo quý II năm 2026." in chosen.text
        assert "quý II năm 2026" in (await told(store, base, "tình hình quý 2")).text

    async def test_without_an_open_period_it_is_the_last_one(self, store: Opened, base: Base) -> None:
        await keep(store, *officer("xa-van-tra"), replace(NOW, closed=AT))
        text = (await told(store, base, "tình hình")).text
        assert "6 tháng đầu năm 2026" in text
        assert "Kỳ đã đóng ngày 20/5/2026." in text

    async def test_late_ones_are_counted(self, store: Opened, base: Base) -> None:
        late = replace(report("thon-an-hoa", SubmissionState.SUBMITTED), late=True)
        await keep(store, *officer("xa-van-tra"), late)
        text = (await told(store, base, "tình hình", AT.replace(day=27))).text
        assert "Trễ hạn: 7 chưa xong, 1 nộp muộn." in text

    async def test_the_level_that_was_typed_tells_namesakes_apart(self, store: Opened, base: Base) -> None:
        await _province(store, 8)
        assert "Hội CCB xã 7, " in (await told(store, base, "tình hình xã 7")).text
        assert (await told(store, base, "tình hình thôn 7 xã 7")).text.startswith("Chi hội thôn 7: ")
        assert (await told(store, base, "tình hình thôn 7")).text.startswith("Có 8 đơn vị tên như vậy.")

    async def test_a_unit_that_need_not_report_is_told_so(self, store: Opened, base: Base) -> None:
        period = Period("Q1-2026", "quý I năm 2026", Span.QUARTER1, 2026, (FORM,), date(2026, 6, 30), (), AT, "x")
        await keep(store, *officer("xa-van-tra"), period, Expected(period.id, ("thon-trung-dong",)))
        assert "không phải báo" in (await told(store, base, "tình hình thôn An Hòa quý 1")).text
        assert "1 chưa báo" in (await told(store, base, "tình hình quý 1")).text


@pytest.mark.parametrize(
    "text",
    [
        "tình hình",
        "Tình hình?",
        "tinh hinh nop bao cao",
        "cho tôi xem tình hình",
        "ai chưa nộp",
        "ai chua nop bc",
        "còn ai chưa nộp báo cáo?",
        "chi hội nào chưa báo",
        "xã nào còn chưa nộp",
        "bao nhiêu chi hội đã nộp",
        "danh sách chưa nộp",
        "tiến độ nộp báo cáo",
        "tinh hih nop bao cao",
        "/tinhhinh",
        "/tinhhinh@dongdoi_bot",
    ],
)
def test_standing_is_asked_in_many_words(text: str) -> None:
    assert standing.HANDLER.wants(did(Kind.TEXT, text), Talk())


@pytest.mark.parametrize(
    "text",
    [
        "gọi ai",
        "cần gọi ai?",
        "can goi dien cho ai",
        "danh sách trễ",
        "danh sách trễ hạn",
        "ai trễ",
        "ai nộp muộn",
        "danh sách cần nhắc",
        "phải nhắc ai",
        "chi hội nào trễ hạn",
        "/trehan",
    ],
)
def test_whom_to_call_is_asked_in_many_words(text: str) -> None:
    assert calling.HANDLER.wants(did(Kind.TEXT, text), Talk())


class TestStrangers:
    @pytest.mark.parametrize("family", [STANDING, CALLS])
    @pytest.mark.parametrize("unit", ["xa-ha-linh", "huyen-thach-linh", "tinh-nam-van", "thon-phu-trach", "nowhere"])
    async def test_a_button_that_names_a_foreign_unit_tells_nothing(
        self, family: str, unit: str, store: Opened, base: Base
    ) -> None:
        await keep(store, *officer("xa-van-tra"))
        reply = await told(store, base, "", token=token(family, NOW.id, unit))
        assert reply == Reply(address("Tư"), "Tôi không thấy đơn vị đó trong các đơn vị đồng chí phụ trách.")

    @pytest.mark.parametrize("family", [STANDING, CALLS])
    async def test_a_leader_s_button_tells_nothing(self, family: str, store: Opened, base: Base) -> None:
        await keep(store, *officer("thon-trung-dong", kind=RoleKind.LEADER))
        reply = await told(store, base, "", token=token(family, NOW.id, "thon-trung-dong"))
        assert reply.text.startswith("Việc này do cán bộ Hội cấp trên làm.")

    @pytest.mark.parametrize("broken", ["", ":", "6T-2026", "6T-2026:", "x:xa-van-tra:y", "9T-1999:xa-van-tra:-1"])
    async def test_a_broken_button_is_answered(self, broken: str, store: Opened, base: Base) -> None:
        await keep(store, *officer("xa-van-tra"))
        assert (await told(store, base, "", token=f"{STANDING}:{broken}")).text

    def test_no_question_of_a_member_is_taken_for_an_officer_s(self) -> None:
        taken = [
            text
            for text in questions()
            for handler in (standing, calling)
            if handler.HANDLER.wants(did(Kind.TEXT, text), Talk())
        ]
        assert taken == []

    @pytest.mark.parametrize("text", ["chưa có", "chưa báo", "chưa nộp", "chi hội chưa có", "tình hình thôn khó khăn"])
    def test_what_may_answer_a_report_s_question_does(self, text: str) -> None:
        filling = Talk(run="r")
        assert not standing.HANDLER.wants(did(Kind.TEXT, text), filling)
        assert not calling.HANDLER.wants(did(Kind.TEXT, text), filling)


class TestCalls:
    async def test_the_merged_commune_s_officer_is_called_for_the_new_one(self, store: Opened, base: Base) -> None:
        after = tree("tinh_sap_xep").units
        await store.change(lambda connection: units.replace_all(connection, after))
        await keep(store, *officer("tinh-nam-van", "Hai"), *officer("xa-van-tra"))
        later, lines = AT.replace(month=7, day=2), list[str]()
        reply = await told(store, base, "gọi ai", later, name="Hai")
        while more := [choice.token for choice in reply.choices if choice.label == "Xem thêm"]:
            lines += reply.text.splitlines()
            reply = await told(store, base, "", later, more[0], name="Hai")
        lines += reply.text.splitlines()
        assert "- xã Vân Lĩnh, 15 chi hội: Tư, chưa cho số điện thoại" in lines

    async def test_a_number_is_shown_only_with_consent(self, store: Opened, base: Base) -> None:
        person, role = officer("thon-trung-dong", "Ba", RoleKind.LEADER)
        assert isinstance(person, Person)
        await keep(store, *officer("xa-van-tra"), person, role)
        assert "0905" not in (await told(store, base, "gọi ai")).text
        await keep(store, replace(person, phone="0905123456"))
        assert "- thôn Trung Đông (chưa báo): Ba, 0905 123 456" in (await told(store, base, "gọi ai")).text

    async def test_who_has_reported_is_not_called(self, store: Opened, base: Base) -> None:
        await keep(store, *officer("xa-van-tra"), report("thon-trung-dong", SubmissionState.ACCEPTED))
        text = (await told(store, base, "gọi ai")).text
        assert "Trung Đông" not in text
        assert text.startswith("7 chi hội")


class TestReach:
    def test_an_admin_looks_at_the_roots_and_an_officer_at_the_own_units_once(self, base: Base) -> None:
        found, desk = tree(), Desk(base, now=AT)
        admin = Person("p", "An", address("An"), AT, (Role("p", RoleKind.ADMIN, "", AT),))
        both = tuple(Role("p", RoleKind.OFFICER, unit, AT) for unit in ("xa-van-tra", "huyen-thach-linh"))
        assert [unit.id for unit in tops(admin, found, desk)] == ["tinh-nam-van"]
        assert [unit.id for unit in tops(replace(admin, roles=both), found, desk)] == ["huyen-thach-linh"]

    def test_an_officer_of_a_merged_commune_reaches_the_new_one_and_what_was_merged(self, base: Base) -> None:
        found, desk = Tree(tree("tinh_sap_xep").units), Desk(base, now=AT.replace(month=7, day=2))
        person = Person("p", "Tư", address("Tư"), AT, (Role("p", RoleKind.OFFICER, "xa-van-tra", AT),))
        mine = reach(person, found, desk)
        reached = ("xa-van-linh", "thon-phu-trach", "thon-thanh-dinh", "xa-van-tra")
        assert [unit for unit in reached if not mine.covers(unit)] == []
        foreign = ("tinh-nam-van", "xa-khe-son", "huyen-thach-linh", "nowhere")
        assert [unit for unit in foreign if mine.covers(unit)] == []


class TestTokens:
    @pytest.mark.parametrize("family", [STANDING, CHART, CALLS, PROMPT, DO])
    def test_a_button_carries_what_is_seen_and_fits(self, family: str) -> None:
        longest = f"{token(family, '9T-2026', 'x' * 40)}:1999"
        assert seen(longest) == Seen("9T-2026", "x" * 40, 1999)
        assert len(longest.encode()) <= 64


class TestThousands:
    """As many questions to the database for two thousand chi hội as for a few: nothing is asked unit by unit."""

    @pytest.mark.parametrize("text", ["tình hình", "gọi ai", "nhắc", "tình hình xã 7", "tình hình thôn 7 xã 7"])
    async def test_the_number_of_queries_does_not_grow(self, text: str, tmp_path: Path, base: Base) -> None:
        async with opened(tmp_path) as store:
            counts = []
            for communes in (8, 100):
                await _province(store, communes)
                with _counted(store) as statements:
                    await told(store, base, text)
                counts.append(len(statements))
        assert counts[0] == counts[1] <= 16

    async def test_the_chart_has_the_worst_communes_and_the_rest(self, tmp_path: Path) -> None:
        async with opened(tmp_path) as store:
            await _province(store, 100)
            picture = await reading(store, lambda records: standing_chart(records, NOW.id, "tinh", AT))
            nothing = await reading(store, lambda records: standing_chart(records, NOW.id, "nowhere", AT))
        assert picture is not None
        assert picture.startswith(b"\x89PNG")
        assert nothing is None


@contextmanager
def _counted(store: Opened) -> Iterator[list[str]]:
    """Yields the statements that a store is asked meanwhile."""
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    engine = store.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def _province(store: Opened, communes: int) -> None:
    """Fills the store with communes of twenty chi hội each; two thirds of them have reported."""
    below = [(f"xa{one}", f"thon{one}-{two}", two) for one in range(communes) for two in range(20)]
    some = [
        Unit("tinh", "Tỉnh hội", "tỉnh"),
        *(Unit(f"xa{one}", f"Hội CCB xã {one}", "xã", "tinh") for one in range(communes)),
        *(Unit(leaf, f"Chi hội thôn {two}", "chi hội", over) for over, leaf, two in below),
    ]
    await store.change(lambda connection: units.replace_all(connection, some))
    leaves = tuple(leaf for _, leaf, _ in below)
    done = [report(leaf, SubmissionState.SUBMITTED, n) for n, leaf in enumerate(leaves) if n % 3]
    led = [record for leaf in leaves for record in officer(leaf, leaf, RoleKind.LEADER)]
    await keep(store, NOW, Expected(NOW.id, leaves), *officer("tinh"), *led, *done)


def test_the_chart_s_values_are_those_of_the_roll() -> None:
    found, day = tree(), AT.date()
    leaves = [unit.id for unit in found.leaves("xa-van-tra", day)]
    handed = [Held("thon-an-hoa", FORM, SubmissionState.RETURNED, late=False)]
    roll = call(NOW, found, leaves, handed, (), day)
    top = found.find("xa-van-tra")
    assert top is not None
    chart = values(NOW, top, roll, divided(top.id, roll, found, day), AT)
    assert (chart.title, chart.subtitle) == (
        "Hội CCB xã Vân Trà",
        "6 tháng đầu năm 2026, lúc 8:00 ngày 20/5/2026\n1/8 đã nộp (12 %)",
    )
    (returned,) = [bar for bar in chart.bars if bar.returned]
    assert (returned.name, returned.total, sum(bar.missing for bar in chart.bars)) == ("thôn An Hòa", 1, 7)
