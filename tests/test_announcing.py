"""A broadcast that was sent, by conversation: it is steered, repeated, corrected, acknowledged, and left."""

import re

import pytest

from bot.channels.console import address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import BroadcastState
from bot.records import Resent
from knowledge.base import Base
from tests.announcing import LEADERS, Office, office, sent


@pytest.fixture
def room(base: Base) -> Office:
    """The office before anything was written."""
    return office(base)


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
