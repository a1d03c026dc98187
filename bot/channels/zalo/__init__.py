"""Zalo bots: pure reading and writing, and a transport on httpx."""

from bot.channels.zalo.channel import Zalo

__all__ = ["Zalo"]
