"""What the receivers of a broadcast see: the preview and the letters themselves are made here, so they are the same."""

from bot.messages import Choice, Enclosure, FileKind
from bot.model.broadcast import Broadcast

FAMILY = "danhan"
"""The family of the button with which a receiver says that it arrived."""

LEAVE = "Đồng chí không muốn nhận thông báo nữa thì nhắn DỪNG."
"""Stands under every broadcast: the right to leave."""

_ASKED = 'Đọc xong, đồng chí bấm "Đã nhận" hoặc nhắn "đã nhận" giúp tôi.'


_BESIDE = "Thông báo có kèm {what}. Ở đây tôi không gửi {what} được, đồng chí hỏi {office} để xem."


def letter_text(broadcast: Broadcast) -> str:
    """Returns the words of the letter. The broadcast's own come first: its looks are those of the letter."""
    return _letter(broadcast)


def letter_without_file(broadcast: Broadcast, office: str) -> str:
    """Returns the words for those to whom its picture or file cannot be sent."""
    return _letter(broadcast, _BESIDE.format(what=enclosed(broadcast.file), office=office) if broadcast.file else "")


def enclosed(file: Enclosure) -> str:
    """Returns what goes along, in words."""
    return "ảnh" if file.kind is FileKind.PICTURE else "tệp"


def _letter(broadcast: Broadcast, beside: str = "") -> str:
    under = [_ASKED, LEAVE] if broadcast.acknowledged else [LEAVE]
    return "\n\n".join(part for part in (broadcast.text, beside, "\n".join(under)) if part)


def letter_choices(broadcast: Broadcast) -> tuple[Choice, ...]:
    """Returns the buttons of the letter."""
    return (Choice("Đã nhận", f"{FAMILY}:{broadcast.number}"),) if broadcast.acknowledged else ()
