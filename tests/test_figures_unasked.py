"""A leader's figures that come unasked are told from questions: no question of the books is a report."""

import pytest

from bot.dialog.hear import hear
from bot.model.period import Span
from bot.model.talk import Talk
from bot.reading.correction import corrected
from handlers import report_in_one
from handlers.figures_told import plainly
from knowledge.fold import plain
from knowledge.form_files import load_forms
from tests.forms import known, said
from tests.question_texts import questions

FORMS = load_forms()
FIELDS = list({field.id: field for form in FORMS for field in form.asked_in(Span.HALF)}.values())
TOLD = ("nha tam hai cai", "nhà tạm hai cái", "hộ nghèo 3", "có hai hộ nghèo", "quy 3tr5", "tui có 3 hộ cận nghèo")
TALK = Talk()


def is_report(text: str) -> bool:
    """Returns whether a text is taken for nothing but figures of the forms."""
    if not report_in_one.wants(said(text), TALK):
        return False
    return plainly(hear(text, None, FIELDS, known(FORMS[0])))


@pytest.mark.parametrize("text", TOLD)
def test_figures_alone_are_a_report(text: str) -> None:
    assert is_report(text)


def test_no_question_is_a_report_or_puts_one_right() -> None:
    texts = {way for text in questions() for way in (text, plain(text))}
    assert [text for text in texts if corrected(text) is not None or is_report(text)] == []
