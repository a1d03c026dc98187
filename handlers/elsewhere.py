"""What is wished and not done by itself here: what the bot can do of it, the words for that, whom to ask."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.office_wish import OfficeWish, office_wish
from bot.router import Handler
from handlers.answering import asked
from handlers.broadcast_token import asked as asked_now
from handlers.duties import REPORT, due_next
from handlers.held_report import draft_report, held_report
from handlers.looked_after import keeps
from handlers.officer_above import officer_above
from handlers.telling import remark

_MEETING = "Tôi không giữ lịch họp, chỉ nhắc hạn nộp báo cáo."
_ASK_MEETING = "Giờ họp, đồng chí hỏi {whom}."
_TELL_MEETING = 'Muốn báo họp, đồng chí nhắn, ví dụ:\n"gửi cho các chi hội trưởng: 8h sáng mai họp ở xã".'
_LEADER_OR = "chi hội trưởng, hoặc {office}"
_PERSON = "Đổi chi hội trưởng do cán bộ Hội làm. Đồng chí báo {whom}."
_STAYS = "Báo cáo đã nộp, số đang nhập vẫn giữ cho người mới."
_NEW_PERSON = """Đổi chi hội trưởng: đồng chí nhắn "mời chi hội trưởng mới" và tên chi hội.
Cho người cũ thôi: nhắn "thu hồi vai trò" và tên chi hội."""
_HOW = """Đồng chí nhắn "báo cáo", tôi hỏi từng số một.
Không có thì nhắn 0, chưa biết thì nhắn "bỏ qua". Nhập dở tôi vẫn giữ.
Cần người nhập giúp, đồng chí gọi {whom}."""
_NO_TIME = "Tôi chưa nhắc riêng theo giờ được."
_REMINDS = "Gần đến hạn, tôi tự nhắn đồng chí."
_DRAFT = 'Báo cáo đang nhập chưa gửi cho ai. Muốn bỏ, đồng chí nhắn "báo cáo" để mở, rồi nhắn "huỷ".'
_HELD = 'Báo cáo đã nộp thì không xoá, chỉ sửa hoặc rút lại.\nĐồng chí nhắn "sửa báo cáo" hoặc "rút báo cáo".'
_SETTLED = "Báo cáo {period} cấp trên đã nhận, hoặc kỳ đã đóng, nên không xoá được. Muốn sửa, đồng chí gọi {office}."
_NOT_HANDED_IN = "Đồng chí chưa nộp báo cáo nào qua tôi, nên không có gì để xoá."
_OF_OTHERS = """Báo cáo chi hội đã nộp thì không xoá được.
Cần nộp lại, đồng chí nhắn "duyệt", mở báo cáo đó rồi chọn Trả lại."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wishes such a thing; while a report is filled in its own words are for that."""
    return incoming.kind is Kind.TEXT and not talk.run and office_wish(incoming.text) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what can be done. What a broadcast that is written asks stays on the screen."""
    done = await _told(incoming, desk)
    if asked_now(desk.talk) is None or done.talk is not None or len(done.replies) != 1 or done.replies[0].choices:
        return done
    return remark(incoming, done.replies[0].text, desk.talk.screen)


async def _told(incoming: Incoming, desk: Desk) -> Outcome:
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    match office_wish(incoming.text):
        case OfficeWish.MEETING:
            return remark(incoming, await _meeting(person, desk))
        case OfficeWish.PERSON:
            return remark(incoming, await _person(person, desk))
        case OfficeWish.HOW:
            return await _how(incoming, person, desk)
        case OfficeWish.REMINDER:
            return await _reminder(incoming, person, desk)
    return remark(incoming, await _deletion(incoming, person, desk))


async def _how(incoming: Incoming, person: Person | None, desk: Desk) -> Outcome:
    """Whoever reports nothing asks the plans."""
    if person is None or not person.has(RoleKind.LEADER):
        return asked(incoming, desk, incoming.text)
    return remark(incoming, _HOW.format(whom=await officer_above(person, desk) or desk.office), (REPORT,))


async def _reminder(incoming: Incoming, person: Person | None, desk: Desk) -> Outcome:
    if person is None or not person.has(RoleKind.LEADER):
        return remark(incoming, _NO_TIME)
    return remark(incoming, f"{_NO_TIME} {_REMINDS}\n{await due_next(desk, person)}", (REPORT,))


async def _meeting(person: Person | None, desk: Desk) -> str:
    if keeps(person):
        return f"{_MEETING}\n{_TELL_MEETING}"
    above = await officer_above(person, desk) if person and person.roles else _LEADER_OR.format(office=desk.office)
    return f"{_MEETING}\n{_ASK_MEETING.format(whom=above or desk.office)}"


async def _person(person: Person | None, desk: Desk) -> str:
    if keeps(person):
        return _NEW_PERSON
    if person is None or not person.has(RoleKind.LEADER):
        return _PERSON.format(whom=desk.office)
    return f"{_PERSON.format(whom=await officer_above(person, desk) or desk.office)}\n{_STAYS}"


async def _deletion(incoming: Incoming, person: Person | None, desk: Desk) -> str:
    if keeps(person) and not (person and person.has(RoleKind.LEADER)):
        return _OF_OTHERS
    held, draft = await held_report(incoming, desk), await draft_report(incoming, desk)
    if draft is not None and draft.submitted is None:
        return _DRAFT
    if held is None or held.submitted is None:
        return _NOT_HANDED_IN
    return _SETTLED.format(period=held.period.title, office=desk.office) if held.settled else _HELD


HANDLER = Handler("elsewhere", wants, handle)
