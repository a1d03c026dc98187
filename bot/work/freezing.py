"""The audience of a broadcast, made firm: a letter for each receiver, written down when the job is done."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo

from bot.job_ports import JobResult
from bot.model.broadcast_letter import correction, face, letter_choices, letter_text, rewritable
from bot.model.capabilities import WORDS, Capabilities
from bot.model.job import Job
from bot.records import Frozen, Records, Rewritten


class Freezing:
    """Finds who gets a broadcast (bot.job_ports.Worker). The job's parameter is the number of the broadcast.

    All that it finds is written in the transaction that ends the job: whoever dies on the way has sent nothing.
    """

    def __init__(self, zone: tzinfo, able: Mapping[str, Capabilities]) -> None:
        """``able``: what each channel can do."""
        self._zone = zone
        self._able = able

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the letters of everybody whom the audience means on the day when it goes out."""
        (number,) = job.parameters
        broadcast = await records.broadcast(int(number))
        if broadcast is None or broadcast.audience is None:
            return JobResult()
        found = await records.receivers(broadcast.audience, job.wanted.astimezone(self._zone).date())
        to = tuple(one.address for one in found)
        earlier = await records.broadcast(broadcast.corrects) if broadcast.in_place else None
        if earlier is None:
            text, choices = letter_text(broadcast), letter_choices(broadcast)
            return JobResult(records=(Frozen(broadcast.number, to, text, choices, broadcast.file),))
        states = {one.receiver.address: one.state for one in await records.outcomes(earlier.number)}
        anew = tuple(one for one in to if rewritable(states.get(one, ""), self._able.get(one.channel, WORDS)))
        right = face(broadcast, earlier)
        rewritten = Rewritten(earlier.number, anew, letter_text(right), letter_choices(right))
        others = tuple(one for one in to if one not in set(anew))
        told = replace(broadcast, text=correction(earlier, broadcast.text))
        letters = Frozen(broadcast.number, others, letter_text(told), letter_choices(told), anew=rewritten)
        return JobResult(records=(letters,))
