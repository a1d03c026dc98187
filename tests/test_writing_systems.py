"""However Vietnamese is typed, the same words are read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fold import plain, same_form
from knowledge.normal import normal, words
from knowledge.speech import open_speech
from knowledge.syllables import is_syllable
from knowledge.telex import decoded

SPEECH = open_speech()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("huyeenj", "huyện"),
        ("huyenej", "huyện"),
        ("thoong", "thông"),
        ("dduowngf", "đường"),
        ("nguwowif", "người"),
        ("nguoiwf", "người"),
        ("truowcs", "trước"),
        ("quyeets", "quyết"),
        ("giaos", "giáo"),
        ("muaw", "mưa"),
        ("uyr", "ủy"),
        ("ddaats", "đất"),
        ("huye6n5", "huyện"),
        ("huyen65", "huyện"),
        ("d9at5", "đạt"),
        ("nguo7i2", "người"),
        ("ngu7o7i2", "người"),
        ("na8m", "năm"),
        ("nuo7c1", "nước"),
        ("bao1", "báo"),
    ],
)
def test_keyboard_leftovers_are_read_as_the_syllable_they_stand_for(typed: str, meant: str) -> None:
    assert decoded(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        "nam",
        "tam",
        "thanh",
        "xoa",
        "dan",
        "hoan",
        "quoc",
        "an",
        "email",
        "ocop",
        "camera",
        "3g",
        "4g",
        "2025",
        "kh121",
        "bhyt",
        "ccb",
    ],
)
def test_what_is_a_syllable_or_a_name_stays(word: str) -> None:
    assert decoded(word) == word


def test_the_bar_of_d_goes_with_the_marks() -> None:
    assert plain("Đại Hòa, đường Đảng") == "dai hoa, duong dang"


def test_composed_and_decomposed_letters_are_one() -> None:
    text = "Uỷ ban Mặt trận xoá nhà tạm"
    assert [word.typed for word in normal(unicodedata.normalize("NFD", text), SPEECH)] == [
        word.typed for word in normal(text, SPEECH)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("xoá", "xóa"), ("quý", "quý"), ("toàn", "toàn")],
)
def test_old_and_new_places_of_the_tone_are_one(old: str, new: str) -> None:
    assert same_form(old) == new


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khi mô nộp", "khi nao nop"),
        ("mô hình chi rứa", "mo hinh gi vay"),
        ("chi hội mần răng", "chi hoi lam sao"),
        ("chủ tịch", "chu tich"),
        ("tui gởi", "toi gui"),
    ],
)
def test_dialect_is_read_as_the_standard_language(typed: str, meant: str) -> None:
    assert " ".join(word.fold for word in words(typed, SPEECH)) == meant


@pytest.mark.parametrize("text", ["nông thôn mới", "NTM", "ntm", "noong thoon mowis", "nong6 thon6 moi71"])
def test_a_notion_is_one_word_however_it_is_written(text: str) -> None:
    assert [word.fold for word in normal(text, SPEECH)] == ["ntm"]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for word in normal(text, SPEECH):
        assert word.fold == plain(word.fold)


@given(st.text(alphabet="abcdeghiklmnopqrstuvxy", min_size=1, max_size=7))
def test_a_plain_syllable_is_never_changed(word: str) -> None:
    if is_syllable(word):
        assert decoded(word) == word
