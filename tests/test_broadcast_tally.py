"""How many letters of a broadcast ended how: together they are always the audience (bot.ports.store.Store)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.acknowledgement import Acknowledgement
from bot.model.broadcast import BroadcastState
from bot.model.role import RoleKind
from bot.model.tally import Tally
from bot.ports.letter import Mark, State
from bot.store.tables import OUTBOX
from tests.broadcasts import broadcast, keep, lease, mark, person, running, tally
from tests.storehouse import LINE, at, chat
from tests.stores import ENGINES, Opened, opened

B = BroadcastState


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        yield store


class TestTally:
    async def test_all_states_together_are_the_audience(self, store: Opened) -> None:
        await running(store, *"abcdefg")
        assert await lease(store, bulk=6) == [*"abcdef"]
        ends = (State.SENT, State.SENT, State.FAILED, State.BLOCKED, State.UNKNOWN)
        await mark(store, *zip("abcde", ends, strict=True))
        await keep(store, Acknowledgement(1, chat("a"), at(9)), Acknowledgement(1, chat("a"), at(10)))
        found = await tally(store)
        assert found == Tally(pending=1, leased=1, sent=2, failed=1, blocked=1, unknown=1, acknowledged=1)
        assert (found.audience, found.over) == (7, 5)

    async def test_who_says_that_it_arrived_is_in_doubt_no_more(self, store: Opened) -> None:
        await running(store, "ba", "tư")
        await lease(store)
        await mark(store, ("ba", State.UNKNOWN), ("tư", State.UNKNOWN))
        await keep(store, Acknowledgement(1, chat("ba"), at(9)))
        assert await tally(store) == Tally(sent=1, unknown=1, acknowledged=1)

    async def test_the_last_ends_are_those_since_it_began_to_run(self, store: Opened) -> None:
        one = await running(store, *"abcd")
        await lease(store)
        await mark(store, ("a", State.FAILED), now=1)
        await mark(store, ("b", State.BLOCKED), now=2)
        async with store.reading() as records:
            assert await records.ended(1, 50) == ["blocked", "failed"]
            assert await records.ended(1, 1) == ["blocked"]
        await keep(store, broadcast(state=B.PAUSED), at=at(3))
        await keep(store, one, at=at(4))
        await mark(store, ("c", State.SENT), now=5)
        await store.recover(LINE, at(6))
        async with store.reading() as records:
            assert await records.ended(1, 50) == ["sent"], "what stopped with the program says nothing"

    async def test_the_outcomes_say_who_in_which_unit_and_why(self, store: Opened) -> None:
        await keep(store, *person("ba", (RoleKind.LEADER, "thon-ba")))
        await running(store, "ba", "tư")
        await lease(store)
        await mark(store, ("ba", State.SENT), ("tư", State.FAILED))
        await keep(store, Acknowledgement(1, chat("ba"), at(9)))
        async with store.reading() as records:
            ba, tu = await records.outcomes(1)
        assert (ba.receiver.name, ba.receiver.unit, ba.state, ba.acknowledged) == ("Ba", "thon-ba", "sent", True)
        assert (tu.receiver.name, tu.receiver.address, tu.reason, tu.acknowledged) == ("", chat("tư"), "why", False)

    async def test_the_one_awaited_is_the_last_that_came_and_asked(self, store: Opened) -> None:
        for number, asks in ((1, True), (2, True), (3, False), (4, True)):
            await running(store, "ba", number=number, acknowledged=asks)
            if number < 4:
                await lease(store)
                last = (await store.rows(OUTBOX))[-1]["id"]
                await store.mark([Mark(last, State.SENT)], at())
        async with store.reading() as records:
            found = await records.awaited(chat("ba"))
            assert found is not None
            assert found.number == 2
            assert await records.awaited(chat("tư")) is None
