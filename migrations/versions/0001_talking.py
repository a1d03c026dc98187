"""Messages in, letters out, the memory of chats, and the questions asked."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TIME = sa.BigInteger  # bot.store.moment: microseconds since 1970


def upgrade() -> None:
    """Makes the tables. What they mean stands in bot/store/tables.py."""
    _inbox()
    _outbox()
    op.create_table(
        "chats",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("bot", sa.Text, primary_key=True),
        sa.Column("chat", sa.Text, primary_key=True),
        sa.Column("talk", sa.Text, nullable=False),
        sa.Column("is_group", sa.Boolean, nullable=False),
        sa.Column("reachable", sa.Boolean, nullable=False),
        sa.Column("first_seen", TIME, nullable=False),
        sa.Column("last_seen", TIME, nullable=False),
    )
    op.create_table(
        "questions",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asked", TIME, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("received", TIME, nullable=False),
        sa.Column("finished", TIME),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_inbox_event", "inbox", ["channel", "bot", "key"], unique=True)
    _partial_index("ix_inbox_waiting_due", "inbox", ["channel", "bot", "due", "id"], "state = 'waiting'")
    _partial_index("ix_inbox_waiting_chat", "inbox", ["channel", "bot", "chat", "id"], "state = 'waiting'")
    _partial_index("ix_inbox_payload", "inbox", ["finished"], "raw != ''")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ROW, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("choices", sa.Text, nullable=False),
        sa.Column("bulk", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("doubtful", sa.Boolean, nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("written", TIME, nullable=False),
        sa.Column("finished", TIME),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_outbox_key", "outbox", ["key"], unique=True)
    _partial_index("ix_outbox_pending_due", "outbox", ["channel", "bot", "bulk", "due", "id"], "state = 'pending'")
    _partial_index("ix_outbox_pending_chat", "outbox", ["channel", "bot", "chat", "bulk", "id"], "state = 'pending'")
    _partial_index("ix_outbox_leased", "outbox", ["channel", "bot", "chat"], "state = 'leased'")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
