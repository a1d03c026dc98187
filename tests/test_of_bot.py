"""What is asked of the bot itself is known, and no question to the plans is taken for it."""

import pytest

from bot.reading.of_bot import OfBot, called, of_bot
from knowledge.fold import plain
from tests.conversations import TURNS, read_conversations
from tests.question_texts import questions

SAID = {
    OfBot.ABILITIES: (
        "mi làm được gì",
        "mi giúp tui được chi",
        "tui phải làm chi đây",
        "tui cán bộ mới, chỉ tui cách làm",
        "tui già rồi không biết xài điện thoại, con chỉ tui với",
    ),
    OfBot.ITSELF: ("ai tạo ra mi", "mi bao nhiêu tuổi", "mi ở mô rứa"),
    OfBot.MISTAKE: (
        "tui bấm nhầm rồi làm răng",
        "gửi nhầm rồi, thu hồi được không",
        "tôi bấm nhầm nút rồi, có sao không",
    ),
    OfBot.PICTURES: ("gửi hình cho mi được không", "thêm hình được không"),
    OfBot.PRINTING: ("in ra giấy được không", "làm sao in ra giấy"),
    OfBot.FORWARDING: ("gửi file qua email", "gửi tệp qua email được không", "gửi file này lên huyện"),
    OfBot.OPENING: ("làm sao mở file", "mở tệp này không được"),
    OfBot.UNITS: (
        "thêm chi hội mới",
        "đổi tên chi hội",
        "xoá chi hội thôn An Hòa",
        "sáp nhập hai chi hội",
        "nhập danh sách đơn vị",
    ),
    OfBot.MEMBERS: ("thêm hội viên", "thêm hội viên mới", "ông Năm chết rồi xoá tên ông đi"),
    OfBot.PLANS: ("thêm kế hoạch mới", "cập nhật kế hoạch 2026", "mi học thêm được không"),
    OfBot.ADMINS: ("thêm quản trị", "đổi mật khẩu", "sao lưu dữ liệu", "đổi số điện thoại văn phòng"),
    OfBot.CODE: (
        "mã mời là chi",
        "mã mời lấy ở mô",
        "tui quên mất mã rồi",
        "cấp lại mã",
        "tui là chi hội trưởng mà không báo cáo được",
    ),
    OfBot.KEPT: (
        "mi có lưu tin nhắn của tui không",
        "ai đọc được tin nhắn của tui",
        "tui có xem được tin nhắn của hội viên không",
        "mọi người trong chi hội có xem được không",
    ),
    OfBot.QUESTIONS: ("xem câu hỏi của mọi người", "người dân hỏi những gì", "có bao nhiêu người đang dùng"),
    OfBot.DEVICE: ("mất điện thoại rồi sao", "đổi điện thoại mới thì làm sao"),
    OfBot.HELPER: ("nhờ con cháu nhập giúp được không", "tui không biết chữ thì làm răng"),
    OfBot.ADMISSION: ("tui muốn vô hội thì làm răng", "tôi muốn xin vào hội CCB"),
    OfBot.SENDING: ("gửi cho hội viên nữ được không", "làm sao gửi tin cho một xã", "mi nhắn tin cho họ được không"),
    OfBot.DEADLINE: ("gia hạn thêm 3 ngày", "đổi hạn nộp báo cáo"),
    OfBot.ABOVE: ("ai là quản trị", "ai là cán bộ huyện", "ai phụ trách tui"),
    OfBot.WHERE: (
        "tải app ở mô",
        "mất mạng thì làm răng",
        "đăng nhập làm răng",
        "vô zalo được không",
        "lưu trang ni vô điện thoại được không",
    ),
    OfBot.CLOCK: ("mấy giờ rồi", "hôm nay thứ mấy", "bữa ni ngày mấy rứa"),
    OfBot.CALLING: ("gọi cho ông Ba giúp tui", "gọi điện cho chi hội trưởng thôn An Hòa"),
}
OTHERS = (
    "báo cáo",
    "nhập hộ thôn An Hòa",
    "nhập thôn An Hòa",
    "thêm xã Vân Trà",
    "thêm chi hội trưởng xã Vân Trà",
    "mời chi hội trưởng mới thôn An Hòa",
    "báo cáo gửi qua email nào",
    "gửi báo cáo cho ai",
    "tui nhập nhầm",
    "nhầm, 3 hộ",
    "gọi ai",
    "gọi ông Ba lên họp",
    "thêm 2 hộ",
    "mã 5 số",
    "hội làm được gì cho hội viên nghèo",
    "hai giờ rồi",
    "thông báo cho chi hội trưởng",
    "đổi giờ",
    "đổi người nhận",
    "xoá nhà tạm",
    "làm gì",
    "làm ở đâu vậy",
    "phải làm gì",
    "nhận gì",
    "mấy giờ",
    "ai xem",
    "gửi cho ai",
    "gia hạn kỳ 6 tháng 2026 đến 5/6",
    "gửi cho chi hội trưởng: mai họp được không",
    "ai là chi hội trưởng thôn An Hòa",
    "báo cáo qua zalo",
)


@pytest.mark.parametrize(("text", "what"), [(text, what) for what, texts in SAID.items() for text in texts])
def test_it_is_known_with_accents_and_without(text: str, what: OfBot) -> None:
    assert (of_bot(text), of_bot(plain(text))) == (what, what)


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_are_left_to_others(text: str) -> None:
    assert (of_bot(text), of_bot(plain(text))) == (None, None)


def test_no_turn_of_a_conversation_about_the_plans_is_asked_of_the_bot() -> None:
    turns = [turn for path in TURNS.glob("*.txt") for one in read_conversations(path) for turn in one.turns]
    assert [turn for turn in turns if of_bot(turn) or of_bot(plain(turn))] == []


def test_of_the_questions_of_the_books_only_those_of_the_time_and_of_joining_are_asked_of_the_bot() -> None:
    found = {of_bot(text) or of_bot(plain(text)) for text in questions()}
    assert found == {None, OfBot.CLOCK, OfBot.ADMISSION}  # no plan says how one joins: told whom to ask


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("gọi cho ông Ba giúp tui", "ông Ba"),
        ("goi cho ong Ba giup tui", "ong Ba"),
        ("gọi điện thoại cho bác Năm với", "bác Năm"),
        ("gởi cho ông Ba", None),
        ("goi cho ong Ba: mai hop", None),
        ("goi cho ong Ba tin nay", None),
        ("gửi cho ông Ba", None),
    ],
)
def test_whom_to_call_is_no_letter_to_send(text: str, whom: str | None) -> None:
    assert called(text) == whom
