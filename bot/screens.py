"""What is on people's screens, for those who press a button by its label: stories, programs."""

from collections import defaultdict
from collections.abc import Sequence

from bot.errors import PressError
from bot.messages import Choice


class Screens:
    """The messages with choices that each person got, oldest first: the last is on the screen, the others are old."""

    def __init__(self) -> None:
        self._shown: dict[str, list[Sequence[Choice]]] = defaultdict(list)

    def show(self, person: str, choices: Sequence[Choice]) -> None:
        """Remembers the choices of a message that a person got."""
        if choices:
            self._shown[person].append(choices)

    def token(self, person: str, label: str, *, old: bool = False) -> str:
        """Returns the token behind a label on a person's screen, or on an earlier one. Raises PressError."""
        shown = self._shown[person]
        for choices in reversed(shown[:-1] if old else shown[-1:]):
            for choice in choices:
                if choice.label == label:
                    return choice.token
        raise PressError(label=label, person=person)
