"""A notice was pasted: whoever may send broadcasts is offered one with these words; others get a plain sentence."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.notice import is_notice
from bot.router import Handler
from handlers.answering import asked
from handlers.broadcast_addressed import addressed
from handlers.broadcast_addressees import with_addressees
from handlers.broadcast_rights import sender_of
from handlers.broadcast_steps import begun
from handlers.broadcast_telling import audience_told
from handlers.broadcast_token import Ask, Pick, Verb
from handlers.officer_above import officer_above
from handlers.telling import remark

_OFFER = "Đây giống một thông báo. Soạn thông báo với nội dung này?"
_FOR = "Người nhận: {whom}."
_CAME = """Đây là giấy mời, thông báo. Tôi không chuyển tiếp và không nhắc lịch họp được.
Muốn báo hội viên, đồng chí chuyển tin này vào nhóm chi hội.
Có việc không đi được, đồng chí báo {whom}."""
_WISHED = """Thông báo cho nhiều chi hội do cán bộ Hội gửi, tôi không gửi thay được.
Đồng chí nhờ {whom}."""
_DRAFT = "Tôi giữ làm bản nháp thông báo {number}, chưa gửi cho ai."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a notice was pasted."""
    return incoming.kind is Kind.TEXT and (is_notice(incoming.text) or addressed(incoming.text) is not None)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the offer; the words are a draft already, so that nothing is lost."""
    sender = None if incoming.group else await sender_of(incoming, desk)
    if sender is None:
        return await _to_whom_it_came(incoming, desk)
    draft = begun(await desk.records.next_broadcast(), sender, desk)
    written = await with_addressees(draft, incoming, sender, desk)
    if written.ask is Ask.TEXT and written.unclear is not None:
        return remark(incoming, written.unclear.text)
    whom = written.draft.audience
    lines = [_OFFER, *([_FOR.format(whom=await audience_told(whom, desk))] if whom else [])]
    lines += [written.unclear.text] if written.unclear else []
    choices = (
        Choice("Soạn thông báo", Pick(Verb.SHOW, draft.number).token),
        Choice("Thôi", Pick(Verb.CANCEL, draft.number).token),
    )
    told = "\n".join([*lines, _DRAFT.format(number=draft.number)])
    reply = Reply(incoming.address, told, choices)
    return Outcome((reply,), talk=replace(desk.talk, figure=False), records=(written.draft,))


async def _to_whom_it_came(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what a leader can do with a notice that came to him; the bot sends none for him."""
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    if person is None or not person.has(RoleKind.LEADER):
        return asked(incoming, desk, incoming.text)
    whom = await officer_above(person, desk)
    told = _WISHED if not is_notice(incoming.text) else _CAME
    return remark(incoming, told.format(whom=whom or desk.office))


HANDLER = Handler("pasted", wants, handle)
