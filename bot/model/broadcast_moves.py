"""Which new state of a broadcast is written down. Pure."""

from bot.model.broadcast import MOVES, BroadcastState


def allowed(old: BroadcastState | None, new: BroadcastState) -> bool:
    """Returns whether a broadcast in one state may be written down in another, or in the same.

    ``old`` is None for one that is not written down yet: that begins as a draft.
    """
    before = old or BroadcastState.DRAFT
    return new is before or new in MOVES[before]
