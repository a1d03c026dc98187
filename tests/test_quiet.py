"""The quiet hours: whoever waits for their end waits as short as possible, and speaks outside them."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.model.quiet import Quiet
from bot.stories.lines import ZONE

times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.replace(tzinfo=ZONE))  # noqa: DTZ001 (hypothesis wants bounds without a zone)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    """Returns a time in May 2026."""
    return datetime(2026, 5, day, hour, minute, tzinfo=ZONE)


def test_the_night_ends_at_six_and_begins_at_nine() -> None:
    quiet = Quiet()
    assert quiet.until(at(20, 59)) == at(20, 59)
    assert quiet.until(at(21)) == at(6, day=21)
    assert quiet.until(at(0, 30)) == at(6)
    assert quiet.until(at(6)) == at(6)


def test_a_rest_at_noon_ends_on_the_same_day() -> None:
    assert Quiet(time(12), time(14)).until(at(13)) == at(14)


@given(times, times, moments)
def test_it_ends_within_a_day_and_then_it_is_quiet_no_more(start: time, end: time, moment: datetime) -> None:
    quiet = Quiet(start, end)
    until = quiet.until(moment)
    assert moment <= until < moment + timedelta(days=1)
    assert quiet.until(until) == until
    assert until == moment or until.timetz().replace(tzinfo=None) == end
