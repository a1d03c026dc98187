"""The command line (DESIGN 9): ``python -m bot``, or ``dongdoi``."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.clock import RealClock
from bot.commands import ask as asking
from bot.commands import chat as chatting
from bot.commands import check as checking
from bot.commands import export as exporting
from bot.commands import invites as inviting
from bot.commands import people as keeping_people
from bot.commands import periods as kept_periods
from bot.commands import play as playing
from bot.commands import read as reading
from bot.commands import run as running
from bot.commands import units as keeping_units
from bot.commands.printed import errors_as, print_text, speak_utf8
from bot.commands.read_time import read_times
from bot.errors import DongDoiError
from bot.settings import read_settings
from bot.store.opening import told_in_one_line
from bot.work.exporting import Format
from knowledge.fields import load_fields
from knowledge.ready import open_base
from migrations import migrate as migrate_database


class Readable(StrEnum):
    """What ``read`` can read."""

    NUMBER = "number"
    TIME = "time"


app = typer.Typer(
    name="dongdoi",
    help="Đồng Đội: the assistant of the veterans' association.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

units = typer.Typer(help="The units of the association.", no_args_is_help=True)
people = typer.Typer(help="The people who are known.", no_args_is_help=True)
app.add_typer(units, name="units")
app.add_typer(people, name="people")
periods = typer.Typer(help="The reporting periods.", no_args_is_help=True)
app.add_typer(periods, name="periods")

Db = Annotated[str, typer.Option("--db", help="SQLite file or database URL; else DONGDOI_DATABASE_URL.")]
Json = Annotated[bool, typer.Option("--json", help="JSON lines on standard output, logs on standard error.")]


@app.command()
def run(db: Db = "") -> None:
    """Serve every channel that has settings; with none, a web page on this machine to try everything on."""
    _await(running.run(read_settings(db), named=bool(db)))


@app.command()
def chat(
    demo: Annotated[
        bool,
        typer.Option("--demo", help="A made-up province with people and an open period, in its own database."),
    ] = False,
    as_: Annotated[
        chatting.As, typer.Option("--as", help="Who you are; with --json it is the person of this name.")
    ] = chatting.As.MEMBER,
    unit: Annotated[str, typer.Option("--unit", help="The unit of your role; else one of the demo.")] = "",
    json: Json = False,
    db: Db = "",
) -> None:
    """Talk to it in the terminal; with --json, for programs."""
    with chatting.database(db, demo=demo) as settings:
        scene = chatting.Scene(demo, as_, unit)
        _await(chatting.chat_json(settings, scene) if json else chatting.chat(settings, scene))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="One question; without it, standard input line by line.")] = "",
    json: Json = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also the way of the question: normal form, slots, candidates, checks.")
    ] = False,
    today: Annotated[
        datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="The day; else today.")
    ] = None,
    db: Db = "",
) -> None:
    """Ask the shipped knowledge; nothing is kept, and a database holds no answers of its own yet."""
    settings = read_settings(db)
    day = (today or datetime.now(settings.zone)).date()
    asker = asking.Asker(open_base(), day, settings.office_contact, explain)
    if question:
        asker.one(question, as_json=json)
    else:
        asker.all(as_json=json)


@app.command()
def read(
    what: Annotated[Readable, typer.Argument(help="What is to be read.")],
    json: Json = False,
) -> None:
    """Read what people type: figures or times, line by line from standard input; nothing is kept."""
    if what is Readable.TIME:
        read_times(RealClock(), as_json=json)
    else:
        reading.NumberReader([field.asked() for field in load_fields()]).all(as_json=json)


@app.command()
def play(stories: Annotated[list[Path], typer.Argument(help="Story files.", exists=True, dir_okay=False)]) -> None:
    """Play stories against the program and print where they differ."""
    if not _await(playing.play_all(stories)):
        raise typer.Exit(1)


@app.command()
def migrate(db: Db = "") -> None:
    """Bring the database to what this program needs."""
    where = read_settings(db).database_url
    with told_in_one_line(where):
        applied = _await(migrate_database(where))
    print_text(f"applied: {', '.join(applied)}" if applied else "up to date")


@app.command()
def check(db: Db = "") -> None:
    """What is configured, reachable, broken: one line each. Changes nothing; exit code 1 when something is broken."""
    if not _await(checking.check(db)):
        raise typer.Exit(1)


@units.command("import")
def import_units(
    file: Annotated[
        Path, typer.Argument(help="CSV: id,name,level,parent,from,to,merged_into,members.", exists=True, dir_okay=False)
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    json: Json = False,
    db: Db = "",
) -> None:
    """Make the units of a CSV file the units, all or nothing."""
    work = keeping_units.import_units(read_settings(db), file, dry_run=dry_run, as_json=json)
    with errors_as(json=json):
        _await(work)


@units.command("list")
def list_units(json: Json = False, db: Db = "") -> None:
    """Every unit that ever was, under the one above."""
    _await(keeping_units.list_units(read_settings(db), as_json=json))


@people.command("list")
def list_people(json: Json = False, db: Db = "") -> None:
    """Who has agreed to be known, with their roles."""
    _await(keeping_people.list_people(read_settings(db), as_json=json))


@app.command()
def invites(
    unit: Annotated[str, typer.Option("--unit", help="Only below this unit.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="A page to print: a card with a QR code each.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="A table: unit,name,code,link,expires.")] = None,
    days: Annotated[int, typer.Option("--days", help="How long the codes hold.", min=1, max=365)] = 30,
    everybody: Annotated[bool, typer.Option("--all", help="Also where there is a leader already.")] = False,
    bot: Annotated[str, typer.Option("--bot", help="The Telegram bot's name, for the link; else the web page's.")] = "",
    db: Db = "",
) -> None:
    """Make a code for every chi hội without a leader; older codes of theirs are over."""
    _await(inviting.make_invites(read_settings(db), inviting.Wish(unit, days, everybody, bot), out, csv))


@app.command()
def admin_code(db: Db = "") -> None:
    """Print the words with which the first admin joins: once, within a day."""
    _await(inviting.make_admin_code(read_settings(db)))


@periods.command("list")
def periods_list(json: Json = False, db: Db = "") -> None:
    """The reporting periods, and how many have reported."""
    _await(kept_periods.list_periods(read_settings(db), as_json=json))


@app.command()
def export(
    period: Annotated[str, typer.Option("--period", help="Its id, such as 6T-2026: see periods list.")],
    format_: Annotated[Format, typer.Option("--format", help="Excel, Word, or a table for programs.")],
    out: Annotated[Path, typer.Option("--out", help="The file; one that is there is replaced.")],
    unit: Annotated[str, typer.Option("--unit", help="Only what counts under this unit; else everything.")] = "",
    template: Annotated[
        Path | None, typer.Option("--template", help="A Word template of one's own.", exists=True, dir_okay=False)
    ] = None,
    json: Json = False,
    db: Db = "",
) -> None:
    """Write the reports of a period to a file: totals, who is missing, every figure with what was typed."""
    wish = exporting.Wish(period, unit, format_, out, template)
    settings = read_settings(db)
    with errors_as(json=json):
        _await(exporting.export(settings, wish, as_json=json))


def _await(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def main() -> None:
    """Runs the command line. A fault that we know is one line on standard error, and exit code 2."""
    speak_utf8()
    try:
        app()
    except DongDoiError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from None
    except BrokenPipeError:
        # Whoever read our output has gone. The interpreter must not stumble over it again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
