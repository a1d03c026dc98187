"""What a person sent, from the platform (Bot API, getFile)."""

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.request import TOO_BIG
from bot.messages import File
from bot.ports.delivery import Retry
from bot.ports.fetched import LARGEST_FETCHED, Fetched, Gone, TooLarge

PATIENCE = 200.0  # seconds: 20 MB over a poor line; other jobs wait meanwhile


async def fetch(api: Api, file: str) -> Fetched:
    """Returns the file with this file_id. Its name is the platform's ("file_3.jpg"): the person's own stands in the
    update only.
    """
    try:
        found = await api.call("getFile", {"file_id": file})
        path = str(found["file_path"])
        return File(path.rpartition("/")[2], await api.download(path, LARGEST_FETCHED, PATIENCE))
    except BadRequest as error:
        return TooLarge() if TOO_BIG in error.message.lower() else Gone()
    except InvalidToken:
        return Retry("the token was refused")
    except TelegramError as error:
        return Retry(error.message)
    except (KeyError, TypeError):
        return Retry("the answer names no file")
