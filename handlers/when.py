"""When something is to happen, read from words such as "8h sáng mai"; what is not clear is asked, never guessed."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.reading.moments import VIETNAM, read_time
from bot.reading.time_read import Clear, Doubtful, NoTime
from knowledge.fold import plain

_SOME_DAY = datetime(2026, 1, 5, 8, tzinfo=VIETNAM)
"""Whether words say "at once" does not depend on when they are said."""

_ONLY = re.compile(r"(?:gui|di|nhe|thi|giup|toi|luon|\W)*")
"""What may stand beside "ngay" and says nothing more."""
_BARE = re.compile(rf"{_ONLY.pattern}ngay bay gio{_ONLY.pattern}")
"""Without accents it might be read as "ngày bảy giờ"; but a day has a number."""
_AT_ONCE = re.compile(rf"{_ONLY.pattern}ngay (?:va )?luon{_ONLY.pattern}")
_CHOOSE = "Đồng chí nhắn một trong các giờ này: {choices}."


@dataclass(frozen=True, slots=True)
class When:
    """A time that was read, or what has to be asked about it. Neither: the words name no time."""

    at: datetime | None = None
    ask: str = ""


def is_now(words: str) -> bool:
    """Returns whether words say that it shall happen at once, and nothing else."""
    if _BARE.fullmatch(words.lower()) or _AT_ONCE.fullmatch(plain(words)):
        return True
    found = read_time(words, _SOME_DAY)
    return isinstance(found, Clear) and found.now and _ONLY.fullmatch(plain(found.rest)) is not None


def read_when(words: str, now: datetime) -> When:
    """Returns the time that words name, in the zone of ``now``."""
    match read_time(words, now):
        case Clear() as found:
            return When(found.at.astimezone(now.tzinfo))
        case Doubtful() as found:
            choices = "; ".join(choice.label for choice in found.choices)
            told = _CHOOSE.format(choices=choices) if choices else ""
            return When(ask=f"{found.why} {told}".strip())
        case NoTime():
            return When()
