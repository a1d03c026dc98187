"""The migrations make what bot/store/tables.py says, wherever the program is started."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine

from bot.errors import NewerDatabaseError
from bot.store import broadcast_tables, house_tables, job_tables, reminder_tables, report_tables, web_tables
from bot.store.connect import connect
from bot.store.tables import METADATA
from migrations import migrate, revisions

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
