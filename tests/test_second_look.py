"""The second look at an answer: a slip in what is asked does not turn a decline into a fact."""

from datetime import date

import pytest

from knowledge.answer import Answer, Found, Nothing, Unsure
from knowledge.base import Base
from knowledge.match import answer
from tests.exam import Question, judged

TODAY = date(2024, 5, 2)


def asked(base: Base, text: str) -> Answer:
    """Returns what is answered on a day of the plans' year."""
    return answer(base, text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        'Cái sọt của "Bên sọt rác nhà ta" đan bằng dì?',
        "Dì sao huyện Nam Giang đến nay vẫng chưa có xã nào đạt chuẩn nôn thôn mới?",
        "Xao kêu là Khối 487 vậy chú?",
        "Thủ tụt vay vốn ngân hàng chính sách",
        "Việb kiểm sát giám sát chuyện gì ở Tam Kỳ?",
        "xã hòa phong ntm nâng cao 2025 ko ad",
        "xa duy gnhia nam nao len kieu mau",
    ],
)
def test_what_is_declined_well_typed_is_no_fact_with_a_slip(base: Base, text: str) -> None:
    assert not isinstance(asked(base, text), Found)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Hạng báo cáo 6 tháng kế hoạch 121 là ngày lào", "R01"),
        ("xã La Dê lên chuẩn gì", "NTM-2025"),
        ("nộp báo cáo 6 thán kế hoạch 121 ngày nào hè chú", "R01"),
    ],
)
def test_what_is_answered_well_typed_is_answered_with_a_slip(base: Base, text: str, fact: str) -> None:
    told = asked(base, text)
    assert isinstance(told, Found)
    assert fact in told.facts


def test_what_is_doubted_is_shown_and_asked_back(base: Base) -> None:
    doubted = asked(base, 'Cái sọt của "Bên sọt rác nhà ta" đan bằng dì?')
    assert isinstance(doubted, Unsure)
    assert "chưa chắc đọc đúng" in doubted.text
    assert "Bên sọt rác nhà ta" in doubted.text
    assert [option.label for option in doubted.options][-1] == "Không phải"


@pytest.mark.parametrize(
    "text",
    [
        "nước hợp vệ sinh nước sạch, chỉ tiêu nào cao hơn",
        "Chi tieu thon kieu mau cua toan tinh cao hon mien nui may phan tram?",
    ],
)
def test_half_of_what_is_asked_is_not_stated_as_the_whole(base: Base, text: str) -> None:
    assert not isinstance(asked(base, text), Found)


@pytest.mark.parametrize(
    "text", ["cho chaus xin sddt cuar matwj tranaj thanhf phoos tam kyf", "KH 121/KH-CCB do dd/c naof kys"]
)
def test_short_forms_are_known_by_the_keys_of_their_d(base: Base, text: str) -> None:
    assert isinstance(asked(base, text), Nothing)


def test_a_trap_may_be_answered_with_that_the_plan_does_not_hold_it() -> None:
    question = Question("", "Hải Dương chọn huyện làm điểm", "refuse", "trap", (("không ghi tên đơn vị",),), (), False)
    honest = Found("Kế hoạch không ghi tên đơn vị đó.", (), ())
    assert judged(question, honest, honest.text) == "right"
    other = Found("Một đơn vị cấp huyện làm điểm.", (), ())
    assert judged(question, other, other.text) == "wrong"
