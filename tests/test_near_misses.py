"""What is near a fact and is not it: another event, another number, another name, a remark that asks nothing."""

from datetime import date

import pytest

from knowledge.answer import Answer, Context, Found, Nothing, Unsure
from knowledge.base import Base
from knowledge.match import answer

TODAY = date(2024, 5, 2)
DEADLINE = Context("hạn báo cáo 6 tháng kế hoạch 121", ("R01",))


def asked(base: Base, text: str, context: Context | None = None) -> Answer:
    """Returns what is answered on a day of the plans' year."""
    return answer(base, text, TODAY, context)


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo quý 1 kế hoạch 121 nộp trước ngày mấy?",
        "đại hội Hội CCB tỉnh nhiệm kỳ tới tổ chức ngày nào",
        "Ngày hội đại đoàn kết ở Tam Kỳ tổ chức ngày nào",
        "Tiêu chí đô thị văn minh số 12 nói về gì",
        "nghị quyết đại hội đảng bộ tỉnh khóa XXIII nói gì về hộ nghèo",
        "Hội LHPN thành phố giúp bao nhiêu phụ nữ khởi nghiệp?",
        "Huyện Tiên Phước nộp hồ sơ huyện đạt chuẩn nông thôn mới đúng ngày nào",
        "sản phẩm OCOP của xã Tam Thăng là gì",
    ],
)
def test_what_only_looks_alike_is_declined(base: Base, text: str) -> None:
    assert isinstance(asked(base, text), Nothing)


@pytest.mark.parametrize(
    "text",
    [
        "ai la Trủ tịch UBND tỉnh luc ban hành kh 648 z",
        "ctịch UBND tỉnh Quảng Nam năm 2024 là ai?",
        "MTTQ h. Thăng Bìnj bc 6 tháng CVĐ hạn ngày mấy",
        "QĐ 185 giao h.Bắt Trà My giảm bn hộ nghèo",
    ],
)
def test_what_no_plan_holds_is_seen_through_a_slip(base: Base, text: str) -> None:
    assert isinstance(asked(base, text), Nothing)


@pytest.mark.parametrize("remark", ["Sổ đỏ nhà tôi ghi nhầm", "con tôi mới lấy vợ"])
def test_a_remark_on_something_else_is_not_answered_from_the_last_topic(base: Base, remark: str) -> None:
    assert not isinstance(asked(base, remark, DEADLINE), Found)


@pytest.mark.parametrize(("text", "due"), [("còn báo cáo năm thì sao", "31/10/2024"), ("nộp cho ai", "Hội CCB tỉnh")])
def test_what_goes_on_is_still_answered_from_it(base: Base, text: str, due: str) -> None:
    assert due in asked(base, text, DEADLINE).text


def test_a_question_for_two_figures_gets_both(base: Base) -> None:
    text = asked(base, "Năm 2024 Hội Nông dân Tam Kỳ lập mới mấy tổ hội nông dân nghề nghiệp và mấy chi hội?").text
    assert "26 tổ hội" in text
    assert "01 chi hội" in text


def test_two_reports_of_one_body_are_of_its_own_plan(base: Base) -> None:
    text = asked(
        base, "Mặt trận Tam Kỳ quy định hạn báo cáo 6 tháng và báo cáo năm của cuộc vận động là ngày nào?"
    ).text
    assert "15/5/2024" in text
    assert "31/10/2024" not in text


def test_the_dates_asked_for_are_never_an_empty_list(base: Base) -> None:
    told = asked(base, "chi hội trung quý báo cáo ra răng")
    assert isinstance(told, Unsure)
    assert told.options
    assert "31/5/2024" in told.text


def test_a_polite_letter_that_asks_is_no_small_talk(base: Base) -> None:
    told = asked(
        base,
        "Chào em, bác đây, tôi vào Hội đã hơn hai chục năm, nhờ đồng chí chỉ giúp tôi, "
        "truyền thống của cựu chiến binh được gói trong bốn điều nào, kính chúc đồng chí luôn vui khỏe",
    )
    assert "Trung thành" in told.text


COMMUNES = Context("bao nhiêu xã đạt nông thôn mới kiểu mẫu năm 2025", ("KM-2025",))


@pytest.mark.parametrize("text", ["tui muốn vô hội thì làm răng", "tui muon gop y voi tinh hoi", "khong biet"])
def test_who_speaks_of_himself_does_not_hear_the_last_answer_again(base: Base, text: str) -> None:
    found = asked(base, text, COMMUNES)
    assert not isinstance(found, Found) or found.facts != COMMUNES.facts


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Năm 2024 Tam Kỳ được giao giảm mấy hộ nghèo?", "không ghi con số của từng nơi"),
        ("câu lạc bộ phòng chống bạo lực gia đình ở Hải Dương sinh hoạt mấy buổi một tháng", "không ghi"),
    ],
)
def test_what_the_fact_lacks_is_said(base: Base, typed: str, told: str) -> None:
    answered = asked(base, typed)
    assert isinstance(answered, Nothing)
    assert told in answered.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Mục III.3 của Kế hocạh 121/KH-CCB quy định hai mcố gửi báo cáo nào?", "31/10/2024"),
        ("Kế hooạch cuộcc vận động năm 2024 của Hội Ciu chiến ibnh tỉnh Quảng Nam số mấy?", "121/KH-CCB"),
        ("kế hoạch phân loại árc Hải Dương tên gì", "hữu cơ tại gia đình"),
        ("Cam Kim co trong danh sach nong thon mo nang cao nam 2024 khong?", "2025"),
    ],
)
def test_a_message_with_slips_is_read_as_if_well_typed(base: Base, typed: str, told: str) -> None:
    answered = asked(base, typed)
    assert isinstance(answered, Found)
    assert told in answered.text


def test_a_body_that_the_plans_name_is_no_slip_of_a_place_elsewhere(base: Base) -> None:
    text = (
        "Co phai o Hai Duong, Ban Thanh tra nhan dan va Ban Giam sat dau tu cong dong can hoat dong hieu qua cao khong?"
    )
    assert isinstance(asked(base, text), Found)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Các mô hình kinh tế thích ứng với biến đổi khí hậu mà hội viên nên làm là kinh tế gì?", "kinh tế tuần hoàn"),
        ("Thành đoàn có cuộc vận động nào chăm lo thiếu nhi khó khăn?", "Vì đàn em thân yêu"),
        ("Nội dung thứ tư của cuộc vận động trong kế hoạch 121 nói về gì?", "an toàn thực phẩm"),
        ("Hạn báo cáo năm phong trào người nghèo có rơi vào giữa Tháng cao điểm không?", "trước khi Tháng cao điểm"),
    ],
)
def test_one_fact_that_says_more_is_told_instead_of_a_list_a_report_or_a_plan(
    base: Base, typed: str, told: str
) -> None:
    answered = asked(base, typed)
    assert isinstance(answered, Found)
    assert len(answered.facts) <= 2
    assert told in answered.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Trong các kế hoạch có những cuộc vận động nào về giao thông?", "Có 7"),
        ("heo đất nghĩa tình nằm ở kế hoạch mô, ngoài hắn ra còn mô hình chi nữa không", "Hũ gạo tiết kiệm"),
        ("Hội Khuyến học làm phong trào học tập suốt đời bằng các mô hình nào?", "Công dân học tập"),
    ],
)
def test_a_list_that_is_asked_for_stays_a_list(base: Base, typed: str, told: str) -> None:
    answered = asked(base, typed)
    assert isinstance(answered, Found)
    assert len(answered.facts) > 1
    assert told in answered.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Tôi đang làm báo cáo tổng kết nên cần con số: cả tỉnh giai đoạn 2021-2025 nhân rộng ít nhất mấy mô hình?",
            "300",
        ),
        ("Văn bản số 271 của Mặt trận tỉnh ra ngày nào, nói về phong trào gì?", "05/3/2024"),
        ("UBND Tam Kỳ ban hành kế hoạch nông thôn mới năm 2024 vào ngày nào, số mấy?", "54/KH-UBND"),
        ("Nghị quyết 134/2013 trong kế hoạch vì người nghèo có phải ghi sai số không?", "in nhầm"),
        ("4R/4T trong kế hoạch Tam Kỳ là viết tắt của những từ nào?", "Tái chế"),
        ("nâng cao năm 2024 có mấy xã, Tiên Mỹ có trong đó không", "17 xã"),
        ("Đợt cao điểm có tên Tháng Nhân đạo là của tổ chức nào ở Tam Kỳ?", "Hội Chữ thập đỏ"),
        ("nông thôn mới 2024-2025 thì hội huyện tui phải mần chi rứa", "tự xây dựng kế hoạch"),
        ("KH vì ng nghèo gửi các Ban Hội CCB tỉnh để làm j", "thực hiện"),
    ],
)
def test_what_a_word_seems_to_call_for_is_not_answered_for_it(base: Base, typed: str, told: str) -> None:
    answered = asked(base, typed)
    assert isinstance(answered, Found)
    assert told in answered.text
