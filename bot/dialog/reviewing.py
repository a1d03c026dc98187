"""The review before a report is handed in: every figure with its number, and what does not agree."""

from bot.dialog.asking import headline
from bot.dialog.buttons import button
from bot.dialog.checking import beside, broken
from bot.dialog.commands import Word
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Progress
from bot.dialog.showing import shown_in_words
from bot.messages import Choice
from bot.model.figure import Given
from bot.model.values import values

_LONGEST = 60
_ALL = 'Xem hết: nhắn "xem lại".'
_HOW = "Sai số nào, nhắn số thứ tự và số đúng, ví dụ: sửa 3 5."


def review(form: Form, progress: Progress, known: Known) -> tuple[str, tuple[Choice, ...]]:
    """Returns the words and choices of the review."""
    fields = form.asked_in(known.period.span)
    lines = [f"{headline(form, progress, known)}:"]
    for number, field in enumerate(fields, start=1):
        figure = progress.figure(field.id)
        told = shown_in_words(field, figure) if figure is not None else "chưa trả lời"
        lines.append(f"{number}. {field.short}: {_short(told)}")
    lines += [f"Đồng chí xem lại: {one.say}" for one in broken(form, values(progress.figures), beside(known))]
    if open_ones := _open(form, progress, known):
        lines.append(f"Còn {open_ones} số chưa có. Vẫn gửi được, sửa sau.")
    lines.append(_HOW)
    return "\n".join(lines), _choices(progress, open_ones)


def reminder(form: Form, progress: Progress, known: Known) -> tuple[str, tuple[Choice, ...]]:
    """Returns the same in two lines, where all of it stands above already."""
    count, every = sum(one.given is Given.VALUE for one in progress.figures), len(_ids(form, known))
    version = "bản sửa" if progress.amends else "báo cáo"
    text = f"{headline(form, progress, known)}: đã có {count}/{every} số, {version} chưa gửi.\n{_ALL} {_HOW}"
    return text, _choices(progress, _open(form, progress, known))


def _open(form: Form, progress: Progress, known: Known) -> int:
    """Returns how many figures have no answer, or were put off."""
    return sum(figure is None or figure.given is Given.LATER for figure in map(progress.figure, _ids(form, known)))


def _choices(progress: Progress, open_ones: int) -> tuple[Choice, ...]:
    send = "Gửi bản sửa" if progress.amends else "Gửi"
    choices = [button(progress, send, Word.SEND)]
    if open_ones:
        choices.append(button(progress, "Nhập tiếp", "open"))
    choices.append(button(progress, "Để sau", Word.POSTPONE))
    return tuple(choices)


def _ids(form: Form, known: Known) -> list[str]:
    return [field.id for field in form.asked_in(known.period.span)]


def _short(told: str) -> str:
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rsplit(' ', 1)[0]}…"
