"""People named in a list of receivers: "Ba, Nguyễn Văn Sáu, Tư thôn An Hòa"."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.model.receiver import Receiver
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.broadcast_rights import Sender, addressable
from handlers.pages import shortened
from handlers.person_named import persons_named, untitled

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
        found = persons_named(name, list(among.values()), sender.reach)
        people = {one.person: one for one in found}
        if len(people) != 1:
            return _asked(name, list(people.values()), sender.reach.tree)
        ids += people
    return ids or _NOBODY.format(name="đó")


def _asked(name: str, found: Sequence[Receiver], tree: Tree) -> str:
    name = untitled(name)
    if not found:
        return _NOBODY.format(name=shortened(name, 40))
    told = ", ".join(f"{one.name}{_of(tree.find(one.unit))}" for one in found[:_MOST])
    return _SEVERAL.format(count=len(found), name=shortened(name, 40), found=told)


def _of(unit: Unit | None) -> str:
    return f" ({unit.short})" if unit else ""
