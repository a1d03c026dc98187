"""``invites`` and ``admin-code``: codes for those who shall hand in figures, and for the first admin."""

import csv
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from bot.commands.opened import opened
from bot.commands.printed import print_text
from bot.errors import UnknownBotError, UnknownUnitError, UnwritableError
from bot.model.audit import Audit
from bot.model.code import hashed, new_code, plain_code
from bot.model.invite import Invite, end_of
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.reports.invite_card import InviteCard
from bot.reports.invite_sheet import invite_sheet
from bot.settings import Settings
from bot.store import people, units, writing
from bot.store.invites import unused

_HERE = "command line"
_ADMIN_HOLDS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom codes are made: below ``unit`` ("": everywhere), ``everybody``: also where there is a leader."""

    unit: str = ""
    days: int = 30
    everybody: bool = False
    bot: str = ""


async def make_invites(settings: Settings, wish: Wish, out: Path | None, table: Path | None) -> None:
    """Makes a code for each chi hội and writes the sheet, the table, or both; without either it prints them.

    The codes are nowhere else afterwards. Raises UnknownUnitError, UnknownBotError, UnwritableError.
    """
    bot = wish.bot.removeprefix("@")
    if bot and not re.fullmatch(r"[A-Za-z0-9_]{5,32}", bot):
        raise UnknownBotError(name=wish.bot)
    now = datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    last = today + timedelta(days=wish.days)
    expires = end_of(last, settings.zone)

    def work(connection: Connection) -> list[InviteCard]:
        tree = units.tree(connection)
        if wish.unit and tree.find(wish.unit) is None:
            raise UnknownUnitError(unit=wish.unit)
        tops = [wish.unit] if wish.unit else [root.id for root in tree.roots(today)]
        leaves = [unit for top in tops for unit in tree.leaves(top, today)]
        led = {role.unit for role in people.roles(connection) if role.kind is RoleKind.LEADER and role.end is None}
        wanted = [unit for unit in leaves if wish.everybody or unit.id not in led]
        older = unused(connection, RoleKind.LEADER, [unit.id for unit in wanted])
        cards = [
            InviteCard(unit.id, unit.name, _place(unit, tree, today), new_code(), bot, last, settings.web_url)
            for unit in wanted
        ]
        made = [Invite(hashed(plain_code(one.code)), RoleKind.LEADER, one.unit, now, expires) for one in cards]
        notes = [Audit(_HERE, "invite.made", one.unit, now, _HERE, RoleKind.LEADER) for one in cards]
        writing.write(connection, [*(one.over(now) for one in older), *made, *notes])
        _write(cards, out, table)
        return cards

    async with opened(settings) as store:
        cards = await store.change(work)
    if out is None and table is None:
        for card in cards:
            print_text("  ".join(filter(None, (card.code, card.unit, card.name, card.link))))
    print_text(f"{len(cards)} codes, until {last}")


async def make_admin_code(settings: Settings) -> None:
    """Prints the words with which somebody becomes admin: once, within a day."""
    now, code = datetime.now(UTC), new_code()
    invite = Invite(hashed(plain_code(code)), RoleKind.ADMIN, "", now, now + _ADMIN_HOLDS)
    audit = Audit(_HERE, "invite.made", "", now, _HERE, RoleKind.ADMIN)
    async with opened(settings) as store:
        await store.change(lambda connection: writing.write(connection, [invite, audit]))
    print_text(f"QUANTRI {code}")


def _place(unit: Unit, tree: Tree, today: date) -> str:
    over = tree.parent(unit.id, today)
    return over.name if over else ""


def _write(cards: list[InviteCard], out: Path | None, table: Path | None) -> None:
    """Within the transaction: codes that stand on no paper must not be kept."""
    try:
        if out is not None:
            out.write_text(invite_sheet(cards), encoding="utf-8")
        if table is not None:
            _write_table(table, cards)
    except OSError as error:
        raise UnwritableError(file=error.filename, why=error.strerror) from None


def _write_table(path: Path, cards: list[InviteCard]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark, so that Excel reads Vietnamese
        writer = csv.writer(file)
        writer.writerow(["unit", "name", "code", "link", "expires"])
        writer.writerows([card.unit, card.name, card.code, card.link, card.last.isoformat()] for card in cards)
