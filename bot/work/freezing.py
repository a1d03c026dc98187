"""The audience of a broadcast, made firm: a letter for each receiver, written down when the job is done."""

from collections.abc import Callable
from datetime import tzinfo

from bot.job_ports import JobResult
from bot.model.broadcast_letter import letter_choices, letter_text, letter_without_file
from bot.model.capabilities import Capabilities
from bot.model.job import Job
from bot.records import Frozen, Records


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
        wordy = tuple(one for one in to if broadcast.file and not self._capabilities(one.channel).files)
        without = set(wordy)
        letters = Frozen(
            broadcast.number,
            tuple(one for one in to if one not in without),
            letter_text(broadcast),
            letter_choices(broadcast),
            broadcast.file,
            broadcast.spans,
            wordy,
            letter_without_file(broadcast, self._office) if wordy else "",
        )
        return JobResult(records=(letters,))
