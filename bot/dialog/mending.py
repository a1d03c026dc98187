"""A figure is put right in passing while a report is filled in: "nhầm, hộ nghèo là 3", "nhầm, 4"."""

from bot.dialog.doing import fix
from bot.dialog.hear import hear, hear_for, named_field
from bot.dialog.step import Step
from bot.dialog.taking import take
from bot.dialog.turn import Turn
from bot.model.figure import Given


def put_right(step: Step, words: str) -> Turn:
    """Returns what comes after "nhầm" and these words. A number without a name is of the figure that was given last;
    without any figure all are shown with their numbers.
    """
    heard = hear(words, None, step.fields, step.known)
    if heard.figures:
        return take(step, heard)
    if words[:1].isalpha() and named_field(words, step.fields):
        return fix(step, words)
    given = [figure for figure in step.progress.figures if figure.given is Given.VALUE]
    last = max((figure.at for figure in given), default=None)
    latest = [field for figure in given if figure.at == last and (field := step.form.field(figure.field))]
    if words and len(latest) == 1 and (again := hear_for(words, latest[0], step.known)).figures:
        return take(step, again)
    return fix(step, "")
