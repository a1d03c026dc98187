"""A broadcast in the store: its states, its letters, and who is left out (bot.ports.store.Store)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import MissingFileError
from bot.messages import Choice, Enclosure, File, FileKind, Look, Reply, Span
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.subscription import Subscription
from bot.ports.letter import Mark, State
from bot.records import Forgotten, Frozen, Resent
from bot.store import files, letters
from bot.store.tables import OUTBOX
from tests.broadcasts import broadcast, keep, kept, lease, look, mark, met, person, running, say, states
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import ENGINES, Opened, opened

B = BroadcastState


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        yield store


class TestBroadcast:
    async def test_comes_back_as_it_was_written(self, store: Opened) -> None:
        audience = Audience(AudienceKind.LEADERS, "tinh", without_units=("xa",), without_people=("p-ba",))
        whole = Broadcast(
            number=7,
            by="p-an",
            made=at(1),
            state=B.APPROVAL,
            text="Mời họp.",
            file=Enclosure("f1", "giay-moi.pdf", FileKind.DOCUMENT),
            audience=audience,
            due=at(60),
            acknowledged=True,
            urgent="bão số 6",
            approved_by="p-tư",
            corrects=6,
            spans=(Span(0, 3, Look.BOLD), Span(4, 3, Look.LINK, 'https://ccb.example/a?b="c"')),
            fetching="tbf:1",
        )
        draft = Broadcast(6, "p-an", at(), B.DRAFT)
        await keep(store, draft, whole)
        async with store.reading() as records:
            assert await records.broadcasts() == [whole, draft]
            assert await records.broadcast(5) is None
            assert await records.next_broadcast() == 8

    @pytest.mark.parametrize("state", [B.RUNNING, B.PAUSED, B.FINISHED])
    async def test_an_illegal_move_writes_nothing(self, store: Opened, state: B) -> None:
        await keep(store, broadcast(1, state))
        assert await look(store) is None
        await keep(store, broadcast(1, B.DRAFT))
        await keep(store, broadcast(1, state, text="khác"))
        assert await look(store) == broadcast(1, B.DRAFT)

    async def test_what_is_cancelled_stays_so(self, store: Opened) -> None:
        await running(store, "ba")
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, broadcast(state=B.RUNNING, text="khác"))
        found = await look(store)
        assert found is not None
        assert (found.state, found.text) == (B.CANCELLED, "Mời họp.")


class TestFreezing:
    async def test_everybody_has_one_letter_with_the_same_words_and_buttons(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        letters = Frozen(1, (chat("ba"), chat("tư"), chat("ba")), "Mời họp.", (Choice("Đã nhận", "danhan:1"),))
        await keep(store, broadcast(state=B.RUNNING), letters)
        found = await store.lease(LINE, at(), 32, 32, NOBODY)
        assert [(one.address, one.text, one.choices, one.broadcast) for one in found] == [
            (chat("ba"), "Mời họp.", letters.choices, 1),
            (chat("tư"), "Mời họp.", letters.choices, 1),
        ]
        assert [row["key"] for row in await store.rows(OUTBOX)] == ["tb:1:scripted:b1:ba", "tb:1:scripted:b1:tư"]

    async def test_a_second_time_changes_nothing(self, store: Opened) -> None:
        await running(store, "ba")
        await keep(store, Frozen(1, (chat("ba"), chat("tư")), "khác"))
        assert await states(store) == {"ba": "pending"}

    async def test_of_what_was_cancelled_meanwhile_nothing_goes(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        await keep(store, broadcast(state=B.RUNNING))
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, Frozen(1, (chat("ba"),), "tin"))
        assert await states(store) == {}

    async def test_words_do_not_go_without_their_file(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        with pytest.raises(MissingFileError):
            await keep(store, broadcast(state=B.RUNNING), Frozen(1, (chat("ba"),), "tin", file=Enclosure("f", "a.pdf")))

    async def test_letters_keep_how_their_words_look_and_who_can_get_no_file_gets_words(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        await keep(store, *person("an"), broadcast())
        bold = (Span(0, 3, Look.BOLD),)
        frozen = Frozen(
            1, (chat("ba"),), "tin", (), Enclosure("f", "a.pdf"), bold, wordy=(chat("tư"),), told="tin, hỏi Văn phòng"
        )
        await keep(store, broadcast(state=B.RUNNING), frozen)
        found = await store.lease(LINE, at(), 32, 32, NOBODY)
        assert [(one.address, one.text, one.file, one.spans) for one in found] == [
            (chat("ba"), "tin", File("a.pdf", b"x"), bold),
            (chat("tư"), "tin, hỏi Văn phòng", None, bold),
        ]
        assert found[0].file is not None
        assert found[0].file.id == "f"

    async def test_its_file_is_kept_while_it_may_be_corrected_or_sent_again(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        enclosed = Enclosure("f", "a.pdf")
        one = replace(broadcast(), file=enclosed)
        await keep(store, *person("an"), one)
        month = timedelta(days=30)
        await store.erase(at(1) + month)
        await keep(store, replace(one, state=B.RUNNING), Frozen(1, (chat("ba"),), "tin", file=enclosed))
        await lease(store)
        await mark(store, ("ba", State.FAILED), now=1)
        await keep(store, replace(one, state=B.FINISHED))
        await store.erase(at(9) + month)
        assert await kept(store) == ["f"], "it may be sent again to whom it did not reach"
        await keep(store, Resent(1, ("failed",)))
        await lease(store)
        await mark(store, ("ba", State.SENT), now=2)
        await keep(store, replace(one, state=B.FINISHED))
        await store.erase(at(3))
        assert await kept(store) == ["f"], "it may be corrected"
        async with store.reading() as records:
            assert await records.keeps("f")
        await store.erase(at(9) + month)
        assert await kept(store) == []
        async with store.reading() as records:
            assert not await records.keeps("f")

    async def test_the_file_of_a_draft_that_was_dropped_goes_with_what_was_shown_of_it(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        one = replace(broadcast(), file=Enclosure("f", "a.pdf"))
        await keep(store, *person("an"), one)
        shown = Reply(chat("an"), "xem trước", file=one.file)
        await store.change(lambda connection: letters.add(connection, [("1", shown)], at()))
        [letter] = await store.lease(LINE, at(), 1, 0, NOBODY)
        await store.mark([Mark(letter.row, State.SENT)], at())
        await store.erase(at(1))
        assert await kept(store) == ["f"], "it is still a draft"
        await keep(store, replace(one, state=B.CANCELLED))
        await store.erase(at(1))
        assert await kept(store) == []


class TestResending:
    async def test_letters_of_the_named_states_go_once_more_with_all_their_tries(self, store: Opened) -> None:
        await running(store, *"abc")
        await lease(store)
        await mark(store, ("a", State.FAILED), ("b", State.UNKNOWN), ("c", State.SENT))
        await keep(store, broadcast(state=B.FINISHED))
        await keep(store, Resent(1, ("failed",)), at=at(60))
        assert await states(store) == {"a": "pending", "b": "unknown", "c": "sent"}
        found = await look(store)
        assert found is not None
        assert found.state is B.RUNNING
        assert await store.next_event([LINE]) == at(60)
        [letter] = await store.lease(LINE, at(60), 32, 32, NOBODY)
        assert (letter.address.chat, letter.tries) == ("a", 0)

    async def test_once_for_each_wish(self, store: Opened) -> None:
        await running(store, "a")
        await lease(store)
        await mark(store, ("a", State.UNKNOWN))
        await keep(store, Resent(1, ("unknown",)), Resent(1, ("unknown",)))
        assert await lease(store) == ["a"]
        assert await lease(store) == []

    async def test_what_was_sent_blocked_or_cancelled_never_goes_again(self, store: Opened) -> None:
        await running(store, *"abc")
        await lease(store, bulk=2)
        await mark(store, ("a", State.SENT), ("b", State.BLOCKED))
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, Resent(1, ("sent", "blocked", "cancelled", "failed", "unknown")))
        assert await states(store) == {"a": "sent", "b": "blocked", "c": "cancelled"}


class TestLeaving:
    async def test_who_says_stop_gets_nothing_that_has_not_gone_yet(self, store: Opened) -> None:
        await met(store, "ba")
        await running(store, "ba", "tư")
        await say(store, "ba", "trả lời")
        await keep(store, Subscription(chat("ba"), at(1)), at=at(1))
        assert await states(store) == {"ba": "cancelled", "tư": "pending"}
        assert await lease(store) == ["ba", "tư"], "only the reply is left"
        async with store.reading() as records:
            assert await records.subscription(chat("ba")) == Subscription(chat("ba"), at(1))
            assert await records.subscription(chat("tư")) == Subscription(chat("tư"), None)
        await keep(store, Subscription(chat("ba"), None))
        async with store.reading() as records:
            assert await records.subscription(chat("ba")) == Subscription(chat("ba"), None)

    async def test_a_sender_who_is_forgotten_is_named_nowhere(self, store: Opened) -> None:
        audience = Audience(AudienceKind.PEOPLE, people=("p-an", "p-ba"))
        await keep(store, *person("an"), broadcast(audience=audience, approved_by="p-an"))
        await keep(store, Forgotten("p-an"))
        found = await look(store)
        assert found is not None
        assert found.audience is not None
        assert "p-an" not in repr(found)
        assert "p-ba" in found.audience.people
