"""A platform's event, before anybody has read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Update:
    """A platform's event as it came: its unique key, and its raw JSON."""

    channel: str
    bot: str
    key: str
    raw: str
