"""One person, several channels: since when a chat is linked, and the codes by which chats are."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0009"


def upgrade() -> None:
    """Makes the column and the table."""
    op.add_column("accounts", sa.Column("since", sa.BigInteger))
    op.create_table(
        "links",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("made", sa.BigInteger, nullable=False),
        sa.Column("used", sa.BigInteger),
    )
    op.create_index("ix_links_hash", "links", ["hash"])
