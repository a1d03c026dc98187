"""A turn of the form engine as an outcome: said, kept, and, at its end, handed in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk import Desk
from bot.dialog.draft import Draft, DraftDropped
from bot.dialog.silence import first_nudge
from bot.dialog.turn import End, Turn
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.figure import Figure, Given
from bot.model.role import RoleKind
from bot.model.submission import Submission, SubmissionState
from bot.outcome import Outcome
from handlers.report_room import Room


async def outcome_of(incoming: Incoming, desk: Desk, room: Room, turn: Turn, head: str = "") -> Outcome:
    """Returns what a turn comes to. ``head`` is said first."""
    match turn.end:
        case None:
            return await _going_on(incoming, desk, room, turn, head)
        case End.SUBMITTED:
            return await _handed_in(incoming, desk, room, turn)
        case End.POSTPONED:
            draft = _draft(incoming, desk.now, turn, nudge=first_nudge(desk.now))
            return _left(incoming, desk, turn.text, (draft,), (Choice("Làm tiếp", "baocao:"),))
        case End.CANCELLED:
            return await _dropped(incoming, desk, room, turn)


async def _going_on(incoming: Incoming, desk: Desk, room: Room, turn: Turn, head: str) -> Outcome:
    text = f"{head}\n{turn.text}" if head else turn.text
    replies = [Reply(incoming.address, text, turn.choices)]
    if turn.stuck:
        replies = [*await _told_officers(desk, room), *replies]
    talk = replace(desk.talk, run=turn.progress.run, question=turn.progress.asked, figure=True, last=text)
    draft = _draft(incoming, desk.now, turn, nudge=first_nudge(desk.now))
    return Outcome(tuple(replies), talk=talk, records=(draft,))


async def _dropped(incoming: Incoming, desk: Desk, room: Room, turn: Turn) -> Outcome:
    """What was given up stays in the audit, and who else worked on it is told: nothing goes without a word."""
    given = [figure for figure in turn.progress.figures if figure.given is Given.VALUE]
    note = "; ".join(f"{figure.field} = {figure.value}" for figure in given)
    audit = Audit(
        room.person.id,
        "draft.dropped",
        "/".join((room.key.period, room.key.unit, room.key.form)),
        desk.now,
        incoming.address.channel,
        note,
    )
    outcome = _left(incoming, desk, turn.text, (DraftDropped(room.key), audit))
    told = f"{room.person.name} đã bỏ báo cáo {room.period.title} đang nhập của {room.unit.name}."
    others = [
        await desk.records.person(name) for name in dict.fromkeys(one.by for one in given) if name != room.person.id
    ]
    letters = tuple(Reply(other.address, told) for other in others if other is not None)
    return replace(outcome, replies=(*letters, *outcome.replies))


async def _handed_in(incoming: Incoming, desk: Desk, room: Room, turn: Turn) -> Outcome:
    progress, held = turn.progress, room.held
    insists = room.returned is not None  # the leader says that it was right: the officer has to hear that
    if held is not None and progress.amends and not insists and _same(held.figures, progress.figures):
        return _left(
            incoming,
            desk,
            f"Không có gì đổi so với báo cáo {held.receipt}, nên tôi không gửi lại.",
            (DraftDropped(room.key),),
        )
    receipt = held.receipt if held else _receipt(room, await desk.records.next_receipt(room.key.period))
    submission = Submission(
        key=room.key,
        receipt=receipt,
        number=held.number + 1 if held else 1,
        state=SubmissionState.SUBMITTED,
        form_version=progress.form_version,
        figures=progress.figures,
        by=room.person.id,
        at=desk.now,
        channel=incoming.address.channel,
        late=room.held.late if room.held and room.returned else desk.now.date() > room.known.last_day,
        reason=turn.reason,
        helper=progress.helper,
    )
    audit = Audit(room.person.id, "report.submitted", receipt, desk.now, incoming.address.channel, turn.reason)
    text = _thanks(room, submission)
    return _left(incoming, desk, text, (DraftDropped(room.key), submission, audit), (Choice("Xem báo cáo", "cuatoi:"),))


def _same(held: Sequence[Figure], given: Sequence[Figure]) -> bool:
    """Returns whether two versions say the same."""
    return {(one.field, one.value, one.given) for one in held} == {(one.field, one.value, one.given) for one in given}


def _thanks(room: Room, submission: Submission) -> str:
    again = f" (bản sửa lần {submission.number - 1})" if submission.reason else ""
    late = "\nBáo cáo nộp sau hạn, vẫn được nhận." if submission.late else ""
    mend = 'Muốn sửa, đồng chí nhắn "sửa báo cáo".'
    return f"Đã nhận báo cáo{again} của {room.unit.name}. Biên nhận {submission.receipt}.{late}\n{mend}"


def _receipt(room: Room, number: int) -> str:
    return f"BC-{room.period.year}-{room.period.span.value}-{number:04d}"


def _draft(incoming: Incoming, now: datetime, turn: Turn, nudge: datetime | None) -> Draft:
    return Draft(turn.progress, incoming.address, now, nudge)


def _left(
    incoming: Incoming,
    desk: Desk,
    text: str,
    records: tuple[Draft | DraftDropped | Submission | Audit, ...],
    choices: tuple[Choice, ...] = (),
) -> Outcome:
    talk = replace(desk.talk, run="", figure=False, last=text)
    return Outcome((Reply(incoming.address, text, choices),), talk=talk, records=records)


async def _told_officers(desk: Desk, room: Room) -> list[Reply]:
    """Returns what the nearest officers above are told when a leader is stuck."""
    for unit in (await desk.records.tree()).above(room.unit.id, desk.now.date()):
        officers = await desk.records.people_with(RoleKind.OFFICER, unit.id)
        if officers:
            told = f"{room.person.name} ({room.unit.name}) đang vướng khi nhập báo cáo {room.period.title}."
            return [Reply(one.address, f"{told}\nĐồng chí gọi giúp.") for one in officers if one.id != room.person.id]
    return []
