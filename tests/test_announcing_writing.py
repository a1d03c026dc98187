"""A broadcast written by conversation: what is asked, how an audience is read, and that nothing goes out by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import BroadcastState
from handlers.pages import AT_MOST
from knowledge.base import Base
from tests.announcing import LEADERS, Office, ids, office


@pytest.fixture
def room(base: Base) -> Office:
    """The office before anything was written."""
    return office(base)


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
