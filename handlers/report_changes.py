"""What one version of a report says otherwise than an earlier one."""

from bot.dialog.form import Form
from bot.dialog.showing import shown_figure
from bot.model.submission import Submission


def changes(form: Form, earlier: Submission, later: Submission) -> list[str]:
    """Returns a line for each figure that is new or different."""
    changed = []
    for figure in later.figures:
        field, before = form.field(figure.field), earlier.figure(figure.field)
        if field is None or (before and (before.value, before.given) == (figure.value, figure.given)):
            continue
        was = f"{shown_figure(field, before)} thành " if before else "thêm "
        changed.append(f"- {field.short}: {was}{shown_figure(field, figure)}")
    return changed
