"""Where files lie that people of the console get: in a folder beside the database file."""

import re
import tempfile
from pathlib import Path

from bot.messages import File
from bot.ports.letter import Letter
from bot.store.connect import url_of

_LONGEST = 60  # letters of a name: a Vietnamese one takes three bytes, and file systems end at 255


class FileFolder:
    """The folder of one database, made when the first file comes; for a server's database it is a temporary one."""

    def __init__(self, database_url: str) -> None:
        url = url_of(database_url)
        named = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
        self._folder = Path(f"{url.database}.files").absolute() if named else None

    def lay(self, letter: Letter, file: File) -> Path:
        """Writes the file of a letter and returns where it lies; the same letter's lies at the same place again."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="dongdoi-"))
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{letter.row}-{_plain(file.name)}"
        path.write_bytes(file.content)
        return path


def _plain(name: str) -> str:
    """Returns a name that leads into no other folder, its ending kept."""
    plain = re.sub(r"[^\w.-]+", "-", name)
    ending = Path(plain).suffix[:_LONGEST]
    return f"{plain.removesuffix(ending)[: _LONGEST - len(ending)]}{ending}"
