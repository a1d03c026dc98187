"""One person on several channels: whose chats they are, where news go, what is forgotten."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.appointing import appointed
from bot.messages import Address
from bot.model.account import Account
from bot.model.audience import Audience, AudienceKind
from bot.model.code import hashed
from bot.model.link import LIFE, Link, new_digits, plain_digits
from bot.model.role import RoleKind
from bot.model.subscription import Subscription
from bot.records import Forgotten, Unlinked
from bot.store import accounts, people, receivers, subscriptions, writing
from bot.store.store import SqlStore
from handlers.channel_words import chat_mark, told_apart
from handlers.linking import masked
from tests.stores import open_store

AT = datetime(2026, 5, 20, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OLD, NEW = Address("telegram", "dongdoi", "1"), Address("zalo", "hoi", "a1")
