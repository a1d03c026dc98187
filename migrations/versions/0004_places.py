"""Where units stood before: the old tree stays known."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the table. What it means stands in bot/store/house_tables.py."""
    op.create_table(
        "places",
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("until", sa.Date, primary_key=True),
        sa.Column("parent", sa.Text, nullable=False),
    )
