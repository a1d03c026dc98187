"""Who may decide about a report, and what a decision leaves behind."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.console import address
from bot.demo.load import PROVINCE, REARRANGED, example
from bot.demo.reports import FORM
from bot.demo.reports import NOW as PERIOD
from bot.model.figure import Figure
from bot.model.person import person_id
from bot.model.role import RoleKind
from bot.model.submission import Submission, SubmissionState
from bot.stories.lines import ZONE
from handlers.review_token import Pick, Verb, instant
from knowledge.base import Base
from tests.reviewing import ACCEPT, ACCEPTED, BY, KEY, MORNING, RECEIPT, RETURN, Office, staffed


@pytest.fixture
async def office(tmp_path: Path, base: Base) -> AsyncIterator[Office]:
    async with staffed(tmp_path, base) as found:
        yield found


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
