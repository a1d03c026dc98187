"""Updates as platforms sent them, in ``tests/updates``, and what must be read of each."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bot.messages import Incoming

UPDATES = Path(__file__).parent / "updates"
_JUNK = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({}), st.floats())


@dataclass(frozen=True)
class Recorded:
    """The updates of one platform. ``wanted``: file by file what is read of it, apart from what all have in common;
    None: ignored on purpose; "aside": cannot be read. ``common`` returns what all have in common, for a raw update and
    its chat ("" for that of the one person).
    """

    platform: str
    wanted: Mapping[str, Mapping[str, Any] | str | None]
    common: Callable[[str, str], Mapping[str, Any]]
    read: Callable[[str], Incoming | None]
    no_update: str
    """Something that looks like an update, and is none."""

    def raw(self, name: str) -> str:
        """Returns a recorded update."""
        return (UPDATES / self.platform / f"{name}.json").read_text(encoding="utf-8")

    def names(self) -> set[str]:
        """Returns all that there are."""
        return {path.stem for path in (UPDATES / self.platform).glob("*.json")}

    def expected(self, name: str) -> Incoming | None:
        """Returns what must be read of one that can be."""
        wanted = self.wanted[name]
        if not isinstance(wanted, Mapping):
            return None
        own = {key: value for key, value in wanted.items() if key != "chat"}
        return Incoming(**{**self.common(self.raw(name), wanted.get("chat", "")), **own})

    def readable(self) -> list[Any]:
        """Returns the updates that can be read, as plain JSON."""
        return [json.loads(self.raw(name)) for name, wanted in self.wanted.items() if wanted != "aside"]


def damaged(update: Any, data: st.DataObject) -> Any:
    """Returns an update in which something, however deep, is something else."""
    whole = node = json.loads(json.dumps(update))
    while isinstance(node, dict) and node:
        key = data.draw(st.sampled_from(sorted(node)))
        if not isinstance(node[key], dict) or data.draw(st.booleans()):
            node[key] = data.draw(_JUNK)
            break
        node = node[key]
    return whole
