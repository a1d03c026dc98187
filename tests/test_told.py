"""People tell things and paste notices, and ask nothing; who asks is never taken for them."""

from pathlib import Path

import pytest

from bot.reading.notice import is_notice
from bot.reading.told import Told, is_button_trouble, is_no_figure, told
from tests.exam import Question, read_blocks

TOLD = {
    Told.ABSENT: (
        "tui đau chân không đi họp được",
        "tui dau chan khong di hop duoc",
        "mai tôi bận việc nhà, xin phép vắng mặt",
        "báo cáo đồng chí, hôm nay tôi ốm không dự lễ được",
        "xin nghỉ họp bữa ni hỉ",
        "không đi họp được thì báo ai?",
        "toi di hop khong duoc",
        "tôi đi không được",
        "tới họp không được",
        "chiều tôi không vô họp được",
        "chiều mai tôi đi đám cưới không đến họp được nghe",
    ),
    Told.HANDED_IN: (
        "tôi nộp rồi đó",
        "tui nop roi ma",
        "dạ thưa anh tui nộp báo cáo hôm qua rồi",
        "chi hội tôi nộp rồi",
        "Tôi đã nộp báo cáo hôm qua",
        "gửi rồi nghe",
    ),
    Told.UNWELL: ("tui đau đầu", "mấy bữa ni tui mệt quá", "tôi bị té xe gãy chân", "đang nằm viện", "ốm rồi em ơi"),
    Told.GRIEF: ("vợ tôi mới mất", "me toi mat roi", "cha tôi vừa qua đời"),
    Told.BUTTON: (
        "tui bấm gửi không được",
        "toi bam nut gui ma khong duoc",
        "tui bấm hoài không ăn thua",
        "không thấy nút mô hết",
        "sao tui gửi không được",
    ),
    Told.OTHER: (
        "hôm qua mưa quá trời",
        "ngoài ni mưa lớn",
        "mai tui vô Đà Nẵng thăm cháu",
        "nhà tôi bị ngập",
        "con tôi đi bộ đội rồi",
        "tui mới mất con bò",
    ),
}

ASKED = (
    "không đi họp được thì có sao không?",
    "ai khong di hop duoc",
    "tôi có phải đi họp không",
    "tôi nộp rồi chưa",
    "tui nop chua ha",
    "nộp rồi chưa hỉ",
    "tôi muốn hỏi hạn báo cáo",
    "nhà tôi nghèo quá",
    "tôi ở Tam Kỳ",
    "tôi không hiểu",
    "cho tui xem số liệu",
    "nhà tôi có được hỗ trợ không",
    "ông nội tui đau chi rứa",
    "báo cáo",
    "mai",
    "tôi nộp không được",
    "tôi không gửi được",
    "không vô được",
    "mạng không lên được",
    "biên nhận không đến",
    "báo cáo gửi không tới được",
    "tôi không đi họp có bị phạt",
    "mẹ tôi mất có được tiền phúng viếng",
    "có 3 hội viên không đi họp",
)

NOTICES = (
    "Kính mời các đồng chí dự lễ kỷ niệm ngày thành lập Hội lúc 7h30 ngày 6/12/2026 tại Nhà văn hoá thôn.",
    "THÔNG BÁO\nSáng mai 8h họp chi hội tại nhà văn hoá, đề nghị có mặt đầy đủ",
    "Đề nghị các chi hội nộp báo cáo trước ngày 25/5 về Hội xã.",
    "kinh moi cac dong chi ccb thon trung dong den nha van hoa hop luc 19h toi nay",
    "Kính gửi các đồng chí chi hội trưởng, đề nghị nộp báo cáo 6 tháng trước 25/5",
    "Kính mời các đồng chí dự lễ lúc 7h30 ngày 6/12. Chúng tôi rất mong đồng chí có mặt.",
)

NO_NOTICES = (
    "Kính mời đồng chí",
    "Kính gửi Văn phòng, cho tôi hỏi hạn nộp báo cáo 6 tháng năm nay",
    "Kính mời các đồng chí dự lễ lúc 7h30 ngày 6/12 ở đâu vậy?",
    "thông báo mới nhất của Hội là gì",
    "Đề nghị các đồng chí cho tôi biết hạn nộp báo cáo năm 2024",
    "Kính báo đồng chí mai 7h tôi đau chân không đi họp được",
    "Kính báo cáo đồng chí: hộ nghèo 5, cận nghèo 3, quỹ 3tr5, tính đến ngày 20/5",
    "Thông báo: chi hội tôi có 5 hộ nghèo, 3 cận nghèo, quỹ 3 triệu, ngày 20/5",
)

QUESTIONS = Path(__file__).parent / "questions"


def _asking() -> list[Question]:
    files = sorted(QUESTIONS.rglob("*.txt"))
    return [one for path in files for one in read_blocks(path) if one.answerable is not None]


def test_no_question_of_the_exams_is_taken_for_what_is_told_or_for_a_notice() -> None:
    asked = _asking()
    assert len(asked) > 1000
    assert [one.text for one in asked if told(one.text) or is_notice(one.text)] == []


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_what_is_told_is_heard_as_what_it_is(kind: Told, text: str) -> None:
    assert told(text) is kind


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_or_wished_is_not_told(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_to_many_is_one(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize("text", NO_NOTICES)
def test_what_wants_an_answer_is_no_notice(text: str) -> None:
    assert not is_notice(text)


@pytest.mark.parametrize("text", ["bấm gửi thì ai nhận", "gửi không được đồng nào", "không bấm", "quỹ gửi không được"])
def test_what_only_speaks_of_sending_is_no_trouble_with_a_button(text: str) -> None:
    assert not is_button_trouble(text)


@pytest.mark.parametrize("text", ["mai tui không đi họp được", "tui bấm gửi không được", "vợ tôi mới mất"])
def test_what_is_told_while_a_figure_is_asked_is_no_nought(text: str) -> None:
    assert is_no_figure(text)


@pytest.mark.parametrize("text", ["không có", "không có hộ nào", "tui không có hộ nào hết", "0", "hết rồi", "chưa có"])
def test_a_nought_is_a_figure(text: str) -> None:
    assert not is_no_figure(text)
