"""The units that somebody can have meant by a name, typed with or without accents, with slips."""

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from bot.model.tree import Tree
from bot.model.unit import Unit
from knowledge.fold import plain, same_form
from knowledge.syllables import is_syllable
from knowledge.vocabulary import sound

_LEVELS = re.compile(
    r"\b(?:chi hoi|hoi ccb|hoi cuu chien binh|tinh hoi|ccb|cuu chien binh|tinh|thanh pho|huyen|thi xa|thi tran|xa"
    r"|phuong|thon|to dan pho|khoi pho|khu pho|khoi|ap)\b"
)
_SAME = 100
_SOUNDS_ALIKE = 99
_LIKE = 82
_NEAR = 4


def units_named(text: str, units: Sequence[Unit], tree: Tree) -> list[Unit]:
    """Returns those of ``units`` that a text can mean: "an hoa xa van tra" is the one of that commune.

    Exact names win over near ones, and typed accents count: "Trung Đông" is not "Trung Đồng", "trung dong" is both.
    """
    asked, *above = [part for part in (words.strip() for words in _LEVELS.split(_plain(text))) if part] or [""]
    if not asked:
        return []
    scored = [(_likeness(asked, unit), unit) for unit in units]
    best = max((score for score, _ in scored), default=0.0)
    if best < _LIKE:
        return []
    found = [unit for score, unit in scored if score == best or (best < _SAME and score >= best - _NEAR)]
    found = [unit for unit in found if _lies_in(unit, above, tree)] or found
    return [unit for unit in found if _core(unit.name, accents=True) in _spelled(text)] or found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(text)))


def _likeness(asked: str, unit: Unit) -> float:
    """Returns how near a typed name is to a unit's: 100 is the same, 0 another name, however many letters it shares."""
    return _near(asked, _core(unit.name))


def _near(asked: str, core: str) -> float:
    if asked == core:
        return _SAME
    typed, name = asked.split(), core.split()
    if list(map(sound, typed)) == list(map(sound, name)):
        return _SOUNDS_ALIKE
    score = fuzz.ratio(asked, core)
    return score if score >= _LIKE and _is_slip(typed, name) else 0


def _is_slip(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Returns whether typed words can be slips of a name's.

    Words that are right in themselves are what they say, unless they sound alike here ("chung" for "trung"): "tam
    thanh" is not "trà hạnh", and "an hội" is not "an hòa", although most letters are the same.
    """
    if len(typed) != len(name):
        return "".join(typed) == "".join(name) or not all(map(is_syllable, typed))
    return all(
        one == two or sound(one) == sound(two) or not is_syllable(one) for one, two in zip(typed, name, strict=True)
    )


def _lies_in(unit: Unit, above: Sequence[str], tree: Tree) -> bool:
    over = [_core(one.name) for one in tree.above(unit.id, unit.end or date.max)]
    return all(any(_near(name, one) for one in over) for name in above)


def _core(name: str, *, accents: bool = False) -> str:
    """Returns a name without the words of its level: "chi hội thôn Trung Đông" is "trung dong"."""
    folded = _plain(name)
    core = _LEVELS.sub(" ", folded).split()
    if accents:
        return " ".join(_spelled(name).split()[-len(core) :]) if core else ""
    return " ".join(core)


def _spelled(text: str) -> str:
    return " ".join(re.findall(r"\w+", same_form(text)))
