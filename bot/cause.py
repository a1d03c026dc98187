"""The cause of a fault, for the log: never its words, which may hold a person's text or a token."""

import traceback
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parents[1]


def cause(error: BaseException) -> str:
    """Returns the kinds of the error and of those it came from, each with the innermost line of ours.

    As in "KeyError at handlers/ask.py:33 in handle, from ValueError at knowledge/match.py:8 in best".
    """
    return ", from ".join(_links(error))


def _links(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield f"{type(link).__name__}{_place(link)}"
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(HERE) and ".venv" not in frame.filename]
    if not frames:
        return ""
    frame = (ours or list(frames))[-1]
    path = Path(frame.filename)
    shown = path.relative_to(HERE) if ours else path.name
    return f" at {shown}:{frame.lineno} in {frame.name}"
