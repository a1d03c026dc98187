"""The way to the database."""

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.connect import FAR, connect, url_of
from bot.store.near import NearConnection
from bot.store.store import SqlStore
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


@pytest.mark.parametrize(("far", "here"), [(False, {"SELECT 1"}), (True, set())])
async def test_only_what_may_wait_leaves_the_thread_of_the_loop(tmp_path: Path, far: bool, here: set[str]) -> None:
    async with opened(tmp_path) as store:
        engine = store.engine.execution_options(**{FAR: far})
        seen: dict[str, bool] = {}
        async with engine.begin() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert isinstance(driver, NearConnection)
            await driver.set_trace_callback(lambda said: seen.update({said: threading.main_thread() is _this()}))
        async with engine.begin() as connection:
            await connection.exec_driver_sql("SELECT 1")
        assert set(seen) >= {"BEGIN IMMEDIATE", "SELECT 1", "COMMIT"}
        assert {said for said, near in seen.items() if near} == here


async def test_a_transaction_that_fails_leaves_nothing_open(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        for _ in range(2):
            with pytest.raises(RuntimeError):
                await _write_and_fail(store)
        async with store.engine.connect() as connection:
            assert (await connection.exec_driver_sql("SELECT * FROM web_key")).all() == []


async def _write_and_fail(store: SqlStore) -> None:
    async with store.engine.begin() as connection:
        await connection.exec_driver_sql("INSERT INTO web_key (one, secret) VALUES (1, 'x')")
        raise RuntimeError


def _this() -> threading.Thread:
    return threading.current_thread()
