"""The platforms under one handle: what every channel must do, whatever it speaks."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from bot.ports.channel import Channel
from bot.ports.letter import Letter
from tests import telegram_trial, zalo_trial
from tests.telegram_faults import Fault as TelegramFault
from tests.telegram_server import TelegramServer
from tests.zalo_faults import Fault as ZaloFault
from tests.zalo_faults import Transport
from tests.zalo_server import TOKEN, ZaloServer


class Trouble(StrEnum):
    """What every platform does now and then to a send. AFTER: it has accepted the message, and nobody learns it."""

    GATEWAY = "GATEWAY"
    DROP_BEFORE = "DROP_BEFORE"
    DROP_AFTER = "DROP_AFTER"
    HANG_BEFORE = "HANG_BEFORE"
    HANG_AFTER = "HANG_AFTER"


@dataclass(frozen=True)
class Trial:
    """A platform and an open channel to it."""

    channel: Channel
    server: TelegramServer | ZaloServer
    letter: Callable[[str], Letter]
    say: Callable[[str], str]
    poison: Callable[[], None]
    """Somebody sends what cannot be read."""
    meets: Callable[[Trouble | None], None]
    """The next send meets a trouble."""
    revoke: Callable[[], None]
    token: str

    def seen(self) -> list[str]:
        """Returns the texts that people see."""
        return [message.text for message in self.server.delivered]

    async def goes_away_and_comes_back(self) -> None:
        """The platform drops every connection and listens anew."""
        port = int(self.server.url.rsplit(":", 1)[1])
        await self.server.stop()
        await self.server.start(port)


@asynccontextmanager
async def _telegram(read: float) -> AsyncIterator[Trial]:
    async with telegram_trial.platform() as server, telegram_trial.connected(server, read=read) as channel:

        def meets(trouble: Trouble | None) -> None:
            name = trouble.name.replace("HANG", "STALL") if trouble else ""
            server.dice.told.append(TelegramFault[name] if name else None)

        def poison() -> None:
            server.push(message={"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "không ngày"})

        def revoke() -> None:
            server.token = "7000000001:new"

        yield Trial(
            channel,
            server,
            telegram_trial.letter,
            lambda text: str(server.say(5, text)),
            poison,
            meets,
            revoke,
            server.token,
        )


@asynccontextmanager
async def _zalo(transport: Transport, read: float) -> AsyncIterator[Trial]:
    async with (
        zalo_trial.platform(transport=transport) as server,
        zalo_trial.connected(server, read=read) as channel,
    ):

        def meets(trouble: Trouble | None) -> None:
            server.dice.told.append(ZaloFault[trouble.name] if trouble else None)

        def poison() -> None:
            server.push({"event_name": "message.text.received", "message": {"text": "không ngày"}})

        yield Trial(
            channel,
            server,
            zalo_trial.letter,
            lambda text: server.say(zalo_trial.CHAT, text),
            poison,
            meets,
            lambda: server.revoked.add(TOKEN),
            TOKEN,
        )


TRIALS: dict[str, Callable[[float], AbstractAsyncContextManager[Trial]]] = {
    "telegram": _telegram,
    "zalo, errors by status": partial(_zalo, Transport.STATUS),
    "zalo, errors in the body": partial(_zalo, Transport.BODY),
}
