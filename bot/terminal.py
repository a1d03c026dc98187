"""The terminal chat: a greeting and numbered choices for a person, plain answers for standard input from a file."""

import asyncio
import sys

from bot.app import App
from bot.channels.console import Console, event
from bot.commands.printed import print_text
from bot.file_folder import FileFolder
from bot.messages import File, FileKind, Kind
from bot.model.spans import spelled_out
from bot.ports.letter import Letter
from bot.stdin import typed_lines

PROMPT = "> "
ENDINGS = ("/thoat", "/exit", "/quit")
_ANEW = "(Tin cũ, sửa lại:)"
_HOW_TO_END = "(Gõ /thoat để kết thúc.)"


def terminal(folder: FileFolder) -> Console:
    """Returns the channel of this terminal. Files are laid into the folder."""

    async def show(letter: Letter) -> None:
        where = [await asyncio.to_thread(_laid, folder, letter, letter.file)] if letter.file else []
        said = spelled_out(letter.text, letter.spans)
        if letter.edits:  # its buttons are not on the screen: here nobody can press them
            print_text(f"{_ANEW}\n{said}\n")
            return
        print_text("\n".join([*filter(None, [said]), *where, *shown(letter), ""]))

    return Console(show)


async def talk(app: App, person: str) -> None:
    """Lets a person talk to the program until the input ends. What a last time left unsaid is said first."""
    await app.settle()
    if sys.stdin.isatty():
        print_text(f"{_HOW_TO_END}\n")
        await _say(app, person, "/start")
        _prompt()
    async for line in typed_lines():
        if line in ENDINGS:
            return
        await _say(app, person, line)
        _prompt()


async def _say(app: App, person: str, text: str) -> None:
    await app.receive([event(person, Kind.TEXT, text)])
    await app.settle()


def _laid(folder: FileFolder, letter: Letter, file: File) -> str:
    what = "Ảnh" if file.kind is FileKind.PICTURE else "Tệp"
    return f"{what} {file.name} nằm ở: {folder.lay(letter, file)}"


def shown(letter: Letter) -> list[str]:
    """Returns the choices, numbered where a number chooses one, else as words (DESIGN 6)."""
    if letter.choices and not letter.numbered:
        return ["  " + " ".join(f"[{choice.label}]" for choice in letter.choices)]
    return [f"  {number}. {choice.label}" for number, choice in enumerate(letter.choices, start=1)]


def _prompt() -> None:
    if sys.stdin.isatty():
        sys.stdout.write(PROMPT)
        sys.stdout.flush()
