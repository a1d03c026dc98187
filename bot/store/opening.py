"""A database that cannot be opened, told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.errors import UnreachableError
from bot.store.connect import url_of


@contextmanager
def told_in_one_line(where: str) -> Iterator[None]:
    """Raises UnreachableError for what the drivers say when the database of a path or URL cannot be opened."""
    try:
        yield
    except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
        lines = str(error).splitlines() or [type(error).__name__]
        raise UnreachableError(place=shown(where), why=lines[0].rstrip(".")) from None


def shown(where: str) -> str:
    """Returns the path or URL without its password."""
    try:
        url = url_of(where)
    except ArgumentError:
        return "the database"
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
