"""What channels are called, and a person's chats told apart."""

import hashlib
from collections.abc import Sequence

from bot.messages import Address
from bot.model.account import Account

CHANNELS = {"telegram": "Telegram", "zalo": "Zalo", "web": "trang web", "console": "cửa sổ lệnh"}


def channel_name(address: Address) -> str:
    """Returns what a chat's channel is called."""
    return CHANNELS.get(address.channel, address.channel)


def told_apart(accounts: Sequence[Account]) -> list[str]:
    """Returns the names of these chats' channels; two chats on one channel are numbered: "Zalo", "Zalo 2"."""
    names = [channel_name(account.address) for account in accounts]
    return [
        f"{name} {count}" if (count := names[: place + 1].count(name)) > 1 else name for place, name in enumerate(names)
    ]


def chat_mark(address: Address) -> str:
    """Returns a short name for a chat that a button can carry: it says nothing of whose it is."""
    said = "|".join((address.channel, address.bot, address.chat))
    return hashlib.blake2s(said.encode(), digest_size=6).hexdigest()
