"""A broadcast that was sent is put right: in its place where the channel edits, by a new message elsewhere."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.messages import Enclosure, File, FileKind
from bot.model.acknowledgement import Acknowledgement
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import BroadcastState
from bot.model.capabilities import WORDS, Capabilities
from bot.model.job import Job, JobKind
from bot.model.tally import Tally
from bot.ports.letter import Letter, Mark, State
from bot.records import Frozen, Record, Resent
from bot.store import files
from bot.stories.lines import ZONE
from bot.work.freezing import Freezing
from handlers.correction_way import rings
from tests.broadcasts import broadcast, keep, met, person, running, states
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import ENGINES, Opened, opened

B = BroadcastState
EDITS = {LINE[0]: Capabilities(text=4096, edit=True)}
PLAIN = {LINE[0]: WORDS}


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        await keep(store, *person("an"))
        await met(store, "ba", "tư", "năm")
        yield store


async def lease(store: Opened, now: float = 0) -> dict[str, Letter]:
    """Leases bulk; returns the letters by their chats."""
    return {one.address.chat: one for one in await store.lease(LINE, at(now), 32, 32, NOBODY)}


async def end(store: Opened, letters: dict[str, Letter], ends: dict[str, State] | None = None) -> None:
    """Writes down how these letters ended: the others were sent, as messages named after their chats."""
    found = {name: (ends or {}).get(name, State.SENT) for name in letters}
    await store.mark(
        [
            Mark(one.row, found[name], message_id=f"m-{name}" if found[name] is State.SENT else "")
            for name, one in letters.items()
        ],
        at(),
    )


async def corrected(
    store: Opened,
    able: dict[str, Capabilities],
    number: int = 2,
    text: str = "Mời họp!",
    meanwhile: tuple[Record, ...] = (),
) -> Frozen:
    """A correction of broadcast 1 goes out. ``meanwhile``: what happens after its receivers were looked for."""
    audience = Audience(AudienceKind.RECEIVED, broadcast=1)
    one = broadcast(number, text=text, audience=audience, corrects=1, in_place=True)
    for state in (B.DRAFT, B.SCHEDULED, B.RUNNING):
        await keep(store, broadcast(number, state, text=text, audience=audience, corrects=1, in_place=True))
    async with store.reading() as records:
        job = Job(f"tb:{number}", JobKind.FREEZE, chat("an"), at(), (str(one.number),))
        [frozen] = (await Freezing(ZONE, lambda name: able.get(name, WORDS), "Văn phòng Hội")(job, records)).records
    assert isinstance(frozen, Frozen)
    await keep(store, *meanwhile)
    await keep(store, frozen)
    return frozen


async def test_who_got_it_has_the_same_message_written_anew(store: Opened) -> None:
    await running(store, "ba", "tư", text="Mời hop.")
    await end(store, await lease(store))
    await corrected(store, EDITS)
    letters = await lease(store)
    assert {name: one.edits for name, one in letters.items()} == {"ba": "m-ba", "tư": "m-tư"}
    assert all(one.text.startswith("Mời họp!") for one in letters.values())
    assert {one.broadcast for one in letters.values()} == {2}


async def test_the_button_under_it_is_still_that_of_the_first(store: Opened) -> None:
    await running(store, "ba", acknowledged=True)
    await end(store, await lease(store))
    await corrected(store, EDITS)
    [letter] = (await lease(store)).values()
    assert [choice.token for choice in letter.choices] == ["danhan:1"]
    await end(store, {"ba": letter})
    await keep(store, Acknowledgement(1, chat("ba"), at()))
    async with store.reading() as records:
        assert (await records.tally(1)).acknowledged == 1
        awaited = await records.awaited(chat("ba"))
        assert awaited is not None
        assert awaited.number == 1


async def test_where_nothing_can_be_edited_a_short_correction_comes(store: Opened) -> None:
    await running(store, "ba", text="Mời hop.")
    await end(store, await lease(store))
    await corrected(store, PLAIN)
    [letter] = (await lease(store)).values()
    assert letter.edits == ""
    assert letter.text.startswith('Đính chính thông báo "Mời hop":\nMời họp!')


async def test_who_may_not_have_got_it_gets_a_new_message_and_who_has_not_the_right_letter(store: Opened) -> None:
    await running(store, "ba", "tư", "năm", text="Mời hop.")
    await end(store, await lease(store), {"tư": State.UNKNOWN, "năm": State.FAILED})
    await corrected(store, EDITS)
    letters = await lease(store)
    assert letters["ba"].edits == "m-ba"
    assert letters["tư"].text.startswith("Đính chính")
    assert "năm" not in letters
    await end(store, letters)
    await keep(store, Resent(1, ("failed",)))
    assert (await lease(store))["năm"].text.startswith("Mời họp!")


async def test_the_numbers_of_both_add_up(store: Opened) -> None:
    await running(store, "ba", "tư", "năm")
    await end(store, await lease(store), {"năm": State.BLOCKED})
    await corrected(store, EDITS)
    await end(store, await lease(store), {"tư": State.FAILED})
    async with store.reading() as records:
        assert await records.tally(1) == Tally(sent=2, blocked=1)
        assert await records.tally(2) == Tally(sent=1, failed=1)


async def test_a_second_correction_overtakes_the_first_that_still_waits(store: Opened) -> None:
    await running(store, "ba", "tư")
    await end(store, await lease(store))
    await corrected(store, EDITS)
    [first] = await store.lease(LINE, at(), 32, 1, NOBODY)
    await end(store, {first.address.chat: first})
    await corrected(store, EDITS, 3, "Mời họp lần nữa.")
    assert {one.text.split("\n")[0] for one in (await lease(store)).values()} == {"Mời họp lần nữa."}
    assert sorted((await states(store, 2)).values()) == ["cancelled", "sent"]


async def test_a_correction_of_a_correction_is_still_the_same_message(store: Opened) -> None:
    await running(store, "ba")
    await end(store, await lease(store))
    for number in (2, 3):
        await corrected(store, EDITS, number, f"lần {number}")
        letters = await lease(store)
        assert letters["ba"].edits == "m-ba"
        await end(store, letters)


async def test_what_is_under_way_comes_right_should_it_be_put_back(store: Opened) -> None:
    await running(store, "ba")
    flying = (await lease(store))["ba"]
    await corrected(store, EDITS)
    await store.mark([Mark(flying.row, State.PENDING, due=at())], at())
    while letters := await lease(store):
        assert letters["ba"].text.startswith("Mời họp!")
        await end(store, letters)


async def test_what_was_under_way_when_the_program_fell_is_sent_again_right(store: Opened) -> None:
    await running(store, "ba")
    await lease(store)
    await corrected(store, PLAIN)
    await store.recover(LINE, at())
    await keep(store, Resent(1, ("unknown",)))
    told = []
    while letters := await lease(store):
        told.append(letters["ba"].text.split("\n")[0])
        await end(store, letters)
    assert sorted(told) == ["Mời họp!", 'Đính chính thông báo "Mời họp":']


async def test_who_has_not_seen_it_yet_gets_the_right_letter_and_no_correction(store: Opened) -> None:
    await running(store, "ba", "tư")
    await end(store, await lease(store), {"tư": State.UNKNOWN})
    await corrected(store, PLAIN, meanwhile=(Resent(1, ("unknown",)),))
    letters = await lease(store)
    assert letters["ba"].text.startswith("Đính chính")
    assert letters["tư"].text.startswith("Mời họp!")
    await end(store, letters)
    assert await lease(store) == {}


async def test_who_can_get_no_picture_is_still_told_whom_to_ask_for_it(store: Opened) -> None:
    drawn = File("so-do.png", b"drawn", FileKind.PICTURE)
    await store.change(lambda connection: files.add(connection, "f1", drawn, at()))
    await running(store, "ba", file=Enclosure("f1", drawn.name, drawn.kind))
    await end(store, await lease(store), {"ba": State.UNKNOWN})
    await corrected(store, PLAIN)
    await end(store, await lease(store))
    await keep(store, Resent(1, ("unknown",)))
    [letter] = (await lease(store)).values()
    assert letter.text.startswith("Mời họp!\n\nThông báo có kèm ảnh. Ở đây tôi không gửi ảnh được")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Mời hop thứ Sáu", "Mời họp thứ Sáu", False),
        ("Mời họp 8 giờ", "Mời họp 9 giờ", True),
        ("Mời họp thứ Sáu", "Mời họp thứ Bảy", True),
        ("Mời họp sáng mai", "Mời họp chiều mai", True),
        ("Mời họp", "Hoãn họp", True),
        ("Xã Van Tra", "Xã Vân Trà", False),
    ],
)
def test_a_fact_that_changes_must_not_go_unseen(before: str, after: str, *, found: bool) -> None:
    assert rings(before, after) is found
