"""The web page: a chat in the browser, served by this process (DESIGN 3)."""

from bot.channels.web.channel import Web

__all__ = ["Web"]
