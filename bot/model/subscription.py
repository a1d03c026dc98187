"""Whether a chat takes broadcasts."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Address


@dataclass(frozen=True, slots=True)
class Subscription:
    """``stopped``: when the person said DỪNG, None where they take broadcasts (again)."""

    address: Address
    stopped: datetime | None
