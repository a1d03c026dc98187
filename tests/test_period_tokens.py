"""A proposed period fits into a button and comes out of it as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.opening import Flaw, Opening
from bot.model.period import LevelDeadline, Span
from handlers.period_token import LONGEST, fits, opening_of, token, verb_of

FORMS = ("bao-cao-chung", "cuoc-van-dong", "nong-thon-moi", "vi-nguoi-ngheo")
LEVELS = ("tỉnh", "huyện", "xã", "phường", "thị trấn", "chi hội", "phân hội")
DAYS = st.dates(date(2020, 1, 1), date(2080, 1, 1))
OPENINGS = st.builds(
    Opening,
    st.sampled_from(Span),
    st.integers(2020, 2080),
    st.lists(st.sampled_from(FORMS), min_size=1, unique=True).map(tuple),
    DAYS,
    st.lists(st.builds(LevelDeadline, st.sampled_from(LEVELS), DAYS), max_size=7, unique_by=lambda one: one.level).map(
        tuple
    ),
)


@given(opening=OPENINGS)
def test_a_proposal_comes_back_as_it_was(opening: Opening) -> None:
    said = token("mo", opening)
    assert opening_of(said, FORMS, LEVELS) == opening
    assert verb_of(said) == ("mo", opening.id)
    assert len(token("han?", opening).encode()) <= LONGEST or not fits(opening)


@given(opening=OPENINGS)
def test_four_levels_fit_whatever_the_forms(opening: Opening) -> None:
    assert fits(opening) or len(opening.levels) > 3


@given(text=st.one_of(st.text(max_size=64), st.text("ky:mo-6T2026fuzhan0", max_size=64).map(lambda one: f"ky:{one}")))
def test_a_token_that_says_nothing_is_nothing(text: str) -> None:
    assert opening_of(text, FORMS, LEVELS) is None or text.count(":") == 5
    verb_of(text)


def test_a_level_that_is_gone_makes_the_button_say_nothing() -> None:
    opening = Opening(Span.HALF, 2026, FORMS[:1], date(2026, 5, 31), (LevelDeadline("huyện", date(2026, 5, 25)),))
    assert opening_of(token("mo", opening), FORMS, ("xã", "chi hội")) is None


@pytest.mark.parametrize(
    ("deadline", "level", "flaw"),
    [
        (date(2026, 5, 31), date(2026, 5, 25), None),
        (date(2026, 5, 31), date(2026, 5, 31), None),
        (date(2026, 4, 30), date(2026, 5, 25), Flaw.PAST),
        (date(2026, 5, 31), date(2026, 4, 30), Flaw.PAST),
        (date(2029, 5, 31), date(2026, 5, 25), Flaw.FAR),
        (date(2026, 5, 31), date(2026, 6, 1), Flaw.AFTER_DEADLINE),
    ],
)
def test_days_that_cannot_be_are_named(deadline: date, level: date, flaw: Flaw | None) -> None:
    opening = Opening(Span.HALF, 2026, FORMS[:1], deadline, (LevelDeadline("chi hội", level),))
    found = opening.flaw(date(2026, 5, 1))
    assert (found[0] if found else None) == flaw
