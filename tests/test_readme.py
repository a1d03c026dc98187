"""What the README says is true: its conversation, its lists, its drawing."""

import inspect
import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import __main__
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
STORY = ROOT / "tests" / "stories" / "doc-truoc.txt"
_CONVERSATION = re.compile(r"(?<=```story\n)(.*?)(?=```)", re.DOTALL)


def readme() -> str:
    """Returns the README."""
    return README.read_text(encoding="utf-8")


def table(after: str) -> list[list[str]]:
    """Returns the rows of the table under a heading, each a list of its cells."""
    section = readme().partition(f"\n## {after}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def setting_rows() -> list[list[str]]:
    """Returns what the list of settings has to say."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
        shown = f"`{default:g}`" if isinstance(default, float) else f"`{default}`" if default else ""
        rows.append([f"`{PREFIX}{name.upper()}`", shown, field.description or ""])
    return rows


def command_rows() -> list[list[str]]:
    """Returns what the list of commands has to say."""
    groups = [("", __main__.app), *((f"{one.name} ", one.typer_instance) for one in __main__.app.registered_groups)]
    rows = []
    for group, commands in groups:
        for command in commands.registered_commands if commands else ():
            name = command.name or command.callback.__name__.replace("_", "-")
            rows.append([f"`{group}{name}`", inspect.getdoc(command.callback) or ""])
    return rows


def drawn(rows: list[list[str]]) -> str:
    """Returns rows as they stand in the README."""
    return "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)


def test_the_conversation_is_a_story(request: pytest.FixtureRequest) -> None:
    story = STORY.read_text(encoding="utf-8")
    if request.config.getoption("--update"):
        README.write_text(_CONVERSATION.sub(lambda _: story, readme(), count=1), encoding="utf-8")
    assert _CONVERSATION.findall(readme()) == [story]


def test_every_setting_is_listed_with_its_default() -> None:
    assert table("Settings") == setting_rows(), drawn(setting_rows())


def test_every_command_is_listed() -> None:
    assert table("Commands") == command_rows(), drawn(command_rows())


def test_the_drawing_shows_every_room_and_no_other() -> None:
    named = {path.rstrip("/") for row in table("The house") for path in re.findall(r"`([^`]+)`", row[0])}
    rooms = {f"bot/{path.name}" for path in (ROOT / "bot").iterdir() if path.name not in ("__init__.py", "__pycache__")}
    assert named == rooms | {"handlers", "knowledge", "migrations", "tests"}
