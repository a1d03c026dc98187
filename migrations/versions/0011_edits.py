"""Letters that write an earlier one anew, corrections in place, and what is counted of a month."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Adds the columns and the indexes. What they are for stands in bot/store."""
    op.add_column("outbox", sa.Column("edits", sa.Text, nullable=False, server_default=""))
    editing = sa.text("edits != ''")
    columns = ["channel", "bot", "chat", "edits", "id"]
    op.create_index("ix_outbox_edits", "outbox", columns, sqlite_where=editing, postgresql_where=editing)
    op.create_index("ix_inbox_received", "inbox", ["channel", "bot", "received"])
    over = sa.text("finished IS NOT NULL")
    columns = ["channel", "bot", "finished", "state"]
    op.create_index("ix_outbox_over", "outbox", columns, sqlite_where=over, postgresql_where=over)
    op.add_column("broadcasts", sa.Column("in_place", sa.Boolean, nullable=False, server_default=sa.false()))
