"""Our own long polling: the offset moves only when the consumer comes back, that is, after its commit.

python-telegram-bot's updater confirms a batch before it is handled: 450 of 450 lost at a kill -9 (telegram-notes 3).
"""

import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.faults import FloodedError
from bot.errors import WrongTokenError
from bot.pause import Pause
from bot.ports.clock import Clock
from bot.ports.update import Update

# Explicit, since the platform remembers the last list it was given (Bot API, getUpdates).
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
BATCH = 100  # the most that the platform gives
PATIENCE = 30  # seconds of long polling; many networks drop connections that are silent for a minute

log = structlog.get_logger(__name__)


async def poll(
    api: Api, bot: str, clock: Clock, pause: Pause, patience: int = PATIENCE
) -> AsyncIterator[Sequence[Update]]:
    """Yields updates for ever. The next list is asked for, and the last confirmed, when the consumer comes back.

    Raises WrongTokenError when the platform refuses the token; waits and goes on at every other fault.
    """
    offset: int | None = None
    while True:
        asked = {"offset": offset, "limit": BATCH, "timeout": patience, "allowed_updates": list(ALLOWED)}
        fault: TelegramError
        try:
            batch = await api.call("getUpdates", asked, patience + 10)
            updates = [_update(update, bot) for update in batch]
        except TelegramError as error:
            fault = error
        except (KeyError, TypeError):
            fault = TelegramError("the answer is not a list of updates")
        else:
            pause.reset()
            if updates:
                yield updates
                # The last one's, not the highest: after a quiet week the numbers start anew (Bot API, Update).
                offset = batch[-1]["update_id"] + 1
            continue
        if isinstance(fault, InvalidToken):
            raise WrongTokenError(channel="telegram", setting="DONGDOI_TELEGRAM_TOKEN")
        seconds = max(pause.next(), fault.seconds if isinstance(fault, FloodedError) else 0)
        why = "another poller or a webhook uses this token" if isinstance(fault, Conflict) else fault.message
        log.warning("telegram_polling_waits", why=why, seconds=round(seconds, 1))
        await clock.sleep(seconds)


def _update(update: dict[str, Any], bot: str) -> Update:
    return Update("telegram", bot, str(update["update_id"]), json.dumps(update, ensure_ascii=False))
