"""How a word may be written otherwise: in short with a bar or full stop, as its neighbours show it, with i for y."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.base import Base
from knowledge.normal import words


def read(base: Base, text: str) -> str:
    """Returns the words of a text in plain letters, before notions are contracted."""
    return " ".join(word.fold for word in words(text, base.speech))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("b/c k/quả t/hiện", "bao cao ket qua thuc hien"),
        ("h/thành h.sơ", "hoan thanh ho so"),
        ("xã s/nhập", "xa sap nhap"),
        ("h/vien ng/ngheo", "hoi vien nguoi ngheo"),
        ("trước th/gian nào, đ/n trả lời", "truoc thoi gian nao de nghi tra loi"),
        ("v/bản tr/khai", "van ban trien khai"),
    ],
)
def test_a_word_whose_first_half_is_a_letter_is_the_plans_own_pair(base: Base, typed: str, meant: str) -> None:
    assert read(base, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/5", "31 5"),
        ("6.tháng", "6 thang"),
        ("hết.Ngày mai", "het ngay mai"),
        ("xã/phường", "xa phuong"),
        ("II.5.a", "ii 5 a"),
    ],
)
def test_what_only_stands_at_a_bar_or_a_full_stop_is_left_as_it_is(base: Base, typed: str, meant: str) -> None:
    assert read(base, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xã NTM NC 2025", "xa ntm nang cao 2025"),
        ("thôn NTM KM", "thon ntm kieu mau"),
        ("200 km đường hoa", "200 km duong hoa"),
        ("nc sạch", "nuoc sach"),
        ("KH vì NN", "ke hoach vi nguoi ngheo"),
        ("HS trình công nhận", "ho so trinh cong nhan"),
    ],
)
def test_a_short_form_is_what_its_neighbours_make_it(base: Base, typed: str, meant: str) -> None:
    assert read(base, typed) == meant


@pytest.mark.parametrize(
    ("typed", "plans"),
    [
        ("tỉ lệ", "tỷ lệ"),
        ("kĩ năng", "kỹ năng"),
        ("quí 1", "quý 1"),
        ("định kì", "định kỳ"),
        ("quĩ", "quỹ"),
        ("lí do", "lý do"),
    ],
)
def test_both_spellings_of_i_and_y_are_one_word(base: Base, typed: str, plans: str) -> None:
    assert [word[:2] for word in words(typed, base.speech)] == [word[:2] for word in words(plans, base.speech)]


@given(st.data())
def test_every_pair_of_the_plans_is_read_in_short_as_a_pair_that_ends_alike(base: Base, data: st.DataObject) -> None:
    second = data.draw(st.sampled_from(sorted(base.speech.pairs)))
    first, written = data.draw(st.sampled_from(list(base.speech.pairs[second])))
    short = f"{first[0]}/{written}"
    assume(first[0] in "bcdđghklmnpqrstvx" and len(written) > 1 and short not in base.speech.short)
    assert read(base, short).split()[1:] == [second]
