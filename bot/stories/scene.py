"""``Cho:`` sets the scene of a story: who has which role, which codes are about, how the units were rearranged.

``Cho: Ba = member`` says that Ba is nobody special. Any other loads the demo's province with its periods first,
without the demo's people::

    Cho: Ba = leader thon-trung-dong
    Cho: An = admin
    Cho: Ba (zalo) = Ba
    Cho: mã K7Q4-M2XA = leader thon-trung-dong đến 2026-06-01
    Cho: đơn vị = tinh_sap_xep
"""

import re
from datetime import date, datetime

from sqlalchemy import Connection

from bot.appointing import appoint
from bot.demo.load import REARRANGED, example, load
from bot.errors import DongDoiError, StoryError
from bot.model.account import Account
from bot.model.code import hashed, plain_code
from bot.model.invite import Invite, end_of
from bot.model.rearranging import remembering
from bot.model.role import RoleKind
from bot.store import people, units, writing
from bot.stories.lines import ZONE, Given
from bot.stories.who import WHO, address_of

_UNITS = re.compile(rf"đơn vị = ({REARRANGED})")
_MEMBER = re.compile(rf"{WHO} = member")
_SAME = re.compile(rf"(?P<name>{WHO}) = (?P<person>{WHO})")
_ROLE = re.compile(rf"(?P<name>{WHO}) = (?P<kind>leader|officer|admin)(?: (?P<unit>[\w.-]+))?")
_CODE = re.compile(
    r"mã (?P<code>[\w-]+) = (?P<kind>leader|officer|admin)(?: (?P<unit>[\w.-]+?))?(?: đến (?P<day>\d{4}-\d\d-\d\d))?"
)
_FOREVER = "2099-12-31"


def set_scene(connection: Connection, line: Given, at: datetime, file: str) -> None:
    """Does what a line says. Raises StoryError with its place for one that cannot be read or done."""
    said = line.line.removeprefix("Cho:").strip()
    if _MEMBER.fullmatch(said):
        return
    load(connection, with_people=False)
    try:
        if found := _UNITS.fullmatch(said):
            old = units.tree(connection).units
            units.replace_all(connection, remembering(old, example(found[1]), at.date()))
        elif found := _CODE.fullmatch(said):
            writing.write(connection, [_invite(found, at)])
        elif found := _ROLE.fullmatch(said):
            kind, unit = RoleKind(found["kind"]), found["unit"] or ""
            who = address_of(found["name"])
            appoint(connection, who, who.chat, kind, unit, at)
        elif (found := _SAME.fullmatch(said)) and (one := people.at(connection, address_of(found["person"]))):
            writing.write(connection, [Account(one.id, address_of(found["name"]), at)])
        else:
            raise StoryError(file=file, line=line.number, why=f"this sets no scene: {said}")
    except (ValueError, DongDoiError) as error:
        if isinstance(error, StoryError):
            raise
        raise StoryError(file=file, line=line.number, why=str(error).rstrip(".")) from error


def _invite(found: re.Match[str], at: datetime) -> Invite:
    code = plain_code(found["code"])
    if not code:
        raise ValueError(f"{found['code']} is no code")
    expires = end_of(date.fromisoformat(found["day"] or _FOREVER), ZONE)
    return Invite(hashed(code), RoleKind(found["kind"]), found["unit"] or "", at, expires)
