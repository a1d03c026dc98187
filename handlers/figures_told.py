"""Which figures of a report some words tell or name, while none of them was asked."""

from bot.dialog.hear import hear, named_field
from bot.dialog.hearing import Certainty, Hearing
from handlers.report_room import Room


def figures_told(text: str, room: Room) -> Hearing:
    """Returns the figures that a text tells of a report."""
    return hear(text, None, room.form.asked_in(room.period.span), room.known)


def plainly(heard: Hearing) -> bool:
    """Returns whether a text was nothing but figures, each one clear: "nhà tạm hai cái"."""
    return bool(heard.figures) and not heard.rest and all(one.certainty is Certainty.CLEAR for one in heard.figures)


def begins_with_name(text: str, room: Room) -> bool:
    """Returns whether a text begins with the name of one of the report's figures."""
    return named_field(text, room.form.asked_in(room.period.span)) is not None
