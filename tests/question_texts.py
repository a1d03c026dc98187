"""The questions of all sets, as people ask them."""

from collections.abc import Iterator
from pathlib import Path

QUESTIONS = Path(__file__).parent / "questions"


def questions() -> Iterator[str]:
    """Yields every question of the sets."""
    for path in QUESTIONS.rglob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "kind:", "doc:", "must:", "not:")):
                yield line.lstrip("!~> ")
