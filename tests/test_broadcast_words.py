"""What is said about broadcasts is taken apart as it was meant."""

from datetime import date, datetime

import pytest

from bot.model.holidays import HolidayKind, holiday_on
from bot.stories.lines import ZONE
from handlers.broadcast_order import Order, order_of
from handlers.broadcast_token import Verb
from handlers.broadcast_words import Wished, wished
from handlers.when import is_now, read_when

NOW = datetime(2026, 5, 20, 8, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi thông báo", Wished()),
        ("toi muon soan thong bao moi", Wished()),
        (
            "thông báo cho các chi hội trưởng: họp lúc 8h sáng mai",
            Wished("họp lúc 8h sáng mai", "các chi hội trưởng"),
        ),
        (
            "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: nội dung: họp giao ban",
            Wished("họp giao ban", "chi hội trưởng xã Vân Trà", at="8h sáng mai"),
        ),
        (
            "gửi cho chi hội trưởng xã Vân Trà lúc 19:30 29/5 nội dung Mời họp",
            Wished("Mời họp", "chi hội trưởng xã Vân Trà", at="lúc 19:30 29/5"),
        ),
        (
            "gửi thông báo cho những người chưa nộp báo cáo 6 tháng",
            Wished(whom="những người chưa nộp báo cáo 6 tháng"),
        ),
        (
            "gửi cho ai chưa bấm đã nhận thông báo 3 19h30 thứ 6: nhắc lại",
            Wished("nhắc lại", "ai chưa bấm đã nhận thông báo 3", at="19h30 thứ 6"),
        ),
        (
            "gửi thông báo cho tất cả hội viên trừ xã Hạ Lĩnh, có nút đã nhận, gửi ngay: A\nB",
            Wished("A\nB", "tất cả hội viên", "xã Hạ Lĩnh", "gửi ngay", acknowledged=True),
        ),
        (
            "gui thong bao cho cac chi hoi truong, khong can nut da nhan: moi hop",
            Wished("moi hop", "cac chi hoi truong", acknowledged=False),
        ),
        ("thông báo cho chi hội trưởng\nMời họp: 8h", Wished("Mời họp: 8h", "chi hội trưởng")),
        # Where nothing parts them, the time is that of the meeting: when to send it is asked.
        (
            "gui tb cho tat ca chi hoi truong 8h sang mai hop ban chap hanh",
            Wished("8h sang mai hop ban chap hanh", "tat ca chi hoi truong"),
        ),
        (
            "gửi tb khẩn cho tất cả chi hội trưởng, trừ xã Hạ Lĩnh, mời họp chiều thứ 6",
            Wished("mời họp chiều thứ 6", "tất cả chi hội trưởng", "xã Hạ Lĩnh"),
        ),
        ("thong bao toi cac chi hoi truong la ngay mai hoan hop", Wished("ngay mai hoan hop", "cac chi hoi truong")),
        ("thông báo khẩn", Wished()),
        ("Gửi khẩn cho chi hội trưởng xã Vân Trà: bão", Wished("bão", "chi hội trưởng xã Vân Trà")),
        ("gửi chi hội trưởng xã Vân Trà: Kính mời dự lễ", Wished("Kính mời dự lễ", "chi hội trưởng xã Vân Trà")),
        ("nhắn các chi hội trưởng xã Vân Trà mai họp 8h", Wished("mai họp 8h", "các chi hội trưởng xã Vân Trà")),
        ("gửi cho thôn Trung Đông ngay: họp", Wished("họp", "thôn Trung Đông", at="ngay")),
        ("nhờ gửi giùm thông báo này đến hội viên: họp", Wished("họp", "hội viên")),
        # A day or part of a day behind the receivers is the time; without an hour it is asked.
        ("gửi cho các chi hội trưởng sáng mai: họp", Wished("họp", "các chi hội trưởng", at="sáng mai")),
        ("gửi cho các chi hội trưởng tối nay: họp", Wished("họp", "các chi hội trưởng", at="tối nay")),
        ("gửi cho các chi hội trưởng 5h chiều ni: họp", Wished("họp", "các chi hội trưởng", at="5h chiều ni")),
        ("gửi cho các chi hội trưởng mốt 7 rưỡi: họp", Wished("họp", "các chi hội trưởng", at="mốt 7 rưỡi")),
        ("gửi cho các chi hội trưởng hai giờ chiều: họp", Wished("họp", "các chi hội trưởng", at="hai giờ chiều")),
        ("gửi cho các chi hội trưởng nửa tiếng nữa: họp", Wished("họp", "các chi hội trưởng", at="nửa tiếng nữa")),
        ("gửi cho tất cả ngay trừ ông Ba: họp", Wished("họp", "tất cả", "ông Ba", at="ngay")),
        ("gửi cho chị Mai: họp", Wished("họp", "chị Mai")),
        ("gửi giấy mời họp cho bà con hội viên", Wished(whom="bà con hội viên")),
        (
            "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai trừ thôn An Hòa",
            Wished(whom="chi hội trưởng xã Vân Trà", without="thôn An Hòa", at="8h sáng mai"),
        ),
    ],
)
def test_a_wish_is_taken_apart(text: str, found: Wished) -> None:
    assert wished(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "gửi cho tôi file excel",
        "gửi cho xã trước ngày nào",
        "nhận chi hội trưởng mới",
        "gửi báo cáo cho ai",
        "báo cáo gửi cho cán bộ nào",
        "thông báo 3",
        "gửi thông báo 3",
        "gửi tiếp thông báo 3",
        "gửi lại cho người lỗi",
        "gửi",
        "thông báo của tỉnh hội nói gì",
    ],
)
def test_other_words_wish_no_broadcast(text: str) -> None:
    assert wished(text) is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("các thông báo", Order(Verb.LIST)),
        ("/thongbao@dongdoi_bot", Order(Verb.LIST)),
        ("/thongbao 3", Order(Verb.SHOW, 3)),
        ("xem thông báo số 3 thế nào rồi?", Order(Verb.SHOW, 3)),
        ("tạm dừng thông báo 3", Order(Verb.PAUSE, 3)),
        ("tam dung thong bao", Order(Verb.PAUSE)),
        ("cho tôi gửi tiếp thông báo 3", Order(Verb.RESUME, 3)),
        ("hủy thông báo 12", Order(Verb.CANCELLING, 12)),
        ("sửa giờ thông báo 3", Order(Verb.RETIME, 3)),
        ("sửa giờ thông báo 3 thành 7h sáng mai", Order(Verb.RETIME, 3, "7h sáng mai")),
        ("dời thông báo 3 sang 10h", Order(Verb.RETIME, 3, "10h")),
        ("thông báo 3 đổi sang 10h sáng mai", Order(Verb.RETIME, 3, "10h sáng mai")),
        ("dừng thông báo 3 lại", Order(Verb.PAUSE, 3)),
        ("hoãn thông báo 3", Order(Verb.PAUSE, 3)),
        ("nhắc mấy ông chưa nhận", Order(Verb.WAVE)),
        ("ai chưa nhận", Order(Verb.SILENT)),
        ("gửi lại cho những người bị lỗi", Order(Verb.AGAIN, 0, "failed")),
        ("gửi lại thông báo 3 cho người chưa rõ", Order(Verb.AGAIN, 3, "unknown")),
        ("đính chính thông báo 3: họp lúc 9 giờ", Order(Verb.CORRECT, 3, "họp lúc 9 giờ")),
        ("ai chưa nhận thông báo 3?", Order(Verb.SILENT, 3)),
        ("nhắc lại người chưa nhận thông báo 3", Order(Verb.WAVE, 3)),
        ("kết quả thông báo 3", Order(Verb.RESULT, 3)),
        ("bao nhieu nguoi da nhan", Order(Verb.RESULT)),
        ("có bao nhiêu người nhận được tb 3 rồi", Order(Verb.RESULT, 3)),
        ("đã có mấy người nhận rồi", Order(Verb.RESULT)),
        ("ai đã nhận thông báo 3", Order(Verb.RESULT, 3)),
        ("chua xac nhan thi gui lai", Order(Verb.WAVE)),
        ("gửi lại cho ai chưa xác nhận tb 3", Order(Verb.WAVE, 3)),
        ("tb 3 toi dau roi", Order(Verb.SHOW, 3)),
        ("ngưng gửi tb", Order(Verb.PAUSE)),
        ("dung thong bao 3", Order(Verb.PAUSE, 3)),
        ("sửa thông báo 3: Mời họp lúc 9 giờ", Order(Verb.EDIT, 3, "Mời họp lúc 9 giờ")),
        ("xuất excel thông báo 3", Order(Verb.BOOK, 3)),
        ("đồng ý gửi thông báo 3", Order(Verb.APPROVE, 3)),
        ("không gửi thông báo 3, lời chưa rõ", Order(Verb.REFUSE, 3, "lời chưa rõ")),
    ],
)
def test_an_order_is_read(text: str, order: Order) -> None:
    assert order_of(text) == order


@pytest.mark.parametrize(
    "text", ["dừng thông báo", "ai chưa nộp", "thông báo cho ai", "huỷ", "nhận", "gửi lại", "kết quả", "sửa 3"]
)
def test_other_words_are_no_order(text: str) -> None:
    assert order_of(text) is None


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("8h sáng mai", "2026-05-21T08:00"),
        ("19h30 thứ 6", "2026-05-22T19:30"),
        ("thứ 4 lúc 9h sáng", "2026-05-27T09:00"),
        ("8 giờ tối nay", "2026-05-20T20:00"),
        ("19:30 29/5", "2026-05-29T19:30"),
        ("lúc 7 giờ rưỡi sáng ngày 1/6/2026", "2026-06-01T07:30"),
        ("14h", "2026-05-20T14:00"),
        ("8h kém 15 sáng mai", "2026-05-21T07:45"),
        ("1h trưa mai", "2026-05-21T13:00"),
        ("8h sáng 25/1", "2027-01-25T08:00"),
    ],
)
def test_a_plain_time_is_read(words: str, at: str) -> None:
    found = read_when(words, NOW).at
    assert found is not None
    assert found.isoformat().startswith(at)


@pytest.mark.parametrize("words", ["8h mai", "7h sáng", "25h mai", "8h sáng ngày kia", "9h sáng 30/2"])
def test_a_time_that_is_not_plain_is_asked(words: str) -> None:
    found = read_when(words, NOW)
    assert (found.at, bool(found.ask)) == (None, True)


@pytest.mark.parametrize("words", ["ngay", "gửi ngay", "Luôn", "bây giờ"])
def test_at_once_is_said_in_several_ways(words: str) -> None:
    assert is_now(words)


@pytest.mark.parametrize(
    ("day", "name", "kind"),
    [
        (date(2027, 1, 1), "Tết Dương lịch", HolidayKind.PUBLIC),
        (date(2026, 4, 26), "Giỗ Tổ", HolidayKind.PUBLIC),
        (date(2026, 2, 15), "Tết Nguyên đán", HolidayKind.PUBLIC),
        (date(2026, 2, 21), "Tết Nguyên đán", HolidayKind.PUBLIC),
        (date(2030, 2, 2), "Tết Nguyên đán", HolidayKind.PUBLIC),
        (date(2026, 9, 2), "Quốc khánh", HolidayKind.PUBLIC),
        (date(2026, 7, 27), "Thương binh", HolidayKind.OWN),
        (date(2026, 12, 22), "Quân đội", HolidayKind.OWN),
    ],
)
def test_a_holiday_is_known(day: date, name: str, kind: HolidayKind) -> None:
    found = holiday_on(day)
    assert found is not None
    assert name in found.name
    assert found.kind is kind


@pytest.mark.parametrize("day", [date(2026, 2, 14), date(2026, 2, 22), date(2026, 5, 20), date(2036, 2, 1)])
def test_an_ordinary_day_is_none(day: date) -> None:
    assert holiday_on(day) is None
