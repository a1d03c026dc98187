"""The tables of reminders. A change here needs a migration."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from bot.store.moment import Moment
from bot.store.tables import METADATA

WATCHES = Table(
    "watches",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("last_day", Date, primary_key=True),
    Column("since", Moment, nullable=False, comment="when it was first seen: it has no waves from before"),
)

WAVES = Table(
    "waves",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("last_day", Date, primary_key=True),
    Column("days", Integer, primary_key=True, comment="after the last day; before it negative"),
    Column("state", Text, nullable=False, comment="made, or skipped: missed for too long"),
    Column("at", Moment, nullable=False),
)

REMINDERS = Table(
    "reminders",
    METADATA,
    Column("period", Text, primary_key=True),
    Column("wave", Text, primary_key=True, comment="bot.model.reminder.Reminded"),
    Column("unit", Text, primary_key=True),
    Column("at", Moment, nullable=False),
    Index("ix_reminders_at", "period", "at"),
)
