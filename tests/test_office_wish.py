"""What the office does, and the bot does not, is known by its words."""

import pytest

from bot.reading.office_wish import OfficeWish, office_wish
from knowledge.fold import plain
from tests.question_texts import questions

SAID = {
    OfficeWish.MEETING: (
        "nhắc lịch họp",
        "nhac lich hop",
        "nhắc tui đi họp",
        "nhắc mọi người họp giúp tôi",
        "lịch họp tháng này",
        "lịch họp chi hội khi nào",
        "khi nào họp",
        "mai họp mấy giờ",
        "họp ở đâu",
        "đặt lịch họp",
        "nhắc giờ họp giùm tui nghe",
        "bữa mô họp chi hội",
        "nhắc lịch sinh hoạt",
    ),
    OfficeWish.PERSON: (
        "đổi người",
        "doi nguoi",
        "đổi người phụ trách",
        "thay người khác",
        "tui nghỉ làm chi hội trưởng rồi",
        "chi hội tui có chi hội trưởng mới",
        "bàn giao chi hội cho người khác",
        "tôi không làm chi hội trưởng nữa",
        "chuyển người báo cáo",
    ),
    OfficeWish.HOW: (
        "hướng dẫn tui báo cáo",
        "tui không biết nhập",
        "nhập báo cáo làm sao",
        "mẫu báo cáo ở đâu",
        "nhờ người khác nhập giùm được không",
        "chỉ tui cách nộp báo cáo",
    ),
    OfficeWish.REMINDER: (
        "mai nhắc tui nộp báo cáo nghe",
        "nhắc tui lúc 8h sáng mai",
        "nhac toi nop bao cao",
    ),
    OfficeWish.DELETION: (
        "xoá báo cáo",
        "xoa bao cao",
        "huỷ báo cáo đã nộp",
        "xoá giúp tui cái báo cáo",
        "bỏ báo cáo",
        "xóa báo cáo vừa gửi đi",
        "huỷ báo cáo của tôi",
        "xoá số liệu",
    ),
}
OTHERS = (
    "nhắc ông Ba nộp báo cáo",
    "nhắc xã Vân Trà",
    "báo cáo",
    "sinh hoạt chi hội",
    "đổi chi hội trưởng thôn An Hòa",
    "xoá dữ liệu của tôi",
    "bỏ số điện thoại của tôi",
    "bỏ qua",
    "huỷ",
    "xoá nhà tạm",
    "xoá nhà tạm bao nhiêu",
    "nhắc nộp báo cáo",
    "mai họp",
    "tui không đi họp được",
    "họp dân bàn gì",
    "thay",
    "người mới",
    "đổi giờ",
    "bao giờ báo cáo",
    "nhắc lại",
)


@pytest.mark.parametrize(("text", "what"), [(text, what) for what, texts in SAID.items() for text in texts])
def test_a_wish_is_known(text: str, what: OfficeWish) -> None:
    assert office_wish(text) is what


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_are_no_such_wish(text: str) -> None:
    assert office_wish(text) is None


def test_no_question_of_the_books_is_such_a_wish_but_for_a_meeting() -> None:
    found = {wish for text in questions() if (wish := office_wish(plain(text)))}
    assert found <= {OfficeWish.MEETING}
