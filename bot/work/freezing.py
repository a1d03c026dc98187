"""The audience of a broadcast, made firm: a letter for each receiver, written down when the job is done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo

from bot.job_ports import JobResult
from bot.messages import Address
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import (
    correction,
    face,
    letter_choices,
    letter_text,
    letter_without_file,
    rewritable,
)
from bot.model.capabilities import Capabilities
from bot.model.job import Job
from bot.records import Frozen, Records, Rewritten


class Freezing:
    """Finds who gets a broadcast (bot.job_ports.Worker). The job's parameter is the number of the broadcast.

    All that it finds is written in the transaction that ends the job: whoever dies on the way has sent nothing.
    """

    def __init__(self, zone: tzinfo, capabilities: Callable[[str], Capabilities], office: str) -> None:
        """``capabilities``: what the channel of this name can do; ``office``: whom to ask for what it cannot."""
        self._zone = zone
        self._capabilities = capabilities
        self._office = office

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
            return JobResult(records=(self._letters(broadcast, to),))
        states = {one.receiver.address: one.state for one in await records.outcomes(earlier.number)}
        anew = tuple(one for one in to if rewritable(states.get(one, ""), self._capabilities(one.channel)))
        right = face(broadcast, earlier)
        told = letter_without_file(replace(right, file=earlier.file), self._office) if earlier.file else ""
        rewritten = Rewritten(earlier.number, anew, letter_text(right), letter_choices(right), right.spans, told)
        others = tuple(one for one in to if one not in set(anew))
        text, spans = correction(earlier, broadcast.text, broadcast.spans)
        letters = replace(self._letters(replace(broadcast, text=text, spans=spans), others), anew=rewritten)
        return JobResult(records=(letters,))

    def _letters(self, broadcast: Broadcast, to: tuple[Address, ...]) -> Frozen:
        """Returns the letters; those whose channel carries no files get words instead of a file."""
        wordy = tuple(one for one in to if broadcast.file and not self._capabilities(one.channel).files)
        without = set(wordy)
        return Frozen(
            broadcast.number,
            tuple(one for one in to if one not in without),
            letter_text(broadcast),
            letter_choices(broadcast),
            broadcast.file,
            broadcast.spans,
            wordy,
            letter_without_file(broadcast, self._office) if wordy else "",
        )
