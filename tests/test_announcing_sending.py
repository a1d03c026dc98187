"""A broadcast sent by conversation: who may, what one confirmation sends, and what an old button does not."""

import pytest

from bot.channels.console import address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import BroadcastState
from bot.model.person import person_id
from bot.model.role import RoleKind
from knowledge.base import Base
from tests.announcing import LEADERS, NOW, Office, office, sent


@pytest.fixture
def room(base: Base) -> Office:
    """The office before anything was written."""
    return office(base)


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
