"""What became of a broadcast: by unit, who has not said that it arrived, and all of it as a file."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import titled
from bot.model.broadcast_result import FAILED, SENT, UnitResult, by_unit
from bot.model.job import JobKind, job_for
from bot.model.quota import OVER_QUOTA
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.tree import Tree
from bot.outcome import Outcome
from bot.reading.shown import shown
from handlers.broadcast_rights import Sender
from handlers.broadcast_token import Pick, Verb
from handlers.broadcast_view import counted
from handlers.telling import remark

_MOST = 8
"""Units on one small screen: all stand in the file."""

_NAMES = 12
_NONE = "Thông báo {number} chưa gửi đến ai."
_OF_NONE = "Không thuộc đơn vị nào"
_REASONS = {OVER_QUOTA: "hết số tin của tháng"}
_NOT_ASKED = 'Thông báo {number} không có nút "Đã nhận", nên tôi không biết ai chưa nhận.'
_ALL = "Thông báo {number}: mọi người đã báo nhận."
_MORE = "Còn {count} đơn vị nữa, xem trong tệp Excel."


async def results(incoming: Incoming, desk: Desk, one: Broadcast) -> Outcome:
    """Returns the tally and what became of it by unit, those first where something is left to do."""
    outcomes = await desk.records.outcomes(one.number)
    if not outcomes:
        return remark(incoming, _NONE.format(number=one.number))
    lines = by_unit(outcomes, await desk.records.tree(), desk.now.date())
    worst = sorted(lines, key=lambda line: -_open(line, one))
    told = [f"- {_line(line, one)}" for line in worst[:_MOST]]
    more = [_MORE.format(count=shown(len(lines) - _MOST))] if len(lines) > _MOST else []
    head = [f"Kết quả thông báo {one.number}: {titled(one)}", *counted(one, await desk.records.tally(one.number))]
    reasons = _reasons(outcomes)
    return remark(incoming, "\n".join([*head, *told, *more, *reasons]), _choices(one, outcomes))


async def silent(incoming: Incoming, desk: Desk, one: Broadcast) -> Outcome:
    """Returns who got it and has not said so."""
    if not one.acknowledged:
        return remark(incoming, _NOT_ASKED.format(number=one.number))
    outcomes = await desk.records.outcomes(one.number)
    got = [outcome for outcome in outcomes if outcome.state == SENT]
    left = [outcome for outcome in got if not outcome.acknowledged]
    if not got:
        return remark(incoming, _NONE.format(number=one.number))
    if not left:
        return remark(incoming, _ALL.format(number=one.number))
    tree = await desk.records.tree()
    names = [f"- {_who(outcome, tree)}" for outcome in left[:_NAMES]]
    more = [f"và {shown(len(left) - _NAMES)} người nữa, xem trong tệp Excel."] if len(left) > _NAMES else []
    head = f"Thông báo {one.number}: {shown(len(left))}/{shown(len(got))} người chưa báo nhận."
    choices = (
        Choice("Nhắc lại những người này", Pick(Verb.WAVE, one.number).token),
        Choice("Tệp Excel", Pick(Verb.BOOK, one.number).token),
    )
    return remark(incoming, "\n".join([head, *names, *more]), choices)


async def booked(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast) -> Outcome:
    """Returns that the file is being made."""
    told = f"Tôi đang lập tệp Excel: kết quả thông báo {one.number}. Xong tôi gửi ngay."
    job = job_for(incoming, JobKind.BROADCAST, str(one.number))
    audit = Audit(sender.person.id, "broadcast.exported", str(one.number), desk.now, incoming.address.channel)
    return Outcome((Reply(incoming.address, told),), records=(audit,), jobs=(job,))


def _open(line: UnitResult, one: Broadcast) -> int:
    """Returns how many have not got it, or have not said so where that was asked."""
    return line.audience - (line.acknowledged if one.acknowledged else line.sent)


def _line(line: UnitResult, one: Broadcast) -> str:
    name = line.unit.short if line.unit else _OF_NONE
    parts = [f"gửi {shown(line.sent)}/{shown(line.audience)}"]
    if one.acknowledged:
        parts.append(f"báo nhận {shown(line.acknowledged)}")
    counts = {"chặn": line.blocked, "lỗi": line.failed, "chưa rõ": line.unknown, "huỷ": line.cancelled}
    parts += [f"{word} {shown(count)}" for word, count in counts.items() if count]
    return f"{name}: {', '.join(parts)}"


def _reasons(outcomes: Sequence[ReceiverOutcome]) -> list[str]:
    found = dict.fromkeys(
        _REASONS.get(one.reason, one.reason) for one in outcomes if one.state == FAILED and one.reason
    )
    return [f"Lý do lỗi: {'; '.join(list(found)[:2])}."] if found else []


def _choices(one: Broadcast, outcomes: Sequence[ReceiverOutcome]) -> tuple[Choice, ...]:
    states = {outcome.state for outcome in outcomes}
    silent_ones = any(outcome.state == SENT and not outcome.acknowledged for outcome in outcomes)
    again = {"failed": "Gửi lại người lỗi", "unknown": "Gửi lại người chưa rõ"}
    return (
        Choice("Tệp Excel", Pick(Verb.BOOK, one.number).token),
        *(
            Choice(label, Pick(Verb.AGAIN, one.number, state).token)
            for state, label in again.items()
            if state in states
        ),
        *((Choice("Ai chưa nhận", Pick(Verb.SILENT, one.number).token),) if one.acknowledged and silent_ones else ()),
    )


def _who(outcome: ReceiverOutcome, tree: Tree) -> str:
    unit = tree.find(outcome.receiver.unit)
    name = outcome.receiver.name or "(chưa cho biết tên)"
    return f"{name}, {unit.short}" if unit else name
