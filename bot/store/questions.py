"""The questions that people asked, without the asker."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert

from bot.model.question import Question
from bot.store.tables import QUESTIONS

_ADD = insert(QUESTIONS)


def add(connection: Connection, questions: Sequence[Question]) -> None:
    """Keeps these questions for the office."""
    rows = [
        {
            "text": question.text,
            "asked": question.at,
            "channel": question.channel,
            "outcome": question.outcome,
            "facts": json.dumps(question.facts, ensure_ascii=False),
        }
        for question in questions
    ]
    if rows:
        connection.execute(_ADD, rows)
