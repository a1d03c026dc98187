"""What the bot says and writes down, as lines of a story."""

from collections.abc import Iterable

from bot.messages import File, FileKind
from bot.model.spans import marked
from bot.ports.letter import Letter
from bot.stories.lines import INDENT
from bot.stories.who import who_at


def bot_line(letter: Letter, listener: str) -> str:
    """Returns a message as ``Bot:``, or ``Bot → Name:`` when it goes to another person than the one who wrote.

    One that writes an earlier message anew is ``Bot (sửa):``.
    """
    to = "" if (who := who_at(letter.address)) == listener else f" → {who}"
    to = f"{to} (sửa)" if letter.edits else to
    buttons = " ".join(f"[{choice.label}]" for choice in letter.choices)
    file = _shown(letter.file) if letter.file else ""
    return _indented(f"Bot{to}:", [*marked(letter.text, letter.spans).splitlines(), file, buttons])


def ledger_line(record: str) -> str:
    """Returns what was written down as ``Sổ:``."""
    return _indented("Sổ:", record.splitlines())


def _shown(file: File) -> str:
    return f"({'ảnh' if file.kind is FileKind.PICTURE else 'tệp'} {file.name})"


def _indented(head: str, lines: Iterable[str]) -> str:
    """Empty lines are left out: in a story they stand between scenes."""
    told = [line.rstrip() for line in lines if line.strip()]
    return f"\n{INDENT}".join([f"{head} {told[0]}" if told else head, *told[1:]])
