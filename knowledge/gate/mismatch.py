"""Whether an answer speaks of what the question names: its year, its province, its standard, the inside of its document.

A fact can hold every word of a question and be of another year or province. What is not of the question's own frame is
declined: the tables of plans hold one year, one province and one standard each, and an asker wants his own.
"""

from collections.abc import Callable, Sequence

from knowledge.facts import Fact
from knowledge.gate.counts import how_often, of_today, other_unit, ranked
from knowledge.gate.documents import another_plans_report, another_term, inside_document
from knowledge.gate.listed_names import no_venue, unnamed_place
from knowledge.gate.named_things import another_name, another_task, no_prize, own_papers
from knowledge.gate.places import (
    another_district,
    another_province,
    another_standard,
    of_the_province,
    shared_out,
    to_the_centre,
)
from knowledge.gate.reasons import no_cause, no_meaning
from knowledge.gate.times import no_hour
from knowledge.gate.years import another_year, year_of_letter, year_of_no_plan, yearly_target
from knowledge.query import Query


def mismatch(query: Query, whole: Query, body: str, facts: Sequence[Fact]) -> str | None:
    """Returns what the answer has another one of than the question, in the words of a decline; None when all agrees.

    ``whole`` is the letter that the question stands in: it names what its last clause leaves out.
    """
    missing = next((what for what, differs in _MISMATCHES if differs(query, body, facts)), None)
    return missing or next((what for what, differs in _OF_LETTERS if differs(whole, body, facts)), None)


_MISMATCHES: tuple[tuple[str, Callable[[Query, str, Sequence[Fact]], bool]], ...] = (
    ("điều đó cho năm ấy", another_year),
    ("điều đó cho năm ấy", year_of_no_plan),
    ("chỉ tiêu giảm hộ nghèo của năm ấy", yearly_target),
    ("điều đó cho nơi ấy", another_province),
    ("việc báo cáo lên Trung ương", to_the_centre),
    ("hạn báo cáo ấy", another_plans_report),
    ("con số của từng nơi", shared_out),
    ("con số của từng nơi", of_the_province),
    ("con số hiện nay", of_today),
    ("mức chuẩn ấy cho nơi này", another_standard),
    ("nội dung bên trong của văn bản ấy", inside_document),
    ("khóa ấy", another_term),
    ("mấy giờ", no_hour),
    ("ở chỗ nào", no_venue),
    ("tên nơi ấy", unnamed_place),
    ("xếp hạng ấy", ranked),
    ("việc sửa giấy tờ", own_papers),
    ("con số ấy", other_unit),
    ("số lần ấy", how_often),
    ("giải thưởng ấy", no_prize),
    ("vì sao gọi như thế", no_meaning),
    ("việc ấy cho hội, đoàn thể này", another_task),
)
"""What may differ, in the words of a decline, and how that is seen."""

_OF_LETTERS: tuple[tuple[str, Callable[[Query, str, Sequence[Fact]], bool]], ...] = (
    ("điều đó cho năm ấy", year_of_letter),
    ("nguyên nhân", no_cause),
    ("điều đó cho nơi ấy", another_district),
    ("điều đó", another_name),
)
"""The same of what a letter names before or behind its question."""
