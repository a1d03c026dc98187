"""The tables of the web page: its chats as they were shown, their files, its key. A change here needs a migration."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, Table, Text

from bot.store.moment import Moment
from bot.store.tables import METADATA, ROW

WEB_MESSAGES = Table(
    "web_messages",
    METADATA,
    Column("id", ROW, primary_key=True, comment="grows with every change, so that a page knows what it has seen"),
    Column("chat", Text, nullable=False),
    Column("key", Text, nullable=False, comment="unique in its chat: absorbs repeats"),
    Column("place", ROW, comment="the id of the message that it is written over and whose place it takes"),
    Column("mine", Boolean, nullable=False, comment="the visitor said it"),
    Column("body", Text, nullable=False, comment="JSON: text, choices, spans, file"),
    Column("file", Text, comment="web_files.id: who has the message may fetch it"),
    Column("at", Moment, nullable=False),
    Index("uq_web_messages_key", "chat", "key", unique=True),
    Index("ix_web_messages_chat", "chat", "id"),
    Index("ix_web_messages_at", "at"),
    Index("ix_web_messages_file", "file"),
    sqlite_autoincrement=True,  # a page that has seen an id must never miss what comes under it later
)

WEB_FILES = Table(
    "web_files",
    METADATA,
    Column("id", Text, primary_key=True, comment="kept once for all messages with it, as long as there is one"),
    Column("name", Text, nullable=False, comment="as the person sees it"),
    Column("kind", Text, nullable=False, comment="bot.messages.FileKind"),
    Column("content", LargeBinary, nullable=False),
)

WEB_KEY = Table(
    "web_key",
    METADATA,
    Column("one", Integer, primary_key=True, comment="always 1"),
    Column("secret", Text, nullable=False, comment="signs the cookies where no setting does"),
)
