"""Units, people and their roles; periods, drafts, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TIME = sa.BigInteger  # bot.store.moment: microseconds since 1970


def upgrade() -> None:
    """Makes the tables. What they mean stands in bot/store/house_tables.py and bot/store/report_tables.py."""
    op.create_table(
        "trial_clock",
        sa.Column("one", sa.Integer, primary_key=True),
        sa.Column("stands", TIME, nullable=False),
    )
    _house()
    _reports()


def _house() -> None:
    op.create_table(
        "units",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("parent", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("merged_into", sa.Text, nullable=False),
        sa.Column("members", sa.Integer),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("consented", TIME, nullable=False),
    )
    op.create_table(
        "accounts",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("bot", sa.Text, primary_key=True),
        sa.Column("chat", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
    )
    op.create_index("ix_accounts_person", "accounts", ["person"])
    op.create_table(
        "roles",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("start", TIME, nullable=False),
        sa.Column("finish", TIME),
    )
    op.create_index("ix_roles_person", "roles", ["person"])
    op.create_index("ix_roles_unit", "roles", ["unit"])
    op.create_table(
        "invites",
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("made", TIME, nullable=False),
        sa.Column("expires", TIME, nullable=False),
        sa.Column("used", TIME),
        sa.Column("person", sa.Text, nullable=False),
    )
    op.create_table(
        "attempts",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("bot", sa.Text, primary_key=True),
        sa.Column("chat", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("since", TIME, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )


def _reports() -> None:
    op.create_table(
        "periods",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("span", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("forms", sa.Text, nullable=False),
        sa.Column("deadline", sa.Date, nullable=False),
        sa.Column("levels", sa.Text, nullable=False),
        sa.Column("opened", TIME, nullable=False),
        sa.Column("opened_by", sa.Text, nullable=False),
        sa.Column("closed", TIME),
    )
    op.create_table(
        "expected",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
    )
    op.create_table(
        "drafts",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("form", sa.Text, primary_key=True),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("progress", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("touched", TIME, nullable=False),
        sa.Column("nudge", TIME),
    )
    op.create_index("uq_drafts_run", "drafts", ["run"], unique=True)
    op.create_index("ix_drafts_nudge", "drafts", ["nudge"])
    op.create_table(
        "submissions",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("form", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("receipt", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("form_version", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("helper", sa.Text, nullable=False),
        sa.Column("latest", sa.Boolean, nullable=False),
    )
    op.create_index("ix_submissions_receipt", "submissions", ["receipt"])
    op.create_table(
        "figures",
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("form", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("typed", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("estimate", sa.Boolean, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )
    op.create_table(
        "attachments",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
    )
    op.create_index("ix_attachments_report", "attachments", ["period", "unit", "form"])
