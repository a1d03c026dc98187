"""What is no question: nothing typed, emoji only, one letter, a number that is no choice, an unknown command."""

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.examples import examples
from handlers.telling import remark
from handlers.typed import after_command, command

_ASKS = "hoi"
_EXAMPLE = "Ví dụ đồng chí có thể hỏi:"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a text holds too little to look anything up."""
    if incoming.kind is not Kind.TEXT:
        return False
    if command(incoming.text) not in ("", _ASKS):
        return True
    text = after_command(incoming.text)
    return text.isdecimal() or sum(letter.isalnum() for letter in text) < 2


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what to type instead."""
    text, choices = _instead(incoming.text.strip(), desk.talk.screen)
    return remark(incoming, text, choices)


def _instead(text: str, screen: tuple[Choice, ...]) -> tuple[str, tuple[Choice, ...]]:
    name = command(text)
    if name == _ASKS:
        return f"Đồng chí gõ câu hỏi vào đây. {_EXAMPLE}", examples()
    if name:
        return f"Tôi không có lệnh /{name[:20]}. Đồng chí gõ câu hỏi bằng lời, hoặc gõ /trogiup.", ()
    if text.isdecimal() and screen:
        return f"Đồng chí chọn một số từ 1 đến {len(screen)}.", screen
    if text.isdecimal():
        return f"Bây giờ không có lựa chọn nào mang số {text[:20]}. {_EXAMPLE}", examples()
    if any(letter.isalnum() for letter in text):
        return f"Tôi chưa rõ ý đồng chí. Đồng chí gõ cả câu giúp tôi. {_EXAMPLE}", examples()
    return f"Đồng chí gõ câu hỏi bằng chữ giúp tôi. {_EXAMPLE}", examples()


HANDLER = Handler("unclear", wants, handle)
