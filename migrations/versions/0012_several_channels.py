"""One person, several channels: linked chats and their codes; what came unasked, and whether it may be shown."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


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
    op.add_column("chats", sa.Column("offered", sa.Text, nullable=False, server_default=""))
    op.add_column("chats", sa.Column("heard", sa.BigInteger, nullable=False, server_default="0"))
