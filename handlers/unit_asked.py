"""Which unit is meant: by a button, or by name; with several, which one is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import Choice
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.pages import AT_MOST, shortened
from handlers.role_words import placed
from handlers.unit_named import units_named

_EXAMPLE = 'Đồng chí nói rõ tên đơn vị giúp tôi, ví dụ: "{words} {example}".'


def meant(name: str, text: str, units: Sequence[Unit], tree: Tree) -> list[Unit]:
    """Returns the units that can be meant: the one with this id where a button was pressed, else those named."""
    if name:
        return [unit for unit in units if unit.id == name]
    return units_named(text, units, tree) if text else list(units)


@dataclass(frozen=True, slots=True)
class Naming:
    """An order that names a unit: the words that give it, what was typed behind them, and among which units.

    A press of a unit's button has a token of this ``family``.
    """

    words: str
    text: str
    among: Sequence[Unit]
    family: str


def which(units: Sequence[Unit], tree: Tree, naming: Naming) -> tuple[str, tuple[Choice, ...]]:
    """Returns the question which of several units is meant, with a choice for each; where none or too many can be
    meant, that the name has to be said.
    """
    if not 0 < len(units) <= AT_MOST:
        return _unknown(units, naming), ()
    choices = tuple(Choice(shortened(placed(unit, tree)), f"{naming.family}:{unit.id}") for unit in units)
    return "Đồng chí chọn đơn vị nào?", choices


def _unknown(units: Sequence[Unit], naming: Naming) -> str:
    words, text, among = naming.words, naming.text, naming.among
    example = _EXAMPLE.format(words=words, example=placed_short(among[0]) if among else "chi hội thôn Trung Đông")
    if units or not text:
        return example
    return f"Trong các đơn vị đồng chí phụ trách tôi không thấy {shortened(text, 40)}.\n{example}"


def placed_short(unit: Unit) -> str:
    """Returns a unit's name as it stands in the middle of a sentence."""
    return f"{unit.name[:1].lower()}{unit.name[1:]}"
