"""What the receivers of a broadcast see: the preview and the letters themselves are made here, so they are the same."""

from collections.abc import Iterable
from dataclasses import replace

from bot.messages import Choice, Enclosure, FileKind, Span
from bot.model.broadcast import Broadcast
from bot.model.capabilities import Capabilities
from bot.model.spans import moved

FAMILY = "danhan"
"""The family of the button with which a receiver says that it arrived."""

LEAVE = "Đồng chí không muốn nhận thông báo nữa thì nhắn DỪNG."
"""Stands under every broadcast: the right to leave."""

_TITLE = 40
_ASKED = 'Đọc xong, đồng chí bấm "Đã nhận" hoặc nhắn "đã nhận" giúp tôi.'


_BESIDE = "Thông báo có kèm {what}. Ở đây tôi không gửi {what} được, đồng chí hỏi {office} để xem."


def face(draft: Broadcast, earlier: Broadcast | None) -> Broadcast:
    """Returns the broadcast whose letter is shown: what is written anew is still the letter of the earlier one."""
    if earlier is None or not draft.in_place:
        return draft
    return replace(draft, number=earlier.number, acknowledged=earlier.acknowledged)


def rewritable(state: str, capabilities: Capabilities) -> bool:
    """Returns whether a letter in this state of the outbox can be written anew on a channel."""
    return capabilities.edit and state in ("sent", "leased")


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


def titled(broadcast: Broadcast) -> str:
    """Returns the beginning of its text, for telling broadcasts apart."""
    lines = broadcast.text.strip().splitlines()
    if not lines:
        return "(chưa có nội dung)" if broadcast.file is None else f"({enclosed(broadcast.file)})"
    line = lines[0].rstrip(" .:,;")
    return line if len(line) <= _TITLE else f"{line[:_TITLE].rsplit(' ', 1)[0].rstrip(',;:')}…"


def correction(broadcast: Broadcast, text: str, spans: Iterable[Span]) -> tuple[str, tuple[Span, ...]]:
    """Returns the words of a correction that comes as a new message, and their looks: what it corrects stands first."""
    head = correction_head(broadcast)
    return f"{head}{text}", moved(spans, len(head))


def correction_head(broadcast: Broadcast) -> str:
    """Returns what such a message says first."""
    return f'Đính chính thông báo "{titled(broadcast)}":\n'
