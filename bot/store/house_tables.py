"""The tables of units and people (DESIGN 5). A change here needs a migration."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from bot.store.moment import Moment
from bot.store.tables import METADATA, ROW

UNITS = Table(
    "units",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False, comment="its place in the file: the order in which units are shown"),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("merged_into", Text, nullable=False),
    Column("members", Integer),
)

PLACES = Table(
    "places",
    METADATA,
    Column("unit", Text, primary_key=True),
    Column("until", Date, primary_key=True, comment="the last day on which the unit stood there"),
    Column("parent", Text, nullable=False),
)

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("channel", Text, nullable=False, comment="where they are written to"),
    Column("bot", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("consented", Moment, nullable=False),
    Column("phone", Text, nullable=False, comment="empty until they agree that officers above them see it"),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("since", Moment, comment="when it was linked to the person by a code; null where they first agreed"),
    Index("ix_accounts_person", "person"),
)

LINKS = Table(
    "links",
    METADATA,
    Column("person", Text, primary_key=True),
    Column("hash", Text, nullable=False, comment="of the code; the code itself is nowhere"),
    Column("made", Moment, nullable=False),
    Column("used", Moment),
    Column("channel", Text, nullable=False, server_default="", comment="where the code was typed, empty for nowhere"),
    Column("bot", Text, nullable=False, server_default=""),
    Column("chat", Text, nullable=False, server_default=""),
    Index("ix_links_hash", "hash"),
)

ROLES = Table(
    "roles",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("person", Text, nullable=False),
    Column("kind", Text, nullable=False, comment="bot.model.role.RoleKind"),
    Column("unit", Text, nullable=False, comment="empty for an admin"),
    Column("start", Moment, nullable=False),
    Column("finish", Moment, comment="null while it lasts"),
    Index("ix_roles_person", "person"),
    Index("ix_roles_unit", "unit"),
)

INVITES = Table(
    "invites",
    METADATA,
    Column("hash", Text, primary_key=True, comment="of the code; the code itself is nowhere"),
    Column("kind", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used", Moment),
    Column("person", Text, nullable=False, comment="who used it"),
)

ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", Moment, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", ROW, primary_key=True),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    Column("note", Text, nullable=False),
)
