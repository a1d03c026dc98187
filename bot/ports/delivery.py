"""What can become of a letter that a channel was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took the message and named it."""

    message_id: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached any more: ``reason`` is what the platform says."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """The platform refused this message for good."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing may be sent for so many seconds (429). ``everywhere``: on the whole channel, not in this chat only."""

    seconds: float
    everywhere: bool = True


@dataclass(frozen=True, slots=True)
class Retry:
    """What was wished certainly did not happen (no connection, 5xx): try again after a growing pause."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The message may have arrived (time-out after sending)."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has a new address: write it down and send there."""

    chat: str


Delivery = Sent | Blocked | Failed | Wait | Retry | Unclear | Moved
