"""``export``: the reports of a period as a file."""

import asyncio
import os
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.commands.opened import opened
from bot.commands.printed import print_json, print_text
from bot.errors import EndedUnitError, SeveralRootsError, UnknownPeriodError, UnknownUnitError, UnwritableError
from bot.model.tree import Tree
from bot.records import Records
from bot.reports.book import Book
from bot.settings import Settings
from bot.work.binding import bound
from bot.work.exporting import Format, written
from knowledge.form_files import load_forms

_PATIENCE = 1.0  # seconds after which one sees that something is going on

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which period, of which unit ("": the one at the top), as what, where. ``template``: None for the shipped one."""

    period: str
    unit: str
    format: Format
    out: Path
    template: Path | None = None


async def export(settings: Settings, wish: Wish, *, as_json: bool) -> None:
    """Writes the file and says so. It is there whole or not at all.

    Raises UnknownPeriodError, UnknownUnitError, EndedUnitError, SeveralRootsError, BrokenTemplateError,
    UnwritableError.
    """
    async with opened(settings) as store, store.reading() as records:
        book = await _patiently(_book(records, wish, datetime.now(settings.zone)), "reading")
    content = await _patiently(asyncio.to_thread(written, book, wish.format, wish.template), "writing")
    _replace(wish.out, content)
    if as_json:
        print_json(
            {
                "file": str(wish.out),
                "period": book.period.id,
                "unit": book.top.id,
                "units": len(book.roll.lines),
                "reports": len(book.reports),
            }
        )
    else:
        told = f"{len(book.reports)} reports of {len(book.roll.lines)} units"
        print_text(f"{wish.out}: {book.period.id}, {book.top.name}, {told}")


async def _book(records: Records, wish: Wish, now: datetime) -> Book:
    tree, today = await records.tree(), now.date()
    top = wish.unit or _root(tree, now)
    unit = tree.find(top)
    if unit is None:
        raise UnknownUnitError(unit=top)
    if not unit.alive(today):
        raise EndedUnitError(unit=top)
    book = await bound(records, load_forms(), wish.period, top, today, now)
    if book is None:
        known = ", ".join(period.id for period in await records.periods())
        raise UnknownPeriodError(period=wish.period, known=known or "none")
    return book


def _root(tree: Tree, now: datetime) -> str:
    roots = tree.roots(now.date())
    if len(roots) > 1:
        raise SeveralRootsError(units=", ".join(root.id for root in roots))
    return roots[0].id if roots else ""


def _replace(path: Path, content: bytes) -> None:
    """Nobody ever sees half a file."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableError(file=path, why=error.strerror) from None


async def _patiently(work: Coroutine[object, object, _Found], what: str) -> _Found:
    """Returns what the work gives back; when it takes long, standard error shows that it goes on."""
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=_PATIENCE)
    if not done:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            bar.add_task(what, total=None)
            await asyncio.wait({task})
    return await task
