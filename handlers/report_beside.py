"""What is said to a question about the report itself while a figure is asked: its deadline, who gets it, …"""

import re

from bot.desk import Desk
from bot.dialog.asking import hint
from bot.dialog.hear import named_field
from bot.dialog.progress import Progress
from bot.messages import Incoming
from bot.model.figure import Given
from bot.reading.beside_figure import Beside, beside
from bot.reading.of_bot import OfBot, of_bot
from bot.reading.remark import Remark, remark
from handlers.about_bot import told_of_bot
from handlers.about_bot_words import WHILE_FILLING
from handlers.moments import standing_of
from handlers.remarked import told_to_remark
from handlers.report_room import Room
from knowledge.fold import plain

_DUE = "Hạn nộp báo cáo này: {day}."
_LATER = 'Bận thì đồng chí nhắn "để sau", các số đã nhập tôi giữ.'
_LATE = "Nộp trễ vẫn được nhận."
_GOES = 'Nhập xong, đồng chí nhắn "gửi", báo cáo tới {above} ngay.'
MAY_MEND = "Được. Gửi rồi vẫn sửa được, khi cấp trên chưa duyệt."
"""To who asks whether a report that was handed in can be changed."""

_MEND = 'Được. Đồng chí nhắn "sửa" và số thứ tự, ví dụ: sửa 3 5.\nGửi rồi vẫn sửa được, khi cấp trên chưa duyệt.'
_COUNT = 'Cách tính thì tôi không có hướng dẫn thêm. Đồng chí hỏi {office}.\nChưa chắc thì nhắn "bỏ qua", điền sau.'
_NEED = 'Số nào chưa có, đồng chí nhắn "bỏ qua". Báo cáo vẫn gửi được, điền sau.'
_STILL = 'Còn {count} số chưa có. Đồng chí nhắn "xem lại" để xem hết.'
_NOTHING_TO_SEND = "Chưa có số nào để gửi."
_SEND = 'Được. Đồng chí nhắn "gửi".'
_SEND_LACKING = "Còn {count} số chưa có thì điền sau cũng được."
_WISHES_MORE = re.compile(
    r"\b(?:la|nghia la) (?:sao|rang|gi|chi|the nao|cai (?:gi|chi))\b|\bnguon\b(?: (?:dau|mo|nao))?"
    r"|\b(?:dai|ro|ky|cu the|chi tiet) hon\b|\bnoi (?:ro|them)\b|\bgiai thich\b"
)
"""What asks to be told more of a figure, or whence it comes."""

_WRITE = '{hint} Chưa biết thì nhắn "bỏ qua".'
_WRITE_AT_REVIEW = "Đồng chí nhắn số thứ tự và số đúng, ví dụ: sửa 3 5."


async def told_beside(incoming: Incoming, desk: Desk, room: Room, progress: Progress) -> str:
    """Returns the answer, "" for a text that asks nothing of the report."""
    field = room.form.field(progress.at)
    if remark(incoming.text) in (Remark.UNCLEAR, Remark.SHORTER) and field is not None:
        return f"{field.why}\n{_WRITE.format(hint=hint(field))}"
    if told := await told_to_remark(incoming, desk):
        return told
    if of_bot(incoming.text) is OfBot.MISTAKE:
        return WHILE_FILLING
    if told := await told_of_bot(incoming, desk):
        return told
    match beside(incoming.text):
        case Beside.DEADLINE:
            known = room.known
            due = _DUE.format(day=standing_of(known.last_day, known.today))
            return f"{due}\n{_LATE if known.today > known.last_day else _LATER}"
        case Beside.WHOM:
            above = (await desk.records.tree()).above(room.unit.id, room.known.today)
            return _GOES.format(above=above[0].name if above else "Hội cấp trên")
        case Beside.MENDING:
            return _MEND
        case Beside.COUNTING:
            return _COUNT.format(office=desk.office)
        case Beside.NEEDED:
            return _NEED
        case Beside.LEFT:
            return _STILL.format(count=_open(room, progress))
        case Beside.SENDING:
            count = _open(room, progress)
            if count == len(room.form.asked_in(room.period.span)):
                return _NOTHING_TO_SEND
            return f"{_SEND} {_SEND_LACKING.format(count=count)}" if count else _SEND
        case Beside.MEANING:
            return explained(incoming.text, room, progress)
        case Beside.WRITING:
            return _WRITE.format(hint=hint(field)) if field else _WRITE_AT_REVIEW
    return ""


def explained(text: str, room: Room, progress: Progress) -> str:
    """Returns why a figure is asked, where more about it is wished: "hộ nghèo là sao", "dài hơn"; else ""."""
    low = " ".join(plain(text).split())
    if _WISHES_MORE.search(low) is None:
        return ""
    named = named_field(_WISHES_MORE.sub(" ", low), room.form.asked_in(room.period.span))
    field = named[0] if named else room.form.field(progress.at)
    return f"{field.short}: {field.why}" if field is not None else ""


def _open(room: Room, progress: Progress) -> int:
    """Returns how many figures have no value yet."""
    given = {figure.field for figure in progress.figures if figure.given is Given.VALUE}
    return sum(field.id not in given for field in room.form.asked_in(room.period.span))
