"""Figures are read as a careful Vietnamese reader would read them, and asked where that reader would ask."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.answer import read
from bot.reading.asked import Asked
from bot.reading.kind import FigureKind
from bot.reading.literal import Shape, read_literal
from bot.reading.reader import read_answer
from bot.reading.readings import Doubt, Later, NotAFigure, SameAsBefore, Several, Single, Value, Words
from bot.reading.several import several
from bot.reading.shown import shown_in
from bot.reading.spelled import spelled, spelled_in
from knowledge.fields import load_fields
from knowledge.fold import plain
from tests.figures.expected import Expression, expressions
from tests.figures.score import Verdict, score
from tests.figures.section_j import examples
from tests.shared import needs_shared

FIELDS = {field.id: field.asked() for field in load_fields()}
NUMBERS = [field for field in FIELDS.values() if field.kind.is_number]
MONEY = Asked("money", FigureKind.MONEY, "đồng", Decimal(0), Decimal(10**13))
TREES = Asked("trees", FigureKind.COUNT, "cây", Decimal(0), Decimal(10**6))
ROAD = Asked("road", FigureKind.MEASURE, "km", Decimal(0), Decimal(10**6))
TYPED = st.one_of(
    st.text(max_size=60),
    st.text("0123456789.,-/ ktrđm²hộnghèo năm ba tư trăm triệu không%+x()\n:;?ôOlI½٣\u0301😀", max_size=40),
    st.lists(
        st.sampled_from(
            [
                *("3", "5,5", "1.500", "tr", "triệu", "rưỡi", "năm", "hộ", "nhà", "nghèo", "cận", "quỹ", "km", "sào"),
                *("khoảng", "hơn", "không", "chưa", "và", ",", "mỗi", "x"),
            ]
        ),
        max_size=12,
    ).map(" ".join),
)


def value_of(reading: Single) -> Decimal:
    """Returns the value of a reading that must be one."""
    assert isinstance(reading, Value), reading
    return reading.value


@pytest.mark.parametrize("expression", expressions(), ids=lambda one: f"{one.source}: {one.typed}")
def test_an_expression_is_read_as_its_file_says(expression: Expression) -> None:
    scored = score(expression, FIELDS)
    assert scored.verdict is Verdict.RIGHT, scored.reading


@needs_shared
def test_every_example_of_section_j_is_read_as_it_says() -> None:
    rows = examples()
    assert len(rows) == 72
    scores = [score(one, FIELDS) for row in rows for one in row]
    assert [(one.expression.typed, one.reading) for one in scores if one.verdict is not Verdict.RIGHT] == []


@given(st.integers(0, 10**12), st.booleans())
def test_a_number_that_is_spelled_is_read_back(number: int, accents: bool) -> None:
    said = spelled_in(number, "đồng")
    reading = read_answer(said if accents else plain(said), MONEY)
    if 0 < number < 10_000:
        assert isinstance(reading, Doubt)  # so little money is asked about
    else:
        assert value_of(reading) == number


@given(st.integers(0, 10**6 - 1), st.booleans())
def test_a_count_that_is_spelled_is_read_back(number: int, accents: bool) -> None:
    said = spelled(number)
    assert value_of(read_answer(said if accents else plain(said), TREES)) == number


@given(st.decimals(0, 100_000, places=3))
def test_a_measure_that_is_spelled_is_read_back(number: Decimal) -> None:
    assert value_of(read_answer(spelled_in(number, "km"), ROAD)) == number


@given(st.integers(10_000, 10**12))
def test_money_that_is_shown_is_read_back(number: int) -> None:
    assert value_of(read_answer(shown_in(number, "đồng"), MONEY)) == number


@settings(max_examples=150)
@given(TYPED, st.sampled_from(list(FIELDS.values())), st.booleans())
def test_whatever_is_typed_is_something_and_a_value_is_of_the_fields_kind(
    typed: str, asked: Asked, alone: bool
) -> None:
    reading = read(typed, asked, () if alone else tuple(FIELDS.values()))
    readings = reading.values if isinstance(reading, Several) else ((asked.key, reading),)
    for key, one in readings:
        if isinstance(one, Value):
            assert one.value >= 0
            assert one.value == int(one.value) or FIELDS[key].kind is FigureKind.MEASURE
            assert one.say
            assert one.why or not one.confirm
        if isinstance(one, Doubt):
            assert one.why
            assert all(option.value >= 0 for option in one.options)


@given(TYPED, st.sampled_from(NUMBERS))
def test_a_text_is_read_alike_in_nfc_and_nfd(typed: str, asked: Asked) -> None:
    composed, apart = unicodedata.normalize("NFC", typed), unicodedata.normalize("NFD", typed)
    assert read_answer(composed, asked) == read_answer(apart, asked)


@pytest.mark.parametrize("part", ["ba ", "1 ", "nghèo 5, ", "1.", "(", "a", "không ", "năm trăm ", "1. 5 ", "x1", "🇻🇳"])
def test_a_text_of_4096_characters_is_read_in_a_moment(part: str) -> None:
    text = (part * 4096)[:4096]
    assert not isinstance(read(text, FIELDS["ho_ccb_ngheo"], tuple(FIELDS.values())), Value)
    several(text, tuple(FIELDS.values()))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Decimal(21), "hai mươi mốt"),
        (Decimal(105), "một trăm linh năm"),
        (Decimal(3_500_000), "ba triệu năm trăm nghìn"),
        (Decimal(2_000_300), "hai triệu không nghìn ba trăm"),
        (Decimal(10**12), "một nghìn tỷ"),
        (Decimal("2.5"), "hai phẩy năm"),
        (Decimal("0.05"), "không phẩy không năm"),
    ],
)
def test_a_number_is_spelled_as_it_is_said(number: Decimal, words: str) -> None:
    assert spelled(number) == words


def test_a_conversion_is_shown() -> None:
    reading = read_answer("800m", FIELDS["duong_hoa_km"])
    assert isinstance(reading, Value)
    assert (reading.how, reading.say) == ("800 m = 0,8 km", "không phẩy tám ki-lô-mét")


def test_a_value_outside_the_range_stays_and_is_to_be_confirmed() -> None:
    reading = read_answer("12 hộ", FIELDS["ho_ccb_ngheo"])
    assert isinstance(reading, Value)
    assert (reading.value, reading.confirm, reading.why) == (12, True, "12 hộ khác mức thường gặp. Đồng chí chắc chưa?")


def test_the_value_of_the_last_period_comes_with_as_before() -> None:
    asked = load_fields()[0].asked(previous=Decimal(3))
    assert read_answer("như kỳ trước", asked) == SameAsBefore(Decimal(3))


def test_a_question_is_no_figure() -> None:
    assert read_answer("nhà tạm là nhà như thế nào vậy?", FIELDS["nha_tam_con"]) == NotAFigure()
    assert read_answer("chào đồng chí", FIELDS["nha_tam_con"]) == NotAFigure()


def test_not_known_yet_is_not_nought() -> None:
    assert read_answer("chưa biết", FIELDS["nha_tam_con"]) == Later()
    assert value_of(read_answer("không có", FIELDS["nha_tam_con"])) == 0


def test_a_text_field_takes_the_text_as_it_stands() -> None:
    assert read("Mong hỗ trợ vốn, 2 hộ.", FIELDS["kien_nghi"]) == Words("Mong hỗ trợ vốn, 2 hộ.")


def test_a_figure_that_is_given_to_another_field_is_not_taken_for_the_one_that_is_asked() -> None:
    reading = read("nhà tạm 2", FIELDS["ho_phan_loai_rac"], tuple(FIELDS.values()))
    assert isinstance(reading, Doubt)
    assert "nha_tam_con" in {option.key for option in reading.options}


def test_what_is_not_understood_in_a_report_is_kept() -> None:
    found = several("nghèo 5, giun dế 7", tuple(FIELDS.values()))
    assert ([key for key, _ in found.values], found.rest) == (["ho_ccb_ngheo"], ("giun dế 7",))


@pytest.mark.parametrize(
    ("text", "value", "shape"),
    [
        ("1.500", Decimal(1500), Shape.GROUP),
        ("1.5", Decimal("1.5"), Shape.DECIMAL),
        ("1,500,000", Decimal(1_500_000), Shape.GROUPS),
        ("1.500.000,5", Decimal("1500000.5"), Shape.GROUPS),
        ("1 500 000", Decimal(1_500_000), Shape.GROUPS),
        ("0.500", Decimal("0.5"), Shape.DECIMAL),
        ("1,500", Decimal("1.5"), Shape.COMMA),
        ("0905123456", Decimal(905123456), Shape.PADDED),
        ("31.5.2024", Decimal(0), Shape.BROKEN),
    ],
)
def test_dots_commas_and_blanks_are_read_by_the_rule(text: str, value: Decimal, shape: Shape) -> None:
    literal = read_literal(text)
    assert (literal.value, literal.shape) == (value, shape)
