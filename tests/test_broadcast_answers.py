"""What is typed under a preview, in the middle of a change, or under a question with two choices, is never lost."""

import pytest

from bot.messages import Look, Span
from bot.model.audience import AudienceKind
from bot.model.broadcast import BroadcastState
from knowledge.base import Base
from tests.announcing import Office, office

SOON = "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: Mời họp."


@pytest.fixture
def room(base: Base) -> Office:
    """The office before anything was written."""
    return office(base)


class TestBackingOut:
    @pytest.mark.parametrize("part", ["sửa giờ", "sửa nội dung", "sửa người nhận"])
    @pytest.mark.parametrize("words", ["thôi", "huỷ", "giữ nguyên", "thôi để như cũ", "giu nhu cu", "không sửa nữa"])
    async def test_who_backs_out_of_a_change_has_the_broadcast_as_it_was(
        self, part: str, words: str, room: Office
    ) -> None:
        await room.writes("An", SOON)
        before = room.house.kept[1]
        await room.writes("An", part, words)
        assert room.house.kept[1] == before
        assert "Gửi" in room.labels("An")

    @pytest.mark.parametrize("part", ["sửa giờ", "sửa nội dung", "sửa người nhận"])
    async def test_send_in_the_middle_of_a_change_shows_it_once_more(self, part: str, room: Office) -> None:
        await room.writes("An", SOON)
        before = room.house.kept[1]
        assert "chưa gửi gì" in await room.writes("An", part, "gửi")
        assert room.house.kept[1] == before
        assert "Gửi" in room.labels("An")

    async def test_a_draft_without_a_text_is_dropped(self, room: Office) -> None:
        assert "Đã bỏ" in await room.writes("An", "gửi thông báo", "thôi")

    async def test_a_whole_order_where_the_text_is_asked_is_an_order(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "gửi cho đồng chí Ba ngay: ra xã gấp")
        one = room.house.kept[1]
        assert one.text == "ra xã gấp"
        assert one.audience is not None
        assert one.audience.kind is AudienceKind.PEOPLE
        assert "Gửi" in room.labels("An")


class TestUnderAPreview:
    @pytest.mark.parametrize("words", ["ok", "vâng", "được", "có", "không", "dạ"])
    async def test_a_yes_sends_nothing_and_keeps_the_choices(self, words: str, room: Office) -> None:
        await room.writes("An", SOON)
        shown = room.labels("An")
        assert await room.writes("An", words) == "Chưa gửi. Đồng chí bấm Gửi, hoặc nhắn: gửi."
        assert room.labels("An") == shown
        assert "Đã hẹn" in await room.writes("An", "gửi")

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("thêm câu: nhớ mặc quân phục", "Mời họp.\nnhớ mặc quân phục"),
            ("thêm: Lúc 8:30\nở xã", "Mời họp.\nLúc 8:30\nở xã"),
            ("sửa thành mời dự lễ 22/12", "mời dự lễ 22/12"),
            ("đổi thành: Nghỉ họp", "Nghỉ họp"),
            ("sửa nội dung: Họp lúc 8:30", "Họp lúc 8:30"),
        ],
    )
    async def test_a_change_of_the_text_is_understood(self, words: str, text: str, room: Office) -> None:
        await room.writes("An", SOON, words)
        assert room.house.kept[1].text == text

    async def test_bold_words_of_an_added_line_are_bold(self, room: Office) -> None:
        await room.writes("An", SOON, "thêm câu: nhớ *quân phục*")
        one = room.house.kept[1]
        assert (one.text, one.spans) == ("Mời họp.\nnhớ quân phục", (Span(13, 9, Look.BOLD),))

    async def test_what_becomes_another_time_is_the_time(self, room: Office) -> None:
        await room.writes("An", SOON, "đổi thành 9h sáng mai")
        one = room.house.kept[1]
        assert one.text == "Mời họp."
        assert one.due is not None
        assert one.due.hour == 9

    @pytest.mark.parametrize("words", ["cho đồng chí Ba thôi", "chỉ gửi cho đồng chí Ba", "gửi cho đồng chí Ba thôi"])
    async def test_only_some_are_meant(self, words: str, room: Office) -> None:
        assert "Số người: 1" in await room.writes("An", SOON, words)

    @pytest.mark.parametrize("words", ["nhớ mặc quân phục nữa", "sửa cho hay hơn", "bỏ bớt đi"])
    async def test_what_is_not_understood_is_said_so(self, words: str, room: Office) -> None:
        await room.writes("An", SOON)
        shown = room.labels("An")
        assert await room.writes("An", words) == "Tôi chưa rõ đồng chí muốn sửa gì."
        assert room.labels("An") == shown

    @pytest.mark.parametrize("asks", ["{}?", "Cho tôi hỏi {}"])
    async def test_a_question_is_answered_and_the_choices_stay(self, asks: str, room: Office) -> None:
        await room.writes("An", SOON)
        shown = room.labels("An")
        assert "31/5" in await room.writes("An", asks.format("Kế hoạch 121 nộp báo cáo 6 tháng ngày nào"))
        assert room.labels("An") == shown


class TestRewriting:
    async def test_words_between_stars_are_bold_in_one_that_has_not_gone_out(self, room: Office) -> None:
        await room.writes("An", SOON.replace("Mời", "*Mời*"), "gửi", "sửa thông báo 1: Hoãn họp đến *9 giờ*")
        one = room.house.kept[1]
        assert (one.text, one.spans) == ("Hoãn họp đến 9 giờ", (Span(13, 5, Look.BOLD),))


class TestTwoChoices:
    @pytest.mark.parametrize("words", ["huỷ", "huỷ đi", "có", "đồng ý", "ok"])
    async def test_a_yes_cancels(self, words: str, room: Office) -> None:
        await room.writes("An", SOON, "gửi", "huỷ thông báo 1", words)
        assert room.house.kept[1].state is BroadcastState.CANCELLED

    @pytest.mark.parametrize("words", ["thôi", "không", "không huỷ nữa", "khỏi"])
    async def test_a_no_cancels_nothing(self, words: str, room: Office) -> None:
        assert "chờ đến giờ gửi" in await room.writes("An", SOON, "gửi", "huỷ thông báo 1", words)
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    @pytest.mark.parametrize("words", ["đồng ý", "ok", "được", "duyệt đi"])
    async def test_a_yes_agrees(self, words: str, base: Base) -> None:
        room = office(base, approval_above=1)
        await room.writes("An", SOON, "gửi")
        await room.writes("Bình", "thông báo 1", words)
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    @pytest.mark.parametrize("words", ["không", "không đồng ý", "thôi"])
    async def test_a_no_refuses(self, words: str, base: Base) -> None:
        room = office(base, approval_above=1)
        await room.writes("An", SOON, "gửi")
        await room.writes("Bình", "thông báo 1", words)
        assert room.house.kept[1].state is BroadcastState.DRAFT

    async def test_a_word_begins_the_choice_that_it_means(self, room: Office) -> None:
        assert "muốn huỷ thông báo 1" in await room.writes("An", SOON, "gửi", "thông báo 1", "huỷ")

    async def test_what_waits_is_named_where_nothing_is_asked(self, room: Office) -> None:
        await room.writes("An", SOON, "gửi", "huỷ thông báo 1", "thôi", "xin chào")
        assert "Thông báo 1 chờ đến giờ gửi." in await room.writes("An", "huỷ")
        assert room.labels("An") == ["Xem thông báo 1", "Sửa thông báo", "Huỷ thông báo"]
        assert "muốn huỷ thông báo 1" in await room.writes("An", "huỷ")


class TestWhatMayBeTheText:
    async def test_it_is_the_text_when_that_is_chosen(self, room: Office) -> None:
        told = await room.writes("An", "gửi thông báo", "Đổi giờ họp thành 8h")
        assert "là nội dung thông báo, hay" in told
        assert room.house.kept[1].text == ""
        await room.writes("An", "nội dung")
        assert room.house.kept[1].text == "Đổi giờ họp thành 8h"

    async def test_it_is_the_time_when_that_is_chosen(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "đổi giờ thành 8h sáng mai", "giờ gửi")
        one = room.house.kept[1]
        assert one.text == ""
        assert one.due is not None

    async def test_another_text_takes_its_place(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "Đổi giờ họp thành 8h", "Nghỉ họp ngày mai")
        assert room.house.kept[1].text == "Nghỉ họp ngày mai"

    @pytest.mark.parametrize("words", ["huỷ tin đó đi", "huy tin do di", "thôi không gửi nữa", "bỏ bản nháp"])
    @pytest.mark.parametrize("so_far", [(), ("Mời họp",), ("Mời họp", "tất cả chi hội trưởng")])
    async def test_who_gives_it_up_at_any_step_has_dropped_it(
        self, words: str, so_far: tuple[str, ...], room: Office
    ) -> None:
        assert "Đã bỏ bản nháp" in await room.writes("An", "gửi thông báo", *so_far, words)
        assert room.house.kept[1].state is BroadcastState.CANCELLED

    async def test_a_broadcast_that_was_sent_is_steered_while_another_is_written(self, room: Office) -> None:
        await room.writes("An", SOON, "gửi", "gửi thông báo")
        await room.writes("An", "huỷ thông báo 1")
        assert room.house.kept[2].text == ""
