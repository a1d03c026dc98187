"""Targets and criteria."""

import re
from collections.abc import Iterator

from knowledge.facts import Criteria, Target
from knowledge.library import Library
from tests.asking.ask import Ask, Groups, bare, figures, sentence, where

_NONE = (("không còn", "không có", "hết", "xóa"),)
_ONE = (("một", "01", "1"),)
_CITY = re.compile(r"(?P<city>[^(]+?)\s*\((?P<body>[^)]+)\)")


def of_targets(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each target: how many, in the words of its object, its scope and its year."""
    for row in library.of(Target):
        what = bare(row.what)
        scope = f"{what}{_scope(row, what)}"
        year = _year(row, what)
        unit = "phần trăm" if row.unit.startswith("%") else row.unit
        # "Còn bao nhiêu?" alone would ask for a result, which no plan has.
        aim, must = ("phấn đấu ", "chỉ còn") if _value(row) == _NONE else ("", "phải đạt")
        texts = {
            "target": f"Chỉ tiêu {scope}{',' if year and 'năm' in what else ''}{year} là bao nhiêu?",
            "how many": f"{year}{',' if year else ''} {aim}{scope} {must} bao nhiêu {unit}?",
            "without year": f"{scope}{where(row, scope)} là mấy {unit}?",
        }
        for form, text in texts.items():
            yield Ask("target", row.id, form, sentence(text), frozenset({row.id}), _value(row), about=what)


def _value(row: Target) -> Groups:
    """The first figure of the value; the rest explains it."""
    if row.value.startswith(("không còn", "không có")):
        return _NONE
    return figures(row.value)[:1] or _ONE


def _scope(row: Target, what: str) -> str:
    if row.scope in what or not any(letter.isalpha() for letter in row.scope) or "Hải Dương" in what:
        return ""
    if city := _CITY.fullmatch(row.scope):
        return f" của {city['body']} {city['city']}"
    if row.scope == "toàn tỉnh":
        return "" if "tỉnh" in what else " toàn tỉnh"
    body, _, part = row.scope.partition(" ở ")
    return " ở mỗi xã" if body == "mỗi xã" else f" của {body if part in what else row.scope}"


def _year(row: Target, what: str) -> str:
    year = bare(row.year)
    if not any(letter.isdigit() for letter in year):
        return f" {year}" if year == "hằng năm" else ""
    if "không ghi" in year or year in what:
        return ""
    if re.fullmatch(r"\d{4}", year):
        return f" năm {year}"
    if re.fullmatch(r"\d{4}\s*[–-]\s*\d{4}", year):
        return f" giai đoạn {year}"
    return f" {re.sub(r'^đến (?=[0-9])', 'đến năm ', year)}"


def of_criteria(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each criterion by its number (all its groups are the answer), and about each group."""
    rows = library.of(Criteria)
    for urban, name in ((False, "nông thôn mới"), (True, "đô thị văn minh")):
        for number in sorted({number for row in rows for number in (row.dtvm if urban else row.ntm)}):
            own = frozenset(row.id for row in rows if number in (row.dtvm if urban else row.ntm))
            texts = {
                "about": f"Tiêu chí {number} {name} nói về gì?",
                "group": f"Tiêu chí số {number} trong xây dựng {name} thuộc nội dung nào?",
            }
            for form, text in texts.items():
                yield Ask("criteria", f"{name} {number}", form, text, own, every=True)
    for row in rows:
        topics = ", ".join(row.topics)
        numbers = tuple((str(number),) for number in row.ntm)
        asked = f"Nội dung về {topics} gắn với tiêu chí nông thôn mới số mấy?"
        yield Ask("criteria", row.id, "numbers", asked, frozenset({row.id}), numbers, about=topics)
