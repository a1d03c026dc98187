"""What of the totals somebody looks at, in the token of a button: an old button still means what it said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.messages import Choice

FAMILY, PAGE, FILE = "tonghop", "thds", "xuat"
"""The totals themselves, the list of the units under one, and the files about one."""

_TOKEN = re.compile(rf"(?:{FAMILY}|{PAGE}):([\w-]+):([\w.-]+):(\d)(c?)(?:(s)|f(\d+))?(?:#.*)?")


class Side(StrEnum):
    """SUMS of the unit; COMPARED with an earlier period; FIGURE: one figure, unit by unit."""

    SUMS = "sums"
    COMPARED = "compared"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class View:
    """Of which period, unit and form (its place among the period's). ``old``: on the tree of the period's last day.

    ``figure`` is the place of the figure in the form, from 1, where one is looked at.
    """

    period: str
    unit: str
    form: int = 0
    old: bool = False
    side: Side = Side.SUMS
    figure: int = 0

    @property
    def token(self) -> str:
        """The token: "tonghop:6T-2026:xa-van-tra:0cf4"."""
        side = {Side.SUMS: "", Side.COMPARED: "s", Side.FIGURE: f"f{self.figure}"}[self.side]
        return f"{FAMILY}:{self.period}:{self.unit}:{self.form}{'c' if self.old else ''}{side}"

    def file(self, form: str) -> str:
        """Returns the token of a file of this form ("xlsx") about the unit: "xuat:xlsx:6T-2026:xa-van-tra"."""
        return f"{FILE}:{form}:{self.period}:{self.unit}"

    def of(self, unit: str) -> "View":
        """Returns the same of another unit."""
        return replace(self, unit=unit)


def view_of(token: str) -> View | None:
    """Returns what a token means, None for another one."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None
    period, unit, form, old, compared, figure = found.groups()
    side = Side.COMPARED if compared else Side.FIGURE if figure else Side.SUMS
    return View(period, unit, int(form), bool(old), side, int(figure or 0))


def file_of(token: str) -> tuple[str, View] | None:
    """Returns which form of file a token means, about what; None for another token."""
    family, _, rest = token.partition(":")
    form, _, rest = rest.partition(":")
    period, _, unit = rest.partition(":")
    return (form, View(period, unit)) if family == FILE and period and unit else None


def on_screen(screen: Sequence[Choice]) -> View | None:
    """Returns what a screen with such choices shows, None for another one."""
    views = (view_of(choice.token) for choice in screen)
    files = (found[1] for choice in screen if (found := file_of(choice.token)) is not None)
    return next((view for view in views if view is not None), None) or next(files, None)
