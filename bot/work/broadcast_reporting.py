"""The job that makes the Excel file of a broadcast for a chat."""

import asyncio
from datetime import tzinfo

from bot.job_ports import JobResult
from bot.messages import File
from bot.model.job import Job
from bot.records import Records
from bot.reports.broadcast_file import BroadcastBook, broadcast_file

_GONE = "Thông báo đó không còn, nên tôi không lập được tệp."


class BroadcastReporting:
    """Makes the file that somebody wished for (bot.job_ports.Worker).

    The job's parameter is the broadcast's number; whoever wished it may see that broadcast.
    """

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the file with a line that says what it is."""
        (number,) = job.parameters
        broadcast = await records.broadcast(int(number))
        if broadcast is None:
            return JobResult(_GONE)
        now = job.wanted.astimezone(self._zone)
        outcomes = await records.outcomes(broadcast.number)
        values = BroadcastBook(broadcast, outcomes, await records.tree(), now.date(), now)
        content = await asyncio.to_thread(broadcast_file, values)
        return JobResult(f"Kết quả thông báo {number}.", File(f"thong-bao-{number}.xlsx", content))
