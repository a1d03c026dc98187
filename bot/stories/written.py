"""What the bot says and writes down, as lines of a story."""

from collections.abc import Iterable

from bot.ports import Letter
from bot.stories.lines import INDENT


def bot_line(letter: Letter, listener: str) -> str:
    """Returns a message as ``Bot:``, or ``Bot → Name:`` when it goes to another person than the one who wrote."""
    to = "" if letter.address.chat == listener else f" → {letter.address.chat}"
    buttons = " ".join(f"[{choice.label}]" for choice in letter.choices)
    return _indented(f"Bot{to}:", [*letter.text.splitlines(), buttons])


def ledger_line(record: str) -> str:
    """Returns what was written down as ``Sổ:``."""
    return _indented("Sổ:", record.splitlines())


def _indented(head: str, lines: Iterable[str]) -> str:
    """Empty lines are left out: in a story they stand between scenes."""
    told = [line.rstrip() for line in lines if line.strip()]
    return f"\n{INDENT}".join([f"{head} {told[0]}" if told else head, *told[1:]])
