"""A choice can be typed: its number, where no figure is asked, or its words, with or without accents."""

import pytest

from bot.messages import Address, Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.router import chosen
from handlers import HANDLERS
from tests.desks import NOW

BESIDE = (
    *("Báo cáo ngay", "Làm tiếp", "Sửa ngay", "Sửa báo cáo", "Để sau", "Đã nhận", "Tình hình", "Gọi ai"),
    *("Nhắc bây giờ", "Xem thông báo 3", "đồng ý gửi thông báo 3", "không gửi thông báo 3", "Xem báo cáo"),
)
SCREEN = (Choice("Môi trường (31)", "a"), Choice("Như kỳ trước", "b"), Choice("Đúng", "c"), Choice("Để sau", "d"))


def token(text: str, *, figure: bool = False) -> str:
    """Returns the token of the choice that a text is, "" for none."""
    incoming = Incoming(Address("zalo", "1", "x"), Kind.TEXT, "k", NOW, text)
    return chosen(incoming, Talk(screen=SCREEN, figure=figure)).token


@pytest.mark.parametrize("text", ["2", "2.", "2)", " 2 ", "số 2", "Số 2.", "so 2", "hai", "Hai", "số hai", "so hai"])
def test_a_number_chooses_unless_it_is_a_figure(text: str) -> None:
    assert token(text) == "b"
    assert token(text, figure=True) == ""


@pytest.mark.parametrize("text", ["0", "5", "12", "2 hộ", "số", "bảy", "mot", "nam", "hai ba", "2,5", "số 2 là gì"])
def test_what_is_no_number_on_the_screen_chooses_nothing(text: str) -> None:
    assert token(text) == ""


@pytest.mark.parametrize("label", BESIDE)
def test_what_letters_beside_the_conversation_offer_can_be_typed(label: str) -> None:
    incoming = Incoming(Address("zalo", "1", "x"), Kind.TEXT, "k", NOW, label)
    meant = next(handler.name for handler in HANDLERS if handler.wants(incoming, Talk()))
    assert meant not in ("ask", "unclear", "choice"), "the knowledge would be asked"


@pytest.mark.parametrize("figure", [False, True])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Môi trường (31)", "a"),
        ("môi trường", "a"),
        ("moi truong", "a"),
        ("Như kỳ trước.", "b"),
        ('"Như kỳ trước"', "b"),
        ("nhu  ky truoc", "b"),
        ("dung", "c"),
        ("[Để sau]", "d"),
        ("dừng", ""),
        ("đe sau", ""),
        ("môi trường thế nào", ""),
    ],
)
def test_the_words_of_a_choice_choose_it_and_typed_accents_count(text: str, wanted: str, figure: bool) -> None:
    assert token(text, figure=figure) == wanted
