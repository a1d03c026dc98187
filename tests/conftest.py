"""What all tests share."""

import pytest

from knowledge.base import Base, build
from knowledge.library import open_library


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites what the bot says in the stories, never what people say."""
    parser.addoption("--update", action="store_true", help="rewrite the Bot and Sổ lines of the stories")


@pytest.fixture(scope="session")
def base() -> Base:
    """The shipped knowledge, made ready once."""
    return build(open_library())
