"""The way to the database."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.near import NearConnection

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
BUSY = 10.0  # seconds that another process may hold the file
READS = "dongdoi_reads"  # the execution option of a transaction that writes nothing
FAR = "dongdoi_far"  # of one that takes long: others are served meanwhile

# FULL: what was acknowledged to the platform is on the disk, also after a power cut.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={int(BUSY * 1000)}")


def url_of(where: str) -> URL:
    """Returns the URL of a path or a URL, with the driver that we use."""
    if "://" not in where:
        return URL.create(DRIVERS["sqlite"], database=str(Path(where).expanduser().absolute()))
    url = make_url(where)
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def connect(where: str, *, looks: bool = False) -> AsyncEngine:
    """Returns the engine of a path or a URL; nothing is opened yet. The folder of a path must exist.

    ``looks``: a SQLite file is left as it is, whatever it holds.
    """
    url = url_of(where)
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url)
    # isolation_level None: the driver begins nothing by itself, see _begin.
    engine = create_async_engine(
        url, connect_args={"isolation_level": None, "timeout": BUSY, "async_creator_fn": _open}
    )
    event.listen(engine.sync_engine, "connect", _look if looks else _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def _open(*where: Any, **options: Any) -> NearConnection:
    """As SQLAlchemy does it, and the thread of a file that cannot be opened ends here: left alone it would stumble over
    an event loop that is closed meanwhile.
    """
    connection = NearConnection(*where, **options)
    connection._thread.daemon = True
    try:
        await connection
        return connection
    except sqlite3.Error:
        connection._thread.join()
        raise


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _look(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer says so at once: a transaction that reads first and writes later could fail in the middle."""
    options = connection.get_execution_options()
    driver = connection.connection.driver_connection
    assert isinstance(driver, NearConnection)
    if options.get(READS, False):
        driver.began(near=not options.get(FAR, False))  # what reads waits for nobody, also when it begins
        connection.exec_driver_sql("BEGIN")
    else:
        driver.begins()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        driver.began(near=not options.get(FAR, False))
