"""The drawing of the house (DESIGN 3) is true: who imports whom is checked against this table."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("bot", "handlers", "knowledge", "migrations")

PURE = ("bot.messages", "bot.errors", "bot.model")
DIALOG = ("bot.dialog", "bot.reading", "bot.records")
TALK = ("bot.outcome", "bot.desk", "bot.router", *DIALOG)
PORTS = (*PURE, "bot.dialog", "bot.records", "bot.outcome", "bot.ports")
ALL = OURS
# The letters of the language: they know nothing of the knowledge, which only was the first to need them.
LETTERS = ("knowledge.fold", "knowledge.syllables", "knowledge.telex")

# The room (a module, or a package with everything in it) and what it may import of ours, besides itself.
HOUSE: dict[str, tuple[str, ...]] = {
    "bot": (),
    "bot.messages": (),
    "bot.errors": (),
    "bot.model": ("bot.messages", "bot.errors"),
    "bot.reading": (*PURE, *LETTERS),
    "bot.dialog": (*PURE, *LETTERS, "bot.reading"),
    "bot.records": (*PURE, "bot.dialog"),
    "bot.roll_call": (*PURE, "bot.records"),
    "bot.outcome": (*PURE, "bot.dialog", "bot.records"),
    "bot.desk": (*PURE, "bot.dialog", "bot.records", "knowledge"),
    "bot.office_desk": (*PURE, "bot.dialog", "bot.records", "knowledge"),
    # What is typed is a choice with or without its accents.
    "bot.router": (*PURE, *LETTERS, *TALK),
    "bot.ports": (*PURE, "bot.outcome", "bot.records"),
    "bot.page_ports": ("bot.messages",),
    "bot.pause": (),
    "bot.cause": (),
    "bot.clock": PORTS,
    "bot.movable": (*PORTS, "bot.clock"),
    "bot.bell": PORTS,
    "bot.pace": PORTS,
    "bot.amends": PORTS,
    "bot.arrivals": (*PORTS, "bot.cause"),
    "bot.deliveries": (*PORTS, "bot.pause"),
    "bot.events": PORTS,
    "bot.inbox": (*PORTS, "bot.amends", "bot.arrivals", "bot.bell", "bot.cause", "bot.events", "bot.pause"),
    "bot.outbox": (*PORTS, "bot.bell", "bot.cause", "bot.deliveries", "bot.pace", "bot.pause"),
    "bot.rounds": (*PORTS, "bot.bell", "bot.cause", "bot.pause"),
    "bot.timetable": (*PORTS, "bot.rounds"),
    "bot.job_ports": PORTS,
    "bot.jobs": (*PORTS, "bot.cause", "bot.job_ports", "bot.rounds"),
    "bot.serving": (*PORTS, "bot.cause", "bot.inbox", "bot.jobs", "bot.outbox", "bot.timetable"),
    "bot.screens": PURE,
    "bot.gathered": (),
    "bot.channels": (
        "bot.messages",
        "bot.errors",
        "bot.model.capabilities",
        "bot.model.parts",
        "bot.model.spans",
        "bot.ports",
        "bot.page_ports",
        "bot.pause",
        "bot.gathered",
    ),
    "bot.file_folder": (*PORTS, "bot.store"),
    "bot.store": (*PORTS, *TALK, "bot.events", "bot.job_ports", "bot.page_ports"),
    "bot.units_file": PURE,
    # Files show figures as the dialog does, and money in words.
    "bot.reports": (*PURE, *LETTERS, "bot.dialog", "bot.reading"),
    # What takes long reads the house as handlers do, and makes files of what it finds.
    "bot.work": (*PURE, *LETTERS, *DIALOG, "bot.roll_call", "bot.reports", "bot.outcome", "bot.ports", "bot.job_ports"),
    "bot.appointing": (*PURE, "bot.records", "bot.store"),
    "bot.demo": (*PORTS, "bot.channels.console", "bot.store", "bot.appointing", "bot.units_file"),
    "bot.settings": ("bot.errors", "bot.model"),
    "bot.logs": ("bot.channels.masking",),
    "bot.stdin": (),
    "bot.web": ("bot.errors",),
    "bot.interview": (*PURE, *TALK, "handlers", "knowledge"),
    "bot.app": ALL,
    "bot.terminal": ALL,
    "bot.stories": ALL,
    "bot.commands": ALL,
    "bot.__main__": ALL,
    "handlers": (*PURE, *TALK, "bot.roll_call", "knowledge"),
    "knowledge": ("bot.messages", "bot.errors", "bot.dialog", "bot.reading", "bot.model.period", "bot.model.measure"),
    "migrations": ("bot.store", "bot.errors"),
}


def modules() -> list[str]:
    """Returns every module of ours by its dotted name."""
    paths = [path for name in OURS for path in (ROOT / name).rglob("*.py")]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return sorted(name.removesuffix(".__init__") for name in names)


def imports(module: str) -> Iterator[str]:
    """Yields the dotted names that a module imports, wherever in the file."""
    path = ROOT.joinpath(*module.split("."))
    source = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, rooms: tuple[str, ...]) -> bool:
    """Returns whether a dotted name is one of the rooms or lies in one."""
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def room_of(module: str) -> str:
    """Returns the narrowest room of a module; "" when the table does not know it. ``bot`` itself holds nothing."""
    rooms = [room for room in HOUSE if module == room or (room != "bot" and within(module, (room,)))]
    return max(rooms, key=len, default="")


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    room = room_of(module)
    assert room, f"{module} has no room in the table"
    strangers = [
        name for name in imports(module) if name.split(".")[0] in OURS and not within(name, (room, *HOUSE[room]))
    ]
    assert strangers == []


def test_every_room_of_the_table_exists() -> None:
    assert [room for room in HOUSE if not any(within(module, (room,)) for module in modules())] == []


def test_only_channels_know_telegram() -> None:
    knowing = {module for module in modules() if any(name.split(".")[0] == "telegram" for name in imports(module))}
    assert all(within(module, ("bot.channels",)) for module in knowing)


def test_a_handler_knows_neither_channels_nor_store() -> None:
    allowed = HOUSE["handlers"]
    assert not any(within(room, ("bot.channels", "bot.store", "sqlalchemy")) for room in allowed)


_WATCHED = """
import importlib, sys

ROOT, *NAMES = sys.argv[1:]

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "sqlite3.connect", "subprocess.Popen"):
        raise SystemExit(f"{event} at import: {arguments}")
    path = str(arguments[0]) if event == "open" else ""
    if path.startswith(ROOT) and "/.venv/" not in path and "__pycache__" not in path and not path.endswith(".py"):
        raise SystemExit(f"opened at import: {path}")

sys.addaudithook(watch)
for name in NAMES:
    importlib.import_module(name)
"""


def test_importing_does_no_work() -> None:
    names = [name for name in modules() if not within(name, ("migrations",)) and name != "bot.__main__"]
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(ROOT), *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
