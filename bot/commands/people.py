"""``people list``: who has agreed to be known, with the roles that hold."""

from bot.commands.opened import opened
from bot.commands.printed import print_json, print_text
from bot.model.person import Person
from bot.settings import Settings
from bot.store import people


async def list_people(settings: Settings, *, as_json: bool) -> None:
    """Prints everybody, in the order of their consent."""
    async with opened(settings) as store:
        everybody = await store.look(people.everybody)
    for person in everybody:
        if as_json:
            print_json(_row(person))
        else:
            roles = ", ".join(f"{role.kind} {role.unit}".strip() for role in person.roles)
            print_text(f"{person.id}  {person.name}  {roles or 'no role'}")


def _row(person: Person) -> dict[str, object]:
    roles = [{"role": role.kind, "unit": role.unit or None, "since": role.start.isoformat()} for role in person.roles]
    row = {"id": person.id, "name": person.name, "roles": roles, "channel": person.address.channel}
    return {**row, "phone": person.phone or None}
