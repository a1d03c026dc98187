"""One figure that a chi hội may have to report: what is asked, why, what an answer may be, how answers are added up."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.model import period
from bot.model.measure import Across, Measure, OverTime
from bot.reading.asked import Asked
from bot.reading.kind import FigureKind


class Span(StrEnum):
    """The length of a reporting period."""

    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Sentence:
    """How a report tells a figure: the part it belongs to, and "đã trồng mới {value} đường hoa"."""

    part: str
    told: str

    def with_value(self, value: str) -> str:
        """Returns the sentence, without its subject and its full stop."""
        return self.told.replace("{value}", value)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. The words are what people see; ``id`` is the key of exports and of the command line.

    ``low`` and ``high`` are the usual range for half a year: outside it the bot asks, it never refuses; 0 is always
    right. ``longest`` is the greatest length of a text. ``when`` are the periods that ask for it. ``left`` marks what
    is left ("hết rồi" is 0). ``members_bound`` marks what cannot be more than the unit has members.
    ``note`` marks words that are written to the office.
    ``event`` is one word for all fields that count the same thing in other units: its sessions and its listeners.
    ``sentence`` tells it in the Word report; texts have none.
    """

    id: str
    label: str
    short: str
    ask: str
    why: str
    kind: FigureKind
    unit: str
    across: Across
    over_time: OverTime
    when: tuple[Span, ...]
    low: Decimal | None = None
    high: Decimal | None = None
    longest: int | None = None
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    left: bool = False
    members_bound: bool = False
    note: bool = False
    event: str = ""
    sentence: Sentence | None = None

    def highest(self, span: Span) -> Decimal | None:
        """Returns the high end of the usual range. What adds up over time may be twice as much in a whole year."""
        twice = span is Span.YEAR and self.over_time is OverTime.SUM
        return 2 * self.high if twice and self.high is not None else self.high

    @property
    def measure(self) -> Measure:
        """How it is added up."""
        return Measure(self.id, self.across, self.over_time)

    def asked(self, span: Span = Span.HALF, previous: Decimal | None = None) -> Asked:
        """Returns what the reader of answers needs."""
        return Asked(
            key=self.id,
            kind=self.kind,
            unit=self.unit,
            low=self.low,
            high=self.highest(span),
            left=self.left,
            names=(self.label, self.short, *self.aliases),
            previous=previous,
            event=self.event,
        )


def length(span: period.Span) -> Span:
    """Returns how long a period is, as the fields see it: whatever is no whole year asks what half a year asks."""
    return Span.YEAR if span is period.Span.YEAR else Span.HALF
