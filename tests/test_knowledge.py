"""The knowledge holds everything that the five plans hold, in the project's own words."""

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.errors import BrokenFactError, BrokenPlanFileError
from knowledge.facts import (
    Communes,
    Content,
    Criteria,
    Districts,
    Duty,
    Fact,
    Legal,
    Milestone,
    Model,
    Note,
    Regime,
    Target,
)
from knowledge.library import Library, open_library
from knowledge.load import PLANS
from tests.shared import SHARED, needs_shared

# Names of bodies, and dates, that are as they are in every text.
LISTED = [
    "giữa Hội CCB Việt Nam và Bộ Tài nguyên và Môi trường",
    "Ban Thanh tra nhân dân, Ban Giám sát đầu tư cộng đồng",
    "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam và Tỉnh ủy",
    "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố",
    "Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào)",
    "Ban Tuyên giáo - Tổ chức - Kiểm tra Hội CCB tỉnh",
    "Ngân hàng Chính sách xã hội chi nhánh tỉnh Quảng Nam",
    "Phòng Lao động - Thương binh và Xã hội thành phố",
    "Hội Cựu chiến binh thành phố chủ trì vận động",
    'mô hình "Gia đình học tập", "Dòng họ học tập"',
    "trước ngày 30/6/2024 hoặc trước ngày 30/6/2025",
]

COUNTS: dict[type[Fact], int] = {
    Regime: 17,
    Milestone: 50,
    Model: 123,
    Target: 54,
    Communes: 9,
    Districts: 8,
    Legal: 43,
    Duty: 36,
    Criteria: 5,
    Content: 304,
}


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.mark.parametrize("kind", COUNTS)
def test_every_row_of_the_inventory_is_there(library: Library, kind: type[Fact]) -> None:
    assert len(library.of(kind)) == COUNTS[kind]


def test_the_lists_have_125_entries_of_110_communes(library: Library) -> None:
    names = [name for row in library.of(Communes) for name in row.names]
    assert len(names) == 125
    assert len(set(names)) == 110


def test_ids_run_without_gaps(library: Library) -> None:
    for letter, kind in {
        "R": Regime,
        "T": Milestone,
        "M": Model,
        "G": Target,
        "L": Legal,
        "H": Duty,
        "N": Content,
    }.items():
        numbers = sorted(int(fact.id.removeprefix(letter)) for fact in library.of(kind))
        assert numbers == list(range(1, COUNTS[kind] + 1))


def test_only_six_reports_have_a_date(library: Library) -> None:
    dated = {fact.id: fact.day for fact in library.of(Regime) if fact.day}
    assert dated == {
        "R01": date(2024, 5, 31),
        "R02": date(2024, 10, 31),
        "R04": date(2024, 5, 15),
        "R05": date(2024, 11, 10),
        "R09": date(2024, 6, 10),
        "R10": date(2024, 11, 10),
    }


def test_every_fact_says_something_and_can_be_asked_for(library: Library) -> None:
    assert [fact.id for fact in library.facts if len(fact.say) < 10 or not (fact.ask or isinstance(fact, Note))] == []


def test_no_two_facts_are_asked_for_with_the_same_words(library: Library) -> None:
    said = Counter(phrase.lower() for fact in library.facts for phrase in fact.ask)
    assert [phrase for phrase, count in said.items() if count > 1] == []


def test_printed_errors_are_corrected(library: Library) -> None:
    said = "\n".join(fact.say for fact in library.facts if not isinstance(fact, Note))
    for wrong in ("Duy Phủ", "NIM kiểu mẫu", "Tuyền đường", "Phần đầu", "NTM năng cao", "Vi người nghèo", "bảo cáo"):
        assert wrong not in said


def test_a_broken_fact_names_its_file_and_itself(tmp_path: Path) -> None:
    source = (PLANS / "kh121.toml").read_text(encoding="utf-8")
    (tmp_path / "kh121.toml").write_text(source.replace('kind = "báo cáo"', 'kin = "báo cáo"', 1), encoding="utf-8")
    with pytest.raises(BrokenFactError, match=r"kh121\.toml: fact R01"):
        open_library(tmp_path)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("[plan", encoding="utf-8")
    with pytest.raises(BrokenPlanFileError, match=r"x\.toml"):
        open_library(tmp_path)


@needs_shared
def test_no_run_of_ten_syllables_of_a_plan_stands_in_the_project(library: Library) -> None:
    """But for listed names and titles: what stands in quotes, and the titles of plans and documents."""
    plans = {run for path in SHARED.glob("plans/*.txt") for run in _runs(path.read_text(encoding="utf-8"))}
    names = [fact.name for fact in library.of(Model)] + [alias for fact in library.of(Model) for alias in fact.aliases]
    names += (
        [plan.title for plan in library.plans]
        + [plan.subject for plan in library.plans]
        + [fact.subject for fact in library.of(Legal)]
    )
    names += [", ".join(row.names) for row in library.of(Communes)]
    names += LISTED
    allowed = {run for name in names for run in _runs(name)}
    found = []
    root = PLANS.parents[1]
    for path in [
        *root.glob("*.md"),
        *root.rglob("*.toml"),
        *root.glob("[bhkt]*/**/*.py"),
        *root.glob("tests/**/*.txt"),
    ]:
        if ".venv" in path.parts:
            continue
        texts = (
            _strings(tomllib.loads(path.read_text(encoding="utf-8")))
            if path.suffix == ".toml"
            else path.read_text(encoding="utf-8").splitlines()
        )
        for text in texts:
            # In a story, names side by side in a list or on buttons are no sentence.
            apart = r'"[^"]*"|[,;\[\]]' if path.parent.name == "stories" else r'"[^"]*"'
            found += [
                f"{path.name}: {run}"
                for run in _runs(re.sub(apart, " | ", text))
                if run in plans and run not in allowed
            ]
    assert found == []


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return []


def _runs(text: str) -> set[str]:
    text = unicodedata.normalize("NFC", text).lower()
    runs: set[str] = set()
    for part in text.split("|"):
        words = re.findall(r"\w+", part)
        runs.update(" ".join(words[place : place + 10]) for place in range(len(words) - 9))
    return runs
