"""Words that decline a question decline nothing where they are part of another word, or the fact's own matter."""

import pytest

from knowledge.answer import Found, Nothing, Smalltalk
from knowledge.base import Base
from knowledge.match import answer
from tests.exam import TODAY


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chị em tham gia mỗi xã một sản phẩm thế nào", "OCOP"),
        ("Hội vận động xây nhà cho đồng đội thế nào", "Nghĩa tình đồng đội"),
        ("già rồi vẫn làm gương sáng, tên phong trào là chi", "Tuổi cao"),
        ("cuộc vận động về địa chỉ nhân đạo của Chữ thập đỏ tên là gì", "một địa chỉ nhân đạo"),
        ("Núi Thành phải lo xong giấy tờ xin công nhận huyện nông thôn mới trước tháng mấy?", "6/2025"),
        ("mấy trang web bán hàng của Thành đoàn là trang nào", "postmart.vn"),
        ("Xã nào đạt mức thường năm 2024?", "Tà Bhing"),
        ("xã nào đang trình công nhận nông thôn mới mức thường trong quý 1/2024", "Tiên Lãnh"),
        ("Thành đoàn vận động đổi thói quen hại môi trường sang thói quen gì", "4R/4T"),
        ("Thưa các bác, tôi nay đã 75, nghe mấy anh em kể có phong trào người già làm gương, tên là chi", "Tuổi cao"),
        ("học xong chưa có việc ở Tam Kỳ thì hỏi tổ chức nào", "Thành đoàn"),
        ("cựu chiến binh đóng vai trò gì trong cuộc vận động toàn dân đoàn kết", "Toàn dân đoàn kết"),
    ],
)
def test_words_that_are_explained_by_the_fact_decline_nothing(base: Base, question: str, told: str) -> None:
    found = answer(base, question, TODAY)
    assert isinstance(found, Found)
    assert told in found.text


@pytest.mark.parametrize(
    "question",
    [
        "giá một bình chữa cháy",
        "muốn đổi thẻ hội viên thì làm sao",
        "địa chỉ Mặt trận thành phố Tam Kỳ",
        "hồ sơ xin công nhận huyện nông thôn mới gồm những giấy tờ gì",
        "Chi hội đóng mấy tiền vào quỹ vì người nghèo?",
        "số tài khoản quỹ vì người nghèo là số mấy",
        "Mức thưởng cho xã đạt nông thôn mới là bao nhiêu?",
        "muc thuong cho xa dat nong thon moi la bao nhieu",
        "cho tôi xin số máy của anh Trí phó chủ tịch Hội tỉnh để gọi hỏi thăm",
        "thẻ bảo hiểm y tế của thương binh được chi trả mấy phần trăm khi nằm viện",
        "đi tập huấn nông thôn mới có được công tác phí không",
        "hạn báo cáo có đổi sang ngày khác không",
        "Chuẩn hộ nghèo ở nông thôn là thu nhập dưới bao nhiêu một tháng?",
        "xã Tam Phú bị rút tên khỏi danh sách nâng cao lúc nào",
        "mấy huyện gửi báo cáo rồi",
    ],
)
def test_words_that_ask_for_what_no_plan_holds_still_decline(base: Base, question: str) -> None:
    assert isinstance(answer(base, question, TODAY), Nothing)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Huyện phải xong hồ sơ nông thôn mới trước tháng mấy?", ("Tiên Phước", "Núi Thành", "Quế Sơn")),
        ("Xã Quế Xuân phấn đấu đạt chuẩn gì?", ("Quế Xuân 1", "Quế Xuân 2")),
    ],
)
def test_places_that_nothing_tells_apart_are_all_shown(base: Base, question: str, places: tuple[str, ...]) -> None:
    text = answer(base, question, TODAY).text
    assert all(place in text for place in places)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kế hoạch có giải thích cách làm mô hình giỏ rác đồng ruộng không?", "chỉ nêu tên"),
        ("Huyện Duy Xuyên lên nâng cao, kế hoạch có ghi hạn tháng nào không?", "không ghi hạn theo tháng"),
        ("Hải Dương có ghi chi mấy đồng cho cuộc vận động không?", "Không ghi số tiền"),
    ],
)
def test_a_fact_that_says_what_is_left_out_answers_whether_it_is_told(base: Base, question: str, told: str) -> None:
    found = answer(base, question, TODAY)
    assert isinstance(found, Found)
    assert told in found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mấy bác trong thôn đứng ra khuyên giải hai bên gây gổ là mô hình chi", "hòa giải"),
        ("mảng môi trường trong Cuộc vận động ứng với tiêu chí bao nhiêu", "17"),
        ("ai dạy thanh niên Tam Kỳ kỹ năng số", "Thành đoàn"),
        ("thưởng ở xã phường Tam Kỳ theo phụ lục nào", "hụ lục"),
        ("ban chuyên môn nào thu nhận báo cáo vì người nghèo của các huyện", "Ban Tuyên giáo"),
        ("cơ quan nào ký quyết định số 2289", "UBND tỉnh"),
    ],
)
def test_a_word_with_the_marks_of_another_one_asks_for_nothing_else(base: Base, question: str, told: str) -> None:
    found = answer(base, question, TODAY)
    assert isinstance(found, Found)
    assert told in found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hãy làm sạch biển là gì", "Hãy làm sạch biển"),
        ("1 hố 2 sọt 1 dây là gì", "1 hố, 2 sọt và 1 dây"),
        ("Hội huy động nguồn lực địa phương cho nông thôn mới thế nào", "nguồn lực"),
        ("giám sát xã hội của Hội theo đâu", "iám sát"),
    ],
)
def test_what_the_plans_surely_tell_is_no_friendly_word(base: Base, question: str, told: str) -> None:
    found = answer(base, question, TODAY)
    assert isinstance(found, Found)
    assert told in found.text


@pytest.mark.parametrize(
    "message", ["cảm ơn nhiều nghe", "bạn là ai", "chào buổi sáng", "nguồn mô rứa", "nói rõ hơn đi"]
)
def test_a_friendly_word_stays_one(base: Base, message: str) -> None:
    assert isinstance(answer(base, message, TODAY), Smalltalk)


def test_what_a_named_plan_says_itself_comes_first(base: Base) -> None:
    found = answer(base, "ai chủ trì đền ơn đáp nghĩa ở Tam Kỳ", TODAY)
    assert isinstance(found, Found)
    assert found.sources[0].plan == "tamky"
    assert len(found.facts) > 1


def test_what_is_of_a_kind_stands_under_one_heading(base: Base) -> None:
    text = answer(base, "Hải Dương tuyên truyền cuộc vận động bằng những hình thức nào?", TODAY).text
    assert all(way in text for way in ("báo chí", "truyền thanh", "tập huấn"))


def test_whose_report_is_asked_is_told(base: Base) -> None:
    text = answer(base, "ban nào của Hội báo cáo Mặt trận tỉnh về Cuộc vận động", TODAY).text
    assert text.startswith("Ban Phong trào - Văn phòng")


def test_where_the_asker_lives_is_not_what_is_asked(base: Base) -> None:
    lives = "Tôi ở Thăng Bình, cho hỏi mục tiêu giảm hộ nghèo của tỉnh năm 2024 là bao nhiêu hộ?"
    asks = "Huyện Thăng Bình phấn đấu giảm bao nhiêu hộ nghèo năm 2024?"
    assert "2.900" in answer(base, lives, TODAY).text
    assert isinstance(answer(base, asks, TODAY), Nothing)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Kế hoạch 121 ban hành ngày 15/4/2024, có đúng không?", "Không đúng. Số 121/KH-CCB, ngày 15/3/2024"),
        ("Kế hoạch 121 ban hành ngày 15/3/2024, có đúng không?", "Đúng. Số 121/KH-CCB, ngày 15/3/2024"),
        ("Báo cáo 6 tháng của kế hoạch 121 nộp ngày 30/6/2024 đúng không?", "Báo cáo 6 tháng về Cuộc vận động"),
    ],
)
def test_a_day_that_is_to_be_confirmed_is_answered_with_the_true_one(base: Base, question: str, begins: str) -> None:
    assert answer(base, question, TODAY).text.startswith(begins)


def test_two_plans_that_are_compared_belong_to_the_same_hoi(base: Base) -> None:
    asked = "Báo cáo 6 tháng: kế hoạch cuộc vận động với kế hoạch vì người nghèo của Hội tỉnh, hạn của cái nào sớm hơn?"
    text = answer(base, asked, TODAY).text
    assert "31/5/2024" in text
    assert "10/6/2024" in text
    assert "Tam Kỳ" not in text


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Phương châm xây dựng nông thôn mới đổi sang phương châm gì?", "nhân dân làm Nhà nước hỗ trợ"),
        ("ở Hải Dương mấy huyện gởi báo cáo về ban chi của Mặt trận tỉnh", "Ban Phong trào"),
        ("Ở Tam Kỳ ai vận động lớp trẻ ghi tên khám nghĩa vụ quân sự?", "Thành đoàn"),
        ("tôi là cựu chiến binh quê Điện Quang, hồ sơ kiểu mẫu của xã trình trong thời gian nào", "quý 1/2024"),
        ("dan so tham gia bao hiem y te bao nhieu phan tram", "96%"),
        ("xã mà sáp nhập thì hồ sơ nông thôn mới mần răng", "xã sau sáp nhập"),
        ("Ông ùi Văn Trí giữ chức vụ gì khi ký kế hoạch vì nưgời nguèo?", "Phó Chủ tịch"),
    ],
)
def test_the_same_words_ask_for_what_the_plans_hold(base: Base, question: str, part: str) -> None:
    found = answer(base, question, TODAY)
    assert isinstance(found, Found)
    assert part in found.text
