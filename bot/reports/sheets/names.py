"""What sheets are called: Excel takes 31 characters at most, not all of them, and no name twice."""

import re

from bot.reports.printable import printable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\t\r\n]")
_LONGEST = 31
_RESERVED = "history"
_EMPTY = "Trang"


class Names:
    """Gives each sheet a name of its own."""

    def __init__(self) -> None:
        self._taken = {_RESERVED}

    def fresh(self, wanted: str) -> str:
        """Returns a name that Excel takes, as near to the wanted one as can be."""
        plain = _FORBIDDEN.sub(" ", printable(wanted)).strip("' ")
        name, count = plain[:_LONGEST].strip("' ") or _EMPTY, 1
        while name.casefold() in self._taken:
            count += 1
            tail = f" ({count})"
            name = (plain or _EMPTY)[: _LONGEST - len(tail)].strip("' ") + tail
        self._taken.add(name.casefold())
        return name
