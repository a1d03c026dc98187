"""Questions to the knowledge one after another, without a chat and without a store: what the command ``ask`` does."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.messages import Address, Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.router import chosen
from handlers.acknowledging import thanked
from handlers.again import NOTHING_SAID, repeats
from handlers.answering import behind_choice, choices
from handlers.choice import QUESTION
from knowledge.answer import Answer, Context, Nothing, Smalltalk
from knowledge.base import Base
from knowledge.match import answer
from knowledge.message.thread import talked_of

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
        meant = chosen(said, Talk(screen=self._screen))
        if kind_word := thanked(meant):
            return Smalltalk(kind_word, courtesy=True)
        if repeats(meant.text):
            again = self._last or Smalltalk(NOTHING_SAID)
            self._screen = choices(again)
            return again
        question, found = self._answer(meant)
        self._screen = choices(found)
        if not (isinstance(found, Smalltalk) and found.courtesy):
            self._last = found
        if meant.kind is Kind.TEXT or not isinstance(found, Nothing):
            self._context = talked_of(self._context, question, found)
        return found

    def _answer(self, meant: Incoming) -> tuple[str, Answer]:
        if meant.kind is Kind.PRESS and not meant.token.startswith(QUESTION):
            return behind_choice(self.base, meant.token, meant.text, self._context, self.today)
        question = meant.token.removeprefix(QUESTION) if meant.kind is Kind.PRESS else meant.text
        return question, answer(self.base, question, self.today, self._context)
