"""``chat``: the terminal chat, and the same for programs."""

from bot import logs
from bot.app import build
from bot.commands.chat_json import JsonChat
from bot.movable import MovableClock
from bot.settings import Settings
from bot.terminal import talk, terminal


async def chat(settings: Settings, person: str) -> None:
    """Lets a person talk in this terminal."""
    logs.configure(level=logs.QUIET)
    async with build(settings, [terminal()]) as app:
        await talk(app, person)


async def chat_json(settings: Settings) -> None:
    """Lets programs talk in JSON lines."""
    logs.configure()
    clock = MovableClock()
    conversation = JsonChat(clock)
    async with build(settings, [conversation.console], clock=clock) as app:
        await conversation.talk(app)
