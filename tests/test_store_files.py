"""What every store keeps to with files that go out."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.errors import MissingFileError
from bot.messages import Enclosure, File, FileKind, Reply
from bot.outcome import Outcome
from bot.ports.letter import Mark, State
from bot.store import files
from bot.store.job_tables import FILES
from bot.store.shelf import Shelf
from tests.storehouse import LINE, House, at, chat, say
from tests.stores import ENGINES, opened

MONTH = timedelta(days=30)
CHART = File("tinh-hinh.png", b"\x89PNG\0", FileKind.PICTURE)
ENCLOSED = Enclosure("f1", CHART.name, CHART.kind)


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


async def keep(house: House, name: str = "f1", file: File = CHART) -> None:
    """Keeps a file."""
    await house.store.change(lambda connection: files.add(connection, name, file, at()))


def with_file(name: str = "ba", bulk: bool = False) -> Outcome:
    """Returns an outcome that sends the file to a chat."""
    return Outcome((Reply(chat(name), "đây ạ", bulk=bulk, file=ENCLOSED),))


class TestFiles:
    async def test_a_letter_carries_its_file(self, house: House) -> None:
        await keep(house)
        await house.enqueue(Outcome((*with_file().replies, *with_file("tư", bulk=True).replies)))
        await house.enqueue(say("năm", "không tệp"))
        letters = await house.lease()
        assert {letter.text: letter.file for letter in letters} == {"đây ạ": CHART, "không tệp": None}
        assert len(letters) == 3

    async def test_files_are_looked_at_only_for_letters_that_have_some(self, house: House) -> None:
        asked = listened(house)
        await keep(house)
        await house.enqueue(say("ba", "không tệp"))
        asked.clear()
        await house.lease()
        assert not [statement for statement in asked if "FROM files" in statement]
        await house.enqueue(with_file("tư"))
        await house.lease()
        assert [statement for statement in asked if "FROM files" in statement]

    async def test_a_repeat_makes_no_second_file(self, house: House) -> None:
        await keep(house)
        await keep(house, file=File("other", b"other"))
        [row] = await house.store.rows(FILES)
        assert row["content"] == CHART.content

    async def test_words_do_not_go_out_without_their_file(self, house: House) -> None:
        await house.enqueue(with_file())
        assert await house.states() == {}
        assert [type(failure.error) for failure in house.failures] == [MissingFileError]

    async def test_an_old_file_is_erased_unless_it_is_still_to_be_sent(self, house: House) -> None:
        await keep(house)
        await house.enqueue(with_file())
        assert await house.store.erase(at(1) + MONTH) == 1, "the inbox row of the one who wished it"
        [letter] = await house.lease()
        assert (letter.file, await house.store.erase(at(1) + MONTH)) == (CHART, 0)
        await house.store.mark([Mark(letter.row, State.PENDING, due=at(9))], at())
        assert await house.store.erase(at(1) + MONTH) == 0
        [letter] = await house.lease(now=9)
        await house.store.mark([Mark(letter.row, State.SENT)], at(9))
        await house.store.erase(at(9))
        assert len(await house.store.rows(FILES)) == 1, "it was sent just now"
        assert await house.store.erase(at(10)) == 2, "what the letter said, and its file"
        assert await house.store.rows(FILES) == []
        assert await house.store.lease(LINE, at(), 9, 9, frozenset()) == []


class TestShelf:
    async def test_a_file_is_read_once_for_many_leases(self, house: House) -> None:
        asked = listened(house)
        await keep(house)
        for name in ("ba", "tư", "năm"):
            await house.enqueue(with_file(name, bulk=True))
            assert [letter.file for letter in await house.lease()] == [CHART]
        assert sum("FROM files" in statement and "content" in statement for statement in asked) == 1

    @pytest.mark.parametrize(("room", "read"), [(10, 3), (5, 4), (0, 4)])
    async def test_what_was_leased_longest_ago_goes_first_when_there_is_no_room(
        self, house: House, room: int, read: int
    ) -> None:
        for name in ("a", "b", "c"):
            await keep(house, name, File(name, b"12345"))
        shelf, asked = Shelf(room), listened(house)
        for name in ("a", "b", "c", "c" if room == 10 else "a"):
            found = await house.store.look(lambda connection, name=name: shelf.read(connection, {name}))
            assert found == {name: File(name, b"12345")}
        assert sum("FROM files" in statement for statement in asked) == read


def listened(house: House) -> list[str]:
    """Returns a list that gets every statement from now on."""
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(house.store.engine.sync_engine, "before_cursor_execute", note)
    return asked
