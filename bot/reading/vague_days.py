"""Words that mean a day without saying which: cuối tháng, rằm, ngày kia, trước hạn 3 ngày. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.reading.day_said import LUNAR, PAST, VAGUE, DaySaid
from bot.reading.time_pattern import pattern

_OTHER_MOON = pattern(
    r"(?:mùng|mồng) <N> (?:tết|âm)(?: lịch)?|<N> tết"
    r"|(?:ngày )?(?:rằm|tết|giao thừa|trung thu|vu lan|giỗ tổ)(?: (?:tháng <N>|này|tới|nguyên đán|âm lịch))*"
    r"|(?:(?:ngày |mùng |mồng )?<N> )?tháng (?:giêng|chạp)"
    r"|(?:(?:ngày |mùng |mồng )?\d{1,2}/\d{1,2}(?:/\d{4})? ?)?\(?(?:âm lịch|âm|al|âl)\)?(?! thanh)"
    r"|(?:mùng|mồng) (?:<N>)(?! ?/| tháng (?:<N>)| ?(?:giờ|h|g|:))"
)
_REPEATED = pattern(
    r"(?:mỗi|hàng|hằng) (?:ngày|tuần|tháng|quý|năm|sáng|trưa|chiều|tối|đêm|thứ|chủ nhật)"
    r"|(?:ngày|tuần|sáng|chiều|tối) nào cũng|(?:các|những) (?:ngày|buổi|sáng|chiều|tối|thứ)"
)
_VAGUE = pattern(
    r"trước (?:thời )?hạn(?: chót)?(?: nộp)?(?: <N> (?:ngày|hôm|tuần|tiếng|giờ))?"
    r"|<N> (?:ngày|hôm|tuần) trước(?: hạn)?|trước (?:đó )?<N> (?:ngày|hôm|tuần|tiếng|phút)"
    r"|(?:ngày )?(?:cuối|đầu|giữa) (?:tuần|tháng|quý)(?: (?:này|nay|ni|sau|tới|<N>))?"
    r"|mai mốt|mai kia|mai này|nay mai|ngày một ngày hai"
    r"|(?:hôm|bữa|ngày|lúc|khi) (?:nào|khác|sau|đó|ấy|nớ)"
    r"|\d+[.,]\d+ ?(?:tiếng|giờ|h|phút|ngày|tuần)(?: nữa)?|<N> (?:tháng|năm|quý|giây) nữa|(?:vài|mấy|dăm"
    r"|ít) (?:ngày|hôm|bữa|tuần|tháng|tiếng|giờ|phút)(?: nữa| sau)?"
    r"|(?:một )?(?:lát|chút|tí|xíu|hồi|chốc|lúc|ít)(?: xíu)? nữa|<N> (?:tiếng|phút) (?:sau|trước)"
    r"|ngay (?:sau|khi|trước)(?: khi)?|(?:ngày|hôm|dịp|lễ) (?:quốc khánh|thành lập|họp|lễ)"
    r"|trong (?:ngày|tuần|buổi|tối|sáng|chiều)(?! (?:nay|mai|này|ni|hôm|sau|tới))|nửa đêm|giữa đêm|giữa trưa"
    r"|đúng ngọ|gà gáy|tan tầm"
)
_LONG = pattern(
    r"(?<!tháng )(?:ngày )?(?:cuối|đầu|giữa) năm(?: (?:nay|sau|tới))?|(?:trong )?tháng (?:sau|tới|này|nay|ni)|sang năm"
)
_GONE = pattern(r"(?:ngày )?hôm (?:qua|kia|trước)|bữa (?:qua|trước)|ngày trước|tuần (?:trước|rồi|qua)|<PART> qua")
_AFTER_NEXT = pattern(r"(?:(?:<PART>) )?(?P<day>(?:(?:ngày|bữa) )?kia|(?:ngày|bữa) tê)")
_MEANING_TWO = pattern(r"ngay mot")


def vague_days(text: str, today: date) -> Iterator[DaySaid]:
    """Yields the words of a text that leave the day open, with the days that they may mean."""
    for found in _OTHER_MOON.finditer(text):
        yield DaySaid(*found.span(), why=LUNAR)
    for found in _REPEATED.finditer(text):
        yield DaySaid(*found.span(), why="Tôi chỉ hẹn được từng lần một.")
    for found in _AFTER_NEXT.finditer(text):
        two, three = today + timedelta(days=2), today + timedelta(days=3)
        start = found.start("day")
        yield DaySaid(start, found.end(), (two, three), "“Ngày kia” mỗi nơi hiểu một khác.")
    for found in _GONE.finditer(text):
        yield DaySaid(*found.span(), why=PAST)
    for found in _VAGUE.finditer(text):
        yield DaySaid(*found.span(), why=VAGUE)
    for found in _LONG.finditer(text):
        yield DaySaid(*found.span(), why=VAGUE, weak=True)
    for found in _MEANING_TWO.finditer(text):
        yield DaySaid(*found.span(), (today + timedelta(days=2),), VAGUE)
