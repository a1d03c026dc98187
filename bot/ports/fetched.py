"""What can come of fetching a file that a person sent."""

from dataclasses import dataclass

from bot.messages import File
from bot.ports.delivery import Retry

LARGEST_FETCHED = 20 << 20
"""Bytes of a file that is fetched at most: so much Telegram gives out (Bot API, getFile), and memory can hold it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The platform does not give this file out: it is not there (any more), or never was."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The file is larger than may be fetched."""


Fetched = File | Gone | TooLarge | Retry
"""What comes of fetching what a person sent. The File's name is "" where the platform does not tell it, and its kind
says nothing: whoever asks knows whether it was sent as a picture. Retry: the network or the platform is at fault.
"""
