"""Draws the README's pictures anew, from a made province: python -m docs.pictures (needs LibreOffice, pdftoppm)."""

import asyncio
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

from bot.store.connect import connect
from bot.store.store import SqlStore
from bot.work.binding import bound
from bot.work.charting import standing_chart
from bot.work.exporting import Format, written
from knowledge.form_files import load_forms
from migrations import migrate
from tests.province import ROOT, ZONE, Size, fill

HERE = Path(__file__).parent
NOW = datetime(2026, 6, 2, 9, tzinfo=ZONE)
PERIOD = "6T-2026"


async def made(folder: Path) -> tuple[bytes | None, bytes]:
    """Returns the chart of the province, and the Word report of one commune."""
    where = str(folder / "made.sqlite3")
    await migrate(where)
    store = SqlStore(connect(where))
    await store.change(lambda connection: fill(connection, Size(6, 4, 8), seed=2))
    async with store.reading() as records:
        chart = await standing_chart(records, PERIOD, ROOT, NOW)
        book = await bound(records, load_forms(), PERIOD, "h0x1", NOW.date(), NOW)
    await store.close()
    assert book is not None
    return chart, written(book, Format.DOCX)


def draw(folder: Path) -> None:
    """Writes the chart and the first page of the report beside this file."""
    chart, report = asyncio.run(made(folder))
    (HERE / "tinh-hinh.png").write_bytes(chart or b"")
    file = folder / "bao-cao.docx"
    file.write_bytes(report)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)], check=True)
    page = ["pdftoppm", "-png", "-r", "60", "-f", "1", "-l", "1", "-singlefile", str(file.with_suffix(".pdf"))]
    subprocess.run([*page, str(HERE / "bao-cao")], check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        draw(Path(name))
