"""Long texts in parts, as every platform with a limit gets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.parts import ranges, units


def parts(text: str, most: int) -> tuple[str, ...]:
    """Returns the pieces of a text."""
    return tuple(text[start:end] for start, end in ranges(text, most))


SIZES = pytest.mark.parametrize("most", [4096, 2000])


@SIZES
def test_a_text_is_cut_between_paragraphs_before_sentences_before_words(most: int) -> None:
    paragraph = "Câu một. " * (most // 14)
    assert parts(f"{paragraph}\n\n{paragraph}", most) == (paragraph.rstrip(), paragraph)
    sentences = parts("Câu này khá dài nhưng vừa. " * 300, most)
    assert all(part.rstrip().endswith(".") for part in sentences)
    assert all(part.endswith("từ") for part in parts(("từ " * 3000).rstrip(), most))


@SIZES
@given(text=st.text(st.sampled_from("ab .\n🎖ờ"), max_size=300), times=st.integers(1, 60))
def test_parts_fit_and_lose_no_letter(most: int, text: str, times: int) -> None:
    whole = text * times
    pieces = parts(whole, most)
    assert all(units(piece) <= most for piece in pieces)
    assert all(pieces) or len(pieces) == 1, "no empty message goes out"
    assert "".join("".join(pieces).split()) == "".join(whole.split())


@given(st.text(st.sampled_from("ab .\n🎖"), max_size=60), st.integers(2, 9))
def test_what_lies_between_two_parts_is_white_space(text: str, most: int) -> None:
    end = 0
    for start, stop in ranges(text, most):
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@given(st.text())
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
