"""Zalo bots: pure reading and writing, and a transport on httpx."""

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.webhook import Webhook

__all__ = ["Webhook", "Zalo"]
