"""``play``: plays stories and prints where the program says something else."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from bot.commands.printed import print_text
from bot.stories.player import play
from knowledge.ready import open_base


async def play_all(files: Sequence[Path]) -> bool:
    """Returns whether every story went as it is written, after printing the differences."""
    base = open_base()
    same = True
    for file in files:
        story = file.read_text(encoding="utf-8")
        played = await play(story, base, str(file))
        if played == story:
            print_text(f"{file}: as written")
            continue
        same = False
        differences = unified_diff(story.splitlines(), played.splitlines(), str(file), "played", lineterm="")
        print_text("\n".join(differences))
    return same
