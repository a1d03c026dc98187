"""Broadcasts with a picture or a file that is fetched, and words that look otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Makes the columns. What they mean stands in bot/store."""
    for table, column in (("outbox", "spans"), ("broadcasts", "spans"), ("broadcasts", "fetching")):
        op.add_column(table, sa.Column(column, sa.Text, nullable=False, server_default=""))
