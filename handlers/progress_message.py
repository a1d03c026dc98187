"""The one message that tells whoever sends a broadcast how far it is: written anew where their channel edits."""

from bot.desk import Desk
from bot.messages import Address, Choice, Reply
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.tally import Tally
from bot.reading.shown import shown
from handlers.broadcast_token import Pick, Verb

FAMILY = "tbtiendo:"
_TOLD_AT = (75, 50, 25)
"""The shares in percent that are told on the way where nothing can be edited; all of it is told with the end."""
_STEERING = {
    BroadcastState.RUNNING: (("Tạm dừng", Verb.PAUSE), ("Huỷ thông báo", Verb.CANCELLING)),
    BroadcastState.PAUSED: (("Gửi tiếp", Verb.RESUME), ("Huỷ thông báo", Verb.CANCELLING)),
}
_STANDS = {BroadcastState.PAUSED: " đang tạm dừng", BroadcastState.CANCELLED: " đã huỷ"}


def begins(broadcast: Broadcast, audience: int, address: Address) -> Reply:
    """Returns the message as it is at first: it rings, and leaves the choices on the screen alone."""
    said = f"Thông báo số {broadcast.number} bắt đầu gửi tới {shown(audience)} người."
    return Reply(address, said, key=_key(broadcast))


def goes_on(broadcast: Broadcast, tally: Tally, address: Address, desk: Desk) -> tuple[Reply, ...]:
    """Returns what tells how far a broadcast is in the state that it has now.

    Where nothing can be edited each share is told once, however often it is looked at: the key of the reply says so.
    """
    if not tally.audience:
        return ()
    share = 100 * tally.over // tally.audience
    done = f"đã xong {shown(tally.over)}/{shown(tally.audience)} người"
    said = f"Thông báo số {broadcast.number}{_STANDS.get(broadcast.state, '')}: {done} ({share} %)."
    if desk.capabilities(address.channel).edit:
        steering = _STEERING.get(broadcast.state, ())
        choices = tuple(Choice(label, Pick(verb, broadcast.number).token) for label, verb in steering)
        return (Reply(address, said, choices, edits=_key(broadcast)),)
    told = next((one for one in _TOLD_AT if share >= one), None)
    if told is None or broadcast.state is not BroadcastState.RUNNING:
        return ()
    return (Reply(address, said, key=f"{_key(broadcast)}:{told}"),)


def _key(broadcast: Broadcast) -> str:
    return f"{FAMILY}{broadcast.number}"
