"""``ask``: one question, or questions as JSON lines on standard input, answered in order."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Any

from bot.commands.printed import lines, print_json, print_text
from bot.interview import Interview
from handlers.answering import choices, facts, named, said
from knowledge.answer import Answer, Found, Nothing, Unsure
from knowledge.base import Base
from knowledge.explain import explained


@dataclass(frozen=True)
class Asker:
    """Answers questions of the command line. ``explain`` adds the whole way of a question."""

    base: Base
    today: date
    office: str
    explain: bool

    def one(self, question: str, *, as_json: bool) -> None:
        """Prints the answer to one question."""
        if as_json:
            print_json(self._row(None, [question]))
            return
        found = Interview(self.base, self.today).ask(question)
        print_text("\n".join([said(found, self.office), *(f"- {choice.label}" for choice in choices(found))]))
        if self.explain:
            print_text(explained(self.base, question, self.today))

    def all(self, *, as_json: bool) -> None:
        """Prints the answer to every line of standard input: JSON objects, or plain questions."""
        for line in lines(sys.stdin):
            if as_json:
                print_json(self._answered(line))
            else:
                self.one(line, as_json=False)

    def _answered(self, line: str) -> Mapping[str, Any]:
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as error:
            return {"error": f"this line is not JSON: {error}"}
        if not isinstance(given, dict):
            return {"error": "a line has to be a JSON object"}
        turns = given["turns"] if "turns" in given else [given.get("q")]
        if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
            return {"id": given.get("id"), "error": 'a line needs "q", a text, or "turns", a list of texts'}
        return self._row(given.get("id"), turns)

    def _row(self, name: object, turns: list[str]) -> Mapping[str, Any]:
        started = perf_counter()
        interview = Interview(self.base, self.today)
        for turn in turns:
            found = interview.ask(turn)
        milliseconds = round((perf_counter() - started) * 1000, 2)
        row: dict[str, Any] = {
            "id": name,
            "outcome": named(found),
            "text": said(found, self.office),
            "choices": [choice.label for choice in choices(found)],
            "sources": self._sources(found),
            "ms": milliseconds,
        }
        return row | {"facts": list(facts(found)), "why": _why(found)} if self.explain else row

    def _sources(self, found: Answer) -> list[dict[str, str]]:
        if not isinstance(found, Found | Unsure):
            return []
        plan = self.base.library.plan
        return [{"plan": plan(source.plan).name, "section": source.section} for source in found.sources]


def _why(found: Answer) -> str:
    return found.why if isinstance(found, Nothing) else ""
