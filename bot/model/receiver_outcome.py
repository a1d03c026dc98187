"""What became of a broadcast with one of its receivers."""

from dataclasses import dataclass

from bot.model.receiver import Receiver


@dataclass(frozen=True, slots=True)
class ReceiverOutcome:
    """``state`` is the letter's state in the outbox ("sent"), ``reason`` why it failed, "" where it did not.

    ``acknowledged``: the receiver has said that it arrived.
    """

    receiver: Receiver
    state: str
    reason: str = ""
    acknowledged: bool = False
