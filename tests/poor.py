"""The poorest channel that can be thought of: plain texts of 200 characters, and nobody is written to first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.channels.console import Console, Show
from bot.messages import Address
from bot.model.capabilities import Capabilities
from bot.model.parts import ranges
from bot.ports.delivery import Delivery, Sent
from bot.ports.letter import Letter

NAME = "poor"
UNITS = 200


class Poor(Console):
    """A channel without anything: no buttons, no edits, no files, no push. ``show`` is called with each message."""

    capabilities = Capabilities(text=UNITS, push=False)

    def __init__(self, show: Show) -> None:
        super().__init__(show, name=NAME)
        self._say = show

    async def send(self, letter: Letter) -> Delivery:
        """Shows a letter message by message."""
        for text in said(letter):
            await self._say(replace(letter, text=text, choices=(), file=None))
        return Sent(str(letter.row))

    @staticmethod
    def address(person: str) -> Address:
        """Returns where a person is reached."""
        return Address(NAME, NAME, person)


def said(letter: Letter) -> Sequence[str]:
    """Returns the messages of a letter: its words, that a file does not come, and the choices by number or in words."""
    lines = [letter.text] if letter.text else []
    if letter.file is not None:
        lines.append(f"Tệp {letter.file.name} không gửi được ở đây. Đồng chí cần thì hỏi Văn phòng Hội.")
    if letter.numbered:
        lines += [f"{number}. {choice.label}" for number, choice in enumerate(letter.choices, start=1)]
    elif letter.choices:
        lines.append("Đồng chí có thể nhắn: " + ", ".join(f'"{choice.label}"' for choice in letter.choices) + ".")
    text = "\n".join(lines)
    return [text[start:end] for start, end in ranges(text, UNITS)]
