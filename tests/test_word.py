"""The Word report of a period: what it says, and that nothing typed and no wrong template breaks it."""

import re
import zipfile
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from bot.errors import BrokenPlanFileError, BrokenTemplateError
from bot.model.period import Period, Span
from bot.reports.composing import NAMED, composed
from bot.reports.paper import Annex, Entry, Paper, Part, Remarks, Result, Row, Said
from bot.reports.word import word
from knowledge.fields import load_fields
from knowledge.sentences import with_sentences
from tests.books import FORMS, MADE, NASTY, crooked, every_report, every_rule, held, report
from tests.office_suite import converted, needs_office

TEMPLATES = Path(__file__).parents[1] / "knowledge" / "templates"
TEMPLATE = (TEMPLATES / "bao-cao.docx").read_bytes()
BEFORE = Period("N-2025", "năm 2025", Span.YEAR, 2025, ("moi",), date(2025, 10, 31), (), MADE, "an")


def said(content: bytes) -> list[str]:
    """Returns the paragraphs of a file, those of its tables after the others."""
    document = Document(BytesIO(content))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *tables]


def edited(old: str, new: str) -> bytes:
    """Returns the template with other words in it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as given, zipfile.ZipFile(out, "w") as made:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            made.writestr(entry, content)
    return out.getvalue()


def test_figures_are_told_in_sentences_with_money_in_words() -> None:
    told = said(word(crooked(every_report(), [every_rule()]), TEMPLATE))
    assert "- Toàn tỉnh hiện còn 6 hộ hội viên Cựu chiến binh nghèo; theo 4 báo cáo." in told
    money = "127.700.000 đồng (một trăm hai mươi bảy triệu bảy trăm nghìn đồng)"
    assert f'- Đã vận động ủng hộ Quỹ "Vì người nghèo" {money}; theo 3 báo cáo.' in told
    assert "- Toàn tỉnh có 3 đơn vị đã đăng ký phần việc, chỉ tiêu năm; theo 4 báo cáo." in told
    assert "- Toàn tỉnh có thu nhập bình quân của hội viên 41,82 triệu đồng/người/năm; theo 4 báo cáo." in told


def test_what_comes_first_is_of_how_many_reports_the_figures_are() -> None:
    paper = composed(crooked(every_report(), [every_rule()]))
    assert paper.turnout == (
        "Đến ngày 28/5/2026 có 5/7 đơn vị đã nộp báo cáo (71%).",
        "Số liệu dưới đây tổng hợp từ 5 báo cáo đã nộp; chưa gồm số của đơn vị chưa nộp.",
        "Còn 2 đơn vị chưa nộp xong: Chi hội cơ quan, Hội xã Ba.",
    )


def test_the_period_before_is_compared_where_both_can_be() -> None:
    earlier = (held("c1", "moi", {"ho_ccb_ngheo": 9, "quy_vnn_tien": 100_000, "co_dang_ky": True}),)
    one_report = [report("c1", {"ho_ccb_ngheo": 2, "quy_vnn_tien": 500_000}, "moi")]
    (result,) = composed(crooked(one_report, [every_rule()], before=(BEFORE, earlier))).results
    sentences = [one for part in result.parts for one in part.sentences]
    assert "so với năm 2025 (9 hộ) giảm 7 hộ" in sentences[0]
    assert "so với năm 2025 (100.000 đồng) tăng 400.000 đồng" in sentences[1]
    half = replace(BEFORE, span=Span.HALF)
    (result,) = composed(crooked(one_report, [every_rule()], before=(half, earlier))).results
    sentences = [one for part in result.parts for one in part.sentences]
    assert "giảm 7 hộ" in sentences[0]
    assert "so với" not in sentences[1]


def test_sums_of_unlike_numbers_of_reports_are_not_said_to_grow_or_fall() -> None:
    earlier = (held("c1", "moi", {"ho_ccb_ngheo": 9}),)
    (result,) = composed(crooked(every_report(), [every_rule()], before=(BEFORE, earlier))).results
    assert "nghèo; năm 2025 là 9 hộ, theo 1 báo cáo" in result.parts[0].sentences[0]
    assert "giảm" not in result.parts[0].sentences[0]


def test_what_nobody_gave_is_said_and_never_nought() -> None:
    book = crooked([report("c1", {"ho_ccb_ngheo": 0}, "moi")], [every_rule()])
    paper = composed(book)
    assert paper.results[0].parts[0].sentences == ("Toàn tỉnh hiện còn 0 hộ hội viên Cựu chiến binh nghèo.",)
    assert paper.results[0].silent == "Quỹ Vì người nghèo, Đường hoa, Thu nhập BQ, Đất hiến, Đã đăng ký"
    assert [row.total for row in paper.rows] == ["0", *["chưa có số liệu"] * 5]
    assert paper.remarks[0].said == ()


def test_every_figure_of_every_form_is_in_the_table_and_in_a_sentence() -> None:
    for form in FORMS:
        values = {field.id: 1 for field in form.fields if field.kind.is_number}
        (result,) = composed(crooked([report("c1", values, form.id)], [form])).results
        assert sum(len(part.sentences) for part in result.parts) == len(values)
        assert result.silent == ""


def test_models_and_petitions_stand_with_their_unit() -> None:
    told = said(word(crooked(every_report(), [every_rule()]), TEMPLATE))
    assert "- Chi hội cũ (Hội xã Một): Xin thêm cây giống" in told
    assert f"- Chi hội 1 (Hội xã Hai): {NASTY[0]}" in told


@pytest.mark.parametrize("typed", NASTY)
def test_what_people_typed_stays_text(typed: str) -> None:
    told = "\n".join(said(word(crooked([report("c1", {"kien_nghi": typed}, "moi")], [every_rule()]), TEMPLATE)))
    assert typed.replace("\x01", "").replace("\ufffe", "").strip() in told


def test_long_lists_are_cut_and_stand_whole_in_an_annex() -> None:
    book = crooked(every_report(), [every_rule()])
    many = tuple(replace(line, unit=replace(line.unit, name=f"{line.unit.name} {number}")) for number in range(30)
                 for line in book.roll.lines[-1:])  # fmt: skip
    paper = composed(replace(book, roll=replace(book.roll, lines=many)))
    assert f"và {30 - NAMED} đơn vị khác (xem phụ lục)" in paper.turnout[-1]
    (annex,) = paper.annexes
    assert len(annex.entries) == 30
    assert annex.entries[-1].place == "Huyện hội"


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (b"no file of Word", "zip"),
        (edited("{{ over }}", "{{ khong_co }}"), "khong_co"),
        (edited("{{ over }}", "{{ over "), "near: {{ over"),
        (edited("{%p endfor %}", ""), "end"),
        (edited("{{ over }}", "{{ over.__class__.__mro__ }}"), "unsafe"),
        (edited("{{ over }}", "{{ 1/0 }}"), "zero"),
        (edited("{{ over }}", "{% for n in range(99999999) %}x{% endfor %}"), "too big"),
    ],
)
def test_a_wrong_template_is_one_line_with_its_name(template: bytes, why: str) -> None:
    with pytest.raises(BrokenTemplateError, match=r"^mau\.docx: ") as caught:
        word(crooked(every_report(), [every_rule()]), template, "mau.docx")
    assert why in str(caught.value).lower()
    assert "\n" not in str(caught.value)


def test_a_template_can_say_it_in_other_words() -> None:
    told = said(word(crooked(every_report(), [every_rule()]), edited("CHỦ TỊCH", "PHÓ CHỦ TỊCH")))
    assert any("PHÓ CHỦ TỊCH" in one for one in told)


def test_the_page_beside_the_template_names_everything_that_there_is() -> None:
    page = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    names = {field.name for kind in (Paper, Result, Part, Remarks, Said, Row, Annex, Entry) for field in fields(kind)}
    assert set(re.findall(r"`(\w+)`", page.partition("|---|---|")[2])) == names


@needs_office
def test_it_is_laid_out_on_portrait_a4_and_opens(tmp_path: Path) -> None:
    content = word(crooked(every_report(), [every_rule()]), TEMPLATE)
    section = Document(BytesIO(content)).sections[0]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(margin.mm) for margin in margins if margin is not None] == [20, 20, 30, 15]
    assert converted(content, "w.docx", "pdf", tmp_path).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[part]]\ntitle = 'a'\ntold = {}", "each figure has one sentence"),
        ("[[part]]\ntitle = 'a'\ntold = { ho_ccb_ngheo = 'không có số' }", "stands there once"),
        ("part = 3", "part"),
    ],
)
def test_a_broken_file_of_sentences_is_named(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenPlanFileError, match=why):
        with_sentences(path, load_fields()[:1])
