"""The shipped knowledge made ready, kept in a file from one start to the next.

Building the index of ten thousand facts takes seconds, reading the built one a fraction of a second. What is kept is the
whole base; it is stale when anything it was made from has changed: a file of the knowledge, its code, Python or numpy.
"""

import contextlib
import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from knowledge.base import Base, build
from knowledge.library import Library, open_library

_HERE = Path(__file__).parent
_NAME = "knowledge-{}.pickle"
_OTHERS_WRITE = 0o022
_NEW_AT_ONCE = 50_000
"""So many objects are new before the collector looks for circles among them: Python's 700 cost a fifth of the time of
what adds up a whole province.
"""


def open_base() -> Base:
    """Returns the shipped knowledge made ready. Raises BrokenPlanFileError, BrokenFactError."""
    base = kept(open_library, _fingerprint(), _folder())
    leave_alone()
    return base


def leave_alone() -> None:
    """Tells the collector that what there is stays as long as the program does, and to look for circles more seldom."""
    gc.freeze()  # the collector need not go through it again and again
    gc.set_threshold(_NEW_AT_ONCE)  # an answer made of thousands of reports is no leak to look for


def kept(library: Callable[[], Library], fingerprint: str, folder: Path) -> Base:
    """Returns the base of a library: the one in the folder if it was kept under this fingerprint, else a new one, kept."""
    path = folder / _NAME.format(fingerprint[:32])
    found = _read(path)
    if found is None:
        found = build(library())
        _write(path, found)
    return found


def _fingerprint() -> str:
    """What the base is made from, as one number."""
    digest = hashlib.sha256(f"{sys.version} numpy {np.__version__}".encode())
    for path in sorted((*_HERE.rglob("*.toml"), *_HERE.rglob("*.py"))):
        digest.update(path.relative_to(_HERE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _folder() -> Path:
    """Where a user's programs keep what they can make again (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dongdoi"


def _read(path: Path) -> Base | None:
    """The kept base; None when there is none, it is damaged, or others could have written it (a pickle is a program)."""
    try:
        state = path.stat()
        if state.st_uid != os.getuid() or state.st_mode & _OTHERS_WRITE:
            return None
        digest, data = path.read_bytes().split(b"\n", 1)
        if hashlib.sha256(data).hexdigest().encode() != digest:
            return None
        found = pickle.loads(data)
    except (OSError, ValueError, pickle.PickleError, AttributeError, ImportError, EOFError, IndexError):
        return None
    return found if isinstance(found, Base) else None


def _write(path: Path, base: Base) -> None:
    """Keeps a base in place of older ones, whole or not at all; a folder that cannot be written is no error."""
    data = pickle.dumps(base, protocol=pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        os.replace(file.name, path)
        for old in path.parent.glob(_NAME.format("*")):
            if old != path:
                old.unlink(missing_ok=True)
