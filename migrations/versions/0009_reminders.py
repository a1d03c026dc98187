"""Reminders: the last days that are watched, the waves that were made, who was reminded."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "watches",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("last_day", sa.Date, primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "waves",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("last_day", sa.Date, primary_key=True),
        sa.Column("days", sa.Integer, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "reminders",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("wave", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_reminders_at", "reminders", ["period", "at"])
