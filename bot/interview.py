"""Questions to the knowledge one after another, without a chat and without a store: what the command ``ask`` does."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.messages import Address, Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.router import chosen
from handlers.again import repeats
from handlers.answering import choices, facts, understood
from handlers.choice import QUESTION
from knowledge.answer import Answer, Context
from knowledge.base import Base
from knowledge.match import answer, question_with, told

_NOBODY = Address("ask", "ask", "ask")


@dataclass
class Interview:
    """One conversation. It remembers the choices it offered and its topic, as a chat does."""

    base: Base
    today: date
    _screen: tuple[Choice, ...] = field(default=(), init=False)
    _context: Context | None = field(default=None, init=False)
    _last: Answer | None = field(default=None, init=False)

    def ask(self, text: str) -> Answer:
        """Returns the answer to a question, or to the number or label of a choice that was offered."""
        said = Incoming(_NOBODY, Kind.TEXT, key="", at=datetime.now(UTC), text=text)
        if self._last is not None and repeats(text):
            return self._last
        meant = chosen(said, Talk(screen=self._screen))
        found = self._last = self._answer(meant)
        self._screen = choices(found)
        if facts(found):
            self._context = Context(self._understood(meant, found), facts(found))
        return found

    def _understood(self, meant: Incoming, found: Answer) -> str:
        if meant.kind is Kind.PRESS and not meant.token.startswith(QUESTION):
            led = self._context.question if self._context else meant.text
            return question_with(self.base, led, meant.token, self.today)
        return understood(meant.text, found)

    def _answer(self, meant: Incoming) -> Answer:
        if meant.kind is Kind.PRESS and not meant.token.startswith(QUESTION):
            return told(self.base, meant.token, self.today)
        question = meant.token.removeprefix(QUESTION) if meant.kind is Kind.PRESS else meant.text
        return answer(self.base, question, self.today, self._context)
