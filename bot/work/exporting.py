"""The file of a period: which forms there are, and the job that makes one for a chat."""

import asyncio
from collections.abc import Sequence
from datetime import tzinfo
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from bot.dialog.form import Form
from bot.job_ports import JobResult
from bot.messages import File
from bot.model.job import Job
from bot.records import Records
from bot.reports.book import Book
from bot.reports.csv_file import csv
from bot.reports.excel import excel
from bot.reports.word import TEMPLATE, word
from bot.work.binding import bound

_GONE = "Kỳ báo cáo hay đơn vị đó không còn, nên tôi không lập được tệp."


class Format(StrEnum):
    """What can be written."""

    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"


def written(book: Book, form: Format, template: Path | None = None) -> bytes:
    """Returns the file. ``template`` of the Word report: None for the shipped one. Raises BrokenTemplateError."""
    match form:
        case Format.XLSX:
            return excel(book)
        case Format.CSV:
            return csv(book)
        case Format.DOCX:
            shipped = files("knowledge") / "templates" / TEMPLATE
            return word(book, (template or shipped).read_bytes(), str(template or TEMPLATE))


class Exporting:
    """Makes the file that somebody wished for in a chat (bot.job_ports.Worker).

    The job's parameters are the format, the period's id and the unit's; whoever wished it may see that unit.
    """

    def __init__(self, forms: Sequence[Form], zone: tzinfo) -> None:
        self._forms = forms
        self._zone = zone

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the file with a line that says what it is."""
        form, period, unit = job.parameters
        now = job.wanted.astimezone(self._zone)
        top = (await records.tree()).find(unit)
        day = min(now.date(), top.end) if top is not None and top.end else now.date()
        book = await bound(records, self._forms, period, unit, day, now)
        if book is None:
            return JobResult(_GONE)
        content = await asyncio.to_thread(written, book, Format(form))
        turnout = book.roll.turnout
        told = f"{book.top.name}, {book.period.title}: đã nộp {turnout.submitted}/{turnout.expected}."
        return JobResult(told, File(f"bao-cao-{period}-{unit}.{form}", content))
