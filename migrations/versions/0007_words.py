"""What was said is found again to be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Makes the index. What it is for stands in bot/store/letters.py."""
    words = sa.text("text != ''")
    op.create_index("ix_outbox_words", "outbox", ["finished"], sqlite_where=words, postgresql_where=words)
