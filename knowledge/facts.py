"""What the knowledge holds: plans, and typed facts that each know their plan and section."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pydantic import ConfigDict

_NO_STRANGERS = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands: the plan's key and the heading."""

    plan: str
    section: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan. ``short`` is how an answer names it; ``number`` is "" when the document has none."""

    __pydantic_config__: ClassVar[ConfigDict] = _NO_STRANGERS

    key: str
    short: str
    issuer: str
    title: str
    subject: str
    period: str
    start: date
    end: date
    status: str
    summary: str
    number: str = ""
    day: date | None = None
    signer: str = ""
    signer_title: str = ""
    recipients: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its number, else its short title: the ``plan`` of a source in JSON (DESIGN 9)."""
        return self.number or self.short


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts have: ``say`` is the answer in the project's words, ``ask`` are ways of asking for it."""

    __pydantic_config__: ClassVar[ConfigDict] = _NO_STRANGERS

    id: str
    source: Source
    say: str
    ask: tuple[str, ...] = ()
    also: tuple[Source, ...] = ()
    note: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place where it stands, the first one first."""
        return (self.source, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Fact):
    """Who reports what to whom, and when. ``due`` is "" and ``day`` None where the plan prints no date."""

    kind: str
    who: str
    to: str
    via: str
    periods: tuple[str, ...]
    due: str
    what: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Fact):
    """A dated or recurring point of work; ``start`` and ``end`` are open where the plan leaves them open."""

    when: str
    what: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Fact):
    """A named model, movement, campaign, programme, fund, house or saying."""

    name: str
    type: str
    topic: str
    run_by: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """A number to be reached. ``owner`` is whose target it is: the province's, the Hội's, a city's."""

    what: str
    value: str
    unit: str
    scope: str
    year: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Communes(Fact):
    """A list of communes that aim at a standard in a year."""

    standard: str
    year: int
    state: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Districts(Fact):
    """A list of districts with a common task."""

    what: str
    members: tuple[str, ...]
    due: str
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal(Fact):
    """A document that a plan refers to. ``printed`` are other forms in which its number is printed."""

    number: str
    kind: str
    issuer: str
    subject: str
    day: date | None = None
    year: int | None = None
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """Who does what. ``role``: chủ trì, phối hợp, thực hiện, giám sát, theo dõi."""

    body: str
    role: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria(Fact):
    """A group of contents with the numbers of its criteria of nông thôn mới and of đô thị văn minh."""

    group: str
    ntm: tuple[int, ...]
    dtvm: tuple[int, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content(Fact):
    """What members are urged to do, or not to do."""

    who: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Fact):
    """A remark on a plan: what it leaves open, misprints, what has changed since."""
