"""Remarks on the bot are known, and no question is one."""

import pytest

from bot.reading.remark import Remark, remark
from knowledge.fold import plain
from tests.question_texts import questions

SAID = {
    Remark.LETTERS: (
        "chữ nhỏ quá",
        "chu nho qua",
        "tui mắt kém đọc không ra",
        "cho chữ to lên",
        "phóng to chữ giúp tui",
        "sao chữ nhỏ rứa em",
        "chữ bé tí teo",
        "mắt mờ quá",
        "không đọc được chữ",
        "làm chữ to hơn được không",
    ),
    Remark.SLOW: (
        "chậm quá",
        "cham qua",
        "trả lời chậm quá",
        "sao lâu rứa",
        "chờ hoài",
        "máy chậm như rùa",
        "trả lời lâu quá trời",
        "đợi mãi",
    ),
    Remark.SHORTER: (
        "dài quá nói gọn thôi",
        "khó hiểu quá, nói ngắn thôi",
        "ngắn hơn",
        "nói ngắn thôi",
        "trả lời ngắn gọn thôi em",
        "tóm tắt lại",
        "gọn lại",
        "ngan hon",
        "noi gon lai",
        "nói ngắn hơn giúp tui",
    ),
    Remark.LONG: (
        "trả lời chi mà dài rứa",
        "tra loi chi ma dai rua",
        "dài quá",
        "nói dài dòng quá",
        "nhiều chữ quá",
        "dài dòng",
        "rườm rà quá",
        "sao nói dài thế",
    ),
    Remark.UNCLEAR: (
        "không hiểu",
        "khong hieu",
        "tui không hiểu chi hết",
        "khó hiểu quá",
        "nói khó hiểu quá",
        "chưa hiểu",
        "ko hieu gi",
        "rối quá",
        "nói chi tui không hiểu",
        "hổng hiểu",
    ),
    Remark.BAD: (
        "sai bét",
        "bot hỏng rồi",
        "trả lời sai rồi",
        "nói trật lất",
        "hỏi một đằng trả lời một nẻo",
        "dở ẹc",
        "chán quá",
        "tra loi khong trung cau hoi",
        "vô dụng",
        "trả lời tào lao quá",
        "nói sai bét",
    ),
    Remark.OPENING: (
        "cho hỏi chút",
        "tui muốn hỏi cái ni",
        "hihi",
        "vui quá hè",
    ),
    Remark.UNANSWERED: (
        "sao không trả lời",
        "trả lời đi",
        "nãy giờ không thấy trả lời",
    ),
    Remark.ANOTHER: (
        "không phải cái đó",
        "ý tui hỏi cái khác",
        "câu khác",
        "hỏi lại từ đầu",
        "thôi bỏ đi",
        "đổi câu hỏi",
    ),
    Remark.SPEECH: (
        "đọc cho tui nghe được không",
        "có gọi điện được không",
        "nhắn bằng giọng nói được không",
    ),
    Remark.TRUST: (
        "lừa đảo à",
        "có tốn tiền không",
        "tin này có đúng không",
        "co mat tien khong",
    ),
    Remark.PERSON: (
        "gặp người",
        "cho tui gặp người thật",
        "tôi muốn nói chuyện với người",
        "gap can bo",
        "nói chuyện với cán bộ hội",
        "không nói chuyện với máy",
    ),
}
OTHERS = (
    "trả lời hay quá",
    "trả lời rõ ràng dễ hiểu quá",
    "cảm ơn",
    "hộ nghèo",
    "nộp chậm quá",
    "sao lâu rồi không họp",
    "xử lý nộp chậm thế nào",
    "dài bao nhiêu km",
    "đường hoa dài 2 km",
    "tôi không hiểu mục II.1",
    "không rõ số",
    "chưa rõ",
    "nói rõ hơn",
    "không biết",
    "chán sống",
    "gọi ai",
    "người nhận",
    "gặp chủ tịch ở đâu",
    "hỏi cán bộ",
    "tóm tắt kế hoạch 121",
    "ngắn nhất",
    "sai số",
    "nói lại",
    "chữ ký",
    "chữ thập đỏ",
    "chi tiết hơn",
    "mất chữ",
    "không trúng",
    "nhầm rồi",
    "cho chữ",
    "chi mới mẻ",
    "không có",
    "báo cáo sai rồi",
    "làm chưa xong",
    "mô hình nào nhỏ",
    "tối mờ",
    "chậm nhất là ngày nào",
    "nộp lâu chưa",
    "rồi",
    "đọc lại",
    "rõ rồi",
    "hiểu rồi",
    "không phải",
    "gọi ai",
    "có mất đất không",
    "đổi giờ",
    "nói về kế hoạch 121 đi",
    "có tính tiền quỹ không",
    "mất tiền hỗ trợ",
)


@pytest.mark.parametrize(("text", "what"), [(text, what) for what, texts in SAID.items() for text in texts])
def test_a_remark_is_known(text: str, what: Remark) -> None:
    assert remark(text) is what


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_are_no_remark(text: str) -> None:
    assert remark(text) is None


def test_no_question_of_the_books_is_a_remark() -> None:
    assert [text for text in questions() if remark(text) or remark(plain(text))] == []
