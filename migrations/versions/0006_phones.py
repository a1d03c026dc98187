"""The phone numbers that people let officers above them see."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_KEPT = "id, name, channel, bot, chat, consented"


def upgrade() -> None:
    """Makes the table anew with the column: SQLite's ALTER would put it behind the key, unlike a fresh table's."""
    op.rename_table("people", "people_before")
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("consented", sa.BigInteger, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
    )
    op.execute(f"INSERT INTO people ({_KEPT}, phone) SELECT {_KEPT}, '' FROM people_before")
    op.drop_table("people_before")
