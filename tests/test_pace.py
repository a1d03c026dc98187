"""The pace of one bot: no second with more than thirty, replies first, and no word before a deadline."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Address
from bot.pace import EVENLY, Pace, Rates
from tests.virtual_clock import START

CHATS = [Address("telegram", "1", str(number)) for number in range(50)]
BA, TU = CHATS[:2]
SECOND = timedelta(seconds=1)
GAP = timedelta(microseconds=33_667)

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
def test_no_second_with_bulk_has_more_than_thirty_letters_as_long_as_replies_are_few(
    steps: list[tuple[str, int, float]],
) -> None:
    pace, now, went = Pace(), START, []
    for what, number, seconds in steps * 3:
        chat = CHATS[number]
        now += timedelta(seconds=seconds / 50)
        if what == "bulk":
            now = bulk_at(pace, chat, now)
        goes = now if what == "bulk" else pace.reply_at(chat, now)
        if what in ("bulk", "reply"):
            went.append((goes, what))
            pace.take(chat, goes, bulk=what == "bulk")
    went.sort()
    for first, last in zip(went, went[30:], strict=False):
        second = [what for goes, what in went if first[0] <= goes <= last[0]]
        assert last[0] - first[0] >= SECOND or "bulk" not in second[-30:] or second.count("reply") > 15


@given(steps)
def test_no_window_of_a_second_has_more_than_thirty_bulk_letters(steps: list[tuple[str, int, float]]) -> None:
    pace, now, went = Pace(), START, []
    for what, number, seconds in steps * 3:
        chat = CHATS[number]
        now += timedelta(seconds=seconds / 50)
        if what == "bulk":
            now = bulk_at(pace, chat, now)
            went.append(now)
            pace.take(chat, now, bulk=True)
        elif what == "reply":
            pace.take(chat, pace.reply_at(chat, now), bulk=False)
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
                pace.take(chat, now, bulk=what == "bulk")


@given(steps)
def test_a_reply_goes_at_once_where_there_is_no_bulk(steps: list[tuple[str, int, float]]) -> None:
    pace, now = Pace(), START
    for _, number, seconds in steps:
        now += timedelta(seconds=seconds / 100)
        assert pace.reply_at(CHATS[number], now) == now
        pace.take(CHATS[number], now, bulk=False)


@given(steps)
def test_a_reply_waits_at_most_until_bulk_is_out_of_the_way(steps: list[tuple[str, int, float]]) -> None:
    pace, now, bulk = Pace(), START, START - 2 * SECOND
    for what, number, seconds in steps * 3:
        now += timedelta(seconds=seconds / 100)
        chat = CHATS[number]
        if what == "bulk":
            bulk = now = bulk_at(pace, chat, now)
        goes = now if what == "bulk" else pace.reply_at(chat, now)
        assert goes <= max(now, bulk + timedelta(seconds=1.021))
        pace.take(chat, goes, bulk=what == "bulk")


def test_while_bulk_fills_the_second_a_reply_takes_the_next_place_and_bulk_yields() -> None:
    pace, now = Pace(), START
    for chat in CHATS[:30]:
        now = bulk_at(pace, chat, now)
        pace.take(chat, now, bulk=True)
    reply = pace.reply_at(CHATS[40], now)
    assert timedelta(0) < reply - now <= timedelta(seconds=0.035)
    pace.take(CHATS[40], reply, bulk=False)
    assert pace.token_at(now) >= reply + timedelta(seconds=0.03)
    assert pace.reply_at(CHATS[41], now) > reply


def test_a_reply_goes_a_second_after_bulk_to_the_same_chat_and_at_once_to_any_other() -> None:
    pace = Pace()
    pace.take(BA, START, bulk=True)
    assert pace.free_at(BA, at(0.1)) == at(1.02)
    assert pace.free_at(TU, at(0.1)) == at(0.1)
    pace.take(BA, at(2), bulk=False)
    assert pace.free_at(BA, at(2)) == at(2)


def test_bulk_goes_evenly_a_little_slower_than_its_rate() -> None:
    pace, now, went = Pace(), START, []
    for chat in CHATS:
        now = bulk_at(pace, chat, now)
        pace.take(chat, now, bulk=True)
        went.append(now)
    assert {later - earlier for earlier, later in pairwise(went)} == {GAP}


def test_a_loop_that_wakes_up_late_catches_up_with_one_letter_at_most() -> None:
    pace, now, went = Pace(), START, []
    for chat in CHATS:
        now = bulk_at(pace, chat, now) + timedelta(milliseconds=5)
        pace.take(chat, now, bulk=True)
        went.append(now)
    assert went[-1] - went[0] < 49 * GAP + timedelta(milliseconds=10)
    later = now + timedelta(seconds=3)
    pace.take(BA, later, bulk=True)
    assert pace.token_at(later) == later + GAP


def test_what_the_platform_saw_late_counts_from_then() -> None:
    pace, now = Pace(), START
    for chat in CHATS[:29]:
        now = bulk_at(pace, chat, now)
        pace.take(chat, now, bulk=True)
        pace.arrived(now, now + timedelta(milliseconds=3))
    now = late = bulk_at(pace, CHATS[29], now)
    pace.take(CHATS[29], now, bulk=True)
    pace.arrived(now, now + timedelta(milliseconds=43))
    for number in range(30):
        now = max(now, pace.token_at(now))
        pace.take(CHATS[number], now, bulk=True)
    assert now >= late + timedelta(seconds=1.035)


def test_every_reply_takes_a_token_so_that_bulk_yields() -> None:
    pace = Pace()
    for _ in range(3):
        pace.take(BA, START, bulk=False)
    assert pace.token_at(START) == START + 3 * GAP


def test_a_flood_of_replies_holds_bulk_for_a_second_only() -> None:
    pace = Pace()
    for _ in range(1000):
        pace.take(BA, START, bulk=False)
    assert at(1) <= pace.token_at(START) < at(1.03)


def test_a_chat_gets_bulk_a_second_after_anything_it_got() -> None:
    pace = Pace()
    pace.take(BA, START, bulk=False)
    assert pace.chat_at(BA, False, START) == at(1.02)
    assert pace.chat_at(TU, False, START) == START


def test_a_group_gets_twenty_in_a_minute() -> None:
    pace, now, went = Pace(), START, []
    for _ in range(45):
        now = bulk_at(pace, BA, now, group=True)
        pace.take(BA, now, bulk=True, group=True)
        went.append(now)
    assert all(later - earlier >= timedelta(minutes=1) for earlier, later in zip(went, went[20:], strict=False))
    assert Counter(moment < at(60) for moment in went)[True] == 20


def test_the_rates_are_settings() -> None:
    pace = Pace(Rates(bulk=0.5, chat=float("inf"), group=float("inf")))
    pace.take(BA, START, bulk=True, group=True)
    assert pace.token_at(START) == at(2 * EVENLY)
    assert pace.chat_at(BA, True, START) == START


def test_only_the_last_minute_is_remembered() -> None:
    pace = Pace()
    for number in range(10_000):
        pace.take(Address("telegram", "1", str(number)), at(number / 30), bulk=True, group=True)
    assert len(pace._last) < 30 * 130
    assert len(pace._groups) < 30 * 130
