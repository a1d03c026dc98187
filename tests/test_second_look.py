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
        "Diễn tập phòng chống thiên tai ở xã no của Tam Kỳ?",
        "Phien toa gia dinh cua Thanh doan mo tai truong hoc noa?",
        "bo tieu chi do thi van minh co tat ca ay tieu chi",
        "tien phuoc nop ho so oxng chua, duoc cong nhan huyen ngay nao",
        "tuong ban phong trao van phong hoi ccb tinh ten chi",
        "xã a vương đạt ntm năm nào",
        "xả Sôn Kông NTM năm nào",
        "Xả Chà Tập phấn đấu nông thông mới năm lào?",
        "xã atm vinh chừng nao lên kiẻu mâu",
        "hoi luat da tp tam ky lam gi trong cuoc van dong",
        "Gả sử hạn là 30/6/2024, hãy xác nhận giúp tiô là đúngg",
        "Răng xã Trà Linh để tới năm 2025 mới phấn đấu đạt chuẩn nông thôn mới?",
        "quy chế 08 ký bộ chỉ huy quân sự gồm mấy phần rứa",
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
        ("nhg huyện, TP nào phải xong hsơ trc tháng 6/2025?", "D04"),
        ("Huyện miềng lúi được Kế hoạch 121 dặn tập trung dào việc gì đễ giảm hộ nghèo?", "H03"),
        ("Danh sach xa pan dzu dat chuan nong thon moi (chua phai nang cao, kieu mau) nam 2025?", "NTM-2025"),
        ("xã điện trung phấn đấu chuẩn gì, huyện chưa xã nông thôn mới", "D06"),
        ("gd 2021-2025, muc nang cao hay muc kieu mau phai them nhieu xa hon?", "G04"),
    ],
)
def test_small_words_that_a_noise_wrote_change_nothing(base: Base, text: str, fact: str) -> None:
    told = asked(base, text)
    assert isinstance(told, Found)
    assert fact in told.facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Đại Tân có phải nâng cao không hí?", "NTM-2024"),
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
        "Báo cáo Kế hoạch 121 và báo cáo phong trào vì người nghèo có gửi trung một bang không?",
        "mô hình lo chuyện rác rến, sạch xóm làng",
        "Kể các xã về đích nông thôn mới năm 2024, chưa ttính nâng co với kiểu mẫu.",
        "Đề áng vạy bơi ở Hải Dương do sở nào no?",
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
