"""A question, as it is put."""

from bot.dialog.buttons import button
from bot.dialog.commands import Word
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Pending, Progress, Reading
from bot.dialog.showing import shown_figure
from bot.messages import Choice
from bot.reading.kind import FigureKind

_LETTERS = "abcdefg"
_HINTS = {
    FigureKind.TEXT: "Đồng chí ghi một hai câu.",
    FigureKind.YES_NO: "Đồng chí nhắn có hoặc không.",
    FigureKind.MONEY: "Đồng chí nhắn số tiền, ví dụ 3 triệu rưỡi.",
}
_HINT = "Đồng chí nhắn một con số, ví dụ 3."
_STOP = 'Bận thì nhắn "để sau".'


def headline(form: Form, progress: Progress, known: Known) -> str:
    """Returns what a run begins with: which report it is, of whom."""
    helped = " (nhập hộ)" if progress.helper else ""
    return f"Báo cáo {known.period.title} của {known.unit}{helped}"


def question(form: Form, progress: Progress, known: Known, *, first: bool = False) -> str:
    """Returns the question for the field that is asked, with its number, the last period, and what is held now."""
    field = current(form, progress)
    fields = form.asked_in(known.period.span)
    number = f"({fields.index(field) + 1}/{len(fields)})"
    head = f"{headline(form, progress, known)} {number}\n" if first else f"{number} "
    parts = [f"{head}{field.ask}"]
    if (before := known.before(field.id)) is not None:
        parts.append(f"Kỳ trước: {shown_figure(field, before)}.")
    if (held := progress.figure(field.id)) is not None:
        parts.append(f"Đang ghi: {shown_figure(field, held)}.")
    text = " ".join(parts)
    return f"{text}\n{hint(field)} {_STOP}" if first else text


def hint(field: Field) -> str:
    """Returns how a field is answered."""
    return _HINTS.get(field.kind, _HINT)


def answers(form: Form, progress: Progress, known: Known) -> tuple[Choice, ...]:
    """Returns the quick answers to the question."""
    field = current(form, progress)
    choices = []
    if field.kind is FigureKind.YES_NO:
        choices += [button(progress, "Có", Word.YES), button(progress, "Không", Word.NO)]
    if known.before(field.id) is not None:
        choices.append(button(progress, "Như kỳ trước", Word.SAME))
    choices.append(button(progress, "Bỏ qua", Word.SKIP))
    return tuple(choices)


def doubt(progress: Progress, pending: Pending) -> tuple[Choice, ...]:
    """Returns the readings to choose from. They are lettered: a number would be the figure itself."""
    again = button(progress, "Nhập lại", Word.NO)
    if len(pending.readings) == 1:
        right = button(progress, "Đúng", "read:0")
        unknown = button(progress, "Chưa nắm số", "unknown")
        return (right, unknown, again) if _is_none(pending.readings[0]) else (right, again)
    lettered = [f"{letter}. {one.label}" for letter, one in zip(_LETTERS, pending.readings, strict=False)]
    return *(button(progress, label, f"read:{place}") for place, label in enumerate(lettered)), again


def _is_none(reading: Reading) -> bool:
    """ "chưa có" can mean none, or not known yet."""
    return not isinstance(reading.value, bool | str) and reading.value == 0


def letter_place(text: str, pending: Pending) -> int | None:
    """Returns which reading a lettered answer means ("a", "B)"), None for anything else."""
    said = text.strip().rstrip(".)").casefold()
    place = _LETTERS.find(said) if len(said) == 1 else -1
    return place if 0 <= place < len(pending.readings) else None


def current(form: Form, progress: Progress) -> Field:
    """Returns the field that is asked. Raises LookupError where none is."""
    field = form.field(progress.at)
    if field is None:
        raise LookupError(progress.at)
    return field
