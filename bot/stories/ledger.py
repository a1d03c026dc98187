"""What the program wrote down, as ``Sổ:`` tells it: reports, roles, unanswered questions, who blocked the bot."""

from bot.app import App
from bot.messages import Address
from bot.store.house import House, house
from bot.store.looking import questions_since, unreachable
from bot.stories.news import news
from bot.stories.who import who_at

_WORDS = {"clarify": "phải hỏi lại", "decline": "chưa trả lời được"}
_LONGEST = 80


class Ledger:
    """Remembers what it has told, so that every record is told once."""

    def __init__(self) -> None:
        self._last = 0
        self._gone: frozenset[Address] = frozenset()
        self._house = House()

    async def news(self, app: App) -> list[str]:
        """Returns what was written down since the last time."""
        told: list[str] = []
        for kept in await questions_since(app.engine, self._last):
            self._last = kept.row
            if kept.outcome in _WORDS:
                told.append(f"câu hỏi {_WORDS[kept.outcome]}: {_shown(kept.text)}")
        gone = await unreachable(app.engine)
        told += [f"{who} đã chặn, không gửi tin nữa" for who in sorted(map(who_at, gone - self._gone))]
        told += [f"{who} nhận tin trở lại" for who in sorted(map(who_at, self._gone - gone))]
        self._gone = gone
        before, self._house = self._house, await app.store.look(house)
        return [*told, *news(before, self._house)]


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST else f'"{line[:_LONGEST]}…" ({len(text)} chữ cái)'
