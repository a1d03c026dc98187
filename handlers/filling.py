"""A report is being filled in: every word, button, picture or correction in this chat belongs to it first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.advance import advance, amend_message, ask_again
from bot.dialog.buttons import FAMILY
from bot.dialog.buttons import pressed as pressed_button
from bot.dialog.progress import Progress
from bot.dialog.turn import NotAnAnswer, Turn
from bot.messages import Incoming, Kind
from bot.model.attachment import Attachment
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, route
from handlers.again import repeats
from handlers.answering import aside
from handlers.media import unseen
from handlers.report_beside import explained, told_beside
from handlers.report_rights import may_report, oversees
from handlers.report_room import Room, carried_over, room
from handlers.report_turns import outcome_of
from handlers.telling import remark
from handlers.typed import command, pressed

_FILES = (Kind.PHOTO, Kind.FILE)
_OTHER_THINGS = (Kind.VOICE, Kind.STICKER, Kind.LOCATION, Kind.OTHER)
_GONE = 'Báo cáo đó không còn đang nhập nữa, nên tôi không đổi gì. Đồng chí nhắn "báo cáo của tôi" để xem.'
_CLOSED = (
    "Kỳ báo cáo {period} đã đóng, nên tin đồng chí vừa gửi tôi chưa ghi. Các số đã nhập tôi vẫn giữ.\n"
    "Đồng chí hỏi {office}."
)
_ACCEPTED = (
    "Cấp trên đã nhận báo cáo {period} của chi hội, nên tin đồng chí vừa gửi tôi chưa ghi.\n"
    "Muốn sửa, đồng chí gọi {office}."
)
_MOVED_ON = "Báo cáo này vừa được nhập tiếp ở máy khác, nên tin đồng chí vừa gửi tôi chưa ghi. Bây giờ là câu này:"


def filling(handlers: Sequence[Handler], beside: Sequence[Handler]) -> Handler:
    """Returns the handler of a report that is open. ``handlers`` answer when it turns out not to be; those ``beside``
    wait for words of their own, which are no answer to a form: they come first.
    """

    def wants(incoming: Incoming, talk: Talk) -> bool:
        if pressed(incoming, FAMILY):
            return True
        if not talk.run:
            return False
        words = incoming.kind in (Kind.TEXT, Kind.EDIT) and not command(incoming.text)
        if words and any(handler.wants(incoming, talk) for handler in beside):
            return False
        return words or incoming.kind in _FILES or incoming.kind in _OTHER_THINGS

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        found = await _room(incoming, desk)
        if found is None:
            return await _not_open(incoming, desk, handlers)
        return await _step(incoming, desk, found)

    return Handler("filling", wants, handle)


async def _room(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the report that a message belongs to: that of its button, else the one that is open in this chat."""
    button = pressed_button(incoming.token) if incoming.kind is Kind.PRESS else None
    draft = await desk.records.draft_of_run(button.run if button else desk.talk.run)
    person = await desk.records.person_at(incoming.address)
    if draft is None or person is None or not may_report(person, draft.key.unit, await desk.records.tree(), desk):
        return None
    return await room(desk, draft.key, person)


async def _not_open(incoming: Incoming, desk: Desk, handlers: Sequence[Handler]) -> Outcome:
    """A button or a figure for a report that is over changes nothing; other words are for somebody else then."""
    figure = incoming.kind is Kind.PRESS or any(letter.isdigit() for letter in incoming.text)
    outcome = remark(incoming, _GONE) if figure else await route(incoming, desk, handlers)
    return replace(outcome, talk=replace(outcome.talk or desk.talk, run="", figure=False))


async def _step(incoming: Incoming, desk: Desk, open_one: Room) -> Outcome:
    assert open_one.draft is not None
    form, known = open_one.form, open_one.known
    tree = await desk.records.tree()
    if open_one.settled and not oversees(open_one.person, open_one.unit.id, tree, desk):
        told = _CLOSED if open_one.period.closed is not None else _ACCEPTED
        over = remark(incoming, told.format(period=open_one.period.title, office=desk.office))
        return replace(over, talk=replace(desk.talk, run="", figure=False))
    progress = carried_over(open_one, open_one.draft.progress)
    if incoming.kind in _OTHER_THINGS:
        return await outcome_of(incoming, desk, open_one, ask_again(form, progress, known, unseen(incoming.kind)))
    if incoming.kind in _FILES and not incoming.text.strip():
        return await _attached(incoming, desk, open_one, ask_again(form, progress, known))
    if incoming.kind in (Kind.TEXT, *_FILES) and desk.talk.question != progress.asked:
        return await outcome_of(incoming, desk, open_one, ask_again(form, progress, known, _MOVED_ON))
    step = amend_message if incoming.kind is Kind.EDIT and incoming.message_id else advance
    stepped = step(form, progress, incoming, known)
    turn = stepped if isinstance(stepped, Turn) else await _aside(stepped, progress, desk, open_one, incoming)
    if incoming.kind in _FILES:
        return await _attached(incoming, desk, open_one, turn)
    return await outcome_of(incoming, desk, open_one, turn)


async def _aside(stepped: NotAnAnswer, progress: Progress, desk: Desk, open_one: Room, incoming: Incoming) -> Turn:
    """Returns the answer to a question on the side with the open question below it, or that the answer was not read."""
    if repeats(incoming.text):
        return ask_again(open_one.form, progress, open_one.known)
    told = (
        await told_beside(incoming, desk, open_one, progress)
        or aside(desk, incoming.text)
        or explained(incoming.text, open_one, progress)
    )
    if told and stepped.stays:
        return replace(stepped.unread, text=f"{told}\n\n{stepped.unread.text}")
    return ask_again(open_one.form, progress, open_one.known, f"{told}\n", brief=True) if told else stepped.unread


async def _attached(incoming: Incoming, desk: Desk, open_one: Room, turn: Turn) -> Outcome:
    """Returns the turn, with the picture or file kept for the report."""
    kept = Attachment(
        open_one.key, incoming.file, incoming.kind.value, open_one.person.id, desk.now, incoming.address.channel
    )
    count = await desk.records.attachments(open_one.key) + 1
    outcome = await outcome_of(incoming, desk, open_one, turn, f"Đã kèm vào báo cáo ({count} ảnh, tệp).")
    return replace(outcome, records=(*outcome.records, kept))
