"""The tables. A change here needs a migration: tests/test_migrations.py compares the two."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    FromClause,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    literal_column,
    or_,
)

from bot.store.moment import Moment

METADATA = MetaData()

# SQLite counts rows by itself only in a column that says INTEGER.
ROW = BigInteger().with_variant(Integer, "sqlite")

INBOX = Table(
    "inbox",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("key", Text, nullable=False, comment="unique per platform event: absorbs repeats"),
    Column("chat", Text, nullable=False, comment="the lane: messages of one chat are handled in order"),
    Column("raw", Text, nullable=False, comment="the platform's JSON; empty once erased"),
    Column("state", Text, nullable=False, comment="waiting, done, aside (unreadable), parked (failed for good)"),
    Column("reason", Text, nullable=False, comment="why aside or parked, or what failed last; never a person's words"),
    Column("tries", Integer, nullable=False, comment="how often handling has failed"),
    Column("due", Moment, nullable=False, comment="not handled before"),
    Column("received", Moment, nullable=False),
    Column("finished", Moment, comment="when it was done, set aside or parked"),
    Index("uq_inbox_event", "channel", "bot", "key", unique=True),
    sqlite_autoincrement=True,  # an outbox key holds the row's number: it must never be given twice
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("key", Text, nullable=False, comment="idempotency: the inbox row and a number, or the reply's own key"),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("text", Text, nullable=False, comment="empty once erased, as are the choices"),
    Column("choices", Text, nullable=False, comment="JSON: [[label, token], …]"),
    Column("bulk", Boolean, nullable=False, comment="yields to conversation"),
    Column("state", Text, nullable=False, comment="bot.ports.letter.State"),
    Column("reason", Text, nullable=False, comment="why failed, or why it is tried again"),
    Column("message_id", Text, nullable=False, comment="the platform's, once sent"),
    Column("tries", Integer, nullable=False),
    Column("doubtful", Boolean, nullable=False, comment="it may have arrived at an earlier try"),
    Column("due", Moment, nullable=False, comment="not sent before"),
    Column("written", Moment, nullable=False),
    Column("finished", Moment, comment="when its last state was reached"),
    Column("file", Text, nullable=False, server_default="", comment="the id in files, empty for none"),
    Column("broadcast", Integer, nullable=False, server_default="0", comment="the number of its broadcast, 0 for none"),
    Column("spans", Text, nullable=False, server_default="", comment="JSON: how words look, empty for all alike"),
    Column("edits", Text, nullable=False, server_default="", comment="the key of the letter that it writes anew"),
    Column("parts", Integer, nullable=False, server_default="1", comment="how many messages it is where they count"),
    Index("uq_outbox_key", "key", unique=True),
    sqlite_autoincrement=True,  # the order of a chat's letters
)

CHATS = Table(
    "chats",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("talk", Text, nullable=False, comment="JSON: bot.model.talk.Talk"),
    Column("is_group", Boolean, nullable=False),
    Column("reachable", Boolean, nullable=False, comment="false: the person blocked the bot"),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("offered", Text, nullable=False, server_default="", comment="JSON: the choices that came unasked last"),
    Column("heard", BigInteger, nullable=False, server_default="0", comment="letters up to this one may be shown"),
)

QUESTIONS = Table(
    "questions",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("text", Text, nullable=False),
    Column("asked", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("facts", Text, nullable=False, comment="JSON: the facts that answered it"),
)


TRIAL_CLOCK = Table(
    "trial_clock",
    METADATA,
    Column("one", Integer, primary_key=True, comment="always 1"),
    Column("stands", Moment, nullable=False, comment="what the clock of chat --json was last set to"),
)


# Partial indexes hold the open rows only, so the queues stay quick however long the history grows. SQLite uses them
# only where the query has the same words: hence literals, no parameters.
def state_is(table: FromClause, state: str) -> ColumnElement[bool]:
    """Returns the condition that a row of the inbox or the outbox (or an alias of it) is in this state."""
    return table.c.state == literal_column(f"'{state}'")


WAITING = state_is(INBOX, "waiting")
PENDING = state_is(OUTBOX, "pending")
LEASED = state_is(OUTBOX, "leased")
ENCLOSING = OUTBOX.c.file != literal_column("''")
PAYLOAD = INBOX.c.raw != literal_column("''")
OF_BROADCAST = OUTBOX.c.broadcast != literal_column("0")
AGAIN = and_(OF_BROADCAST, or_(state_is(OUTBOX, "unknown"), state_is(OUTBOX, "failed")))
"""Letters of broadcasts that did not (surely) arrive: they are sent again only when somebody says so (DESIGN 5)."""
WORDS = OUTBOX.c.text != literal_column("''")
OVER = OUTBOX.c.finished.is_not(None)
EDITING = OUTBOX.c.edits != literal_column("''")

Index(
    "ix_inbox_waiting_due",
    INBOX.c.channel,
    INBOX.c.bot,
    INBOX.c.due,
    INBOX.c.id,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
Index(
    "ix_inbox_waiting_chat",
    INBOX.c.channel,
    INBOX.c.bot,
    INBOX.c.chat,
    INBOX.c.id,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
Index(
    "ix_outbox_pending_due",
    OUTBOX.c.channel,
    OUTBOX.c.bot,
    OUTBOX.c.bulk,
    OUTBOX.c.broadcast,
    OUTBOX.c.due,
    OUTBOX.c.id,
    sqlite_where=PENDING,
    postgresql_where=PENDING,
)
Index(
    "ix_outbox_pending_chat",
    OUTBOX.c.channel,
    OUTBOX.c.bot,
    OUTBOX.c.chat,
    OUTBOX.c.bulk,
    OUTBOX.c.id,
    sqlite_where=PENDING,
    postgresql_where=PENDING,
)
Index("ix_outbox_leased", OUTBOX.c.channel, OUTBOX.c.bot, OUTBOX.c.chat, sqlite_where=LEASED, postgresql_where=LEASED)
Index("ix_inbox_payload", INBOX.c.finished, sqlite_where=PAYLOAD, postgresql_where=PAYLOAD)
Index("ix_outbox_words", OUTBOX.c.finished, sqlite_where=WORDS, postgresql_where=WORDS)
Index("ix_outbox_file", OUTBOX.c.file, sqlite_where=ENCLOSING, postgresql_where=ENCLOSING)
Index(
    "ix_outbox_edits",
    OUTBOX.c.channel,
    OUTBOX.c.bot,
    OUTBOX.c.chat,
    OUTBOX.c.edits,
    OUTBOX.c.id,
    sqlite_where=EDITING,
    postgresql_where=EDITING,
)
# What a bot has used of its month.
Index("ix_inbox_received", INBOX.c.channel, INBOX.c.bot, INBOX.c.received)
Index(
    "ix_outbox_over",
    OUTBOX.c.channel,
    OUTBOX.c.bot,
    OUTBOX.c.finished,
    OUTBOX.c.state,
    sqlite_where=OVER,
    postgresql_where=OVER,
)
# For tallies, and for the letters that came to their end last.
Index(
    "ix_outbox_broadcast",
    OUTBOX.c.broadcast,
    OUTBOX.c.finished,
    OUTBOX.c.state,
    sqlite_where=OF_BROADCAST,
    postgresql_where=OF_BROADCAST,
)
