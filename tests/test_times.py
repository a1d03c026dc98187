"""Times are read as a careful Vietnamese reader would read them, and asked where that reader would ask."""

import unicodedata
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.reading.moment_said import said
from bot.reading.moments import VIETNAM, read_time
from bot.reading.time_read import Clear, Doubtful, TimeRead
from knowledge.fold import plain
from tests.figures.score import Verdict
from tests.noise import NOISES
from tests.times.expected import Expression, expressions
from tests.times.score import score

NOWS = st.integers(0, 12 * 365 * 24 * 3600).map(lambda passed: FIRST + timedelta(seconds=passed))
FIRST = datetime(2024, 1, 1, tzinfo=VIETNAM)
WORDS = (
    *("8", "12", "0", "24", "31", "7h", "8h30", "19:30", "07:00", "29/5", "30/2", "29/5/2026", "giờ", "phút", "tiếng"),
    *("nữa", "nửa", "rưỡi", "kém", "sáng", "trưa", "chiều", "tối", "đêm", "mai", "mốt", "nay", "hôm", "ngày", "kia"),
    *("thứ", "T6", "CN", "hai", "sáu", "năm", "tuần", "tháng", "này", "sau", "tới", "cuối", "đầu", "rằm", "mùng"),
    *("trước", "từ", "đến", "khoảng", "gửi", "ngay", "luôn", "lúc", "toi", "sang", "mot", "ngay", ",", ":", "\n", "44"),
    *("chi hội", "số", "121/KH-CCB", "0905 123 456", "cuối cùng", "của", "năm 2026", "99999", "hoặc", "-", "(", "vài"),
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.text("0123456789:/.-, hgpT\u0301\u0323sángmaiđêmtốithứ6😀٣", max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join),
)
TOLD_BY_LETTERS = ("8h sáng mại", "8h sáng thư 6", "gửi Mai lúc 20h", "gửi lúc 8h sáng: mai họp chi hội")
"""Doubtful only for an accent, a capital or a colon."""


def moments(reading: TimeRead) -> list[datetime]:
    """Returns every moment that a reading names."""
    if isinstance(reading, Clear):
        return [] if reading.now else [reading.at]
    return [choice.at for choice in reading.choices] if isinstance(reading, Doubtful) else []


@pytest.mark.parametrize("source", dict.fromkeys(one.source for one in expressions()))
def test_expressions_are_read_as_their_file_says(source: str) -> None:
    scores = [score(one) for one in expressions() if one.source == source]
    assert [(one.expression.typed, one.reading) for one in scores if one.verdict is not Verdict.RIGHT] == []


@settings(deadline=None, max_examples=400)
@given(TYPED, NOWS)
def test_whatever_is_typed_no_moment_is_past_and_each_is_a_minute_of_vietnam(text: str, now: datetime) -> None:
    reading = read_time(text, now)
    assert all(at > now for at in moments(reading))
    assert all((at.second, at.microsecond, at.utcoffset()) == (0, 0, timedelta(hours=7)) for at in moments(reading))
    if isinstance(reading, Clear) and reading.now:
        assert timedelta() <= now - reading.at < timedelta(minutes=1)


def written(at: datetime) -> list[str]:
    """Returns a moment in the ways in which people write it."""
    day = f"{at.day}/{at.month}/{at.year}"
    return [
        said(at),
        f"{at:%H:%M} {day}",
        f"{at:%H:%M} ngày {at.day}-{at.month}-{at.year}",
        f"ngày {at.day} tháng {at.month} năm {at.year} lúc {at:%H}h{at:%M}",
        f"gửi lúc {at:%H} giờ {at:%M} phút, {day} nhé",
        f"{at:%Y-%m-%d %H:%M}",
    ]


@settings(deadline=None)
@given(NOWS, st.integers(1, 60 * 24 * 300), st.integers(0, 5), st.booleans(), st.sampled_from(["NFC", "NFD"]))
def test_a_moment_that_is_written_is_read_back(now: datetime, minutes: int, way: int, accents: bool, form: str) -> None:
    at = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    assume(at > now and (way == 0 or at.hour not in (10, 11)))  # "10:30" may be in the evening
    text = written(at)[way]
    typed = unicodedata.normalize(form, text) if accents else plain(text)
    reading = read_time(typed, now)
    assert isinstance(reading, Clear), reading
    assert (reading.at, reading.say) == (at, said(at))


@pytest.mark.parametrize("form", ["NFD", "large"])
@pytest.mark.parametrize("one", expressions(), ids=lambda one: one.typed)
def test_the_form_of_letters_changes_nothing(one: Expression, form: str) -> None:
    if one.typed in TOLD_BY_LETTERS:
        pytest.skip("its letters tell what it means")
    typed = one.typed.upper() if form == "large" else unicodedata.normalize("NFD", one.typed)
    before, after = read_time(one.typed, one.now), read_time(typed, one.now)
    assert (type(before), moments(before)) == (type(after), moments(after))


@pytest.mark.parametrize("noise", ["half accents", "telex", "vni", "typos", "abbreviations", "dialect", "keywords"])
def test_however_it_is_typed_nothing_else_is_scheduled(noise: str) -> None:
    for one in expressions():
        typed = NOISES[noise](one.typed, Random(0))
        reading = read_time(typed, one.now)
        if isinstance(reading, Clear) and one.typed not in TOLD_BY_LETTERS:
            assert one.means in (reading.at, "now"), typed


def test_a_moment_is_read_back_with_its_weekday_and_in_hours_of_people() -> None:
    hours = {0: "0 giờ", 8: "8 giờ sáng", 11: "11 giờ trưa", 14: "2 giờ chiều", 19: "7 giờ tối", 23: "11 giờ đêm"}
    friday = datetime(2026, 5, 29, tzinfo=VIETNAM)
    assert {hour: said(friday + timedelta(hours=hour)) for hour in hours} == {
        hour: f"{words} thứ Sáu, 29/5/2026" for hour, words in hours.items()
    }


@pytest.mark.parametrize("one", expressions(), ids=lambda one: one.typed)
def test_without_accents_nothing_else_is_scheduled(one: Expression) -> None:
    reading = read_time(plain(one.typed), one.now)
    if isinstance(reading, Clear) and one.typed not in TOLD_BY_LETTERS:
        assert one.means in (reading.at, "now")
