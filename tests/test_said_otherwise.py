"""Manners of asking that name one thing and want another, count their questions off, or say a name as it sounds."""

from datetime import date

import pytest

from knowledge.answer import Answer, Context, Found, Nothing, Unsure
from knowledge.base import Base
from knowledge.match import answer

TODAY = date(2024, 5, 2)


def asked(base: Base, text: str) -> Answer:
    """Returns what is answered on a day of the plans' year."""
    return answer(base, text, TODAY)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("nhà nghĩa tình đồng đội với nhà gì nữa mà hội vận động xây", "Đại đoàn kết"),
        ('mô hình "Gia đình tự quản" kế hoạch 121 kể cùng mô hình tự quản nào', "Dòng họ tự quản"),
        ("ngoài xã Đại Cường thì còn xã nào nông thôn mới nâng cao 2024", "Đại Lãnh"),
        ("chỉ tiêu OCOP", "200 sản phẩm"),
    ],
)
def test_who_asks_for_the_others_gets_them(base: Base, text: str, other: str) -> None:
    assert other in asked(base, text).text


def test_questions_that_are_counted_off_are_each_answered(base: Base) -> None:
    text = asked(
        base,
        "Tôi hỏi hai chuyện: một là báo cáo 6 tháng kế hoạch 121 nộp trước ngày nào, "
        "hai là mỗi xã phải có mấy mô hình do Hội quản lý. Cảm ơn cô chú.",
    ).text
    assert "31/5/2024" in text
    assert "01 mô hình" in text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("xã A Xan năm nào đạt chuẩn", "Axan"),
        ("xã Ba Lê trên Tây Giang năm 2025 lên mức mô", "Bhalêê"),
        ("xã La Dê lên chuẩn gì", "La Dêê"),
        ("Đắt Tôi đạt chuẩn năm mấy", "Đắc Tôi"),
        ("Xơn Viên nâng cao năm mấy vậy cháu", "Sơn Viên"),
    ],
)
def test_a_commune_is_known_by_what_people_say(base: Base, text: str, name: str) -> None:
    told = asked(base, text)
    assert isinstance(told, Found)
    assert f"Xã {name}:" in told.text


def test_a_commune_that_only_sounds_near_is_asked_back(base: Base) -> None:
    assert isinstance(asked(base, "xã Bình Nam năm nào nâng cao"), Unsure)


def test_ones_own_commune_is_not_named(base: Base) -> None:
    text = asked(base, "quê tôi ở Tân Hiệp, xã đảo mình phấn đấu lên mức nào, năm nào").text
    assert "Tân Hiệp" in text
    assert "Đại Minh" not in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TC số 9 ĐTVM gắn với ND nào", "Hệ thống chính trị"),
        ("Kh271 của ai, ngày nào", "05/3/2024"),
        ("5.675 là số gì trong kế hoạch thành phố", "hộ nông dân"),
        ("Hai kế hoạch số 271 và 274 khác nhau ở việc gì", "274/KH-MTTQ-BTT"),
        ('"Tiếng loa an ninh" nằm ở kế hoạch nông thôn mới hay kế hoạch khác', "Tiếng loa an ninh"),
        ("ông Nguyễn Ba là ai", "Chủ tịch"),
    ],
)
def test_short_forms_and_figures_are_read(base: Base, text: str, said: str) -> None:
    assert said in asked(base, text).text


def test_the_campaigns_two_plans_tell_their_days_side_by_side(base: Base) -> None:
    text = asked(base, "Báo cáo năm của cuộc vận động toàn dân đoàn kết phải nộp trước ngày nào?").text
    assert "31/10/2024" in text
    assert "10/11/2024" in text


@pytest.mark.parametrize(
    "text",
    [
        "đề án 993 hỗ trợ phụ nữ làm gì",
        "tiêu tri số 5 nông thôn mới là tiêu chí gì",
        "NQ 13/2023 htro xây mới một căn nhà tạm bnhiê triệu đồng",
        "ai là chửong ban Tuyên giáo của Hội tỉnh",
        "kq phong trào thi đua vì người nghèo 6 tháng đầu năm 2024",
        "mặt trận tỉnh quảng nam phải nộp báo cáo lên trung ương mặt trận trước ngày nào",
        "sản phẩm OCOP nào của Quảng Nam đã được năm sao",
        "sa Trà Bui phấn đấu đạt chuẩn nông thôn mới năm mấy",
        "báo cáo 6 tháng nộp trễ có sao không",
        "Công văn mới năm 2025 cho Hội An lùi hồ sơ nông thôn mới sang tháng mấy?",
    ],
)
def test_what_no_plan_holds_stays_untold_however_it_is_typed(base: Base, text: str) -> None:
    assert not isinstance(asked(base, text), Found)


def test_a_letter_does_not_lose_what_a_dash_holds_together(base: Base) -> None:
    told = asked(
        base,
        "Chào em, bác đây. Đã ngoài bảy mươi tuổi. Hôm trước đi họp tôi nghe không rõ. Nhờ đồng chí chỉ giúp tôi, "
        "số điện thoại của Ban Phong trào - Văn phòng Hội CCB tỉnh là số nào? Tôi xin cảm ơn.",
    )
    assert isinstance(told, Nothing)


def test_a_districts_communes_are_asked_back_with_the_provinces_list(base: Base) -> None:
    told = asked(base, "huyện Núi Thành có những xã nào nâng cao 2025")
    assert isinstance(told, Unsure)
    assert "không chia danh sách xã theo huyện" in told.text
    assert "Tam Hải" in told.text


@pytest.mark.parametrize("text", ["khi nào nộp báo cáo", "hạn nộp báo cáo", "bao gio nop bao cao 6 thang"])
def test_all_report_dates_fit_on_one_small_screen(base: Base, text: str) -> None:
    told = answer(base, text, date(2026, 5, 20))
    assert isinstance(told, Unsure)
    assert len(told.text) <= 500
    assert "15/5/2024" in told.text


def test_to_whom_reports_go_is_told_where_it_is_asked_and_on_a_longer_answer(base: Base) -> None:
    asked_both = asked(base, "báo cáo nộp khi nào, gửi cho ai")
    assert "31/5/2024" in asked_both.text
    assert "Ban Phong trào" in asked_both.text
    days = asked(base, "khi nào nộp báo cáo")
    assert isinstance(days, Unsure)
    assert "Ban Phong trào" not in days.text
    longer = answer(base, "dài hơn", TODAY, Context("khi nào nộp báo cáo", days.facts))
    assert "Ban Phong trào" in longer.text


def test_a_shorter_answer_is_the_last_one_in_few_words(base: Base) -> None:
    first = asked(base, "Ban Phong trào - Văn phòng có trách nhiệm gì")
    assert isinstance(first, Found)
    short = answer(base, "ngắn hơn", TODAY, Context("Ban Phong trào - Văn phòng có trách nhiệm gì", first.facts))
    assert isinstance(short, Found)
    assert short.facts == first.facts
    assert len(short.text) < len(first.text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Xã kiểu mẫu năm 2025 nhiều hơn hay ít hơn năm 2024?", ("19 xã", "5 xã")),
        ("xa nang cao nam 2025 it hon hay nhieu hon nam 2024", ("44 xã", "17 xã")),
        ("hạn báo cáo 6 tháng của kế hoạch 121 khác gì với kế hoạch vì người nghèo", ("31/5/2024", "10/6/2024")),
        ("mô hình tiếng loa an ninh khác gì tiếng kẻng an ninh", ("Tiếng loa", "Tiếng kẻng")),
        ("phong trào làm kinh tế của Hội CCB Tam Kỳ khác gì của Hội CCB tỉnh", ("làm kinh tế giỏi", "kinh doanh giỏi")),
    ],
)
def test_both_things_are_told_that_stand_around_what_compares_them(
    base: Base, text: str, both: tuple[str, str]
) -> None:
    told = asked(base, text)
    assert isinstance(told, Found)
    assert all(one in told.text for one in both)


@pytest.mark.parametrize(
    ("text", "common", "other"),
    [
        ("Những xã nào có tên ở cả danh sách nâng cao 2024 lẫn kiểu mẫu 2025?", "Có 5 xã", "Tân Hiệp"),
        ("xa mo vua nang cao vua kieu mau trong nam 2025", "Duy Vinh, Tiên Châu", "Tam Hải"),
        ("Xã nào làm hồ sơ nâng cao 2023 rồi phấn đấu kiểu mẫu năm 2024?", "Bình Phú", "Quế Phú"),
        ("có mấy xã nằm cả trong danh sách nông thôn mới 2024 lẫn nâng cao 2025", "Không có xã nào", "Đại Chánh"),
    ],
)
def test_what_two_lists_have_in_common_is_told_and_nothing_else(base: Base, text: str, common: str, other: str) -> None:
    told = asked(base, text)
    assert isinstance(told, Found)
    assert common in told.text
    assert other not in told.text
