"""What stands on the card of one chi hội."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InviteCard:
    """The unit, what it is called and where it lies, its code as it is shown, the Telegram bot ("" for none).

    ``page`` is the address of the web page, "" for none.
    """

    unit: str
    name: str
    place: str
    code: str
    bot: str
    last: date
    page: str = ""

    @property
    def words(self) -> str:
        """What is typed to join."""
        return f"DANGKY {self.code}"

    @property
    def link(self) -> str:
        """The address that opens the chat with the code, "" where there is none. A bot that is named goes before."""
        if self.bot:
            return f"https://t.me/{self.bot}?start={self.code.replace('-', '')}"
        return f"{self.page.rstrip('/')}/?ma={self.code}" if self.page else ""
