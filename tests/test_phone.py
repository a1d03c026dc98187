"""Phone numbers: which are read, which words give and take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Choice, Kind
from bot.model.talk import Talk
from bot.reading.phone import phone_number, shown_phone
from handlers import phone
from tests.desks import did
from tests.question_texts import questions

NUMBERS = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True).filter(str.isascii)
ASKED = Talk(screen=(Choice("Đồng ý", "sdt:co:0905123456"), Choice("Không", "sdt:khong")))


@given(NUMBERS)
def test_a_number_is_read_however_it_is_written(number: str) -> None:
    shown = shown_phone(number)
    for text in (number, shown, shown.replace(" ", "."), f"+84{number[1:]}", f"(+84) {shown[1:]}", f" {shown}. "):
        assert phone_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0905 123 45",
        "0905 123 4567",
        "0236 382 2123",
        "0105 123 456",
        "84905123456",
        "+840905123456",
        "0905 123 456 hoặc 0905 123 457",
        "0905 123 456 Ba",
        "٠٩٠٥١٢٣٤٥٦",
        "o905123456",
    ],
)
def test_what_may_call_a_stranger_is_no_number(text: str) -> None:
    assert phone_number(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "số điện thoại của tôi 0905 123 456",
        "số điện thoại của tôi là: 0905 123 456",
        "so dien thoai cua tui 0905123456",
        "SĐT 0905123456",
        "đt: 0905 123 456",
        "số điện thoại tôi +84 905 123 456",
        "cho số điện thoại của tôi 0905 123 456",
        "bỏ số điện thoại của tôi",
        "Xoá số điện thoại của tôi đi.",
        "bỏ sđt tôi",
    ],
)
def test_a_number_is_given_and_taken_back_in_many_words(text: str) -> None:
    assert phone.wants(did(Kind.TEXT, text), Talk())


@pytest.mark.parametrize(
    "text",
    [
        "số điện thoại của Văn phòng Hội",
        "số điện thoại của bác Ba",
        "số điện thoại của em trai tôi",
        "số điện thoại của tôi ở đâu",
        "số điện thoại là gì",
        "0905 123 456",
        "bỏ số điện thoại của bác Ba",
        "điện thoại 3",
        "đồng ý",
        "không",
    ],
)
def test_other_words_are_for_others(text: str) -> None:
    assert not phone.wants(did(Kind.TEXT, text), Talk())


def test_a_yes_counts_only_while_the_question_is_on_the_screen() -> None:
    assert phone.wants(did(Kind.TEXT, "dong y"), ASKED)
    assert not phone.wants(did(Kind.TEXT, "chưa rõ"), ASKED)


def test_no_question_of_a_member_gives_a_number() -> None:
    assert [text for text in questions() if phone.wants(did(Kind.TEXT, text), Talk())] == []
