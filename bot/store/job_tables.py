"""The tables of jobs and of the files that go out (DESIGN 5). A change here needs a migration."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from bot.store.moment import Moment
from bot.store.tables import METADATA, ROW, state_is

FILES = Table(
    "files",
    METADATA,
    Column("id", Text, primary_key=True, comment="of what made it: a repeat makes no second one"),
    Column("name", Text, nullable=False, comment="as the person sees it"),
    Column("kind", Text, nullable=False, comment="bot.messages.FileKind"),
    Column("content", LargeBinary, nullable=False),
    Column("made", Moment, nullable=False),
    Index("ix_files_made", "made"),
)

JOBS = Table(
    "jobs",
    METADATA,
    Column("number", ROW, primary_key=True, comment="the order in which they were wished"),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False, comment="bot.model.job.JobKind"),
    Column("parameters", Text, nullable=False, comment="JSON: a list of texts"),
    Column("channel", Text, nullable=False, comment="who gets the result"),
    Column("bot", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("state", Text, nullable=False, comment="waiting, running, done, failed"),
    Column("tries", Integer, nullable=False, comment="how often it has failed"),
    Column("crashes", Integer, nullable=False, comment="how often the process ended on the way"),
    Column("due", Moment, nullable=False, comment="not done before"),
    Column("wanted", Moment, nullable=False),
    Column("finished", Moment, comment="when it was done or given up"),
    Column("reason", Text, nullable=False, comment="what failed last; never a person's words"),
    Column("file", Text, nullable=False, comment="the result's id in files, empty for none"),
    Column("text", Text, nullable=False, comment="the result's words"),
    Index("uq_jobs_id", "id", unique=True),
)

# For these words see bot.store.tables.
JOB_WAITING = state_is(JOBS, "waiting")
JOB_RUNNING = state_is(JOBS, "running")

Index(
    "ix_jobs_waiting",
    JOBS.c.channel,
    JOBS.c.bot,
    JOBS.c.due,
    JOBS.c.number,
    sqlite_where=JOB_WAITING,
    postgresql_where=JOB_WAITING,
)
Index("ix_jobs_running", JOBS.c.channel, JOBS.c.bot, sqlite_where=JOB_RUNNING, postgresql_where=JOB_RUNNING)
