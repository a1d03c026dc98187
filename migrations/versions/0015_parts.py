"""How many of its platform's messages a letter takes: they are what a month's quota counts."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Adds the column."""
    op.add_column("outbox", sa.Column("parts", sa.Integer, nullable=False, server_default="1"))
