"""Telegram: pure reading and writing, and a transport on python-telegram-bot's Bot with aiohttp."""

from bot.channels.telegram.channel import Telegram

__all__ = ["Telegram"]
