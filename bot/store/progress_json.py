"""The progress of a report as JSON and back. Explicit, so that a renamed attribute cannot change what is stored."""

import json
from datetime import datetime
from typing import Any

from bot.dialog.progress import Pending, Progress, Reading, Stage
from bot.model.figure import Figure, Given
from bot.model.submission import ReportKey
from bot.store.value_text import value_from_text, value_to_text

Json = dict[str, Any]


def progress_to_json(progress: Progress) -> str:
    """Returns the JSON of a progress; its report's key stands in the row's own columns."""
    said: Json = {
        "run": progress.run,
        "form_version": progress.form_version,
        "at": progress.at,
        "stage": progress.stage.value,
        "asked": progress.asked,
        "unread": progress.unread,
        "amends": progress.amends,
        "helper": progress.helper,
        "reason": progress.reason,
        "figures": [_figure_to_json(figure) for figure in progress.figures],
        "pending": _pending_to_json(progress.pending) if progress.pending else None,
    }
    return json.dumps(said, ensure_ascii=False)


def progress_from_json(text: str, key: ReportKey) -> Progress:
    """Returns the progress that was stored."""
    said = json.loads(text)
    return Progress(
        run=said["run"],
        key=key,
        form_version=said["form_version"],
        at=said["at"],
        stage=Stage(said["stage"]),
        asked=said["asked"],
        figures=tuple(_figure_from_json(figure) for figure in said["figures"]),
        pending=_pending_from_json(said["pending"]) if said["pending"] else None,
        unread=said["unread"],
        amends=said["amends"],
        helper=said["helper"],
        reason=said.get("reason", ""),  # drafts of before there were reviews have none
    )


def _figure_to_json(figure: Figure) -> Json:
    return {
        "field": figure.field,
        "value": value_to_text(figure.value),
        "typed": figure.typed,
        "by": figure.by,
        "at": figure.at.isoformat(),
        "channel": figure.channel,
        "given": figure.given.value,
        "estimate": figure.estimate,
        "message": figure.message,
    }


def _figure_from_json(said: Json) -> Figure:
    return Figure(
        field=said["field"],
        value=value_from_text(*said["value"]),
        typed=said["typed"],
        by=said["by"],
        at=datetime.fromisoformat(said["at"]),
        channel=said["channel"],
        given=Given(said["given"]),
        estimate=said["estimate"],
        message=said["message"],
    )


def _pending_to_json(pending: Pending) -> Json:
    return {
        "field": pending.field,
        "typed": pending.typed,
        "message": pending.message,
        "readings": [(one.label, value_to_text(one.value), one.estimate) for one in pending.readings],
    }


def _pending_from_json(said: Json) -> Pending:
    readings = tuple(Reading(label, value_from_text(*value), estimate) for label, value, estimate in said["readings"])
    return Pending(said["field"], said["typed"], said["message"], readings)
