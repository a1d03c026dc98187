"""Letters as Zalo's messages: large, no longer than it takes, choices as numbers or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.writing import LARGE, TEXT_UNITS, Part, Style, write
from bot.messages import Choice, File, FileKind, Look, Span
from tests.zalo_trial import CHAT, OFFICE, letter

LABELS = ("Gửi", "Sửa", "Để sau", "Huỷ", "Xem lại", "Bỏ qua", "Xem thêm")


def offered(count: int) -> tuple[Choice, ...]:
    """Returns so many choices."""
    return tuple(Choice(label, label) for label in LABELS[:count])


def said(**options: object) -> str:
    """Returns what a letter of one message says."""
    (part,) = write(letter(**options), OFFICE)
    return part.text


def test_a_short_letter_is_one_large_plain_message() -> None:
    (part,) = write(letter("Hạn nộp *31/5* 🎖."), OFFICE)
    assert part.payload(CHAT) == {
        "chat_id": CHAT,
        "text": "Hạn nộp *31/5* 🎖.",
        "text_styles": [{"start": 0, "len": 18, "st": [LARGE]}],
    }


def test_choices_are_numbered_where_a_number_chooses() -> None:
    assert said(text="Gửi chưa?", choices=offered(3)) == (
        "Gửi chưa?\n1. Gửi\n2. Sửa\n3. Để sau\nĐồng chí nhắn số 1, 2 hoặc 3."
    )
    assert said(text="?", choices=offered(1)).endswith("\nĐồng chí nhắn số 1.")
    assert said(text="?", choices=offered(7)).endswith("7. Xem thêm\nĐồng chí nhắn số từ 1 đến 7.")


def test_choices_are_words_where_a_number_would_be_a_figure_or_another_question() -> None:
    text = said(text="Bao nhiêu hộ?", choices=offered(2), numbered=False)
    assert text == 'Bao nhiêu hộ?\nĐồng chí có thể nhắn: "Gửi" hoặc "Sửa".'


def test_choices_that_the_text_lists_in_full_are_numbered_there() -> None:
    listed = "Ý đồng chí là điều nào?\n- Gửi báo cáo quý cho xã.\n- Sửa báo cáo."
    offers = (Choice("Gửi báo cáo quý…", "a"), Choice("Sửa báo cáo.", "b"), Choice("Không phải", "c"))
    assert said(text=listed, choices=offers) == (
        "Ý đồng chí là điều nào?\n1. Gửi báo cáo quý cho xã.\n2. Sửa báo cáo.\n3. Không phải\n"
        "Đồng chí nhắn số 1, 2 hoặc 3."
    )
    assert "- Gửi báo cáo" in said(text=listed, choices=offers[1:]), "another list"
    assert "- Gửi báo cáo" in said(text=listed, choices=offers, numbered=False)


def test_what_the_letter_itself_tells_to_type_is_not_told_again() -> None:
    told = 'Xin gửi thông báo. Đồng chí nhắn "gửi thông báo 3".'
    assert said(text=told, choices=offered(1), numbered=False) == told
    assert said(text=told, choices=offered(2), numbered=False) == f'{told}\nĐồng chí có thể nhắn: "Sửa".'


def test_a_file_that_does_not_come_is_named_with_whom_to_ask() -> None:
    text = said(text="Đây là tệp.", file=File("bao-cao.xlsx", b"PK"))
    assert text == f"Đây là tệp.\nTệp bao-cao.xlsx không gửi được qua Zalo. Đồng chí cần thì hỏi {OFFICE}."
    assert said(text="", file=File("tinh-hinh.png", b"x", FileKind.PICTURE)).startswith("Ảnh tinh-hinh.png không gửi")


def test_bold_words_are_bold_and_the_address_of_a_link_stands_behind_its_words() -> None:
    spans = (Span(0, 4, Look.BOLD), Span(6, 5, Look.LINK, "https://ccb.example"), Span(12, 3, Look.ITALIC))
    (part,) = write(letter("🎖Hạn: trang này", spans=spans), OFFICE)
    assert part.text == "🎖Hạn: trang (https://ccb.example) này"
    assert part.styles == (
        Style(0, 5, (LARGE, "b")),
        Style(5, 30, (LARGE,)),
        Style(35, 3, (LARGE, "i")),
    )


def test_an_address_that_is_its_own_words_is_written_once() -> None:
    spans = (Span(0, 19, Look.LINK, "https://ccb.example"),)
    assert write(letter("https://ccb.example", spans=spans), OFFICE)[0].text == "https://ccb.example"


def test_the_choices_of_a_long_letter_stand_in_its_last_part() -> None:
    pieces = write(letter("Câu này khá dài nhưng vừa. " * 200, choices=offered(2)), OFFICE)
    assert len(pieces) == 3
    assert pieces[-1].text.endswith("1. Gửi\n2. Sửa\nĐồng chí nhắn số 1 hoặc 2.")
    assert all(piece.text.endswith(".") for piece in pieces)


@given(
    text=st.text(st.sampled_from("ab .\n🎖ờ"), max_size=300),
    times=st.integers(0, 40),
    spans=st.lists(
        st.builds(Span, st.integers(0, 400), st.integers(1, 400), st.sampled_from([Look.BOLD, Look.ITALIC]))
    ),
    count=st.integers(0, 7),
    numbered=st.booleans(),
)
def test_every_message_fits_its_styles_cover_it_and_nothing_is_lost(
    text: str, times: int, spans: list[Span], count: int, numbered: bool
) -> None:
    whole = text * times
    pieces = write(letter(whole, choices=offered(count), spans=tuple(spans), numbered=numbered), OFFICE)
    for piece in pieces:
        size = _units(piece.text)
        assert size <= TEXT_UNITS
        assert _covered(piece) == size
        assert all(style.codes[0] == LARGE for style in piece.styles)
    told = "".join("".join(piece.text for piece in pieces).split())
    assert told.startswith("".join(whole.split()))
    assert all("".join(choice.label.split()) in told for choice in offered(count))


def _covered(piece: Part) -> int:
    """Returns up to where the styles reach, one behind the other."""
    end = 0
    for style in piece.styles:
        assert style.start == end
        assert style.length > 0
        end += style.length
    return end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_letter_without_words_is_still_one_message(text: str) -> None:
    assert len(write(letter(text), OFFICE)) == 1
