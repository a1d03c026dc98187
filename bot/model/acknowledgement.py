"""Somebody said that a broadcast has reached them."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Address


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Which broadcast, who, and when; the first time counts."""

    broadcast: int
    address: Address
    at: datetime
