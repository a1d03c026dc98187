"""The form engine, whatever is answered."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialog.advance import advance, begin
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Progress, Stage
from bot.dialog.turn import End, Turn
from bot.messages import Incoming
from bot.model.figure import Given, Value
from bot.model.period import Span
from bot.reading.kind import FigureKind
from bot.store.progress_json import progress_from_json, progress_to_json
from knowledge.form_files import load_forms
from tests.forms import known, press, said, start

FORMS = load_forms()
SPANS = (Span.HALF, Span.YEAR)

WRONG = (
    "-3",
    "0905123456",
    "20/5/2026",
    "năm 2026",
    "hơn 20",
    "10-12",
    "100%",
    "vài ba",
    "O",
    "121/KH-CCB",
    "😀😀",
    "ơ kìa",
    "x" * 4096,
)
"""Answers that no careful reader would store as a figure."""

TYPED = (
    *WRONG,
    *("5", "không có", "3tr5", "2 sào", "12 hộ", "mười lăm", "chưa có", "chưa biết", "như kỳ trước", "1.500", "0"),
    *("quay lại", "bỏ qua", "sửa 3", "sửa quỹ 3tr5", "xem lại", "để sau", "huỷ", "tại sao hỏi", "gửi", "đúng", "không"),
    *("a", "b", "nghèo 5, cận nghèo 3, quỹ 3tr5", "tên mô hình: Đường hoa", "sửa", "sửa 99", "2 nhà, 1 xây 1 sửa", "?"),
)


def step(form: Form, progress: Progress, incoming: Incoming, told: Known) -> Turn:
    """Returns the turn that a message comes to, read or not."""
    stepped = advance(form, progress, incoming, told)
    return stepped if isinstance(stepped, Turn) else stepped.unread


def fits(field: Field, value: Value) -> bool:
    """Returns whether a value is of the field's kind."""
    match field.kind:
        case FigureKind.COUNT | FigureKind.MONEY:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case FigureKind.MEASURE:
            return isinstance(value, int | Decimal) and not isinstance(value, bool) and value >= 0
        case FigureKind.YES_NO:
            return isinstance(value, bool)
        case FigureKind.TEXT | FigureKind.CHOICE:
            return isinstance(value, str) and len(value) <= (field.longest or 200)


def sound(form: Form, before: Progress, after: Progress) -> None:
    """Asserts that nothing was lost, and that nothing stands in a field that does not belong there."""
    assert {figure.field for figure in before.figures} <= {figure.field for figure in after.figures}
    for figure in after.figures:
        field = form.field(figure.field)
        assert field is not None
        assert figure.given is not Given.VALUE or fits(field, figure.value)
    assert progress_from_json(progress_to_json(after), after.key) == after


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_is_answered_nothing_is_lost_and_nothing_wrong_is_stored(data: st.DataObject) -> None:
    form, span = data.draw(st.sampled_from(FORMS)), data.draw(st.sampled_from(SPANS))
    told = known(form, span, before=data.draw(st.booleans()))
    turn = begin(form, start(form), told)
    for _ in range(data.draw(st.integers(1, 25))):
        tokens = [choice.token for choice in turn.choices] or ["r:run1:0:skip"]
        word = st.one_of(st.sampled_from(TYPED), st.text(max_size=60), st.from_regex(r"[0-9.,]{1,9} ?(tr|k|hộ|km|ha)?"))
        answer = data.draw(st.one_of(word.map(said), st.sampled_from(tokens).map(press)))
        after = step(form, turn.progress, answer, told)
        sound(form, turn.progress, after.progress)
        if after.end is not None:
            assert after.end is not End.SUBMITTED or turn.progress.stage in (Stage.REVIEW, Stage.REASON)
            return
        assert after.text
        turn = after


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("span", SPANS)
def test_no_field_of_any_form_stores_a_wrong_answer(form: Form, span: Span) -> None:
    told = known(form, span)
    turn = begin(form, start(form), told)
    for field in form.asked_in(span):
        assert turn.progress.at == field.id
        if field.kind is not FigureKind.TEXT:
            for wrong in WRONG:
                after = step(form, turn.progress, said(wrong), told)
                assert after.progress.figure(field.id) is None, wrong
        turn = step(form, turn.progress, said("bỏ qua"), told)
    assert turn.progress.stage is Stage.REVIEW


def test_an_old_button_changes_nothing() -> None:
    form = FORMS[0]
    told = known(form)
    first = begin(form, start(form), told)
    second = step(form, first.progress, said("2"), told)
    for choice in first.choices:
        after = step(form, second.progress, press(choice.token), told)
        assert after.progress.figures == second.progress.figures
        assert "câu trước" in after.text
