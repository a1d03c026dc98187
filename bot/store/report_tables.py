"""The tables of periods and reports (DESIGN 5). A change here needs a migration."""

from sqlalchemy import Boolean, Column, ColumnElement, Date, Index, Integer, Table, Text, and_, true

from bot.model.submission import SubmissionState
from bot.store.moment import Moment
from bot.store.tables import METADATA, ROW

PERIODS = Table(
    "periods",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("span", Text, nullable=False, comment="bot.model.period.Span"),
    Column("year", Integer, nullable=False),
    Column("forms", Text, nullable=False, comment="JSON: ids"),
    Column("deadline", Date, nullable=False),
    Column("levels", Text, nullable=False, comment="JSON: [[level, day], …], earlier last days"),
    Column("opened", Moment, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("closed", Moment),
)

EXPECTED = Table(
    "expected",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
)

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("run", Text, nullable=False, comment="what buttons carry"),
    Column("progress", Text, nullable=False, comment="JSON: bot.dialog.progress.Progress"),
    Column("channel", Text, nullable=False, comment="the chat in which it was last worked on"),
    Column("bot", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("touched", Moment, nullable=False),
    Column("nudge", Moment, comment="when the question is asked again; null: not any more"),
    Index("uq_drafts_run", "run", unique=True),
    Index("ix_drafts_nudge", "nudge"),
)

SUBMISSIONS = Table(
    "submissions",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("number", Integer, primary_key=True, comment="of the version, from 1"),
    Column("receipt", Text, nullable=False),
    Column("state", Text, nullable=False, comment="bot.model.submission.SubmissionState"),
    Column("form_version", Integer, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("helper", Text, nullable=False, comment="the officer who entered it for the leader"),
    Column("latest", Boolean, nullable=False, comment="no newer version of this report is there"),
    Index("ix_submissions_receipt", "receipt"),
)

FIGURES = Table(
    "figures",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("number", Integer, primary_key=True, comment="of the version"),
    Column("field", Text, primary_key=True),
    Column("place", Integer, nullable=False, comment="the order in which they were asked"),
    Column("kind", Text, nullable=False, comment="int, dec, text, bool, or none where no value was given"),
    Column("value", Text, nullable=False),
    Column("given", Text, nullable=False, comment="bot.model.figure.Given"),
    Column("typed", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Column("estimate", Boolean, nullable=False),
    Column("message", Text, nullable=False, comment="the platform's, so that editing it amends the figure"),
)

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("period", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("number", Integer, nullable=False, comment="of the version"),
    Column("state", Text, nullable=False, comment="what it became: bot.model.submission.SubmissionState"),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Column("field", Text, nullable=False, comment="which figure is in question; empty: the whole report"),
    Column("note", Text, nullable=False, comment="why it was returned"),
    Index("ix_reviews_report", "period", "unit", "form"),
)

ATTACHMENTS = Table(
    "attachments",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("period", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Index("ix_attachments_report", "period", "unit", "form"),
)


SAME_VERSION = and_(*(SUBMISSIONS.c[name] == FIGURES.c[name] for name in ("period", "unit", "form", "number")))
"""The condition that a figure is of this version of a report."""


def held_in(period: str) -> ColumnElement[bool]:
    """Returns the condition that a version of a report is the latest one, and was not taken back."""
    return and_(
        SUBMISSIONS.c.period == period,
        SUBMISSIONS.c.latest == true(),
        SUBMISSIONS.c.state != SubmissionState.WITHDRAWN.value,
    )
