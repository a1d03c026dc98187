"""A book is gathered with a dozen questions, however many units there are."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.demo.load import REARRANGED, example
from bot.model.person import Person
from bot.model.rearranging import remembering
from bot.records import Forgotten
from bot.reports.seats import ranks, seats
from bot.store import units, writing
from bot.work.binding import bound
from tests.books import BY, DAY, FORMS, MADE, TOP, book_of, crooked, every_report, every_rule, province
from tests.empty_house import EmptyHouse
from tests.forms import HERE
from tests.storehouse import at
from tests.stores import Opened, opened


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path) as found:
        yield found


async def questions(store: Opened, top: str) -> int:
    """Returns how many statements a book takes."""
    asked: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(store.engine.sync_engine, "before_cursor_execute", note)
    await book_of(store, top)
    event.remove(store.engine.sync_engine, "before_cursor_execute", note)
    return len([one for one in asked if one.startswith("SELECT")])


async def test_a_hundred_reports_take_no_more_questions_than_one(tmp_path: Path) -> None:
    found = []
    for reporting in (1, 120):
        (tmp_path / str(reporting)).mkdir()
        async with opened(tmp_path / str(reporting)) as store:
            await province(store, reporting=reporting)
            found.append(await questions(store, TOP))
    assert found[0] == found[1] > 0


async def test_who_typed_is_known_by_name_until_forgotten(store: Opened) -> None:
    await province(store)
    await store.change(lambda connection: writing.write(connection, [Person(BY, "Ba", HERE, MADE)]))
    assert [person.name for person in (await book_of(store)).people] == ["Ba"]
    await store.change(lambda connection: writing.write(connection, [Forgotten(BY)], at()))
    assert (await book_of(store)).people == ()


async def test_a_book_holds_what_counts_under_its_unit(store: Opened) -> None:
    await province(store)
    whole, part = await book_of(store), await book_of(store, "xa-van-tra")
    assert {one.key.unit for one in part.reports} < {one.key.unit for one in whole.reports}
    assert {one.key.unit for one in part.reports} <= {line.unit.id for line in part.roll.lines}
    assert len(part.roll.lines) == 8


async def test_nothing_is_lost_when_the_tree_is_put_together(store: Opened) -> None:
    await province(store)
    before = await book_of(store)
    old = await store.look(units.tree)
    new = remembering(old.units, example(REARRANGED), DAY)
    await store.change(lambda connection: units.replace_all(connection, new))
    async with store.reading() as records:
        after = await bound(records, FORMS, before.period.id, TOP, date(2026, 7, 10), MADE)
    assert after is not None
    (form,) = after.forms
    assert [one.value for one in after.whole(form).totals] == [one.value for one in before.whole(form).totals]
    assert {one.key for one in after.reports} == {one.key for one in before.reports}


async def test_there_is_no_book_of_nothing(store: Opened) -> None:
    assert await bound(EmptyHouse(), FORMS, "6T-2026", "x", DAY, MADE) is None
    await province(store, reporting=1)
    async with store.reading() as records:
        assert await bound(records, FORMS, "6T-2026", "x", DAY, MADE) is None
        assert await bound(records, FORMS, "6T-1999", TOP, DAY, MADE) is None


def test_every_unit_that_reports_is_under_one_line_of_each_level() -> None:
    book = crooked(every_report(), [every_rule()])
    found = seats(book)
    assert [seat.unit.id for seat in found] == ["c1", "c2", "c5", "x3", "c3", "c6", "c4"]
    for rank in ranks(book, found):
        lines = {unit.id for unit in rank.units}
        assert [len(lines & set(seat.path)) for seat in found] == [1] * len(found), rank.level
