"""Who may decide about a report, what a decision leaves behind, and what words and old buttons do not do."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.appointing import appoint
from bot.channels.console import address
from bot.demo.load import PROVINCE, REARRANGED, example, load
from bot.demo.reports import FORM
from bot.demo.reports import NOW as PERIOD
from bot.messages import Choice, Incoming, Kind
from bot.model.audit import Audit
from bot.model.figure import Figure, Value
from bot.model.period import Period
from bot.model.person import person_id
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.router import route
from bot.store import units, writing
from bot.store.house import house
from bot.store.sql_records import SqlRecords
from bot.stories.lines import ZONE
from handlers import HANDLERS
from handlers.review_token import Pick, Verb, instant, pick_of
from knowledge.base import Base
from knowledge.form_files import load_forms
from tests.desks import desk
from tests.stores import Opened, opened
from tests.test_flags import USUAL

MORNING = datetime(2026, 5, 20, 8, tzinfo=ZONE)
KEY = ReportKey(PERIOD.id, "thon-trung-dong", FORM)
RECEIPT = "BC-2026-6T-0001"
BY = person_id(address("Ba"))


class Office:
    """A house with people in it, who write one after the other. What was said to each is remembered."""

    def __init__(self, store: Opened, base: Base) -> None:
        self._store = store
        self._base = base
        self._talks: dict[str, Talk] = {}
        self.now = MORNING
        self.said: dict[str, str] = {}
        self.offered: dict[str, tuple[Choice, ...]] = {}

    async def make(self, name: str, kind: RoleKind, unit: str = "") -> None:
        """Gives somebody a role."""
        await self._store.change(lambda c: appoint(c, address(name), name, kind, unit, self.now))

    async def hand_in(self, unit: str = KEY.unit, number: int = 1, receipt: str = RECEIPT, **other: Value) -> None:
        """Writes a report down."""
        figures = tuple(
            Figure(field, value, str(value), BY, self.now, "console") for field, value in {**USUAL, **other}.items()
        )
        key = replace(KEY, unit=unit)
        await self.keep(
            Submission(key, receipt, number, SubmissionState.SUBMITTED, 1, figures, BY, self.now, "console")
        )

    async def keep(self, *records: Submission | Period) -> None:
        """Writes records down."""
        await self._store.change(lambda c: writing.write(c, records))

    async def does(self, name: str, incoming: Incoming) -> Outcome:
        """Returns what comes of what somebody does, written down."""
        async with self._store.engine.connect() as connection:
            talk = self._talks.get(name, Talk())
            at = desk(self.now, talk, SqlRecords(connection), base=self._base, forms=load_forms())
            outcome = await route(incoming, at, HANDLERS)
        await self._store.change(lambda c: writing.write(c, outcome.records))
        self._talks[name] = outcome.talk or talk
        for reply in outcome.replies:
            self.said[reply.address.chat] = reply.text
            self.offered[reply.address.chat] = reply.choices
        return outcome

    async def writes(self, name: str, *texts: str, kind: Kind = Kind.TEXT, group: bool = False) -> str:
        """Returns what somebody is told after the last of these texts."""
        for text in texts:
            incoming = Incoming(address(name), name, kind, "k", self.now, text, message_id="m", group=group)
            await self.does(name, incoming)
        return self.said[name]

    async def presses(self, name: str, token: str) -> str:
        """Returns what somebody is told after a button, whoever had it."""
        await self.does(name, Incoming(address(name), name, Kind.PRESS, "k", self.now, "", token))
        return self.said[name]

    async def state(self, unit: str = KEY.unit) -> SubmissionState:
        """Returns the state of a unit's report."""
        held = [one for one in (await self._store.look(house)).submissions if one.key == replace(KEY, unit=unit)]
        return held[-1].state

    async def audits(self) -> Sequence[Audit]:
        """Returns what the audit says of reports."""
        return [one for one in (await self._store.look(house)).audit if one.what.startswith("report.")]

    async def reviews(self) -> Sequence[Review]:
        """Returns what was decided."""
        return (await self._store.look(house)).reviews

    async def rearrange(self, tree: Sequence[Unit]) -> None:
        """Makes these the units."""
        await self._store.change(lambda c: units.replace_all(c, tree))


@pytest.fixture
async def office(tmp_path: Path, base: Base) -> AsyncIterator[Office]:
    async with opened(tmp_path) as store:
        await store.change(lambda connection: load(connection, with_people=False))
        found = Office(store, base)
        await found.make("Lan", RoleKind.OFFICER, "xa-van-tra")
        await found.make("Ba", RoleKind.LEADER, KEY.unit)
        await found.hand_in()
        yield found


ACCEPTED = SubmissionState.ACCEPTED
ACCEPT = Pick(Verb.ACCEPT, "", RECEIPT, 1).token
RETURN = Pick(Verb.RETURN, "", RECEIPT, 1).token


class TestRights:
    @pytest.mark.parametrize(("kind", "unit"), [(RoleKind.OFFICER, "xa-ha-linh"), (RoleKind.LEADER, KEY.unit)])
    @pytest.mark.parametrize(
        "token",
        [
            ACCEPT,
            RETURN,
            Pick(Verb.WHY, "", RECEIPT, 1, "3", "0").token,
            Pick(Verb.REOPEN, "", RECEIPT, 1).token,
            Pick(Verb.SURE, "", str(instant(MORNING)), 1).token,
        ],
    )
    async def test_a_button_of_a_report_of_others_changes_nothing(
        self, kind: RoleKind, unit: str, token: str, office: Office
    ) -> None:
        await office.make("Tư", kind, unit)
        told = await office.presses("Tư", token)
        assert "Trung Đông" not in told
        assert await office.reviews() == ()
        assert await office.state() is SubmissionState.SUBMITTED

    async def test_an_officer_further_up_and_an_admin_may_decide(self, office: Office) -> None:
        await office.make("Năm", RoleKind.OFFICER, "tinh-nam-van")
        await office.make("An", RoleKind.ADMIN)
        assert "Trung Đông" in await office.writes("Năm", "duyệt")
        await office.writes("An", "duyệt", "nhận")
        assert await office.state() is SubmissionState.ACCEPTED
        assert office.said["Ba"].startswith("Đồng chí An (quản trị viên của trợ lý) đã nhận báo cáo")

    async def test_where_a_level_is_gone_its_officer_has_nothing_and_the_new_commune_has_all(
        self, office: Office
    ) -> None:
        await office.make("Năm", RoleKind.OFFICER, "huyen-thach-linh")
        await office.rearrange(example(REARRANGED))
        office.now = datetime(2026, 7, 10, 8, tzinfo=ZONE)
        assert await office.writes("Năm", "duyệt") == "Không còn báo cáo nào chờ duyệt."
        assert "Trung Đông" in await office.writes("Lan", "duyệt")

    async def test_in_a_group_nothing_is_shown(self, office: Office) -> None:
        assert "nhắn riêng" in await office.writes("Lan", "duyệt", group=True)

    async def test_who_has_no_role_is_answered_like_anybody(self, office: Office) -> None:
        assert "Trung Đông" not in await office.writes("Khách", "duyệt trung đông")


class TestDecisions:
    async def test_every_decision_is_in_the_audit_with_its_channel_and_reason(self, office: Office) -> None:
        await office.writes(
            "Lan", "duyệt", "nhận", "mở lại báo cáo trung đông", "duyệt", "trả lại quỹ: xem lại số tiền"
        )
        assert [(one.who, one.what, one.about, one.channel, one.note) for one in await office.audits()] == [
            (person_id(address("Lan")), "report.accepted", RECEIPT, "console", ""),
            (person_id(address("Lan")), "report.reopened", RECEIPT, "console", ""),
            (person_id(address("Lan")), "report.returned", RECEIPT, "console", "quy_vnn_tien: xem lại số tiền"),
        ]

    async def test_the_second_officer_is_told_who_was_faster(self, office: Office) -> None:
        await office.make("Hoa", RoleKind.OFFICER, "xa-van-tra")
        await office.writes("Hoa", "duyệt")
        await office.writes("Lan", "duyệt", "trả lại 4 ghi nhầm")
        assert "Lan đã trả lại" in await office.writes("Hoa", "nhận")
        assert await office.state() is SubmissionState.RETURNED

    async def test_who_leads_and_reviews_writes_no_letter_to_himself(self, office: Office) -> None:
        await office.make("Ba", RoleKind.OFFICER, "xa-van-tra")
        await office.writes("Ba", "duyệt", "nhận")
        assert office.said["Ba"].startswith("Đã nhận báo cáo")
        assert await office.state() is SubmissionState.ACCEPTED

    async def test_a_change_that_was_begun_cannot_be_sent_after_acceptance(self, office: Office) -> None:
        await office.writes("Ba", "sửa quỹ 4tr")
        await office.writes("Lan", "duyệt", "nhận")
        assert "Cấp trên đã nhận báo cáo" in await office.writes("Ba", "gửi")
        assert "Cấp trên đã nhận báo cáo" in await office.writes("Ba", "báo cáo")
        assert await office.state() is SubmissionState.ACCEPTED

    async def test_a_report_of_a_closed_period_can_be_mended_only_where_it_was_returned(self, office: Office) -> None:
        await office.keep(replace(PERIOD, closed=office.now))
        assert "đã đóng" in await office.writes("Ba", "sửa báo cáo")
        await office.writes("Lan", "duyệt", "trả lại 4 ghi nhầm")
        assert "(4/14)" in await office.writes("Ba", "sửa báo cáo")
        assert "bản sửa lần 1" in await office.writes("Ba", "2tr", "gửi")
        assert "đã đóng" in await office.writes("Ba", "sửa báo cáo")

    async def test_what_was_in_time_and_came_back_is_not_late(self, office: Office) -> None:
        await office.writes("Lan", "duyệt", "trả lại 4 ghi nhầm")
        office.now += timedelta(days=30)
        assert "sau hạn" not in await office.writes("Ba", "sửa báo cáo", "2tr", "gửi")

    async def test_a_leader_who_insists_can_send_the_same_figures_again(self, office: Office) -> None:
        await office.writes("Lan", "duyệt", "trả lại 4 ghi nhầm")
        await office.writes("Ba", "sửa báo cáo", "3 triệu", "gửi")
        assert await office.state() is SubmissionState.SUBMITTED
        assert "không đổi số nào" in await office.writes("Lan", "duyệt")

    async def test_all_without_flags_leaves_the_flagged_and_the_later_ones(self, office: Office) -> None:
        await office.hand_in("thon-an-hoa", receipt="BC-2026-6T-0002")
        await office.hand_in("thon-ngoc-vien", receipt="BC-2026-6T-0003", kien_nghi="Xin cây giống")
        await office.writes("Lan", "duyệt", "nhận hết")
        (sure, _) = office.offered["Lan"]
        office.now += timedelta(minutes=1)
        await office.hand_in("thon-xuan-cat", receipt="BC-2026-6T-0004")
        await office.presses("Lan", sure.token)
        states = {unit: await office.state(unit) for unit in ("thon-an-hoa", "thon-ngoc-vien", "thon-xuan-cat")}
        assert await office.state() is SubmissionState.ACCEPTED
        assert states == {
            "thon-an-hoa": SubmissionState.ACCEPTED,
            "thon-ngoc-vien": SubmissionState.SUBMITTED,
            "thon-xuan-cat": SubmissionState.SUBMITTED,
        }
        assert "Tôi chưa nhận" in await office.presses("Lan", sure.token)

    async def test_a_figure_is_set_beside_last_time_whatever_form_gave_it_then(self, office: Office) -> None:
        last = replace(PERIOD, id="Q1-2026", forms=("a-truoc", FORM), opened=PERIOD.opened - timedelta(days=1))
        figure = Figure("ho_ccb_ngheo", 77, "77", BY, MORNING, "console")
        other = Figure("khac", 1, "1", BY, MORNING, "console")
        held = [
            Submission(replace(KEY, period=last.id, form=form), f"R{form}", 1, ACCEPTED, 1, (one,), BY, MORNING, "x")
            for form, one in (("a-truoc", other), (FORM, figure))
        ]
        await office.keep(last, *held)
        assert "77 hộ" in await office.writes("Lan", "duyệt")

    async def test_all_leaves_what_was_opened_again_after_the_question(self, office: Office) -> None:
        for number, unit in enumerate(("thon-an-hoa", "thon-trung-quy"), start=2):
            await office.hand_in(unit, receipt=f"BC-2026-6T-{number:04}")
        await office.presses("Lan", ACCEPT)
        await office.writes("Lan", "duyệt", "nhận hết")
        sure = office.offered["Lan"][0]
        assert sure.label == "Nhận 2 báo cáo"
        office.now += timedelta(minutes=1)
        await office.presses("Lan", Pick(Verb.REOPEN, "", RECEIPT, 1).token)
        office.now += timedelta(minutes=1)
        assert (await office.presses("Lan", sure.token)).startswith("Đã nhận 2 báo cáo.")
        assert await office.state() is SubmissionState.SUBMITTED

    async def test_what_nobody_reviews_any_more_is_not_opened_again(self, office: Office) -> None:
        await office.presses("Lan", ACCEPT)
        last = replace(PERIOD, id="N-2026", title="năm 2026", closed=MORNING + timedelta(days=9))
        await office.keep(replace(PERIOD, closed=MORNING + timedelta(days=1)), last)
        assert "đã đóng từ lâu" in await office.presses("Lan", Pick(Verb.REOPEN, "", RECEIPT, 1).token)
        assert await office.state() is SubmissionState.ACCEPTED

    async def test_a_leader_is_not_told_to_change_what_can_not_be_changed(self, office: Office) -> None:
        await office.presses("Lan", ACCEPT)
        await office.keep(replace(PERIOD, closed=MORNING))
        await office.presses("Lan", Pick(Verb.REOPEN, "", RECEIPT, 1).token)
        assert office.said["Ba"].endswith("đã mở lại báo cáo 6 tháng đầu năm 2026 của Chi hội thôn Trung Đông.")
        assert office.offered["Ba"] == ()


class TestWords:
    @pytest.mark.parametrize("text", ["báo hộ nghèo nhầm", "nhập hộ sai", "báo cáo", "rút báo cáo", "12"])
    async def test_where_a_reason_is_asked_any_words_are_the_reason(self, text: str, office: Office) -> None:
        await office.writes("Lan", "duyệt", "trả lại", "4", text)
        (review,) = await office.reviews()
        assert (review.field, review.note) == ("quy_vnn_tien", text)

    @pytest.mark.parametrize("text", ["thôi", "không", "huỷ"])
    async def test_a_return_can_be_given_up_on_the_way(self, text: str, office: Office) -> None:
        await office.writes("Lan", "duyệt", "trả lại", text, "trả lại", "4", text)
        assert await office.reviews() == ()
        assert office.offered["Lan"][0].label == "Nhận"

    async def test_words_that_name_no_figure_are_asked_again(self, office: Office) -> None:
        assert "chưa rõ số nào" in await office.writes("Lan", "duyệt", "trả lại", "số kia kìa")

    async def test_an_edited_message_decides_nothing(self, office: Office) -> None:
        await office.writes("Lan", "duyệt")
        for text in ("nhận", "trả lại 4 ghi nhầm"):
            assert "tin mới" in await office.writes("Lan", text, kind=Kind.EDIT)
        assert await office.reviews() == ()

    async def test_words_decide_only_about_a_report_on_the_screen(self, office: Office) -> None:
        assert "Trung Đông" in await office.writes("Lan", "duyệt", "trợ giúp", "nhận")
        assert await office.reviews() == ()

    @pytest.mark.parametrize(
        ("text", "field", "note"),
        [
            ("trả lại 4 quỹ ghi nhầm", "quy_vnn_tien", "quỹ ghi nhầm"),
            ("tra lai: quy ghi nham", "quy_vnn_tien", "ghi nham"),
            ("Trả lại quỹ: xem lại số tiền.", "quy_vnn_tien", "xem lại số tiền"),
            ("trả lại vì thiếu ảnh", "", "thiếu ảnh"),
            ("trả lại chung: thiếu ảnh", "", "thiếu ảnh"),
        ],
    )
    async def test_a_return_in_one_message(self, text: str, field: str, note: str, office: Office) -> None:
        await office.writes("Lan", "duyệt", text)
        (review,) = await office.reviews()
        assert (review.field, review.note) == (field, note)

    @pytest.mark.parametrize("text", ["duyệt", "duyet bao cao", "/duyet", "Chờ duyệt?", "xem bao cao cho duyet"])
    async def test_the_reports_that_wait_are_shown(self, text: str, office: Office) -> None:
        assert (await office.writes("Lan", text)).startswith("Còn 1 báo cáo chờ duyệt")


class TestButtons:
    @given(
        st.sampled_from(Verb),
        st.sampled_from(["", "0123456789ab"]),
        st.sampled_from(["", "BC-2026-6T-00001", str(instant(datetime(2099, 1, 1, tzinfo=ZONE)))]),
        st.integers(0, 9999),
        st.sampled_from(["", "chung", "13"]),
        st.sampled_from(["", "1"]),
    )
    def test_a_button_fits_and_comes_back_as_it_was(
        self, verb: Verb, scope: str, report: str, number: int, place: str, reason: str
    ) -> None:
        pick = Pick(verb, scope, report, number, place, reason)
        assert len(pick.token.encode()) <= 64
        assert pick_of(pick.token) == pick

    @pytest.mark.parametrize(
        "token",
        ["duyet", "duyet:", "duyet:xx:1", "duyet:vi::BC:1:x:9", "duyet:muc::BC-2026-6T-0001:1:99", "duyet:chac::x"],
    )
    async def test_a_button_that_nobody_made_changes_nothing(self, token: str, office: Office) -> None:
        assert await office.presses("Lan", token)
        assert await office.reviews() == ()


async def test_a_level_of_the_tree_that_ended_is_reviewed_by_what_goes_on(office: Office) -> None:
    tree = [
        replace(unit, end=date(2026, 5, 31), merged_into="thon-an-hoa") if unit.id == KEY.unit else unit
        for unit in example(PROVINCE)
    ]
    await office.rearrange(tree)
    await office.make("Sáu", RoleKind.LEADER, "thon-an-hoa")
    office.now = datetime(2026, 6, 5, 8, tzinfo=ZONE)
    await office.writes("Lan", "duyệt", "nhận")
    assert await office.state() is SubmissionState.ACCEPTED
    assert "đã nhận báo cáo" in office.said["Sáu"]


@pytest.mark.parametrize("heir", ["", "xa-van-tra"])
async def test_the_report_of_a_unit_that_was_given_up_is_reviewed_by_whoever_is_over_it(
    heir: str, office: Office
) -> None:
    last = MORNING.date() - timedelta(days=1)
    some = [replace(one, end=last, merged_into=heir) if one.id == KEY.unit else one for one in example(PROVINCE)]
    await office.rearrange(some)
    await office.make("Hạ", RoleKind.OFFICER, "xa-ha-linh")
    await office.presses("Hạ", ACCEPT)
    assert await office.state() is SubmissionState.SUBMITTED
    await office.presses("Lan", ACCEPT)
    assert await office.state() is SubmissionState.ACCEPTED
