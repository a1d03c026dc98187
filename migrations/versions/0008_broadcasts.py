"""Broadcasts, who got them, and who wants none."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TIME = sa.BigInteger  # bot.store.moment: microseconds since 1970


def upgrade() -> None:
    """Makes the tables, and the letters' column. What they mean stands in bot/store/broadcast_tables.py."""
    op.add_column("outbox", sa.Column("broadcast", sa.Integer, nullable=False, server_default="0"))
    pending, broadcast = sa.text("state = 'pending'"), sa.text("broadcast != 0")
    due = ["channel", "bot", "bulk", "broadcast", "due", "id"]
    op.drop_index("ix_outbox_pending_due", "outbox")
    op.create_index("ix_outbox_pending_due", "outbox", due, sqlite_where=pending, postgresql_where=pending)
    ended = ["broadcast", "finished", "state"]
    op.create_index("ix_outbox_broadcast", "outbox", ended, sqlite_where=broadcast, postgresql_where=broadcast)
    op.create_table(
        "broadcasts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("made", TIME, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("file_kind", sa.Text, nullable=False),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("due", TIME),
        sa.Column("acknowledged", sa.Boolean, nullable=False),
        sa.Column("urgent", sa.Text, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=False),
        sa.Column("corrects", sa.Integer, nullable=False),
        sa.Column("frozen", TIME),
        sa.Column("since", TIME),
        sa.Column("look", TIME),
    )
    looked = sa.text("look IS NOT NULL")
    op.create_index("ix_broadcasts_look", "broadcasts", ["look"], sqlite_where=looked, postgresql_where=looked)
    op.create_table(
        "acknowledgements",
        sa.Column("broadcast", sa.Integer, primary_key=True, autoincrement=False),
        *_chat(),
        sa.Column("at", TIME, nullable=False),
    )
    op.create_table(
        "subscriptions",
        *_chat(),
        sa.Column("stopped", TIME, nullable=False),
    )


def _chat() -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, primary_key=True) for name in ("channel", "bot", "chat")]
