"""Work that takes too long for a conversation: done beside it, its result told when it is finished (DESIGN 2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from bot.messages import Address, Enclosure, Incoming


class JobKind(StrEnum):
    """What is to be done. Each kind has its worker: see bot.app."""

    EXPORT = "export"
    CHART = "chart"
    FREEZE = "freeze"
    BROADCAST = "broadcast"
    FETCH = "fetch"


@dataclass(frozen=True, slots=True)
class Job:
    """Who gets the result, when it was wished, and what the worker needs to know.

    ``id`` is of whoever wishes it: the same id is the same job, done once. It must be at most 60 ASCII characters.
    ``parameters`` mean what the kind's worker says; of exports and charts the last one is the unit that the result is
    about: whoever may not see that unit (any more) does not get it.
    """

    id: str
    kind: JobKind
    address: Address
    wanted: datetime
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishedJob:
    """A job that is over: done, with what goes to the person, or given up (``failed``)."""

    job: Job
    text: str = ""
    file: Enclosure | None = None
    failed: bool = False


def job_for(incoming: Incoming, kind: JobKind, *parameters: str) -> Job:
    """Returns the job that a message asks for, its result for the chat of the message.

    The same message asks for the same job, however often it is handled; another kind or parameter is another job.
    """
    address = incoming.address
    told = "\0".join((address.channel, address.bot, incoming.key, kind, *parameters))
    return Job(sha256(told.encode()).hexdigest()[:20], kind, address, incoming.at, parameters)
