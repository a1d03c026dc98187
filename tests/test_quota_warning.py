"""The office hears that a bot's month is nearly used up, and that something is too long for the rest of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.messages import Incoming, Kind
from bot.model.capabilities import Capabilities
from bot.model.person import Person
from bot.model.role import RoleKind
from handlers.quota_warning import HANDLER
from tests.desks import HERE, NOW, Desk, did
from tests.empty_house import EmptyHouse

EMPTY = Desk().talk


class Office(EmptyHouse):
    """Where one admin is, and so many messages of May were used."""

    def __init__(self, used: int) -> None:
        self._used = used

    async def holders(self, kind: RoleKind, units: Sequence[str]) -> Sequence[Person]:
        return (Person("an", "An", HERE, NOW),)

    async def used(self, channel: str, bot: str, since: datetime) -> int:
        return self._used if since.month == 5 else 1


def event(what: str) -> Incoming:
    """Returns an event about May."""
    return did(Kind.EVENT, token=f"{what}:zalo:b1:2024-05")


async def told(what: str, used: int, after: timedelta = timedelta(0)) -> list[str]:
    """Returns what the office hears when the event is handled so long after it was made."""
    able = {"zalo": Capabilities(text=2000, quota=100)}
    incoming = event(what)
    assert HANDLER.wants(incoming, EMPTY)
    desk = Desk(now=NOW + after, able=able, records=Office(used))
    outcome = await HANDLER.handle(incoming, desk)
    return [reply.text for reply in outcome.replies]


async def test_the_office_hears_how_much_is_left() -> None:
    (text,) = await told("hanmuc", 80)
    assert "đã dùng 80/100 tin trên Zalo" in text
    assert "Còn 15 tin" in text


async def test_it_hears_that_long_letters_wait_and_short_ones_go() -> None:
    (text,) = await told("hanmuc-dai", 93)
    assert "Chỉ còn 2 tin" in text
    assert "Tin dài hơn số đó tôi chưa gửi, tin ngắn vẫn gửi." in text


async def test_it_hears_the_same_of_either_once_nothing_is_left() -> None:
    (nearly,), (longer,) = await told("hanmuc", 95), await told("hanmuc-dai", 95)
    assert nearly == longer
    assert "tôi phải dừng" in nearly


async def test_of_a_month_that_is_over_nothing_is_said_the_new_one_is_hardly_used() -> None:
    for what in ("hanmuc", "hanmuc-dai"):
        assert await told(what, 80, timedelta(days=31)) == []
