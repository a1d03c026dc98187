"""Broadcasts by conversation: who may, what is asked, what one confirmation sends, and what an old button does not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.console import address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import BroadcastState
from bot.model.person import person_id
from bot.model.role import RoleKind
from bot.records import Resent
from handlers.pages import AT_MOST
from knowledge.base import Base
from tests.announcing import Office, office

LEADERS = "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: Mời các đồng chí họp."
NOW = "gửi cho chi hội trưởng xã Vân Trà ngay, có nút đã nhận: Mời các đồng chí họp."


def ids(*names: str) -> tuple[str, ...]:
    """Returns the ids of people."""
    return tuple(person_id(address(name)) for name in names)


@pytest.fixture
def room(base: Base) -> Office:
    """The office before anything was written."""
    return office(base)


async def sent(room: Office, states: dict[str, str] | None = None, text: str = NOW) -> None:
    """Sends broadcast 1."""
    await room.writes("An", text)
    await room.presses("An", "Gửi")
    await room.goes_out(1, states)


class TestWriting:
    async def test_one_message_that_says_everything_is_previewed_at_once(self, room: Office) -> None:
        told = await room.writes("An", LEADERS)
        letter, facts = room.said["An"]
        assert letter.startswith("Mời các đồng chí họp.")
        assert "DỪNG" in letter
        assert "Số người: 3" in facts
        assert "8:00 thứ Năm, 21/5/2026" in facts
        assert "Ba, Sáu, Bảy" in told
        assert room.house.kept[1].state is BroadcastState.DRAFT

    async def test_what_is_missing_is_asked_one_thing_at_a_time(self, room: Office) -> None:
        assert "nội dung" in await room.writes("An", "gửi thông báo")
        assert "cho ai" in await room.writes("An", "Mời họp lúc 8h sáng mai")
        assert "lúc nào" in await room.presses("An", "Tất cả chi hội trưởng")
        assert "Đã nhận" in await room.presses("An", "8 giờ sáng mai")
        assert "Số người: 4" in await room.presses("An", "Có nút Đã nhận")
        assert room.house.kept[1].text == "Mời họp lúc 8h sáng mai"

    async def test_plain_text_without_accents_does_all_that_buttons_do(self, room: Office) -> None:
        await room.writes("An", "gui thong bao", "Mời họp", "chi hoi truong xa van tra", "8h sang mai", "co", "gui thu")
        assert "gửi thử" in room.told("An")
        await room.writes("An", "sua gio", "19h30 thu 6", "tru thon an hoa xa van tra", "bo nut da nhan", "gui")
        one = room.house.kept[1]
        assert one.state is BroadcastState.SCHEDULED
        assert one.due is not None
        assert one.due.isoformat() == "2026-05-22T19:30:00+07:00"
        assert one.audience == Audience(AudienceKind.LEADERS, "xa-van-tra", without_units=("thon-an-hoa",))
        assert not one.acknowledged

    async def test_every_word_is_the_text_while_the_text_is_asked(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "báo cáo 6 tháng các chi hội nộp trước ngày 31/5")
        assert room.house.kept[1].text == "báo cáo 6 tháng các chi hội nộp trước ngày 31/5"

    async def test_the_lines_of_the_text_stay_as_they_were_typed(self, room: Office) -> None:
        await room.writes("An", "thông báo cho tất cả chi hội trưởng:\nMột: họp\n\nHai: nghỉ")
        assert room.house.kept[1].text == "Một: họp\n\nHai: nghỉ"

    async def test_a_text_that_fits_into_no_message_is_refused(self, room: Office) -> None:
        assert "dài quá" in await room.writes("An", "gửi thông báo", "a" * 4000)
        assert room.house.kept[1].text == ""

    async def test_a_side_question_is_answered_and_the_question_stays(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "Mời họp", "tất cả chi hội trưởng")
        told = await room.writes("An", "Kế hoạch 121 nộp báo cáo 6 tháng ngày nào?")
        assert "31/5" in told
        assert told.endswith('Gửi lúc nào? Đồng chí chọn, hoặc nhắn, ví dụ: "19h30 thứ 6", "8h sáng 25/5".')

    async def test_a_draft_put_off_goes_on_where_it_was(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "Mời họp", "để sau", "hạn báo cáo")
        assert "bản nháp thông báo 1" in await room.writes("An", "gửi thông báo")
        assert "cho ai" in await room.presses("An", "Làm tiếp")

    async def test_no_screen_has_more_choices_than_a_small_phone(self, room: Office) -> None:
        for text in ("gửi thông báo", "x", "tất cả chi hội trưởng", "23h", "không", "sửa người nhận"):
            await room.writes("An", text)
            assert len(room.offered["An"]) <= AT_MOST
            assert all(len(choice.token.encode()) <= 64 for choice in room.offered["An"])

    @pytest.mark.parametrize(
        ("words", "audience"),
        [
            ("tất cả hội viên", Audience(AudienceKind.EVERYBODY)),
            ("moi nguoi", Audience(AudienceKind.EVERYBODY)),
            ("các chi hội trưởng toàn tỉnh", Audience(AudienceKind.LEADERS)),
            ("chi hội trưởng huyện Thạch Lĩnh", Audience(AudienceKind.LEADERS, "huyen-thach-linh")),
            ("cán bộ xã", Audience(AudienceKind.OFFICERS)),
            ("can bo xa ha linh", Audience(AudienceKind.OFFICERS, "xa-ha-linh")),
            ("những ai chưa nộp báo cáo 6 tháng", Audience(AudienceKind.MISSING, period="6T-2026")),
            (
                "các chi hội chưa báo cáo 6 tháng xã Vân Trà",
                Audience(AudienceKind.MISSING, "xa-van-tra", period="6T-2026"),
            ),
            (
                "Ba, sau va Tám",
                Audience(AudienceKind.PEOPLE, people=ids("Ba", "Sáu", "Tám")),
            ),
            ("xã Vân Trà", Audience(AudienceKind.LEADERS, "xa-van-tra")),
        ],
    )
    async def test_an_audience_is_read_from_words(self, words: str, audience: Audience, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "Mời họp", words)
        assert room.house.kept[1].audience == audience

    @pytest.mark.parametrize(
        ("words", "asked"),
        [
            ("chi hội trưởng xã Không Có", "không thấy xã Không Có"),
            ("chi hội trưởng và cán bộ", "một nhóm"),
            ("hội viên xã Vân Trà", "không biết hội viên nào"),
            ("đồng chí Mười", "không thấy đồng chí Mười"),
            ("đồng chí Tâm", "không thấy đồng chí Tâm"),
            ("ai chưa nhận thông báo 9", "không thấy thông báo nào"),
        ],
    )
    async def test_an_audience_that_is_not_plain_is_asked(self, words: str, asked: str, room: Office) -> None:
        assert asked in await room.writes("An", "gửi thông báo", "Mời họp", words)
        assert room.house.kept[1].audience is None


class TestSending:
    async def test_one_confirmation_schedules_and_is_in_the_audit(self, room: Office) -> None:
        await room.writes("An", LEADERS)
        assert "Đã hẹn: thông báo 1 gửi lúc 8:00 thứ Năm" in await room.presses("An", "Gửi")
        (audit,) = room.house.audits
        assert (audit.what, audit.about, audit.who) == ("broadcast.confirmed", "1", person_id(address("An")))

    async def test_at_once_is_when_it_is_confirmed(self, room: Office) -> None:
        await room.writes("An", NOW)
        room.later(minutes=20)
        await room.presses("An", "Gửi")
        assert room.house.kept[1].due == room.now

    @pytest.mark.parametrize(
        "change", ["sửa nội dung: khác", "sửa giờ 9h sáng mai", "trừ thôn Trung Đông", "thêm nút đã nhận"]
    )
    async def test_the_button_of_an_old_preview_sends_nothing_and_says_why(self, change: str, room: Office) -> None:
        await room.writes("An", LEADERS)
        old = room.token("An", "Gửi")
        await room.writes("An", change)
        assert "đã đổi từ lúc đồng chí xem" in await room.presses_token("An", old)
        assert room.house.kept[1].state is BroadcastState.DRAFT
        await room.presses("An", "Gửi")
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    async def test_a_second_press_sends_nothing_more(self, room: Office) -> None:
        await room.writes("An", LEADERS)
        button = room.token("An", "Gửi")
        await room.presses("An", "Gửi")
        assert "không gửi gì" in await room.presses_token("An", button)
        assert len(room.house.audits) == 1

    async def test_a_time_that_passed_before_the_confirmation_is_asked_again(self, room: Office) -> None:
        await room.writes("An", LEADERS)
        room.later(days=2)
        assert "đã qua" in await room.presses("An", "Gửi")
        assert room.house.kept[1].state is BroadcastState.DRAFT
        assert room.house.kept[1].due is None

    async def test_where_nobody_would_get_it_there_is_nothing_to_confirm(self, room: Office) -> None:
        assert "Chưa có ai nhận được" in await room.writes("An", "gửi cho cán bộ xã Khê Thượng ngay: x")
        assert "Gửi" not in room.labels("An")
        assert "đã đổi" not in await room.writes("An", "gửi")
        assert room.house.kept[1].state is BroadcastState.DRAFT

    async def test_in_the_quiet_hours_it_is_held_unless_there_is_a_reason(self, room: Office) -> None:
        await room.writes("An", "gửi cho chi hội trưởng xã Vân Trà 22h: Bão vào")
        assert "được giữ đến 6:00 thứ Năm, 21/5/2026" in room.told("An")
        await room.presses("An", "Gửi khẩn")
        assert "Bão số 5" in await room.writes("An", "Bão số 5")
        await room.writes("An", "gửi")
        assert room.house.kept[1].urgent == "Bão số 5"
        assert [(one.what, one.note) for one in room.house.audits if one.what == "broadcast.urgent"] == [
            ("broadcast.urgent", "Bão số 5")
        ]

    @pytest.mark.parametrize(("day", "name"), [("2/9", "Quốc khánh"), ("27/7", "Thương binh"), ("6/2/2027", "Tết")])
    async def test_a_holiday_is_a_warning(self, day: str, name: str, room: Office) -> None:
        assert name in await room.writes("An", f"gửi cho chi hội trưởng xã Vân Trà 8h sáng {day}: x")
        assert "Gửi" in room.labels("An")

    async def test_the_preview_button_for_receivers_writes_nothing_down(self, room: Office) -> None:
        await room.writes("An", NOW)
        assert "bản xem trước" in await room.presses_token("An", "danhan:1")
        assert "Gửi" in room.labels("An")


class TestApproval:
    @pytest.fixture
    def room(self, base: Base) -> Office:
        """The office where more than two receivers need a second admin."""
        return office(base, approval_above=2)

    async def test_another_admin_sees_it_and_agrees(self, room: Office) -> None:
        assert "cần một quản trị viên khác" in await room.writes("An", LEADERS)
        assert "chờ quản trị viên khác đồng ý (Bình)" in await room.presses("An", "Gửi")
        assert room.house.kept[1].state is BroadcastState.APPROVAL
        assert "Mời các đồng chí họp." in room.told("Bình")
        await room.presses("Bình", "Đồng ý gửi")
        assert "Bình đồng ý gửi" in room.told("An")
        one = room.house.kept[1]
        assert (one.state, one.approved_by) == (BroadcastState.SCHEDULED, person_id(address("Bình")))

    async def test_words_do_what_the_buttons_do(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi")
        await room.writes("Bình", "không gửi thông báo 1: lời chưa rõ")
        assert "Lý do: lời chưa rõ" in room.told("An")
        assert room.house.kept[1].state is BroadcastState.DRAFT
        await room.writes("An", "thông báo 1", "gửi")
        await room.writes("Bình", "đồng ý gửi thông báo 1")
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    async def test_nobody_agrees_to_the_own_one(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi")
        assert "do đồng chí soạn" in await room.writes("An", "đồng ý gửi thông báo 1")
        assert "do đồng chí soạn" in await room.presses_token("An", room.token("Bình", "Đồng ý gửi"))
        assert room.house.kept[1].state is BroadcastState.APPROVAL

    async def test_its_author_takes_it_back_and_the_old_button_agrees_to_nothing(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi")
        button = room.token("Bình", "Đồng ý gửi")
        await room.writes("An", "sửa thông báo 1", "sửa nội dung: Mời họp lúc 9 giờ", "gửi")
        assert "đã đổi từ lúc đồng chí xem" in await room.presses_token("Bình", button)
        assert room.house.kept[1].state is BroadcastState.APPROVAL

    async def test_an_officer_cannot_agree(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi")
        await room.presses_token("Lan", room.token("Bình", "Đồng ý gửi"))
        assert room.house.kept[1].state is BroadcastState.APPROVAL

    async def test_the_only_admin_is_told_that_nobody_can_agree(self, base: Base) -> None:
        room = office(base, approval_above=0)
        del room.house.people[person_id(address("Bình"))]
        await room.writes("An", LEADERS)
        assert "chưa có quản trị viên nào khác" in await room.presses("An", "Gửi")
        assert room.house.kept[1].state is BroadcastState.DRAFT

    async def test_a_time_that_passed_while_it_waited_makes_it_a_draft(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi")
        room.later(days=2)
        assert "đã qua trong lúc chờ" in await room.presses("Bình", "Đồng ý gửi")
        assert room.house.kept[1].state is BroadcastState.DRAFT
        assert "đã qua trong lúc chờ" in room.told("An")

    async def test_without_the_setting_no_second_admin_is_asked(self, base: Base) -> None:
        room = office(base, approval_above=None)
        await room.writes("An", "gửi cho tất cả hội viên ngay: x", "gửi")
        assert room.house.kept[1].state is BroadcastState.SCHEDULED


class TestRights:
    async def test_an_officer_writes_to_leaders_of_the_own_units_only(self, room: Office) -> None:
        await room.writes("Lan", "gửi thông báo", "Mời họp")
        assert "văn phòng Hội" in await room.writes("Lan", "tất cả hội viên")
        assert "không thấy xã Hạ Lĩnh" in await room.writes("Lan", "chi hội trưởng xã Hạ Lĩnh")
        assert "không thấy đồng chí Tám" in await room.writes("Lan", "Tám")
        await room.writes("Lan", "tất cả chi hội trưởng")
        assert room.house.kept[1].audience == Audience(AudienceKind.LEADERS, "xa-van-tra")

    @pytest.mark.parametrize("token", ["tb:ai:1:everybody", "tb:dv:1:l:xa-ha-linh", "tb:ai:1:silent"])
    async def test_a_button_of_others_opens_no_other_audience(self, token: str, room: Office) -> None:
        await room.writes("Lan", "gửi thông báo", "Mời họp")
        await room.presses_token("Lan", token)
        assert room.house.kept[1].audience in (None, Audience(AudienceKind.LEADERS, "xa-van-tra"))

    async def test_rights_that_ended_before_the_confirmation_send_nothing(self, room: Office) -> None:
        await room.writes("Lan", "gửi cho tất cả chi hội trưởng ngay: x")
        room.make("Lan", (RoleKind.OFFICER, "xa-ha-linh"))
        assert "không thuộc đơn vị" in await room.presses("Lan", "Gửi")
        assert room.house.kept[1].state is BroadcastState.DRAFT

    async def test_broadcasts_of_others_are_not_an_officers_to_see(self, room: Office) -> None:
        await sent(room)
        assert "không thấy thông báo 1" in await room.writes("Lan", "thông báo 1")
        assert "Chưa có thông báo nào" in await room.writes("Lan", "các thông báo")

    @pytest.mark.parametrize("name", ["Ba", "Chín", "Khách"])
    @pytest.mark.parametrize("text", [LEADERS, "gửi thông báo", "thông báo 1", "huỷ thông báo 1", "các thông báo"])
    async def test_who_looks_after_no_unit_sends_sees_and_stops_nothing(
        self, name: str, text: str, room: Office
    ) -> None:
        await sent(room)
        assert "Mời các đồng chí họp" not in await room.writes(name, text)
        assert list(room.house.kept) == [1]
        assert room.house.kept[1].state is BroadcastState.FINISHED

    async def test_another_admin_cancels_but_neither_changes_nor_sends_it(self, room: Office) -> None:
        await room.writes("An", LEADERS)
        button = room.token("An", "Gửi")
        assert "không sửa được" in await room.writes("Bình", "sửa thông báo 1")
        await room.presses_token("Bình", button)
        assert room.house.kept[1].state is BroadcastState.DRAFT
        await room.presses_token("An", button)
        assert "không sửa được" in await room.writes("Bình", "sửa thông báo 1")
        await room.writes("Bình", "huỷ thông báo 1", "có")
        assert room.house.kept[1].state is BroadcastState.CANCELLED

    async def test_in_a_group_nothing_is_written(self, room: Office) -> None:
        assert "nhắn riêng" in await room.writes("An", LEADERS, group=True)
        assert room.house.kept == {}


class TestOnItsWay:
    async def test_it_is_paused_goes_on_and_is_cancelled(self, room: Office) -> None:
        await sent(room, {"Bảy": "pending"})
        assert "Đã tạm dừng thông báo 1. Còn 1 tin" in await room.writes("An", "tam dung thong bao 1")
        assert room.house.kept[1].state is BroadcastState.PAUSED
        await room.writes("An", "gửi tiếp thông báo")
        assert room.house.kept[1].state is BroadcastState.RUNNING
        assert "1 tin chưa gửi sẽ không gửi nữa" in await room.writes("An", "huỷ thông báo")
        await room.writes("An", "huỷ thông báo")
        assert room.house.kept[1].state is BroadcastState.CANCELLED
        assert [one.what for one in room.house.audits[1:]] == [
            "broadcast.paused",
            "broadcast.resumed",
            "broadcast.cancelled",
        ]

    @pytest.mark.parametrize(
        ("words", "then"), [(0, BroadcastState.RUNNING), (1, BroadcastState.CANCELLED)], ids=["on", "cancelled"]
    )
    async def test_one_that_paused_by_itself_is_steered_with_the_words_it_names(
        self, words: int, then: BroadcastState, room: Office
    ) -> None:
        await sent(room, {"Bảy": "pending", "Sáu": "failed"})
        room.house.letters[1] += [one for one in room.house.letters[1] if one.state == "failed"] * 24
        told = await room.looks("An", 1)
        assert room.house.kept[1].state is BroadcastState.PAUSED
        await room.writes("An", re.findall('"(.+?)"', told)[words])
        if then is BroadcastState.CANCELLED:
            await room.presses("An", "Huỷ thông báo")
        assert room.house.kept[1].state is then

    @pytest.mark.parametrize("deed", ["tạm dừng", "gửi tiếp", "huỷ"])
    async def test_what_its_state_does_not_allow_is_said_so(self, deed: str, room: Office) -> None:
        await sent(room)
        assert f"đã gửi xong, nên không {deed} được" in await room.writes("An", f"{deed} thông báo 1")
        assert room.house.kept[1].state is BroadcastState.FINISHED

    async def test_a_scheduled_one_is_taken_back_changed_and_confirmed_anew(self, room: Office) -> None:
        await room.writes("An", LEADERS, "gửi", "thông báo 1")
        await room.presses("An", "Sửa")
        assert room.house.kept[1].state is BroadcastState.DRAFT
        await room.writes("An", "sửa giờ 9h sáng mai", "gửi")
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    async def test_in_the_quiet_hours_the_held_count_is_shown(self, room: Office) -> None:
        await sent(room, {"Bảy": "pending"})
        room.later(hours=14)
        assert "giữ 1 tin đến 6:00" in await room.writes("An", "thông báo 1")


class TestAfterwards:
    async def test_only_those_that_failed_get_it_again(self, room: Office) -> None:
        await sent(room, {"Bảy": "failed", "Sáu": "unknown"})
        assert "1 người gửi lỗi" in await room.writes("An", "gửi lại cho người lỗi")
        assert room.house.resent == []
        await room.presses("An", "Gửi lại")
        assert room.house.resent == [Resent(1, ("failed",))]
        assert room.house.kept[1].state is BroadcastState.RUNNING

    async def test_who_may_have_it_already_is_named_as_such(self, room: Office) -> None:
        await sent(room, {"Sáu": "unknown"})
        assert "nhận hai lần" in await room.writes("An", "gui lai cho nguoi chua ro")
        await room.writes("An", "gui lai")
        assert room.house.resent == [Resent(1, ("unknown",))]

    async def test_a_button_for_another_number_of_people_asks_again(self, room: Office) -> None:
        await sent(room, {"Bảy": "failed", "Sáu": "failed"})
        assert "2 người" in await room.presses_token("An", "tb:lai:1:failed:1")
        assert room.house.resent == []

    async def test_the_result_by_unit_adds_up(self, room: Office) -> None:
        await sent(room, {"Bảy": "failed", "Sáu": "blocked"})
        told = await room.writes("An", "kết quả thông báo 1")
        assert "3 người: đã gửi 1, lỗi 1, đã chặn 1." in told
        assert "thôn Trung Quý: gửi 0/1, báo nhận 0, lỗi 1" in told
        assert "Lý do lỗi: chat not found." in told

    async def test_the_result_is_a_file_too(self, room: Office) -> None:
        await sent(room)
        await room.writes("An", "xuất excel thông báo 1")
        assert room.jobs == [("broadcast", "1")]

    async def test_a_second_wave_goes_to_the_silent_only(self, room: Office) -> None:
        await sent(room)
        await room.writes("Ba", "đã nhận")
        assert "2/3 người chưa báo nhận" in await room.writes("An", "ai chưa nhận thông báo 1")
        assert "Gồm: Sáu, Bảy." in await room.presses("An", "Nhắc lại những người này")
        await room.writes("An", "gửi")
        assert room.house.kept[2].audience == Audience(AudienceKind.SILENT, broadcast=1)

    async def test_a_correction_goes_to_those_who_got_it(self, room: Office) -> None:
        await sent(room, {"Bảy": "failed"})
        told = await room.writes("An", "đính chính thông báo 1: Họp lúc 9 giờ")
        assert 'Đính chính thông báo "Mời các đồng chí họp":\nHọp lúc 9 giờ' in told
        assert "Gồm: Ba, Sáu." in told
        assert room.house.kept[2].corrects == 1

    async def test_a_correction_without_words_is_asked_for_them(self, room: Office) -> None:
        await sent(room)
        await room.writes("An", "đính chính thông báo 1")
        assert 'Đính chính thông báo "Mời các đồng chí họp":\nHọp lúc 9 giờ' in await room.writes("An", "Họp lúc 9 giờ")


class TestReceivers:
    async def test_the_first_word_counts_as_the_button_does(self, room: Office) -> None:
        await sent(room)
        assert "đã nhận thông báo" in await room.writes("Ba", "da nhan")
        assert "đã nhận thông báo" in await room.presses_token("Sáu", "danhan:1")
        assert (await room.house.tally(1)).acknowledged == 2

    async def test_without_a_broadcast_that_asked_the_words_are_for_others(self, room: Office) -> None:
        await sent(room, text=LEADERS)
        assert "đã nhận thông báo" not in await room.writes("Ba", "đã nhận")

    @pytest.mark.parametrize("text", ["DỪNG", "Dừng.", "/dung", "dung nhan thong bao", "thôi nhận thông báo"])
    async def test_who_leaves_gets_no_broadcast_until_they_come_back(self, text: str, room: Office) -> None:
        assert "thôi gửi thông báo" in await room.writes("Ba", text)
        assert "Gồm: Sáu, Bảy." in await room.writes("An", LEADERS)
        await room.writes("Ba", "/nhan")
        assert "Ba, Sáu, Bảy" in await room.writes("An", LEADERS)

    async def test_dung_alone_may_be_right_or_stop_and_is_asked(self, room: Office) -> None:
        await room.writes("Ba", "DUNG")
        assert room.house.stopped == {}
        await room.presses("Ba", "Thôi nhận")
        assert list(room.house.stopped) == [address("Ba")]

    async def test_right_is_not_stop(self, room: Office) -> None:
        await room.writes("Ba", "đúng", "đúng rồi", "đừng")
        assert room.house.stopped == {}


class TestWhateverIsTyped:
    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                [
                    "gửi thông báo",
                    "Mời họp",
                    "chi hội trưởng xã Vân Trà",
                    "8h sáng mai",
                    "8h",
                    "có",
                    "không",
                    "1",
                    "0",
                    "9",
                    "trừ Ba",
                    "để sau",
                    "thông báo 1",
                    "sửa nội dung",
                    "?",
                    "báo cáo",
                    "đã nhận",
                    "dừng",
                    "a" * 5000,
                ]
            ),
            max_size=12,
        )
    )
    async def test_nothing_goes_out_without_the_word_to_send(self, base: Base, texts: list[str]) -> None:
        room = office(base)
        for text in texts:
            shown = room.labels("An") if "An" in room.offered else []
            chooses_send = text == "1" and shown[:1] == ["Gửi"]
            if not chooses_send:
                assert await room.writes("An", text)
        assert all(one.state in (BroadcastState.DRAFT, BroadcastState.CANCELLED) for one in room.house.kept.values())
