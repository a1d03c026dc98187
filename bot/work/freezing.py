"""The audience of a broadcast, made firm: a letter for each receiver, written down when the job is done."""

from datetime import tzinfo

from bot.job_ports import JobResult
from bot.model.broadcast_letter import letter_choices, letter_text
from bot.model.job import Job
from bot.records import Frozen, Records


class Freezing:
    """Finds who gets a broadcast (bot.job_ports.Worker). The job's parameter is the number of the broadcast.

    All that it finds is written in the transaction that ends the job: whoever dies on the way has sent nothing.
    """

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the letters of everybody whom the audience means on the day when it goes out."""
        (number,) = job.parameters
        broadcast = await records.broadcast(int(number))
        if broadcast is None or broadcast.audience is None:
            return JobResult()
        found = await records.receivers(broadcast.audience, job.wanted.astimezone(self._zone).date())
        letters = Frozen(
            broadcast.number,
            tuple(one.address for one in found),
            letter_text(broadcast),
            letter_choices(broadcast),
            broadcast.file,
        )
        return JobResult(records=(letters,))
