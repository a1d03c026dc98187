"""The tables of broadcasts (DESIGN 5). Their letters stand in the outbox. A change here needs a migration."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, false

from bot.store.moment import Moment
from bot.store.tables import METADATA

BROADCASTS = Table(
    "broadcasts",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("by", Text, nullable=False, comment="the person who sends it"),
    Column("channel", Text, nullable=False, comment="where that person is told how it goes"),
    Column("bot", Text, nullable=False),
    Column("chat", Text, nullable=False, comment="empty once the person is forgotten"),
    Column("made", Moment, nullable=False),
    Column("state", Text, nullable=False, comment="bot.model.broadcast.BroadcastState"),
    Column("text", Text, nullable=False),
    Column("file", Text, nullable=False, comment="the id in files, empty for none"),
    Column("file_name", Text, nullable=False),
    Column("file_kind", Text, nullable=False),
    Column("audience", Text, nullable=False, comment="JSON: bot.model.audience.Audience, empty for none"),
    Column("due", Moment),
    Column("acknowledged", Boolean, nullable=False, comment="receivers are asked to say that they got it"),
    Column("urgent", Text, nullable=False, comment="why it goes out in quiet hours, too; empty where it does not"),
    Column("approved_by", Text, nullable=False),
    Column("corrects", Integer, nullable=False, comment="the number of the one that it puts right, 0 for none"),
    Column("frozen", Moment, comment="when its letters were put into the outbox"),
    Column("since", Moment, comment="when it last began to run"),
    Column("look", Moment, comment="when it is looked at next; null unless it is scheduled, or runs and is frozen"),
    Column("spans", Text, nullable=False, server_default="", comment="JSON: how words of the text look"),
    Column(
        "fetching", Text, nullable=False, server_default="", comment="the job that fetches its file, empty for none"
    ),
    Column(
        "in_place", Boolean, nullable=False, server_default=false(), comment="its letters write those of that one anew"
    ),
)

ACKNOWLEDGEMENTS = Table(
    "acknowledgements",
    METADATA,
    Column("broadcast", Integer, primary_key=True, autoincrement=False),
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

SUBSCRIPTIONS = Table(
    "subscriptions",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("stopped", Moment, nullable=False, comment="when the person said that they want no broadcasts"),
)

OPEN = BROADCASTS.c.look.is_not(None)

Index("ix_broadcasts_look", BROADCASTS.c.look, sqlite_where=OPEN, postgresql_where=OPEN)
