"""The chat where the code of a link was typed: its owner is asked about it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Adds the columns."""
    for name in ("channel", "bot", "chat"):
        op.add_column("links", sa.Column(name, sa.Text, nullable=False, server_default=""))
