"""Sentences about reporting periods are read as a careful reader would, and nothing else is taken for one."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.period import Span
from bot.reading.period import coming, deed, wish
from bot.reading.period_wish import Deed, Wish
from knowledge.form_files import load_forms

TODAY = date(2026, 5, 1)
LEVELS = ("tỉnh", "huyện", "xã", "chi hội")
FORMS = {form.id: form.names for form in load_forms()}
FILE = Path(__file__).parent / "periods" / "sentences.txt"
QUESTIONS = sorted((Path(__file__).parent / "questions").glob("*.txt"))


def sentences() -> list[tuple[str, str]]:
    """Returns each sentence of the file with what is read of it."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if " => " in line and line[0] != "#"]
    return [(sentence, read) for sentence, _, read in (line.partition(" => ") for line in lines)]


def shown(found: Wish | None) -> str:
    """Returns a wish as the file writes it: "-" for what was not said and stands before something that was."""
    if found is None:
        return "nothing"
    said = [found.span.value if found.span else "-", str(found.year or "-"), str(found.deadline or "-")]
    rest = [f"{one.level}={one.day}" for one in found.levels] + [f"form={form}" for form in found.forms]
    rest += [f"doubt={found.doubt.name}"] if found.doubt else []
    while said and said[-1] == "-" and not (rest and len(said) < 3):
        if rest:
            break
        said.pop()
    return " ".join([found.deed.value, *said, *rest])


@pytest.mark.parametrize(("sentence", "read"), sentences())
def test_a_sentence_is_read(sentence: str, read: str) -> None:
    assert shown(wish(sentence, TODAY, LEVELS, FORMS)) == read


@pytest.mark.parametrize(
    ("span", "today", "year"),
    [
        (Span.HALF, date(2026, 1, 1), 2026),
        (Span.HALF, date(2026, 8, 30), 2026),
        (Span.HALF, date(2026, 11, 24), 2027),
        (Span.YEAR, date(2026, 11, 24), 2026),
        (Span.YEAR, date(2027, 1, 10), 2027),
        (Span.QUARTER4, date(2027, 1, 10), 2026),
        (Span.QUARTER1, date(2026, 11, 24), 2027),
        (Span.NINE, date(2026, 11, 24), 2026),
    ],
)
def test_a_year_left_out_is_the_coming_one(span: Span, today: date, year: int) -> None:
    assert coming(span, today, ()) == year


@pytest.mark.parametrize(
    ("sentence", "today", "year", "deadline"),
    [
        ("mở kỳ báo cáo năm, hạn 15/1", date(2027, 1, 10), 2026, date(2027, 1, 15)),
        ("mở kỳ 6 tháng, hạn 31/5", date(2026, 6, 1), 2026, date(2026, 5, 31)),
        ("mở kỳ 6 tháng 2026, hạn 31/5", date(2026, 6, 1), 2026, date(2026, 5, 31)),
        ("mở kỳ 6 tháng, hạn 31/5", date(2026, 11, 24), 2027, date(2027, 5, 31)),
        ("mở kỳ cả năm, hạn 30/11", date(2026, 11, 24), 2026, date(2026, 11, 30)),
    ],
)
def test_the_days_tell_which_year_is_meant(sentence: str, today: date, year: int, deadline: date) -> None:
    found = wish(sentence, today, LEVELS, FORMS)
    assert found is not None
    assert (found.year, found.deadline) == (year, deadline)


def test_no_question_to_the_knowledge_is_taken_for_a_period() -> None:
    asked = [
        line.lstrip("!~ ").strip()
        for path in QUESTIONS
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert len(asked) > 500
    assert [text for text in asked if deed(text) not in (None, Deed.LIST)] == []


_SAID = (
    "mở đóng gia hạn kỳ báo cáo 6 tháng 9 quý 1 IV năm 2026 2027 31/5 31/2 0/0 99/99/99 5-6 31.5.2026 trước chi hội"
    " xã và , ; ( ) từ đến ngày hết cuối thứ hai chủ nông thôn mới 121 chung hạn ky mowr 00 ²/³ ٣/٤ \n"
)
_WORDS = st.sampled_from(_SAID.split(" "))


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=20).map(" ".join)), today=st.dates())
def test_no_text_breaks_the_reader(text: str, today: date) -> None:
    if 2 < today.year < 9990:
        wish(f"mở kỳ {text}", today, LEVELS, FORMS)
        wish(text, today, LEVELS, FORMS)
        wish(text, today, (), {})


def test_a_long_text_is_no_sentence_about_a_period() -> None:
    assert deed("mở kỳ báo cáo 6 tháng " * 200) is None
