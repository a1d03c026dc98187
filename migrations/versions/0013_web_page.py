"""The web page: its chats as they were shown, their files, the key of its cookies."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "web_messages",
        sa.Column("id", _ROW, primary_key=True),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("place", _ROW),
        sa.Column("mine", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("at", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_web_messages_key", "web_messages", ["chat", "key"], unique=True)
    op.create_index("ix_web_messages_chat", "web_messages", ["chat", "id"])
    op.create_index("ix_web_messages_at", "web_messages", ["at"])
    op.create_index("ix_web_messages_file", "web_messages", ["file"])
    op.create_table(
        "web_files",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "web_key",
        sa.Column("one", sa.Integer, primary_key=True),
        sa.Column("secret", sa.Text, nullable=False),
    )
