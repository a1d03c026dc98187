"""What whoever sends a broadcast hears while it is on its way."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.messages import Choice, Incoming, Kind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.capabilities import WORDS, Capabilities
from bot.model.person import Person
from bot.model.talk import Talk
from bot.model.tally import Tally
from bot.outcome import Outcome
from bot.router import route
from handlers import HANDLERS
from knowledge.base import Base
from tests.broadcasts import broadcast
from tests.desks import EMPTY, HERE, NOW, Desk
from tests.empty_house import EmptyHouse

EDITS = Capabilities(text=4096, edit=True)
RUNNING = broadcast(5, BroadcastState.RUNNING)
HALF = Tally(pending=5000, sent=4900, blocked=100)


class Office(EmptyHouse):
    """A house with one broadcast, this far on its way."""

    def __init__(self, tally: Tally, last: Sequence[str] = (), one: Broadcast = RUNNING) -> None:
        self.found = tally
        self.last = last
        self.one = one

    async def broadcast(self, number: int) -> Broadcast | None:
        return self.one

    async def tally(self, number: int) -> Tally:
        return self.found

    async def ended(self, number: int, most: int) -> Sequence[str]:
        return self.last[:most]

    async def person(self, name: str) -> Person | None:
        return Person(name, "An", HERE, NOW)


async def looked_at(base: Base, office: Office, able: Capabilities = WORDS, talk: Talk = EMPTY) -> Outcome:
    """Returns what comes of a look at the broadcast."""
    event = Incoming(HERE, Kind.EVENT, "1", NOW, token="tbtiendo:5:1779240600")
    return await route(event, Desk(base, records=office, able={HERE.channel: able}, talk=talk), HANDLERS)


class TestWhereMessagesCanBeEdited:
    """One message tells how far it is; what is new rings."""

    async def test_it_is_written_anew_at_every_look_with_what_can_be_done(self, base: Base) -> None:
        [reply] = (await looked_at(base, Office(Tally(sent=1, pending=9)), EDITS)).replies
        assert (reply.text, reply.edits) == ("Thông báo số 5: đã xong 1/10 người (10 %).", "tbtiendo:5")
        assert [choice.label for choice in reply.choices] == ["Tạm dừng", "Huỷ thông báo"]

    async def test_it_leaves_what_is_on_the_screen(self, base: Base) -> None:
        talk = Talk(screen=(Choice("Gửi", "tb:gui:6"),))
        assert (await looked_at(base, Office(HALF), EDITS, talk)).talk is None

    async def test_at_the_end_it_says_so_and_a_new_message_rings(self, base: Base) -> None:
        told, end = (await looked_at(base, Office(Tally(sent=9, failed=1)), EDITS)).replies
        assert (told.text, told.edits, told.choices) == (
            "Thông báo số 5: đã xong 10/10 người (100 %).",
            "tbtiendo:5",
            (),
        )
        assert (end.text.splitlines()[0], end.edits) == ("Thông báo số 5 đã xong, 10 người.", "")

    async def test_when_it_pauses_by_itself_it_says_so_too(self, base: Base) -> None:
        told, alarm = (await looked_at(base, Office(HALF, ["failed"] * 50), EDITS)).replies
        assert told.text == "Thông báo số 5 đang tạm dừng: đã xong 5.000/10.000 người (50 %)."
        assert [choice.label for choice in told.choices] == ["Gửi tiếp", "Huỷ thông báo"]
        assert alarm.text.startswith("Tôi đã tạm dừng")

    async def test_the_end_names_what_the_month_had_no_room_for(self, base: Base) -> None:
        *_, end = (await looked_at(base, Office(Tally(sent=7, failed=3, over_quota=2)), EDITS)).replies
        assert end.text.splitlines()[1:] == [
            "Đã gửi: 7",
            "Lỗi, chưa gửi được: 1",
            "Hết số tin của tháng, chưa gửi: 2",
            'Sang tháng sau, đồng chí nhắn "gửi lại cho người lỗi".',
        ]


async def test_each_quarter_is_told_once(base: Base) -> None:
    told = {}
    for percent in range(100):
        office = Office(Tally(sent=percent * 100, pending=10_000 - percent * 100))
        for reply in (await looked_at(base, office)).replies:
            told.setdefault(reply.key, reply.text)
    assert told == {
        "tbtiendo:5:25": "Thông báo số 5: đã xong 2.500/10.000 người (25 %).",
        "tbtiendo:5:50": "Thông báo số 5: đã xong 5.000/10.000 người (50 %).",
        "tbtiendo:5:75": "Thông báo số 5: đã xong 7.500/10.000 người (75 %).",
    }


async def test_it_is_over_when_nothing_is_pending_or_under_way(base: Base) -> None:
    assert (await looked_at(base, Office(Tally(sent=9, leased=1)))).records == ()
    assert (await looked_at(base, Office(Tally(sent=9, pending=1)))).records == ()
    done = await looked_at(base, Office(Tally(sent=9, cancelled=1)))
    assert done.records == (replace(RUNNING, state=BroadcastState.FINISHED),)


async def test_it_pauses_by_itself_when_half_of_the_last_fifty_went_wrong(base: Base) -> None:
    last = ["failed"] * 13 + ["unknown"] * 12 + ["sent"] * 25 + ["failed"] * 25
    paused = await looked_at(base, Office(HALF, last))
    assert paused.records == (replace(RUNNING, state=BroadcastState.PAUSED),)
    [reply] = paused.replies
    assert reply.text.splitlines() == [
        "Tôi đã tạm dừng thông báo số 5.",
        "Trong 50 tin gần nhất có 25 tin lỗi hoặc chưa rõ.",
        "Đã xong 5.000/10.000 người, số còn lại đang chờ.",
        'Đồng chí xem lại rồi nhắn "gửi tiếp thông báo 5", hoặc "huỷ thông báo 5".',
    ]


@pytest.mark.parametrize("last", [["failed"] * 24 + ["sent"] * 26, ["blocked"] * 50, ["failed"] * 24])
async def test_fewer_do_not_stop_it_and_who_blocked_us_is_no_failure(base: Base, last: list[str]) -> None:
    assert (await looked_at(base, Office(HALF, last))).records == ()


@pytest.mark.parametrize("state", [state for state in BroadcastState if state is not BroadcastState.RUNNING])
async def test_one_that_does_not_run_is_left_alone(base: Base, state: BroadcastState) -> None:
    office = Office(Tally(sent=10), one=broadcast(5, state))
    assert await looked_at(base, office) == Outcome()
