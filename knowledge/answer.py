"""What the knowledge can answer: a fact, a question back, nothing, or a friendly word."""

from dataclasses import dataclass

from knowledge.facts import Source


@dataclass(frozen=True, slots=True)
class Option:
    """One of several readings. ``key`` brings its answer: "fact:R01", "ask:…" """

    label: str
    key: str


NONE_OF_THESE = Option("Không phải", "none:")
"""What is offered beside guesses: none of them was meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer in words, with the sources it names and the ids of its facts."""

    text: str
    sources: tuple[Source, ...]
    facts: tuple[str, ...]
    options: tuple[Option, ...] = ()
    question: str = ""
    """The question as it was understood, where it went on from the last one."""

    within: str = ""
    """The question whose answer showed the list in which this one was pointed at."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several answers are right, or none is sure: the question back."""

    text: str
    options: tuple[Option, ...]
    sources: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    question: str = ""
    """The question as it was understood, where it went on from the last one."""

    within: str = ""
    """The question whose answer showed the list in which this one was pointed at."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """The plans do not say it. ``text`` says so, and what is known nearby."""

    text: str
    why: str
    options: tuple[Option, ...] = ()
    question: str = ""
    """The question as it was understood, where it went on from the last one."""


@dataclass(frozen=True, slots=True)
class Smalltalk:
    """A greeting, thanks, a goodbye; what is said to somebody who tells something. ``courtesy``: nobody wants to hear it again."""

    text: str
    courtesy: bool = False


Answer = Found | Unsure | Nothing | Smalltalk


@dataclass(frozen=True, slots=True)
class Context:
    """What the chat talked about before: the last question as it was understood, and the facts that answered it.

    ``facts`` is () when it was declined. ``before``: the last answered question then, or the list that was pointed into.
    """

    question: str
    facts: tuple[str, ...]
    before: "Context | None" = None
