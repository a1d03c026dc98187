"""The tables, brought to what this program needs: at every start, and by ``python -m bot migrate``."""

from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from bot.errors import NewerDatabaseError
from bot.store.connect import connect


async def migrate(where: str) -> list[str]:
    """Applies what is missing to the database of a path or URL, all or nothing; returns the revisions applied.

    Raises NewerDatabaseError for a database that a later program has changed.
    """
    engine = connect(where)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(upgrade)
    finally:
        await engine.dispose()


def upgrade(connection: Connection) -> list[str]:
    """Applies what is missing, within the caller's transaction; returns the revisions applied."""
    if MigrationContext.configure(connection).get_current_revision() == _revisions()[-1]:
        return []  # as at nearly every start: Alembic would read every script to find that out
    applied: list[str] = []

    def note(step: Any, **_: Any) -> None:
        applied.append(step.up_revision_id)

    config = settings()
    config.attributes.update(connection=connection, on_version_apply=note)
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerDatabaseError(why=error) from error
    return applied


def revisions() -> list[str]:
    """Returns every revision that this program knows, oldest first."""
    return list(_revisions())


def settings() -> Config:
    """Returns Alembic's settings: no file, and found wherever the program is installed and started."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


@cache
def _revisions() -> tuple[str, ...]:
    known = ScriptDirectory.from_config(settings()).walk_revisions()
    return tuple(script.revision for script in reversed(list(known)))
