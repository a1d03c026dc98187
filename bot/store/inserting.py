"""Inserts that know what is there already. Alike in SQLite and PostgreSQL, but each has its own construct."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table, key: Sequence[str]) -> Insert:
    """Returns the insert that leaves rows alone whose key is there."""
    return _insert_new(connection.dialect.name, table, tuple(key))


def upsert(connection: Connection, table: Table, key: Sequence[str], renewed: Sequence[str]) -> Insert:
    """Returns the insert that renews these columns of a row whose key is there."""
    return _upsert(connection.dialect.name, table, tuple(key), tuple(renewed))


# Kept: SQLAlchemy then finds the compiled statement by the same object.
@cache
def _insert_new(dialect: str, table: Table, key: tuple[str, ...]) -> Insert:
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=key)


@cache
def _upsert(dialect: str, table: Table, key: tuple[str, ...], renewed: tuple[str, ...]) -> Insert:
    insert = _insert(dialect, table)
    return insert.on_conflict_do_update(
        index_elements=key, set_={column: insert.excluded[column] for column in renewed}
    )


def _insert(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
