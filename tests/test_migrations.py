"""The migrations make what bot/store/tables.py says, wherever the program is started."""

import os
import runpy
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Connection, MetaData, Table, create_engine, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import NewerDatabaseError
from bot.store import broadcast_tables, house_tables, job_tables, reminder_tables, report_tables, web_tables
from bot.store.connect import connect
from bot.store.tables import METADATA
from migrations import migrate, revisions, settings, upgrade
from tests.stores import ENGINES, POSTGRES, alone

ROOT = Path(__file__).parents[1]


def schema(connection: Connection) -> dict[str, str]:
    """Returns the statement that made each table and index, spaces apart."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: "".join(sql.split()) for name, sql in rows if name != "alembic_version"}


async def schema_of(path: Path) -> dict[str, str]:
    """Returns the schema of a database file."""
    engine = connect(str(path))
    async with engine.connect() as connection:
        found = await connection.run_sync(schema)
    await engine.dispose()
    return found


async def test_the_migrated_schema_is_that_of_the_tables(tmp_path: Path) -> None:
    for tables in (broadcast_tables, house_tables, job_tables, reminder_tables, report_tables, web_tables):
        assert tables.METADATA is METADATA
    await migrate(str(tmp_path / "migrated.sqlite"))
    engine = connect(str(tmp_path / "made.sqlite"))
    async with engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    await engine.dispose()
    assert await schema_of(tmp_path / "migrated.sqlite") == await schema_of(tmp_path / "made.sqlite")


@asynccontextmanager
async def nothing(folder: Path, kind: str) -> AsyncIterator[AsyncEngine]:
    """Yields the engine of a database in which there is nothing at all."""
    with alone(kind):
        engine = connect(POSTGRES if kind == "postgresql" else str(folder / "x.sqlite"))
        if kind == "postgresql":
            async with engine.begin() as connection:
                for statement in ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"):
                    await connection.exec_driver_sql(statement)
        try:
            yield engine
        finally:
            await engine.dispose()


@pytest.mark.parametrize("kind", ENGINES)
async def test_alembic_finds_no_difference_to_the_tables(tmp_path: Path, kind: str) -> None:
    async with nothing(tmp_path, kind) as engine:
        async with engine.begin() as connection:
            assert await connection.run_sync(upgrade) == revisions()
        async with engine.connect() as connection:
            assert await connection.run_sync(differences) == []


def differences(connection: Connection) -> list[object]:
    """Returns where a database differs from the tables, in more than a comment."""
    options = {"compare_type": True, "compare_server_default": connection.dialect.name == "postgresql"}
    found = compare_metadata(MigrationContext.configure(connection, opts=options), METADATA)
    return [one for one in found if not (isinstance(one, list) and {part[0] for part in one} == {"modify_comment"})]


@pytest.mark.parametrize("kind", ENGINES)
async def test_what_was_written_down_before_an_update_stays(tmp_path: Path, kind: str) -> None:
    def before(connection: Connection) -> Rows:
        known = settings()
        known.attributes.update(connection=connection)
        command.upgrade(known, "0002")
        for table in tables(connection):
            connection.execute(insert(table), [{column.name: some(column, n) for column in table.c} for n in (1, 2)])
        return rows(connection)

    async with nothing(tmp_path, kind) as engine:
        async with engine.begin() as connection:
            old = await connection.run_sync(before)
        assert len(old) == 18
        async with engine.begin() as connection:
            await connection.run_sync(upgrade)
            new = await connection.run_sync(rows)
    for name, found in old.items():
        assert [{column: row[column] for column in found[0]} for row in new[name]] == found


Rows = dict[str, list[dict[str, object]]]
"""The rows of each table."""


def tables(connection: Connection) -> list[Table]:
    """Returns the tables that there are, those that others refer to first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def rows(connection: Connection) -> Rows:
    """Returns all that is written down."""
    return {
        table.name: [
            dict(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        ]
        for table in tables(connection)
    }


def some(column: Column[object], number: int) -> object:
    """Returns a value for a column."""
    values: dict[type, object] = {bool: number == 1, int: number, date: date(2026, 5, number), bytes: b"%d" % number}
    return values.get(column.type.python_type, f"{column.name} {number}")


async def test_what_is_missing_is_applied_once(tmp_path: Path) -> None:
    where = str(tmp_path / "x.sqlite")
    assert await migrate(where) == revisions()
    assert await migrate(where) == []


def test_people_from_before_phone_numbers_stay() -> None:
    (script,) = (ROOT / "migrations" / "versions").glob("*_phones.py")
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, channel TEXT, bot TEXT, chat TEXT, consented BIGINT)"
        )
        connection.exec_driver_sql("INSERT INTO people VALUES ('p', 'Ba', 'console', 'console', 'Ba', 7)")
        with Operations.context(MigrationContext.configure(connection)):
            runpy.run_path(str(script))["upgrade"]()
        rows = connection.exec_driver_sql("SELECT * FROM people").all()
    assert [tuple(row) for row in rows] == [("p", "Ba", "console", "console", "Ba", 7, "")]


async def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    where = str(tmp_path / "x.sqlite")
    await migrate(where)
    engine = connect(where)
    async with engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await engine.dispose()
    with pytest.raises(NewerDatabaseError):
        await migrate(where)


def test_the_migrations_are_found_from_another_folder(tmp_path: Path) -> None:
    program = "import asyncio; from migrations import migrate; print(asyncio.run(migrate('x.sqlite')))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(revisions())
