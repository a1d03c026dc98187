"""What the program wrote down for the office, as ``Sổ:`` tells it: unanswered questions, who blocked the bot."""

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.console import NAME
from bot.store.looking import questions_since, unreachable

_WORDS = {"clarify": "phải hỏi lại", "decline": "chưa trả lời được"}
_LONGEST = 80


class Ledger:
    """Remembers what it has told, so that every record is told once."""

    def __init__(self) -> None:
        self._last = 0
        self._gone: frozenset[str] = frozenset()

    async def news(self, engine: AsyncEngine) -> list[str]:
        """Returns what was written down since the last time."""
        news: list[str] = []
        for kept in await questions_since(engine, self._last):
            self._last = kept.row
            if kept.outcome in _WORDS:
                news.append(f"câu hỏi {_WORDS[kept.outcome]}: {_shown(kept.text)}")
        gone = await unreachable(engine, NAME)
        news += [f"{person} đã chặn, không gửi tin nữa" for person in sorted(gone - self._gone)]
        news += [f"{person} nhận tin trở lại" for person in sorted(self._gone - gone)]
        self._gone = gone
        return news


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST else f'"{line[:_LONGEST]}…" ({len(text)} chữ cái)'
