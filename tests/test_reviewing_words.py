"""What words and old buttons do under a report that is reviewed, and what they do not."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Kind
from bot.stories.lines import ZONE
from handlers.review_token import Pick, Verb, instant, pick_of
from knowledge.base import Base
from tests.reviewing import Office, staffed


@pytest.fixture
async def office(tmp_path: Path, base: Base) -> AsyncIterator[Office]:
    async with staffed(tmp_path, base) as found:
        yield found


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
