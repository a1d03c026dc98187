"""What the receivers of a broadcast see: the preview and the letters themselves are made here, so they are the same."""

from bot.messages import Choice
from bot.model.broadcast import Broadcast

FAMILY = "danhan"
"""The family of the button with which a receiver says that it arrived."""

LEAVE = "Đồng chí không muốn nhận thông báo nữa thì nhắn DỪNG."
"""Stands under every broadcast: the right to leave."""

_ASKED = 'Đọc xong, đồng chí bấm "Đã nhận" hoặc nhắn "đã nhận" giúp tôi.'


def letter_text(broadcast: Broadcast) -> str:
    """Returns the words of the letter."""
    under = [_ASKED, LEAVE] if broadcast.acknowledged else [LEAVE]
    return "\n\n".join(part for part in (broadcast.text, "\n".join(under)) if part)


def letter_choices(broadcast: Broadcast) -> tuple[Choice, ...]:
    """Returns the buttons of the letter."""
    return (Choice("Đã nhận", f"{FAMILY}:{broadcast.number}"),) if broadcast.acknowledged else ()
