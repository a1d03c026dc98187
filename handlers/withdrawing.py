""" "rút báo cáo": a report that was handed in is taken back. Its versions stay in the history."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.held_report import held_report
from handlers.telling import remark
from handlers.typed import pressed, typed

FAMILY = "rut"

_NONE = "Tôi chưa giữ báo cáo nào của đồng chí trong kỳ này."
_ACCEPTED = "Cấp trên đã nhận báo cáo này, hoặc kỳ đã đóng. Muốn rút, đồng chí gọi {office}."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to take a report back, or answers whether they really do."""
    return pressed(incoming, FAMILY) or typed(
        incoming, "/rut", "rut bao cao", "rut lai bao cao", "toi muon rut bao cao", "xin rut bao cao", "thu hoi bao cao"
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the question whether it is meant, and then that it is done. A button of an older version does nothing."""
    opened = await held_report(incoming, desk)
    held = opened.submitted if opened else None
    if opened is None or held is None:
        return remark(incoming, _NONE)
    if opened.settled:
        return remark(incoming, _ACCEPTED.format(office=desk.office))
    sure = f"{FAMILY}:{held.receipt}:{held.number}"
    if incoming.token == f"{FAMILY}:":
        return remark(incoming, "Báo cáo vẫn giữ như đã nộp.")
    if incoming.token != sure:
        told = f"Đồng chí muốn rút báo cáo {opened.period.title} của {opened.unit.name} (biên nhận {held.receipt})?"
        return remark(incoming, told, (Choice("Rút báo cáo", sure), Choice("Giữ nguyên", f"{FAMILY}:")))
    audit = Audit(opened.person.id, "report.withdrawn", held.receipt, desk.now, incoming.address.channel)
    told = f'Đã rút báo cáo {held.receipt}. Muốn nộp lại, đồng chí nhắn "báo cáo".'
    return Outcome((Reply(incoming.address, told),), records=(replace(held, state=SubmissionState.WITHDRAWN), audit))


HANDLER = Handler("withdrawing", wants, handle)
