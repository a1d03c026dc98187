"""Conditions that two kinds of rows share: whose they are."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Column, ColumnElement, Connection, FromClause, and_, false, func, or_, select, true

from bot.messages import Address
from bot.ports.line import Line


def on_lines(table: FromClause, lines: Sequence[Line]) -> ColumnElement[bool]:
    """Returns the condition that a row belongs to one of these lines."""
    return or_(false(), *(and_(table.c.channel == channel, table.c.bot == bot) for channel, bot in lines))


def among(column: Column[str], names: Collection[str]) -> ColumnElement[bool]:
    """Returns the condition that a row is of one of these units, where they are few; of many none.

    A thousand names in a statement cost more than the rows of a whole province (and PostgreSQL takes 32,767 at most),
    so whoever asks sorts out for himself what he reads.
    """
    return column.in_(names) if len(names) <= _FEW else true()


_FEW = 500


def narrowed(connection: Connection, column: Column[str], names: Collection[str]) -> ColumnElement[bool]:
    """Returns the same where what is read of a unit costs much more than its name: SQLite takes many as one JSON."""
    if len(names) <= _FEW or connection.dialect.name != "sqlite":
        return among(column, names)
    return column.in_(select(func.json_each(json.dumps(list(names))).table_valued("value").c.value))


def same_chat(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Returns the condition that two rows belong to the same chat."""
    return and_(one.c.channel == other.c.channel, one.c.bot == other.c.bot, one.c.chat == other.c.chat)


def in_chat(table: FromClause, address: Address) -> ColumnElement[bool]:
    """Returns the condition that a row belongs to this chat."""
    return and_(table.c.channel == address.channel, table.c.bot == address.bot, table.c.chat == address.chat)
