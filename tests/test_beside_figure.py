"""While a figure is asked: what is asked of the report itself is told from an answer."""

import pytest

from bot.reading.beside_figure import Beside, beside

ASKED = {
    Beside.DEADLINE: (
        "mai nộp được không",
        "để mai tôi gửi",
        "tuần sau nộp có được không",
        "mai nop dc ko",
        "de mai toi gui",
        "nop tre duoc khong em",
        "báo cáo nộp trễ được không",
        "để mai được không",
        "mai mốt nộp có răng không",
        "nộp trễ có sao không",
        "trễ vài bữa có bị phê bình không",
        "thứ hai tui nộp nghe",
        "cho tui nộp trễ vài ngày",
        "xin gia hạn thêm mấy bữa được không",
        "hạn là ngày nào",
        "hạn nộp là khi mô",
        "chừng nào nộp",
        "khi nào phải nộp báo cáo ni rứa em",
        "còn mấy ngày nữa",
        "còn hạn không",
        "hết hạn chưa",
        "tới bữa mô là hết hạn",
        "báo cáo ni nộp trước ngày nào",
        "để tuần sau tui nộp",
        "qua tuần tui nộp được hông",
        "mai tui gui nghe",
        "ngày 28/5 nộp được không",
        "nộp sau hạn có nhận không",
        "tuan sau nop co duoc khogn",
        "chiều mai gửi có kịp không",
    ),
    Beside.WHOM: (
        "nộp cho ai",
        "gửi lên đâu",
        "nộp cho ai rứa",
        "gui cho ai",
        "nhập xong gửi đi mô",
    ),
    Beside.MENDING: (
        "gửi rồi sửa được không",
        "sai rồi sửa lại được không",
        "bỏ trống rồi ghi sau được không",
        "nộp rồi có sửa được không",
        "nhap sai thi sua duoc khong",
    ),
    Beside.NEEDED: (
        "có phải ghi không",
        "có cần ghi không",
        "bắt buộc có phải điền không",
        "bỏ trống được không",
        "câu ni bỏ qua có sao không",
        "không ghi được không",
    ),
    Beside.COUNTING: (
        "hộ cận nghèo có tính không",
        "tính cả hộ mới thoát nghèo không",
        "ho moi thoat ngheo co tinh khong",
        "có phải ghi hộ của con không",
        "con cái hội viên có tính vô không",
        "tính răng",
        "tính thế nào",
        "kể cả người không phải hội viên không",
        "hội viên mới có đếm không",
    ),
    Beside.WRITING: (
        "ghi răng",
        "nhập sao",
        "ghi chỗ mô",
        "trả lời thế nào",
        "chỗ ni ghi răng",
        "bấm vô mô",
    ),
}

ANSWERS = (
    "3",
    "không",
    "không có",
    "mai báo",
    "chưa có số, mai gửi",
    "chưa biết, để mai hỏi lại",
    "hai nhà",
    "không còn hộ nào",
    "nghèo không",
    "có hộ nào đâu",
    "một hộ chưa sửa",
    "chưa nộp",
    "chưa nộp đồng nào",
    "5 hộ, sửa được 2",
    "hộ nghèo không còn",
    "được 3 buổi",
    "mai",
    "để coi lại",
    "báo sau",
    "có 3 hộ, mai gửi danh sách",
    "làm được hai nhà",
    "sửa được một nhà",
    "ngày 28/5 ra quân 3 buổi",
    "hạn nộp báo cáo 6 tháng của kế hoạch 121 là ngày nào?",
    "kế hoạch 121 hạn ngày nào?",
    "ai chịu trách nhiệm kiểm tra?",
    "góp được hai triệu",
    "ba bữa",
    "mấy bữa mưa nên chưa làm",
    "đề nghị xã sửa đường",
    "không có ai",
    "có",
    "được",
    "tính luôn hộ ông Bảy là 4 hộ",
    "cả thôn 3 hộ",
    "hôm qua nộp quỹ 3tr",
    "quỹ nộp cho xã 2 triệu",
    "nộp cho xã 2 triệu rồi",
    "ngày mai ra quân dọn đường",
    "không gửi tiền",
    "hai bữa nay làm được 5 ngày công",
    "tuần sau mới xong",
)
"""Figures, and questions to the plans."""


@pytest.mark.parametrize(("text", "asked"), [(text, asked) for asked, texts in ASKED.items() for text in texts])
def test_what_is_asked_of_the_report_is_known(text: str, asked: Beside) -> None:
    assert beside(text) is asked


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_asks_nothing_of_the_report(text: str) -> None:
    assert beside(text) is None
