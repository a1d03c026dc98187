"""A place as a question names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a question: where it stands (word numbers) and which places it can be."""

    start: int
    end: int
    names: tuple[str, ...]
    exact: bool = True
