"""Long polling on Zalo: no offset and no acknowledgement. What was given once may come again, or never again."""

import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import structlog

from bot.channels.zalo.api import Api
from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.exclusive import Exclusive
from bot.channels.zalo.faults import HOUR, NO_NEWS, TOO_MANY, WRONG_TOKEN, NoAnswerError, RefusedError, ZaloError
from bot.channels.zalo.reading import NAME
from bot.pause import Pause
from bot.ports.clock import Clock
from bot.ports.update import Update

PATIENCE = 30  # seconds of long polling
SPARE = 10  # seconds that the answer may take beyond that
SHORTEST = 1.0  # seconds between two polls of which the first brought nothing new
REMEMBERED = 100
_BAD_REQUEST = 400  # of getUpdates, which has nothing that could be wrong: a webhook is set

log = structlog.get_logger(__name__)


async def poll(
    api: Api,
    bot: str,
    clock: Clock,
    pause: Pause,
    only: Exclusive,
    stopped: Callable[[], None],
    patience: int = PATIENCE,
) -> AsyncIterator[Sequence[Update]]:
    """Yields updates one by one, for ever. The next one is asked for when the consumer comes back: after its commit.

    A refused token is told to ``stopped`` and tried again after an hour; at every other fault it waits and goes on.
    While another poller has the token it waits until that one ends.
    """
    await _alone(only, bot, clock, pause)
    try:
        async for update in _updates(api, bot, clock, pause, stopped, patience):
            yield [update]
    finally:
        only.leave()


async def _alone(only: Exclusive, bot: str, clock: Clock, pause: Pause) -> None:
    told = False
    while not only.take():
        if not told:
            log.warning("zalo_polled_by_another_process", bot=bot)
        told = True
        await clock.sleep(pause.next())
    pause.reset()


async def _updates(
    api: Api, bot: str, clock: Clock, pause: Pause, stopped: Callable[[], None], patience: int
) -> AsyncIterator[Update]:
    stored = deque[str](maxlen=REMEMBERED)
    while True:
        begun = clock.now()
        fault: ZaloError
        try:
            update = _update(await api.call("getUpdates", {"timeout": str(patience)}, patience + SPARE), bot)
        except ZaloError as error:
            fault = error
        else:
            pause.reset()
            if update.key not in stored:
                yield update
                stored.append(update.key)  # the consumer came back: it is committed
            else:
                await clock.sleep(SHORTEST)
            continue
        if isinstance(fault, RefusedError) and fault.code == NO_NEWS:
            pause.reset()
            took = (clock.now() - begun).total_seconds()
            if took < SHORTEST:
                await clock.sleep(SHORTEST - took)
        else:
            await _wait(fault, api, bot, clock, pause, stopped)


async def _wait(fault: ZaloError, api: Api, bot: str, clock: Clock, pause: Pause, stopped: Callable[[], None]) -> None:
    code = fault.code if isinstance(fault, RefusedError) else 0
    if code == WRONG_TOKEN:
        stopped()
        await clock.sleep(HOUR)
        return
    seconds = pause.next() * (10 if code == TOO_MANY else 1)  # up to ten minutes
    log.warning("zalo_polling_waits", bot=bot, why=str(fault), seconds=round(seconds, 1))
    if code == _BAD_REQUEST:
        await without_webhook(api)
    await clock.sleep(seconds)


async def without_webhook(api: Api) -> None:
    """Takes the webhook away, best effort: where there is none that is an error of the platform's."""
    try:
        await api.call("deleteWebhook", {})
    except ZaloError as error:
        log.debug("zalo_webhook_not_deleted", why=str(error))


def _update(answer: Any, bot: str) -> Update:
    """Returns the update in an answer, escaped, so that half a character can be stored too. Raises NoAnswerError."""
    update = opened(answer)
    if not isinstance(update, dict) or not update:
        raise NoAnswerError("the answer is not an update")
    return Update(NAME, bot, key_of(update), json.dumps(update))
