"""An answer taken in: what is clear is stored and read back, the first doubt is asked about, nothing is dropped."""

from dataclasses import replace

from bot.dialog.field import Field
from bot.dialog.hearing import Certainty, Heard, Hearing
from bot.dialog.progress import Pending, Reading, Stage
from bot.dialog.showing import STORED, read_back, shown_figure
from bot.dialog.step import Step
from bot.dialog.turn import Turn
from bot.model.figure import Given

_LINES = 3


def take(step: Step, hearing: Hearing, *, changed_only: bool = False) -> Turn:
    """Returns what comes after an answer with figures. ``changed_only``: what stays as it was is not read back."""
    said: list[str] = []
    open_one: Heard | None = None
    for heard in hearing.figures:
        field = step.form.field(heard.field)
        if field is None:
            continue
        held = step.progress.figure(field.id)
        if changed_only and held is not None and heard.readings and held.value == heard.readings[0].value:
            continue
        if heard.certainty is Certainty.CLEAR:
            said.append(keep(step, field, heard.readings[0], heard.typed, how=heard.how))
        elif heard.certainty is Certainty.LATER:
            said.append(_put_off(step, field, heard.typed))
        else:
            open_one = open_one or heard
    if hearing.rest:
        said.append(f'Tôi chưa hiểu phần này: "{hearing.rest}".')
    said = _together(said)
    many = [line for line in said if line.startswith(STORED)] if len(hearing.figures) > 1 else []
    return step.go_on(said, shown=many) if open_one is None else _ask_back(step, open_one, said)


def _together(said: list[str]) -> list[str]:
    """Many figures are read back in one paragraph: fourteen lines do not fit on a small phone."""
    stored = [line for line in said if line.startswith(STORED)]
    if len(stored) <= _LINES:
        return said
    told = "; ".join(line.removeprefix(STORED).rstrip(".") for line in stored)
    return [f"Đã ghi {len(stored)} số: {told}.", *(line for line in said if line not in stored)]


def _ask_back(step: Step, heard: Heard, said: list[str]) -> Turn:
    if not heard.readings:
        step.progress = replace(step.progress, at=heard.field, stage=Stage.ASKING, pending=None)
        return step.unread([*said, heard.why])
    step.progress = replace(step.progress, unread=0)
    pending = Pending(heard.field, heard.typed, step.message, heard.readings)
    return step.doubt(pending, said, heard.why)


def unknown(step: Step) -> Turn:
    """Returns what comes after "chưa nắm số": no figure yet, which is not 0."""
    pending = step.progress.pending
    field = step.form.field(pending.field) if pending is not None else None
    if pending is None or field is None:
        return step.stay()
    return step.go_on([_put_off(step, field, pending.typed)])


def _put_off(step: Step, field: Field, typed: str) -> str:
    step.store(step.given(field, None, typed, Given.LATER))
    return f"{field.short}: để trống, đồng chí báo sau."


def choose(step: Step, place: int) -> Turn:
    """Returns what comes after one of the readings was chosen."""
    pending = step.progress.pending
    field = step.form.field(pending.field) if pending is not None else None
    if pending is None or field is None or place >= len(pending.readings):
        return step.stay()
    return step.go_on([keep(step, field, pending.readings[place], pending.typed, message=pending.message)])


def keep(step: Step, field: Field, reading: Reading, typed: str, *, message: str = "", how: str = "") -> str:
    """Stores a figure and returns the line that reads it back."""
    before = step.progress.figure(field.id)
    figure = step.given(field, reading.value, typed, estimate=reading.estimate, message=message)
    step.store(figure)
    if before is not None and before.value not in (None, reading.value):
        return f"Đã sửa {field.short}: {shown_figure(field, before)} thành {shown_figure(field, figure)}."
    return read_back(field, figure, how)
