"""What an answer holds, from what was read in it (bot.reading)."""

from collections.abc import Sequence

from bot.dialog.field import Field
from bot.dialog.hearing import Hearing
from bot.dialog.known import Known


def hear(text: str, field: Field | None, fields: Sequence[Field], known: Known) -> Hearing:
    """Returns."""
    return Hearing()


def hear_for(text: str, field: Field, known: Known) -> Hearing:
    """Returns."""
    return Hearing()


def named_field(text: str, fields: Sequence[Field]) -> tuple[Field, str] | None:
    """Returns."""
    return None
