"""What is on people's screens, for those who press a button by its label: stories, programs."""

from collections import defaultdict
from collections.abc import Sequence

from bot.errors import PressError
from bot.messages import Choice


class Screens:
    """The messages that each person got, oldest first: the last with choices is on the screen, the others are old."""

    def __init__(self) -> None:
        self._shown: dict[str, dict[str, Sequence[Choice]]] = defaultdict(dict)

    def show(self, person: str, choices: Sequence[Choice], message: str) -> None:
        """Remembers the choices of a message that a person got; one that was written anew keeps its place."""
        self._shown[person][message] = choices

    def token(self, person: str, label: str, *, old: bool = False) -> str:
        """Returns the token behind a label on a person's screen, or on an earlier one. Raises PressError."""
        shown = [choices for choices in self._shown[person].values() if choices]
        for choices in reversed(shown[:-1] if old else shown[-1:]):
            for choice in choices:
                if choice.label == label:
                    return choice.token
        raise PressError(label=label, person=person)
