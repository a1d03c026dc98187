"""The way to the database."""

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.connect import connect, url_of
from tests.stores import opened


async def test_sqlite_writes_ahead_and_waits_for_the_disk(tmp_path: Path) -> None:
    async with opened(tmp_path) as store, store.engine.connect() as connection:
        found = [
            (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]


@pytest.mark.parametrize("where", ["a b/x.sqlite", "sqlite:///a b/x.sqlite", "sqlite+aiosqlite:///a b/x.sqlite"])
def test_a_database_is_named_by_a_path_or_a_url(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    url = url_of(where)
    assert url.drivername == "sqlite+aiosqlite"
    assert Path(url.database or "").absolute() == tmp_path / "a b" / "x.sqlite"


def test_postgresql_is_spoken_to_with_its_own_driver() -> None:
    assert str(url_of("postgresql://hoi@localhost/dongdoi")) == "postgresql+asyncpg://hoi@localhost/dongdoi"


async def test_a_file_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    engine = connect(str(tmp_path / "nowhere" / "x.sqlite"))
    with pytest.raises(OperationalError):
        await engine.connect()
    assert set(threading.enumerate()) <= before
    await engine.dispose()
