"""What is said of reporting periods."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from bot.dialog.form import Form
from bot.model.opening import Flaw, Opening
from bot.model.period import Period, PeriodState
from bot.model.turnout import Turnout
from bot.model.unit import Unit
from bot.reading.period_wish import Doubt, Wish
from handlers.moments import shown_day, standing_of, weekday

EXAMPLE = "mở kỳ báo cáo 6 tháng {year}, hạn 31/5, chi hội trước 25/5"
_LATE = (5, 15)
"""After this day of a year the example is of the next one."""

WHICH = "Đồng chí muốn mở kỳ nào? Tôi mở được kỳ 6 tháng đầu năm, 9 tháng, từng quý và cả năm."
SECOND_HALF = "Không có kỳ riêng cho 6 tháng cuối năm; cuối năm các đơn vị báo cáo cả năm."
_STATES = {PeriodState.OPEN: "đang mở", PeriodState.CLOSING: "đã quá hạn, còn nhận", PeriodState.CLOSED: "đã đóng"}


def how_to(today: date) -> str:
    """Returns how a period is opened."""
    return f"Đồng chí nhắn cả câu, ví dụ:\n{EXAMPLE.format(year=today.year + (today > date(today.year, *_LATE)))}"


def deadlines(opening: Opening | Period, today: date) -> list[str]:
    """Returns the lines about its days."""
    lines = [f"Hạn chung: {standing_of(opening.deadline, today)}."]
    return [*lines, *(f"{titled(one.level)} nộp chậm nhất {standing_of(one.day, today)}." for one in opening.levels)]


def counted(units: Sequence[Unit]) -> str:
    """Returns how many units of which level: "120 chi hội, 1 xã"."""
    return ", ".join(f"{count} {level}" for level, count in Counter(unit.level for unit in units).most_common())


def forms_named(ids: Iterable[str], forms: Sequence[Form]) -> str:
    """Returns the titles of forms."""
    titles = {form.id: form.title for form in forms}
    return "; ".join(titles.get(name, name) for name in ids)


def about(period: Period, turnout: Turnout | None, today: date) -> str:
    """Returns a period in a line or two: its state and deadline, and how many have reported where that may be told."""
    line = f"- {titled(period.title)}: {_STATES[period.state(today)]}, hạn {shown_day(period.deadline)}."
    # Once the period is closed the days of the levels are history.
    days = [] if period.closed else [f"{titled(one.level)} chậm nhất {shown_day(one.day)}." for one in period.levels]
    lines = [line, *days, *([reported(turnout)] if turnout else [])]
    return "\n  ".join(lines)


def reported(turnout: Turnout) -> str:
    """Returns how many have reported."""
    told = f"Đã nộp {turnout.submitted}/{turnout.expected}"
    return f"{told}, đang nhập {turnout.drafts}, chưa báo {turnout.missing}."


def doubted(wish: Wish) -> str:
    """Returns the question about what cannot be carried out as it stands."""
    match wish.doubt:
        case Doubt.NO_SUCH_DAY:
            return f"Tôi không thấy ngày {wish.doubted} trong lịch. Đồng chí xem lại giúp tôi."
        case Doubt.NO_CLEAR_DAY:
            return "Tôi chưa rõ hạn là ngày nào. Đồng chí cho ngày và tháng, ví dụ 31/5."
        case Doubt.OTHER_WEEKDAY:
            falls = f"Ngày ấy là {weekday(wish.doubted_day)}" if wish.doubted_day else "Ngày ấy"
            return f"{falls}, không khớp với thứ đồng chí ghi. Đồng chí xem lại giúp tôi."
        case Doubt.TWO_DAYS:
            whose = f"cho cấp {wish.doubted}" if wish.doubted else "chung"
            return f"Tôi thấy hai hạn {whose}. Đồng chí chọn một giúp tôi."
        case Doubt.LATER_START:
            return f"Tôi mở kỳ ngay khi đồng chí bấm, chưa hẹn được đến {wish.doubted}. Đến ngày đó đồng chí nhắn lại."
        case Doubt.TWO_PERIODS:
            return "Mỗi lần tôi làm một kỳ. Đồng chí nhắn từng kỳ giúp tôi."
        case Doubt.SECOND_HALF:
            return SECOND_HALF
        case None:
            return _AGAIN


_AGAIN = "Tôi chưa rõ ý đồng chí. Đồng chí nhắn lại giúp tôi."


def flawed(flaw: tuple[Flaw, date, str], opening: Opening, today: date) -> str:
    """Returns what is wrong with the days of a proposal."""
    kind, day, level = flaw
    whose = f"Hạn của {level}" if level else "Hạn"
    match kind:
        case Flaw.PAST:
            return f"{whose} {shown_day(day)} đã qua. Đồng chí cho ngày khác, từ hôm nay {shown_day(today)} trở đi."
        case Flaw.FAR:
            return f"{whose} {shown_day(day)} xa kỳ {opening.title} quá. Đồng chí xem lại năm giúp tôi."
        case Flaw.AFTER_DEADLINE:
            return (
                f"{whose} {shown_day(day)} lại sau hạn chung {shown_day(opening.deadline)}. Đồng chí xem lại giúp tôi."
            )


def titled(words: str) -> str:
    """Returns the words with a great first letter."""
    return f"{words[:1].upper()}{words[1:]}"
