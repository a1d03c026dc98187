"""The knowledge made ready is kept from one start to the next, and never used when it is stale or strange."""

from pathlib import Path

import pytest

from knowledge.base import Base
from knowledge.library import Library, open_library
from knowledge.match import answer
from knowledge.ready import kept
from tests.exam import TODAY


class Opened:
    """Opens the library, and counts how often that was needed."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Library:
        self.times += 1
        full = open_library()
        return Library(full.plans, full.facts[:60])


@pytest.fixture
def opened() -> Opened:
    return Opened()


def asked(base: Base) -> str:
    return answer(base, "Báo cáo 6 tháng của Kế hoạch 121/KH-CCB gửi trước ngày nào?", TODAY).text


def test_a_second_start_reads_what_the_first_one_kept(opened: Opened, tmp_path: Path) -> None:
    first, second = (kept(opened, "a" * 64, tmp_path) for _ in range(2))
    assert opened.times == 1
    assert asked(first) == asked(second)


def test_changed_knowledge_is_built_anew_and_the_old_one_goes(opened: Opened, tmp_path: Path) -> None:
    for fingerprint in ("a" * 64, "b" * 64):
        kept(opened, fingerprint, tmp_path)
    assert opened.times == 2
    assert [path.name for path in tmp_path.iterdir()] == [f"knowledge-{'b' * 32}.pickle"]


def test_a_damaged_file_is_built_anew(opened: Opened, tmp_path: Path) -> None:
    kept(opened, "a" * 64, tmp_path)
    path = next(tmp_path.iterdir())
    path.write_bytes(path.read_bytes()[:-100])
    assert asked(kept(opened, "a" * 64, tmp_path))
    assert opened.times == 2


def test_a_file_that_others_may_write_is_not_read(opened: Opened, tmp_path: Path) -> None:
    kept(opened, "a" * 64, tmp_path)
    next(tmp_path.iterdir()).chmod(0o666)
    kept(opened, "a" * 64, tmp_path)
    assert opened.times == 2


def test_a_folder_that_cannot_be_made_is_no_error(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert asked(kept(opened, "a" * 64, tmp_path / "file" / "folder"))
