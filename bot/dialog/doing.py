"""What the words of ``commands`` do."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialog.commands import Command, Word
from bot.dialog.hear import hear_for, named_field
from bot.dialog.progress import Stage
from bot.dialog.showing import read_back, shown_figure
from bot.dialog.step import Step
from bot.dialog.taking import take
from bot.dialog.turn import End, Turn
from bot.model.figure import Given
from bot.reading.kind import FigureKind


def do(step: Step, said: Command) -> Turn:
    """Returns what comes after a command."""
    doers: dict[Word, Callable[[], Turn]] = {
        Word.BACK: lambda: _back(step),
        Word.SKIP: lambda: _skip(step),
        Word.FIX: lambda: fix(step, said.rest),
        Word.REVIEW: step.review,
        Word.POSTPONE: step.postpone,
        Word.CANCEL: step.ask_whether_to_drop,
        Word.WHY: lambda: _why(step),
        Word.SAME: lambda: same(step),
        Word.SEND: lambda: _send(step),
        Word.YES: lambda: _yes_or_no(step, yes=True),
        Word.NO: lambda: _yes_or_no(step, yes=False),
    }
    return doers[said.word]()


def fix(step: Step, what: str) -> Turn:
    """Returns what comes after "sửa 3", "sửa quỹ 3tr5"; after a bare "sửa" all figures with their numbers."""
    if not what:
        return step.review()
    found = named_field(what, step.fields)
    if found is None:
        return step.stay(["Tôi chưa rõ đồng chí muốn sửa số nào. Đồng chí nhắn số thứ tự, ví dụ: sửa 3."], brief=True)
    field, words = found
    step.progress = replace(step.progress, pending=None)
    if not words:
        return step.ask(field.id)
    heard = hear_for(words, field, step.known)
    if heard.same:
        step.progress = replace(step.progress, at=field.id, stage=Stage.ASKING)
        return same(step)
    return take(step, heard) if heard.figures else step.ask(field.id, ["Tôi chưa đọc được số mới."])


def same(step: Step) -> Turn:
    """Returns what comes after "như kỳ trước": the question showed that value, so it is stored and read back."""
    field = step.field
    if field is None:
        return step.stay()
    before = step.known.before(field.id)
    if before is None:
        return step.stay(["Kỳ trước chưa có số này. Đồng chí nhắn số của kỳ này."])
    figure = step.given(field, before.value, "như kỳ trước")
    step.store(figure)
    return step.go_on([f"Đã ghi {field.short}: {shown_figure(field, figure)}, như kỳ trước."])


def _back(step: Step) -> Turn:
    here = step.place(step.progress.at) if step.progress.stage is Stage.ASKING else len(step.fields)
    return step.ask(step.fields[here - 1].id) if here > 0 else step.stay(["Đây là số đầu tiên."])


def _skip(step: Step) -> Turn:
    field = step.field
    if field is None:
        return step.stay(["Đồng chí đang xem lại báo cáo."])
    if step.progress.figure(field.id) is None:
        step.store(step.given(field, None, "bỏ qua", Given.SKIPPED))
    return step.go_on()


def _why(step: Step) -> Turn:
    return step.stay([step.field.why if step.field else f"Báo cáo này theo {step.form.plan}."])


def _send(step: Step) -> Turn:
    if step.progress.stage is not Stage.REVIEW:
        return step.review()
    if not any(figure.given is Given.VALUE for figure in step.progress.figures):
        return step.review(["Chưa có số nào để gửi."])
    if step.progress.amends and not step.progress.reason:
        return step.ask_reason()
    return step.end(End.SUBMITTED, reason=step.progress.reason)


def _yes_or_no(step: Step, *, yes: bool) -> Turn:
    """Returns what comes after a pressed Có or Không, or after a reading was refused."""
    if step.progress.pending is not None:
        return step.ask(step.progress.pending.field)
    field = step.field
    if field is None or field.kind is not FigureKind.YES_NO:
        return step.stay()
    figure = step.given(field, yes, "có" if yes else "không")
    step.store(figure)
    return step.go_on([read_back(field, figure)])
