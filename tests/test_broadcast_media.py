"""A picture, a file, bold words and links go with a broadcast, from the conversation to the letter."""

from dataclasses import replace

import pytest

from bot.channels.console import Console
from bot.messages import Address, FileKind, Kind, Look, Span
from bot.model.broadcast import BroadcastState
from bot.model.capabilities import Capabilities
from handlers.pages import AT_MOST
from knowledge.base import Base
from tests.announcing import Office, office

ALL = "tất cả chi hội trưởng"
WHOLE = ("gửi thông báo", "Mời họp.", ALL, "gửi ngay", "không")
URL = "https://ccb.example/ct"


@pytest.fixture
def room(base: Base) -> Office:
    return office(base)


class TestPictures:
    async def test_a_picture_with_words_is_a_broadcast_once_it_is_fetched(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        assert "Tôi đã nhận ảnh.\nGửi cho ai?" in await room.sends("An", "Mời họp.")
        assert await room.fetched("An") == "", "what is asked stays on the screen"
        await room.writes("An", ALL, "gửi ngay")
        told = await room.writes("An", "không")
        assert "Có kèm ảnh." in told
        letter = room.replies["An"][0]
        assert letter.file == room.house.kept[1].file
        assert letter.file is not None
        assert letter.file.kind is FileKind.PICTURE

    async def test_nothing_is_shown_or_sent_before_the_picture_is_there(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        send = room.token("An", "Gửi")
        assert "tải về" in await room.sends("An")
        assert "tải về" in await room.writes("An", "gửi")
        assert "đã đổi" in await room.presses_token("An", send)
        assert room.house.kept[1].state is BroadcastState.DRAFT
        assert "Có kèm ảnh." in await room.fetched("An")
        await room.presses("An", "Gửi")
        assert room.house.kept[1].state is BroadcastState.SCHEDULED

    async def test_a_picture_alone_needs_words(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        assert "viết vài lời" in await room.sends("An")
        await room.fetched("An")
        assert "Gửi cho ai" in await room.writes("An", "Ảnh đại hội")
        assert room.house.kept[1].file is not None

    @pytest.mark.parametrize("asked", ["Mời họp.", ALL, "gửi ngay"])
    async def test_it_may_come_at_any_question_and_the_question_stays(self, room: Office, asked: str) -> None:
        said = WHOLE[: WHOLE.index(asked) + 1]
        question = (await room.writes("An", *said)).splitlines()[-1]
        assert (await room.sends("An")).splitlines()[-1] == question
        assert await room.fetched("An") == ""
        assert room.house.kept[1].file is not None

    async def test_a_whole_order_may_stand_under_a_picture(self, room: Office) -> None:
        told = await room.sends("An", "gửi cho tất cả chi hội trưởng 8h sáng mai: Mời họp.")
        assert "tải về" in told
        assert "Có kèm ảnh." in await room.fetched("An")
        assert room.house.kept[1].text == "Mời họp."

    async def test_other_pictures_of_others_are_no_broadcasts(self, room: Office) -> None:
        assert "chưa xem được ảnh" in await room.sends("Chín", "gửi cho tôi hạn báo cáo")
        assert "chưa xem được ảnh" in await room.sends("Chín", "gửi cho tất cả hội viên: Mời họp.")
        assert "chưa xem được ảnh" in await room.sends("An")
        assert room.house.kept == {}

    async def test_a_file_keeps_the_name_that_its_sender_gave_it(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An", kind=Kind.FILE, file="F2", file_name="giấy mời.docx")
        assert room.jobs[-1] == ("fetch", "1", "file", "F2", "giấy mời.docx")
        assert "Có kèm tệp." in await room.fetched("An", file="giấy mời.docx")

    async def test_another_picture_takes_the_place_of_the_first(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        await room.fetched("An")
        first = room.house.kept[1].file
        assert "tệp mới, thay ảnh cũ" in await room.sends("An", kind=Kind.FILE)
        await room.fetched("An")
        assert room.house.kept[1].file not in (first, None)

    async def test_what_was_replaced_before_it_came_is_not_put_in(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An", file="F1")
        await room.sends("An", file="F2")
        first, second = room.fetching
        room.fetching = [second]
        await room.fetched("An")
        kept = room.house.kept[1]
        room.fetching = [first]
        assert await room.fetched("An") == ""
        assert room.house.kept[1] == kept

    async def test_of_an_album_the_first_picture_is_taken_and_that_is_said_once(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        told = await room.sends("An", "Mời họp.", file="F1", album="A")
        assert "lấy cái đầu tiên" in told
        for file in ("F2", "F3"):
            assert await room.sends("An", file=file, album="A") == told, "nothing new was said"
        assert [job.parameters[2] for job in room.fetching] == ["F1"]
        await room.fetched("An")
        await room.sends("An", file="F4", album="A")
        assert room.fetching == []

    async def test_words_under_a_later_picture_of_an_album_count_where_there_are_none(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        await room.sends("An", file="F1", album="A")
        assert "Gửi cho ai" in await room.sends("An", "Mời họp.", file="F2", album="A")
        assert room.house.kept[1].text == "Mời họp."

    async def test_words_under_a_picture_stand_below_those_that_were_typed(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An", "Mang *giấy mời*.")
        assert room.house.kept[1].text == "Mời họp.\nMang giấy mời."
        assert room.house.kept[1].spans == (Span(14, 8, Look.BOLD),)

    async def test_words_under_another_picture_take_the_place_of_those_under_the_first(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        await room.sends("An", "Mời hop.")
        await room.fetched("An")
        await room.sends("An", "Mời họp.")
        assert room.house.kept[1].text == "Mời họp."

    @pytest.mark.parametrize("words", ["bỏ ảnh", "bo anh di", "xoá ảnh", "không kèm ảnh", "bỏ hình"])
    async def test_it_is_taken_out_with_words(self, room: Office, words: str) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        await room.fetched("An")
        assert "Có kèm" not in await room.writes("An", words)
        assert room.house.kept[1].file is None

    async def test_it_is_taken_out_with_a_button(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        await room.fetched("An")
        await room.presses("An", "Sửa nội dung")
        assert "Có kèm" not in await room.presses("An", "Bỏ ảnh")

    async def test_it_is_taken_out_before_it_is_there(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        assert "như người nhận sẽ thấy" in await room.presses("An", "Bỏ ảnh, tệp")
        assert await room.fetched("An") == ""
        assert room.house.kept[1].file is None

    async def test_no_screen_has_more_choices_than_a_small_phone(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        for step in (room.sends("An"), room.fetched("An"), room.presses("An", "Sửa nội dung")):
            await step
            assert len(room.offered["An"]) <= AT_MOST

    @pytest.mark.parametrize(
        ("why", "failed", "told"),
        [("Ảnh đó lớn quá.", False, "Ảnh đó lớn quá."), ("", True, "Mạng trục trặc")],
    )
    async def test_what_cannot_be_had_is_told_with_the_preview(
        self, room: Office, why: str, failed: bool, told: str
    ) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        said = await room.fetched("An", why, failed=failed)
        assert told in said
        assert "như người nhận sẽ thấy" in said
        assert (room.house.kept[1].file, room.house.kept[1].fetching) == (None, "")

    async def test_what_cannot_be_had_is_told_with_the_question_that_is_open(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        await room.sends("An", "Mời họp.")
        assert (await room.fetched("An", "Ảnh đó lớn quá.")).startswith("Ảnh đó lớn quá.\nGửi cho ai?")

    async def test_who_has_gone_on_with_something_else_is_told_in_a_line(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        await room.writes("An", "hạn báo cáo của Kế hoạch 121")
        assert await room.fetched("An") == 'Đã có ảnh của thông báo 1. Đồng chí nhắn "thông báo 1" để làm tiếp.'
        assert "Có kèm ảnh." in await room.writes("An", "thông báo 1")

    async def test_a_dropped_draft_hears_nothing_more(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        await room.sends("An")
        await room.writes("An", "huỷ")
        assert await room.fetched("An") == ""

    async def test_where_nothing_can_be_fetched_it_is_said_what_to_do_and_the_words_count(self, room: Office) -> None:
        room.can["console"] = Capabilities(text=2000)
        await room.writes("An", "gửi thông báo")
        told = await room.sends("An", "Mời họp.")
        assert "Telegram" in told
        assert "Gửi cho ai?" in told
        assert (room.fetching, room.house.kept[1].text, room.house.kept[1].fetching) == ([], "Mời họp.", "")

    async def test_a_thing_without_a_name_is_asked_for_again(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo")
        assert "gửi lại" in await room.sends("An", file="")

    async def test_how_many_do_not_see_it_is_counted(self, room: Office) -> None:
        ba = next(one for one in room.house.people.values() if one.name == "Ba")
        room.house.people[ba.id] = replace(ba, address=Address("zalo", "z", "9"))
        await room.writes("An", *WHOLE)
        await room.sends("An")
        assert "1 người (Zalo 1) không xem được ảnh ở đó" in await room.fetched("An")

    async def test_the_second_admin_sees_the_same_letter(self, base: Base) -> None:
        room = office(base, approval_above=0)
        await room.writes("An", "gửi thông báo", "*Mời* họp.", ALL, "gửi ngay", "không")
        await room.sends("An")
        await room.fetched("An")
        mine = room.replies["An"][0]
        await room.presses("An", "Gửi")
        theirs = room.replies["Bình"][0]
        assert (theirs.text, theirs.file, theirs.spans) == (mine.text, mine.file, mine.spans)
        assert theirs.file is not None
        assert theirs.spans

    async def test_who_writes_where_no_file_is_carried_sees_what_is_read_there(self, room: Office) -> None:
        room.can["console"] = replace(Console.capabilities, files=False)
        await room.writes("An", *WHOLE)
        await room.sends("An")
        assert "Mời họp.\n\nThông báo có kèm ảnh. Ở đây tôi không gửi ảnh được" in await room.fetched("An")
        assert room.replies["An"][0].file is None


class TestAfterwards:
    @pytest.fixture
    async def sent(self, room: Office) -> Office:
        await room.writes("An", *WHOLE[:-1], "có")
        await room.sends("An")
        await room.fetched("An")
        await room.presses("An", "Gửi")
        await room.goes_out(1)
        return room

    async def test_a_correction_and_a_second_wave_keep_the_file(self, sent: Office) -> None:
        await sent.writes("An", "đính chính thông báo 1: 9 giờ mới họp")
        await sent.writes("An", "huỷ", "nhắc lại thông báo 1")
        assert [sent.house.kept[number].file for number in (2, 3)] == 2 * [sent.house.kept[1].file]

    async def test_a_file_that_is_no_longer_kept_is_missed_aloud(self, sent: Office) -> None:
        file = sent.house.kept[1].file
        assert file is not None
        sent.house.erased.add(file.id)
        assert "Ảnh của thông báo 1 nay không còn." in await sent.writes("An", "đính chính thông báo 1: 9 giờ mới họp")
        assert sent.house.kept[2].file is None
        await sent.writes("An", "huỷ")
        assert "Ảnh của thông báo 1 nay không còn." in await sent.writes("An", "nhắc lại thông báo 1")

    async def test_a_correction_may_come_under_a_picture(self, sent: Office) -> None:
        assert "ảnh mới, thay ảnh cũ" in await sent.sends("An", "đính chính thông báo 1: *9 giờ* mới họp")
        await sent.fetched("An")
        two = sent.house.kept[2]
        assert two.file not in (None, sent.house.kept[1].file)
        assert [two.text[one.start : one.start + one.length] for one in two.spans] == ["9 giờ"]


class TestLooks:
    @pytest.mark.parametrize(
        "said",
        [
            ("gửi thông báo", "Họp *8 giờ*."),
            ("gửi thông báo: Họp *8 giờ*.",),
            ("gửi cho tất cả chi hội trưởng: Họp *8 giờ*.",),
            (*WHOLE, "sửa nội dung: Họp *8 giờ*."),
            (*WHOLE, "sửa nội dung", "  Họp *8 giờ*.\n"),
        ],
    )
    async def test_stars_are_bold_words_wherever_the_text_is_said(self, room: Office, said: tuple[str, ...]) -> None:
        await room.writes("An", *said)
        assert (room.house.kept[1].text, room.house.kept[1].spans) == ("Họp 8 giờ.", (Span(4, 5, Look.BOLD),))

    @pytest.mark.parametrize(
        ("before", "said"),
        [
            (("gửi thông báo",), "Xem chương trình."),
            ((), "gửi cho tất cả chi hội trưởng: Xem chương trình."),
            (WHOLE, "sửa nội dung: Xem chương trình."),
            (("gửi thông báo",), "  \nXem chương trình."),
        ],
    )
    async def test_so_are_the_looks_that_a_channel_brings(
        self, room: Office, before: tuple[str, ...], said: str
    ) -> None:
        await room.writes("An", *before)
        whole = (Span(0, len(said), Look.ITALIC), Span(said.index("chương"), 12, Look.LINK, URL))
        await room.writes("An", said, spans=whole)
        assert room.house.kept[1].spans == (Span(0, 17, Look.ITALIC), Span(4, 12, Look.LINK, URL))

    async def test_so_are_those_of_a_text_that_was_doubted_first(self, room: Office) -> None:
        said = "Mai họp chưa?"
        asked = await room.writes("An", "gửi thông báo", said, spans=(Span(4, 3, Look.BOLD),))
        assert "là nội dung thông báo, hay đồng chí hỏi tôi?" in asked
        await room.writes("An", "là nội dung")
        assert (room.house.kept[1].text, room.house.kept[1].spans) == (said, (Span(4, 3, Look.BOLD),))

    async def test_a_correction_has_its_own_looks_below_what_it_corrects(self, room: Office) -> None:
        await room.writes("An", *WHOLE, "gửi")
        await room.goes_out(1)
        for said in (("đính chính thông báo 1: họp *9 giờ*",), ("huỷ", "đính chính thông báo 1", "họp *9 giờ*")):
            await room.writes("An", *said)
            one = room.house.kept[max(room.house.kept)]
            assert one.text.endswith("\nhọp 9 giờ")
            assert [one.text[span.start : span.start + span.length] for span in one.spans] == ["9 giờ"]

    async def test_another_text_has_other_looks(self, room: Office) -> None:
        await room.writes("An", "gửi thông báo", "Họp *8 giờ*.", ALL, "gửi ngay", "không", "sửa nội dung: Họp 9 giờ.")
        assert room.house.kept[1].spans == ()

    async def test_an_old_preview_of_other_looks_sends_nothing(self, room: Office) -> None:
        await room.writes("An", *WHOLE)
        send = room.token("An", "Gửi")
        await room.writes("An", "sửa nội dung: *Mời* họp.")
        assert "đã đổi" in await room.presses_token("An", send)

    async def test_bold_words_are_named_where_they_look_like_others(self, room: Office) -> None:
        assert 'Chữ đậm: "Mời".' in await room.writes("An", WHOLE[0], "*Mời* họp.", *WHOLE[2:])
        room.can["console"] = replace(Console.capabilities, looks=True)
        assert "Chữ đậm" not in await room.writes("An", "thông báo 1")
