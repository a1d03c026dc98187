"""The process ends after every line of a story and starts again on the same file: people notice nothing."""

from pathlib import Path
from typing import Any

import pytest

from bot.stories.lines import Given, Moment, Pressed, Said, read_story
from tests.command_line import bot, lines, rows

ROOT = Path(__file__).parents[1]
SHORT = ("bao-cao-mot-tin", "bao-cao-tre-han", "bao-cao-khong-khop")
LONG = ("bao-cao-tung-so", "bao-cao-hai-nguoi", "bao-cao-sua-sau-khi-nop")


def lines_of(name: str) -> list[dict[str, Any]]:
    """Returns a story as lines of ``chat --json``."""
    told: list[dict[str, Any]] = []
    for line in read_story((ROOT / "tests" / "stories" / f"{name}.txt").read_text(encoding="utf-8")):
        match line:
            case Given():
                person, role, unit = line.line.removeprefix("Cho:").replace("=", "").split()
                told.append({"make": person, "role": role, "unit": unit})
            case Moment():
                told.insert(0, {"at": line.at.isoformat()})
            case Pressed():
                told.append({"from": line.name, "press": line.label, "old": line.old})
            case Said():
                told.append({"from": line.name, "text": line.text})
            case _:
                pass
    return told


def talk(folder: Path, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns what one process says to these lines."""
    done = bot("chat", "--json", "--demo", "--db", "story.sqlite3", given=lines(*given), folder=folder)
    return [answer for answer in rows(done) if "to" in answer or "error" in answer]


@pytest.mark.parametrize("name", [*SHORT, *(pytest.param(name, marks=pytest.mark.soak) for name in LONG)])
def test_a_story_goes_the_same_way_when_the_process_restarts_at_every_line(name: str, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    clock, *story = lines_of(name)
    at_once = talk(whole, [clock, *story])
    talk(parts, [clock])
    piece_by_piece = [answer for line in story for answer in talk(parts, [line])]
    assert not [answer for answer in at_once if "error" in answer]
    assert piece_by_piece == at_once
