"""Jobs for tests: a handler that wishes one for every text, and a worker that makes a file."""

from bot.desk import Desk
from bot.job_ports import JobResult
from bot.messages import Address, File, FileKind, Incoming, Kind, Reply
from bot.model.job import Job, JobKind, job_for
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.records import Records
from bot.router import Handler
from tests.virtual_clock import START

TABLE = File("bao-cao.xlsx", b"PK\x03\x04 a table")
CHART = File("tinh-hinh.png", b"\x89PNG a chart", FileKind.PICTURE)
RESULTS = {
    JobKind.EXPORT: JobResult("Báo cáo đồng chí cần đây ạ.", TABLE),
    JobKind.CHART: JobResult("", CHART),
}
_WORDS = {"xuất báo cáo": (JobKind.EXPORT,), "vẽ biểu đồ": (JobKind.CHART,), "cả hai": tuple(RESULTS)}
_ABOUT = {JobKind.EXPORT: ("xlsx", "6T-2026", "xa-van-tra"), JobKind.CHART: ("6T-2026", "xa-van-tra")}


def job(name: str, address: Address, kind: JobKind = JobKind.EXPORT) -> Job:
    """Returns a job with this id."""
    return Job(name, kind, address, START, ("6T-2026",))


async def worker(job: Job, records: Records) -> JobResult:
    """Makes the result of a kind; it reads the house as a handler does."""
    assert await records.periods() is not None
    return RESULTS[job.kind]


async def broken(job: Job, records: Records) -> JobResult:
    """Fails."""
    raise ValueError(job.id)


def _wants(incoming: Incoming, talk: Talk) -> bool:
    return incoming.kind is Kind.TEXT and incoming.text in _WORDS


async def _wish(incoming: Incoming, desk: Desk) -> Outcome:
    jobs = tuple(job_for(incoming, kind, *_ABOUT[kind]) for kind in _WORDS[incoming.text])
    return Outcome((Reply(incoming.address, "Tôi đang làm."),), jobs=jobs)


WISHING = Handler("wishing", _wants, _wish)
