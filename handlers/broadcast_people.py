"""People named in a list of receivers: "Ba, Nguyễn Văn Sáu, Tư thôn An Hòa"."""

import re
from collections.abc import Sequence

from bot.desk import Desk
from bot.model.receiver import Receiver
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.broadcast_rights import Sender, addressable
from handlers.pages import shortened
from handlers.unit_named import units_named
from knowledge.fold import plain, same_form

_TITLE = re.compile(r"^(?:(?:cac|dong chi|d/c|anh|chi|ong|ba|bac|chu|co|cho|gui)\s+)+(?=\w)")
_UNIT = re.compile(r"\s*[(]?\b(?:o|cua|chi hoi|thon|xa|phuong|khoi|khu pho|to dan pho|ap)\b")
_NOBODY = (
    "Tôi không thấy đồng chí {name} trong những người nhận được tin.\n"
    "Đồng chí nói cả họ tên, hoặc chi hội, ví dụ: chi hội trưởng thôn An Hòa."
)
_SEVERAL = "Có {count} đồng chí tên {name}: {found}.\nĐồng chí nói cả họ tên, hoặc kèm đơn vị."
_MOST = 4


async def people_named(names: Sequence[str], sender: Sender, desk: Desk) -> list[str] | str:
    """Returns the ids of the people, or what is asked about the first name that is not plain."""
    among = {(one.person, one.unit): one for one in await addressable(sender, desk)}
    ids: list[str] = []
    for name in names:
        found = _meant(name, list(among.values()), sender.reach.tree)
        people = {one.person: one for one in found}
        if len(people) != 1:
            return _asked(name, list(people.values()), sender.reach.tree)
        ids += people
    return ids or _NOBODY.format(name="đó")


def _meant(said: str, among: Sequence[Receiver], tree: Tree) -> list[Receiver]:
    """Returns who can be meant: by the whole name, else by its last words; typed accents count."""
    unit_words = _UNIT.search(plain(said))
    unit_name = said[unit_words.start() :].strip(" ()") if unit_words and unit_words.start() else ""
    name = said[: unit_words.start()] if unit_name and unit_words else said
    name = _untitled(name)
    found = [one for one in among if _fits(name, one.name)]
    found = [one for one in found if plain(one.name) == plain(" ".join(name.split()))] or found
    marked = same_form(" ".join(name.split()))
    spelled = [one for one in found if f" {same_form(one.name)}".endswith(f" {marked}")]
    found = spelled if spelled or not marked.isascii() else found
    if unit_name:
        units = units_named(unit_name, [unit for one in found if (unit := tree.find(one.unit))], tree)
        found = [one for one in found if one.unit in {unit.id for unit in units}]
    return found


def _untitled(name: str) -> str:
    low = plain(name)
    titled = _TITLE.match(low)
    return name[titled.end() :] if titled and len(low) == len(name) else name


def _fits(said: str, name: str) -> bool:
    words, whole = plain(said).split(), plain(name).split()
    return bool(words) and whole[-len(words) :] == words


def _asked(name: str, found: Sequence[Receiver], tree: Tree) -> str:
    name = _untitled(name)
    if not found:
        return _NOBODY.format(name=shortened(name, 40))
    told = ", ".join(f"{one.name}{_of(tree.find(one.unit))}" for one in found[:_MOST])
    return _SEVERAL.format(count=len(found), name=shortened(name, 40), found=told)


def _of(unit: Unit | None) -> str:
    return f" ({unit.short})" if unit else ""
