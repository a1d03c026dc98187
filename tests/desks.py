"""A handler's desk without a program around it."""

from datetime import datetime
from typing import Any, cast

from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import WORDS
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.office_desk import OfficeDesk
from bot.records import Records
from knowledge.base import Base


def desk(now: datetime, talk: Talk, records: Records, **said: Any) -> OfficeDesk:
    """Returns a desk on which nothing is set but what is said: no knowledge, no forms, channels that only talk."""
    usual: dict[str, Any] = {
        "base": cast("Base", None),
        "office": "Văn phòng Hội",
        "forms": (),
        "codes": str,
        "links": str,
        "rules": BroadcastRules(),
        "rhythm": Rhythm(),
        "able": lambda _: WORDS,
        "unpushed": frozenset[str](),
    }
    return OfficeDesk(now=now, talk=talk, records=records, **{**usual, **said})
