"""An answer taken in: what is clear is stored and read back, the first doubt is asked about, nothing is dropped."""

from dataclasses import replace

from bot.dialog.field import Field
from bot.dialog.hearing import Certainty, Heard, Hearing
from bot.dialog.progress import Pending, Reading
from bot.dialog.showing import read_back, shown_figure
from bot.dialog.step import Step
from bot.dialog.turn import Turn
from bot.model.figure import Given


def take(step: Step, hearing: Hearing) -> Turn:
    """Returns what comes after an answer with figures."""
    said: list[str] = []
    open_one: Heard | None = None
    for heard in hearing.figures:
        field = step.form.field(heard.field)
        if field is None:
            continue
        if heard.certainty is Certainty.CLEAR:
            said.append(keep(step, field, heard.readings[0], heard.typed, words=heard.words))
        elif heard.certainty is Certainty.LATER:
            step.store(step.given(field, None, heard.typed, Given.LATER))
            said.append(f"{field.short}: để trống, đồng chí báo sau.")
        else:
            open_one = open_one or heard
    if hearing.rest:
        said.append(f'Tôi chưa hiểu phần này: "{hearing.rest}".')
    return step.go_on(said) if open_one is None else _ask_back(step, open_one, said)


def _ask_back(step: Step, heard: Heard, said: list[str]) -> Turn:
    step.progress = replace(step.progress, unread=0)
    if not heard.readings:
        return step.ask(heard.field, [*said, heard.why])
    pending = Pending(heard.field, heard.typed, step.message, heard.readings)
    return step.doubt(pending, said, heard.why)


def choose(step: Step, place: int) -> Turn:
    """Returns what comes after one of the readings was chosen."""
    pending = step.progress.pending
    field = step.form.field(pending.field) if pending is not None else None
    if pending is None or field is None or place >= len(pending.readings):
        return step.stay()
    return step.go_on([keep(step, field, pending.readings[place], pending.typed, message=pending.message)])


def keep(step: Step, field: Field, reading: Reading, typed: str, *, words: str = "", message: str = "") -> str:
    """Stores a figure and returns the line that reads it back."""
    before = step.progress.figure(field.id)
    figure = step.given(field, reading.value, typed, estimate=reading.estimate, message=message)
    step.store(figure)
    if before is not None and before.value not in (None, reading.value):
        return f"Đã sửa {field.short}: {shown_figure(field, before)} thành {shown_figure(field, figure)}."
    return read_back(field, figure, words)
