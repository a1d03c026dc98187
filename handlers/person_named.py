"""Whom somebody can have meant by a name as it is spoken: "ông Ba", "anh Sáu thôn An Hòa", "Nguyễn Văn Ba"."""

import re
from collections.abc import Sequence

from bot.model.receiver import Receiver
from bot.reading.cut import paired
from handlers.own_units import Reach
from handlers.unit_named import units_named
from knowledge.fold import plain, same_form

_TITLES = r"dong chi|d/c|anh|chi|ong|ba|bac|chu|co|di|cau|mo|duong|thay|cu|chi hoi truong|truong chi hoi"
_TITLE = re.compile(rf"^(?:(?:cac|cho|gui|{_TITLES})\s+)+(?=\w)")
_TITLED = re.compile(rf"^(?:cho )?(?:{_TITLES})\s+(?!(?:hoi|uy|bo|chi hoi|xa|thon|huyen)\b)\w")
_UNIT = re.compile(r"\s*[(]?\b(?:o|cua|chi hoi|thon|xa|phuong|khoi|khu pho|to dan pho|ap)\b")


def titled(said: str) -> bool:
    """Returns whether words speak of a person: "ông Ba", "đ/c Sáu"."""
    return _TITLED.match(plain(said)) is not None


def untitled(name: str) -> str:
    """Returns a name without what somebody is called before it."""
    said, low = paired(name)
    found = _TITLE.match(low)
    return said[found.end() :] if found else said


def persons_named(said: str, among: Sequence[Receiver], reach: Reach) -> list[Receiver]:
    """Returns who can be meant: by the whole name, else by its last words; typed accents count."""
    words = _UNIT.search(plain(said))
    unit_name = said[words.start() :].strip(" ()") if words and words.start() else ""
    name = untitled(said[: words.start()] if unit_name and words else said)
    found = [one for one in among if _fits(name, one.name)]
    found = [one for one in found if plain(one.name) == plain(" ".join(name.split()))] or found
    marked = same_form(" ".join(name.split()))
    spelled = [one for one in found if f" {same_form(one.name)}".endswith(f" {marked}")]
    found = spelled if spelled or not marked.isascii() else found
    if not unit_name:
        return found
    tree = reach.tree
    where = units_named(re.sub(r"^(?:o|ở|cua|của)\s+", "", unit_name), reach.units(), tree)
    return [one for one in found if any(tree.within(one.unit, unit.id, reach.day) for unit in where)]


def _fits(said: str, name: str) -> bool:
    words, whole = plain(said).split(), plain(name).split()
    return bool(words) and whole[-len(words) :] == words
