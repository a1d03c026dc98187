"""The job that fetches a picture or file that somebody sent, so that it can go out to others."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.errors import UnfetchedError
from bot.job_ports import JobResult
from bot.messages import Address, File, FileKind, Kind
from bot.model.job import Job
from bot.ports.delivery import Retry
from bot.ports.fetched import LARGEST_FETCHED, Fetched, Gone, TooLarge
from bot.records import Records

_GONE = "Tôi không lấy được {what} đó nữa. Đồng chí gửi lại giúp tôi."
_EMPTY = "Tệp đó trống, nên tôi không gửi kèm được. Đồng chí gửi lại giúp tôi."
_TOO_LARGE = "{What} đó lớn quá, tôi lấy được đến {most} MB. Đồng chí gửi bản nhỏ hơn, hoặc ghi đường liên kết."
_NAMES = {Kind.PHOTO: "anh.jpg", Kind.FILE: "tep"}


class Fetching:
    """Fetches what somebody sent (bot.job_ports.Worker).

    The job's parameters are the number of the broadcast that it is for, Kind.PHOTO or Kind.FILE, the platform's name of
    it, and the person's own ("" where there is none). Where it cannot be had the result says so and has no file.
    """

    def __init__(self, fetch: Callable[[Address, str], Awaitable[Fetched]]) -> None:
        """``fetch``: returns what was sent in this chat under this name."""
        self._fetch = fetch

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the file. Raises UnfetchedError where the network is at fault: then it is tried again."""
        _, kind, file, name = job.parameters
        what = "ảnh" if kind == Kind.PHOTO else "tệp"
        match await self._fetch(job.address, file):
            case Retry(why):
                raise UnfetchedError(why=why)
            case TooLarge():
                return JobResult(_TOO_LARGE.format(What=what.capitalize(), most=LARGEST_FETCHED >> 20))
            case Gone():
                return JobResult(_GONE.format(what=what))
            case File(content=b""):
                return JobResult(_EMPTY)
            case File() as found:
                shown = FileKind.PICTURE if kind == Kind.PHOTO else FileKind.DOCUMENT
                return JobResult(file=replace(found, name=name or found.name or _NAMES[Kind(kind)], kind=shown))
