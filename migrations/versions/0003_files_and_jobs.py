"""Files that go out, and jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TIME = sa.BigInteger  # bot.store.moment: microseconds since 1970


def upgrade() -> None:
    """Makes the tables. What they mean stands in bot/store/job_tables.py."""
    op.add_column("outbox", sa.Column("file", sa.Text, nullable=False, server_default=""))
    file = sa.text("file != ''")
    op.create_index("ix_outbox_file", "outbox", ["file"], sqlite_where=file, postgresql_where=file)
    op.create_table(
        "files",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("made", TIME, nullable=False),
    )
    op.create_index("ix_files_made", "files", ["made"])
    op.create_table(
        "jobs",
        sa.Column("number", ROW, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("bot", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("crashes", sa.Integer, nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("wanted", TIME, nullable=False),
        sa.Column("finished", TIME),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("uq_jobs_id", "jobs", ["id"], unique=True)
    waiting, running = sa.text("state = 'waiting'"), sa.text("state = 'running'")
    open_job = ["channel", "bot", "due", "number"]
    op.create_index("ix_jobs_waiting", "jobs", open_job, sqlite_where=waiting, postgresql_where=waiting)
    op.create_index("ix_jobs_running", "jobs", ["channel", "bot"], sqlite_where=running, postgresql_where=running)
