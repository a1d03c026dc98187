"""The pace of one bot: no 1 s with more than thirty, replies at once, and no word before a deadline."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Address
from bot.pace import Pace, Rates
from tests.virtual_clock import START

CHATS = [Address("telegram", "1", str(number)) for number in range(50)]
BA, TU = CHATS[:2]
SECOND = timedelta(seconds=1)

steps = st.lists(
    st.tuples(
        st.sampled_from(["bulk", "bulk", "bulk", "reply", "hold", "hold chat"]),
        st.integers(0, len(CHATS) - 1),
        st.floats(0, 1.5, allow_nan=False),
    ),
    max_size=150,
)


def at(seconds: float) -> datetime:
    """Returns a time so long after the start."""
    return START + timedelta(seconds=seconds)


def bulk_at(pace: Pace, chat: Address, now: datetime, group: bool = False) -> datetime:
    """Returns when a bulk letter may go."""
    return max(pace.token_at(now), pace.chat_at(chat, group, now))


@given(steps)
def test_no_window_of_a_second_has_more_than_thirty_bulk_letters(steps: list[tuple[str, int, float]]) -> None:
    pace, now, went = Pace(), START, []
    for what, number, seconds in steps * 3:
        chat = CHATS[number]
        now += timedelta(seconds=seconds / 50)
        if what == "bulk":
            now = bulk_at(pace, chat, now)
            went.append(now)
            pace.take(chat, False, now)
        elif what == "reply":
            pace.take(chat, False, pace.reply_at(chat, now))
    assert all(later - earlier >= SECOND for earlier, later in zip(went, went[30:], strict=False))


@given(steps)
def test_nothing_goes_before_a_deadline_and_the_longest_wins(steps: list[tuple[str, int, float]]) -> None:
    pace, now = Pace(), START
    everywhere, in_chat = START, dict.fromkeys(CHATS, START)
    for what, number, seconds in steps:
        chat = CHATS[number]
        now += timedelta(seconds=seconds / 10)
        until = now + timedelta(seconds=seconds)
        if what == "hold":
            pace.hold(until)
            everywhere = max(everywhere, until)
        elif what == "hold chat":
            pace.hold(until, chat)
            in_chat[chat] = max(in_chat[chat], until)
        else:
            goes = pace.reply_at(chat, now) if what == "reply" else bulk_at(pace, chat, now)
            assert goes >= max(now, everywhere, in_chat[chat])
            if goes == now:
                pace.take(chat, False, now)


@given(steps)
def test_a_reply_goes_at_once_whatever_bulk_and_replies_went_before(steps: list[tuple[str, int, float]]) -> None:
    pace, now = Pace(), START
    for what, number, seconds in steps:
        now += timedelta(seconds=seconds / 10)
        chat = CHATS[number]
        assert pace.reply_at(chat, now) == now
        if what == "reply" or bulk_at(pace, chat, now) == now:
            pace.take(chat, False, now)


def test_bulk_goes_at_its_full_rate_without_a_burst() -> None:
    pace, now, went = Pace(), START, []
    for chat in CHATS:
        now = bulk_at(pace, chat, now)
        pace.take(chat, False, now)
        went.append(now)
    assert {later - earlier for earlier, later in pairwise(went)} == {timedelta(microseconds=33_334)}


def test_every_reply_takes_a_token_so_that_bulk_yields() -> None:
    pace = Pace()
    for _ in range(3):
        pace.take(BA, False, START)
    assert pace.token_at(START) == START + 3 * timedelta(microseconds=33_334)


def test_a_flood_of_replies_holds_bulk_for_a_second_only() -> None:
    pace = Pace()
    for _ in range(1000):
        pace.take(BA, False, START)
    assert pace.token_at(START) == at(1)


def test_a_chat_gets_bulk_a_second_after_anything_it_got() -> None:
    pace = Pace()
    pace.take(BA, False, START)
    assert pace.chat_at(BA, False, START) == at(1)
    assert pace.chat_at(TU, False, START) == START


def test_a_group_gets_twenty_in_a_minute() -> None:
    pace, now, went = Pace(), START, []
    for _ in range(45):
        now = bulk_at(pace, BA, now, group=True)
        pace.take(BA, True, now)
        went.append(now)
    assert all(later - earlier >= timedelta(minutes=1) for earlier, later in zip(went, went[20:], strict=False))
    assert Counter(moment < at(60) for moment in went)[True] == 20


def test_the_rates_are_settings() -> None:
    pace = Pace(Rates(bulk=0.5, chat=float("inf"), group=float("inf")))
    pace.take(BA, True, START)
    assert pace.token_at(START) == at(2)
    assert pace.chat_at(BA, True, START) == START


def test_only_the_last_minute_is_remembered() -> None:
    pace = Pace()
    for number in range(10_000):
        pace.take(Address("telegram", "1", str(number)), True, at(number / 30))
    assert len(pace._last) < 30 * 130
    assert len(pace._groups) < 30 * 130
