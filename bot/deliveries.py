"""What a delivery means for its letter. Pure."""

from datetime import datetime, timedelta
from random import Random

from bot.pause import grown
from bot.ports.delivery import Blocked, Delivery, Failed, Moved, Retry, Sent, Unclear, Wait
from bot.ports.letter import Letter, Mark, State

TRIES = 20  # with the pauses below about an hour: a reply outlives a router's restart and a platform's bad quarter
FIRST_PAUSE = 1.0  # seconds
LONGEST_PAUSE = 300.0
SHORTEST_WAIT = 1.0  # a refusal that names no time, or none at all, is still a refusal
LONGEST_WAIT = 7 * 86_400.0


def judge(letter: Letter, delivery: Delivery, now: datetime, dice: Random) -> Mark:
    """Returns what is written down of a letter that was sent so."""
    match delivery:
        case Sent(message_id):
            return _over(letter, State.SENT, message_id=message_id)
        case Blocked(reason):
            return _over(letter, State.BLOCKED, reason)
        case Failed(reason):
            return _over(letter, State.FAILED, reason)
        case Wait():
            # The platform asks for patience: that is no fault of the letter and uses up none of its tries.
            return _back(letter, waited(delivery, now), "told to wait")
        case Retry(reason):
            tries = letter.tries + 1
            # A reminder is patient: it goes as long as it is true, and whoever leases it knows (bot.ports.store.Store).
            if tries >= TRIES and (letter.broadcast or not letter.bulk):
                return _over(letter, State.FAILED, reason)
            pause = grown(tries, FIRST_PAUSE, LONGEST_PAUSE, dice)
            return _back(letter, now + timedelta(seconds=pause), reason, tries)
        case Unclear():
            # Twice the same answer or reminder is better than none; twice the same broadcast is not (DESIGN 5).
            if letter.broadcast or letter.doubtful:
                return _over(letter, State.UNKNOWN, "no answer")
            again = now + timedelta(seconds=FIRST_PAUSE)
            return _back(letter, again, "no answer", letter.tries + 1, doubtful=True)
        case Moved(chat):
            if chat == letter.address.chat or letter.tries + 1 >= TRIES:
                return _over(letter, State.FAILED, "moved in a circle")
            return _back(letter, now, "moved", letter.tries + 1)


def waited(wait: Wait, now: datetime) -> datetime:
    """Returns the time before which nothing goes after a refusal."""
    return now + timedelta(seconds=min(max(SHORTEST_WAIT, wait.seconds), LONGEST_WAIT))


def put_back(letter: Letter, due: datetime) -> Mark:
    """Returns the mark of a letter that was leased and not sent."""
    return _back(letter, due, "")


def _over(letter: Letter, state: State, reason: str = "", message_id: str = "") -> Mark:
    return Mark(letter.row, state, reason, message_id, tries=letter.tries + 1, doubtful=letter.doubtful)


def _back(letter: Letter, due: datetime, reason: str, tries: int | None = None, doubtful: bool = False) -> Mark:
    tries = letter.tries if tries is None else tries
    return Mark(letter.row, State.PENDING, reason, due=due, tries=tries, doubtful=doubtful or letter.doubtful)
