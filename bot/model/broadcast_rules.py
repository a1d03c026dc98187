"""What the association has settled about broadcasts: the settings that a conversation about one needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BroadcastRules:
    """Above ``approval_above`` receivers a second admin must agree: 0 is always, None is never.

    ``per_second`` is how many letters go out in a second, on each channel.
    """

    approval_above: int | None = 50
    per_second: float = 30

    def needs_approval(self, receivers: int) -> bool:
        """Returns whether a second admin must agree to so many receivers."""
        return self.approval_above is not None and receivers > self.approval_above
