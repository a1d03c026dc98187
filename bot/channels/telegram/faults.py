"""What an error of Telegram's means for the letter that met it. Pure."""

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.ports.delivery import Blocked, Delivery, Failed, Moved, Retry, Unclear, Wait


class NotTakenError(NetworkError):
    """The request certainly had no effect: it was never written, or the answer is not the Bot API's (5xx, HTML)."""


class FloodedError(NetworkError):
    """429. PTB's own RetryAfter is not raised for ``retry_after`` 0 or missing (telegram-notes 3): ours always is."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Too many requests, wait {seconds} s")
        self.seconds = seconds


def delivery(error: TelegramError, chat: str) -> Delivery:
    """Returns what became of a letter to this chat when sending it ended in this error."""
    match error:
        case FloodedError(seconds=seconds):
            # A group's limit (20 messages a minute) is its own, and its wait must not silence everybody else.
            return Wait(seconds, everywhere=not chat.startswith("-"))
        case Forbidden():
            # "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation with a user".
            return Blocked(error.message)
        case ChatMigrated(new_chat_id=moved):
            return Moved(str(moved))
        case BadRequest():
            # "Chat not found", "Message is too long", "not enough rights …": the same request would fail the same way.
            return Failed(error.message)
        case InvalidToken():
            # Revoked while we run: polling says so and stops; the letter keeps for the new token.
            return Retry("the token was refused")
        case TimedOut():
            return Unclear()
        case NetworkError():
            return Retry(error.message)
        case _:
            return Unclear()  # 200 with something unreadable: the message may be out
