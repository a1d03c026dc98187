"""What is said to the dialog while a broadcast is written is told from what is asked."""

import pytest

from handlers.broadcast_step_words import Step, StepWord, may_be_asked, step_word
from handlers.broadcast_token import Ask

SAID = {
    Step.CANCEL: (
        "huỷ tin đó đi",
        "huy tin do di",
        "bỏ tin ni đi",
        "thôi khỏi gửi nữa",
        "không gửi nữa",
        "thôi không soạn nữa đâu",
        "huỷ",
        "thôi",
        "xoá bản nháp",
    ),
    Step.LATER: (
        "để sau",
        "để đó mai soạn tiếp",
    ),
    Step.BACK: (
        "quay lại",
        "quay lai cau truoc",
        "trở lại bước trước",
        "lui lại",
    ),
    Step.LOOK: (
        "xem lại",
        "cho tui coi lại cái đã",
        "coi lai tin",
        "đọc lại nội dung",
        "soạn tới đâu rồi",
    ),
    Step.WHO: (
        "ai nhận tin này?",
        "ai nhan tin ni",
        "bao nhiêu người nhận",
        "tin này gửi cho ai rứa",
        "gửi cho ai",
    ),
    Step.WHEN: (
        "mấy giờ gửi",
        "tin ni chừng nào gửi",
    ),
    Step.ON: (
        "gửi đi",
        "gửi",
        "bỏ qua",
    ),
}
CHANGES = {
    "doi lai 6h30": StepWord(Step.CHANGE, Ask.AT, "6h30", doubtful=True),
    "tất cả chi hội trưởng": StepWord(Step.CHANGE, Ask.WHOM, "tất cả chi hội trưởng"),
    "đổi giờ": StepWord(Step.CHANGE, Ask.AT, ""),
    "đổi giờ thành 8h": StepWord(Step.CHANGE, Ask.AT, "8h", doubtful=True),
    "doi gio thanh 8h sang mai": StepWord(Step.CHANGE, Ask.AT, "8h sang mai", doubtful=True),
    "Đổi giờ họp thành 8h": StepWord(Step.CHANGE, Ask.AT, "họp thành 8h", doubtful=True),
    "đổi giờ gửi thành 8h sáng mai": StepWord(Step.CHANGE, Ask.AT, "8h sáng mai"),
    "cho tui sửa lại giờ": StepWord(Step.CHANGE, Ask.AT, ""),
    "sửa giờ lại 9h": StepWord(Step.CHANGE, Ask.AT, "9h", doubtful=True),
    "hẹn giờ 8h sáng mai": StepWord(Step.CHANGE, Ask.AT, "8h sáng mai"),
    "sửa nội dung": StepWord(Step.CHANGE, Ask.TEXT, ""),
    "đổi nội dung thành: mai nghỉ họp": StepWord(Step.CHANGE, Ask.TEXT, "mai nghỉ họp"),
    "sửa lại lời: Mai nghỉ": StepWord(Step.CHANGE, Ask.TEXT, "Mai nghỉ"),
    "đổi người nhận": StepWord(Step.CHANGE, Ask.WHOM, ""),
    "đổi người nhận thành cán bộ xã": StepWord(Step.CHANGE, Ask.WHOM, "cán bộ xã"),
    "8h sáng mai": StepWord(Step.CHANGE, Ask.AT, "8h sáng mai", doubtful=True),
    "Đổi lịch họp chi hội sang chiều thứ sáu": StepWord(
        Step.CHANGE, Ask.AT, "họp chi hội sang chiều thứ sáu", doubtful=True
    ),
}
ANSWERS = (
    "huỷ họp chiều nay",
    "bỏ họp",
    "Huỷ buổi họp ngày mai",
    "Không gửi báo cáo sau ngày 25",
    "Mời họp 8h sáng mai",
    "xem đá bóng ở nhà văn hoá",
    "mai họp",
    "thông báo",
    "không có",
    "Hội viên nộp hội phí",
    "hội viên xã Vân Trà họp chiều mai",
    "đồng chí Ba",
    "quay phim lễ kỷ niệm",
    "gui thong bao",
    "trở lại trường xưa",
)


@pytest.mark.parametrize(("text", "step"), [(text, step) for step, texts in SAID.items() for text in texts])
def test_a_wish_is_known(text: str, step: Step) -> None:
    word = step_word(text)
    assert word is not None
    assert word.step is step


@pytest.mark.parametrize(("text", "word"), CHANGES.items())
def test_a_change_names_its_part(text: str, word: StepWord) -> None:
    assert step_word(text) == word


@pytest.mark.parametrize("text", ANSWERS)
def test_what_is_asked_is_an_answer(text: str) -> None:
    assert step_word(text) is None


def test_only_a_short_question_may_be_meant_for_us() -> None:
    assert may_be_asked("Hạn nộp báo cáo là ngày nào?")
    assert not may_be_asked("Mời các đồng chí họp.")
    assert not may_be_asked("Đồng chí nào chưa nộp?\nMai là hạn?")
