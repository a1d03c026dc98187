"""What an answer was read as. Only a Value or Words may be stored, and a Value that is to be confirmed only then."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """A clear figure in the field's unit. COUNT and MONEY are whole; yes is 1 and no is 0.

    ``say`` is the value in words, to be read back. ``confirm`` wants a yes before it is stored; ``why`` says why, a
    sentence for the person. ``how`` shows a conversion or a calculation ("800 m = 0,8 km").
    """

    value: Decimal
    unit: str
    say: str
    estimate: bool = False
    confirm: bool = False
    why: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The answer to a text field, as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """A likely reading to choose from. ``key`` is the field it belongs to, "" for the one that is asked."""

    label: str
    value: Decimal
    key: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A careful reader would ask: ``why`` is the question for the person, the likeliest option stands first."""

    why: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """There is no figure yet ("chưa biết"), which is not 0."""


@dataclass(frozen=True, slots=True)
class SameAsBefore:
    """What "như kỳ trước" says: the last period's value is to be shown and confirmed."""

    previous: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NotAFigure:
    """No answer to the question at all: a question of the person's own, a greeting, idle talk."""


@dataclass(frozen=True, slots=True)
class Several:
    """Figures of several fields in one text, each read on its own. ``rest`` was not understood; it is never dropped."""

    values: tuple[tuple[str, Single], ...]
    rest: tuple[str, ...] = ()

    def of(self, key: str) -> Single | None:
        """Returns what was read for a field, None when the text does not name it."""
        return dict(self.values).get(key)


Single = Value | Words | Doubt | Later | SameAsBefore | NotAFigure
Reading = Single | Several
