"""Nobody sees or changes anything outside their own units: random trees, roles, words, buttons old and forged."""

import asyncio
import io
import random
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.app import App, build
from bot.appointing import appointed
from bot.channels.console import NAME, Console, address, event
from bot.demo.reports import FORM
from bot.messages import Kind
from bot.model.figure import Figure
from bot.model.period import Period, Span
from bot.model.person import person_id
from bot.model.role import Role, RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.movable import MovableClock
from bot.ports.letter import Letter
from bot.records import Expected
from bot.settings import Settings
from bot.store import units as unit_table
from bot.store import writing
from bot.store.house_tables import INVITES, ROLES
from bot.store.report_tables import DRAFTS, SUBMISSIONS
from bot.stories.lines import ZONE
from knowledge.base import Base
from knowledge.form_files import load_forms

NOW = datetime(2026, 6, 5, 9, tzinfo=ZONE)
PERIOD = Period(
    "6T-2026", "6 tháng đầu năm 2026", Span.HALF, 2026, (FORM,), date(2026, 5, 31), (), NOW.replace(month=4), "an"
)
_CORES = [
    *("Bàu Sen", "Cẩm Lũ", "Dốc Mới", "Ea Rốt", "Gành Yến", "Hố Kè", "Ia Púch", "Khe Chữ", "Lộ Bàn", "Mũi Né"),
    *("Ngọc Tụ", "Ô Lâu", "Phiêng Cằm", "Quế Trà", "Rạch Giồng", "Suối Bùn", "Trảng Cỏ", "Ụ Đất", "Vực Nồi"),
]
"""Names that nobody takes for one another."""

_LEVELS = ("tỉnh", "xã", "chi hội", "tổ")
_BARE = (
    "tình hình",
    "tổng hợp",
    "tổng hợp 4",
    "duyệt",
    "nhận hết",
    "nhận",
    "trả lại 4 xem lại số tiền",
    "gọi ai",
    "xuất excel",
    "xuất word",
    "xuất csv",
    "nhập hộ",
    "nhắc chi hội chưa nộp",
    "các thông báo",
    "các kỳ báo cáo",
    "mời chi hội trưởng mới",
    "thu hồi vai trò",
    "báo cáo của tôi",
    "báo cáo",
    "sửa báo cáo",
    "lịch sử",
    "rút báo cáo",
    "dữ liệu của tôi",
    "trợ giúp",
    "huỷ",
    "tiếp",
)
_NAMED = (
    "tình hình",
    "tổng hợp",
    "tổng hợp quỹ vì người nghèo",
    "duyệt",
    "nhập hộ",
    "mở lại báo cáo",
    "trả lại báo cáo",
    "mời chi hội trưởng mới",
    "mời cán bộ",
    "thu hồi vai trò",
    "gọi ai",
    "nhắc",
    "biểu đồ",
    "xuất excel",
    "lịch sử",
    "báo cáo của",
)


@dataclass
class Town:
    """A running program with its people; it remembers every button that anybody was ever shown."""

    app: App
    tree: Tree
    delivered: list[Letter]
    tokens: dict[str, str] = field(default_factory=dict)

    async def act(self, person: str, text: str, token: str = "") -> list[Letter]:
        """Returns what is said to anybody when a person writes or presses."""
        self.delivered.clear()
        update = event(person, Kind.PRESS, text, token=token) if token else event(person, Kind.TEXT, text)
        await self.app.receive([update])
        await self.app.settle()
        for letter in self.delivered:
            self.tokens |= {choice.token: choice.label for choice in letter.choices}
        return list(self.delivered)


def units(parents: Sequence[int]) -> tuple[Unit, ...]:
    """Returns a tree: the first unit is the root, every other one stands under an earlier one."""
    depths = [0]
    for parent in parents:
        depths.append(depths[parent] + 1)
    return tuple(
        Unit(
            f"u{place}",
            f"{'Chi hội thôn' if depth > 1 else 'Hội CCB'} {_CORES[place]}",
            _LEVELS[min(depth, 3)],
            f"u{parents[place - 1]}" if place else "",
            members=40,
        )
        for place, depth in enumerate(depths)
    )


def secret(unit: str) -> int:
    """Returns an amount of money that only this unit reported."""
    return 1_000_003 * (int(unit[1:]) + 7) + 11


def report(unit: str, state: SubmissionState) -> Submission:
    """Returns a report whose amount and petition nobody else has."""
    (form,) = (one for one in load_forms() if one.id == FORM)
    by, at = person_id(address(f"truong-{unit}")), NOW.replace(month=5)
    values = {"quy_vnn_tien": secret(unit), "kien_nghi": f"kiến nghị riêng {unit}z", "ho_ccb_ngheo": 9}
    figures = (Figure(one.id, values.get(one.id, 1), str(values.get(one.id, 1)), by, at, NAME) for one in form.fields)
    number = f"BC-2026-6T-{int(unit[1:]) + 1:04}"
    return Submission(ReportKey(PERIOD.id, unit, FORM), number, 1, state, 1, tuple(figures), by, at, NAME)


def scene(connection: Connection, tree: Tree, states: Sequence[SubmissionState | None], roles: Sequence[int]) -> None:
    """Fills the house: reports of some of the lowest units, and officers of the units with these numbers."""
    leaves = tree.leaves("u0", NOW.date())
    unit_table.replace_all(connection, tree.units)
    records = [PERIOD, Expected(PERIOD.id, tuple(unit.id for unit in leaves))]
    records += [report(unit.id, state) for unit, state in zip(leaves, states, strict=False) if state is not None]
    people = [("an", RoleKind.ADMIN, ""), *((f"truong-{unit.id}", RoleKind.LEADER, unit.id) for unit in leaves)]
    people += [(f"canbo{n}", RoleKind.OFFICER, f"u{place % len(tree.units)}") for n, place in enumerate(roles)]
    for chat, kind, unit in people:
        records += appointed(address(chat), chat, kind, unit, NOW.replace(month=4), "scene")
    writing.write(connection, records)


def reach(person: str, tree: Tree, roles: Sequence[int]) -> set[str]:
    """Returns the ids of the units whose matters are a person's."""
    if person == "an":
        return {unit.id for unit in tree.units}
    if person.startswith("truong-"):
        return {person.removeprefix("truong-")}
    if person.startswith("canbo"):
        return {unit.id for unit in tree.below(f"u{roles[int(person[5:])] % len(tree.units)}", NOW.date())}
    return set()


def above(person: str, tree: Tree, inside: set[str]) -> set[str]:
    """Returns what stands over somebody's units: their names are no secret to them."""
    return {over.id for name in inside for over in tree.above(name, NOW.date())}


def said(letter: Letter) -> str:
    """Returns all words of a letter, those of its file among them."""
    return "\n".join([letter.text, *(choice.label for choice in letter.choices), *_file(letter)])


def _file(letter: Letter) -> Iterator[str]:
    if letter.file is None or letter.file.name.endswith(".png"):
        return
    content = letter.file.content
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield content.decode("utf-8-sig")
        return
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                yield unescape(re.sub(r"<[^>]+>", " ", parts.read(name).decode()))


def leaks(letter: Letter, typed: str, tree: Tree, roles: Sequence[int]) -> list[str]:
    """Returns what a letter tells of units that are not its reader's; what somebody typed is known to them."""
    reader = letter.address.chat
    inside = reach(reader, tree, roles)
    named = inside | above(reader, tree, inside)
    words = said(letter)
    found = []
    for unit in tree.units:
        core = unit.name.split(maxsplit=2)[2]
        if unit.id not in named and core in words and core not in typed:
            found.append(f"{reader} reads of {unit.id}: {words[:300]}")
        amounts = (f"{secret(unit.id):,}".replace(",", "."), str(secret(unit.id)))
        if unit.id not in inside and any(one in words for one in (*amounts, f"riêng {unit.id}z")):
            found.append(f"{reader} reads figures of {unit.id}: {words[:300]}")
    return found


def state(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """Returns what is held of each unit: reports, drafts, roles and invites."""
    found: dict[str, set[tuple[object, ...]]] = {}
    columns = (
        (SUBMISSIONS, ("unit", "number", "state", "reason")),
        (DRAFTS, ("unit", "run", "progress")),
        (ROLES, ("unit", "person", "kind", "finish")),
        (INVITES, ("unit", "hash", "expires")),
    )
    for table, names in columns:
        for row in connection.execute(select(*(table.c[name] for name in names))):
            found.setdefault(row.unit, set()).add((table.name, *row))
    return found


TREES = st.lists(st.integers(0, 18), min_size=3, max_size=11).map(
    lambda rows: [parent % (place + 1) for place, parent in enumerate(rows)]
)
STATES = st.lists(
    st.sampled_from([None, SubmissionState.SUBMITTED, SubmissionState.RETURNED, SubmissionState.ACCEPTED]),
    min_size=12,
    max_size=12,
)


States = Sequence[SubmissionState | None]


async def walk(base: Base, tree: Tree, states: States, roles: list[int], seed: int, steps: int) -> None:
    """Lets people write and press in a random order, and looks at every word and every change."""
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "town.sqlite3")
        clock, heard = MovableClock(NOW), list[Letter]()

        async def show(letter: Letter) -> None:
            heard.append(letter)

        configured = Settings(database_url=where, _env_file=None)
        async with build(configured, [Console(show)], clock=clock, base=base) as app:
            await app.store.change(lambda connection: scene(connection, tree, states, roles))
            await _walk(Town(app, tree, heard), roles, random.Random(seed), steps)


async def _walk(town: Town, roles: list[int], dice: random.Random, steps: int) -> None:
    tree = town.tree
    leader = tree.leaves("u0", NOW.date())[0].id
    people = [*(f"canbo{n}" for n in range(len(roles))), f"truong-{leader}", "la"]
    for step in range(steps):
        person = "an" if step < steps // 5 else dice.choice(people)
        text, token = _deed(dice, town, tree)
        before = await town.app.store.look(state)
        letters = await town.act(person, text, token)
        after = await town.app.store.look(state)
        changed = {unit for unit in before.keys() | after.keys() if before.get(unit) != after.get(unit)}
        assert changed <= reach(person, tree, roles) | {""}, f"{person} changed {changed}: {text} {token}"
        for letter in letters:
            assert leaks(letter, text, tree, roles) == [], f"{person}: {text} {token}"
        if step == steps // 2:
            await _moved(town.app, roles, tree)


async def _moved(app: App, roles: list[int], tree: Tree) -> None:
    """The first officer becomes officer of another unit; the buttons of the first time are still on the phone."""
    who, old = person_id(address("canbo0")), f"u{roles[0] % len(tree.units)}"
    roles[0] += 1
    new = f"u{roles[0] % len(tree.units)}"
    both = [Role(who, RoleKind.OFFICER, old, NOW.replace(month=4), NOW), Role(who, RoleKind.OFFICER, new, NOW)]
    await app.store.change(lambda connection: writing.write(connection, both))


def _deed(dice: random.Random, town: Town, tree: Tree) -> tuple[str, str]:
    """Returns what is typed, or a button of anybody's screen, or one that was bent to another unit."""
    kind = dice.random()
    if kind < 0.25 or not town.tokens:
        return dice.choice(_BARE), ""
    if kind < 0.5:
        return f"{dice.choice(_NAMED)} {dice.choice(tree.units).name}", ""
    token = dice.choice(sorted(town.tokens))
    if kind < 0.75:
        return town.tokens[token], token
    return town.tokens[token], re.sub(r"\bu\d+\b", dice.choice(tree.units).id, token)


class Plans:
    """The knowledge, with a name that is short enough for a failing example."""

    def __init__(self, base: Base) -> None:
        self.base = base

    def __repr__(self) -> str:
        """Returns the short name."""
        return "plans"


@pytest.fixture(scope="module")
def plans(base: Base) -> Plans:
    """The shipped knowledge."""
    return Plans(base)


UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=5, deadline=None, suppress_health_check=UNHURRIED)
@given(TREES, STATES, st.lists(st.integers(0, 11), min_size=2, max_size=3), st.integers(0, 10**6))
def test_nobody_sees_or_changes_what_is_not_theirs(
    plans: Plans, parents: list[int], states: list[SubmissionState | None], roles: list[int], seed: int
) -> None:
    asyncio.run(walk(plans.base, Tree(units(parents)), states, list(roles), seed, 60))


@pytest.mark.soak
@settings(max_examples=100, deadline=None, suppress_health_check=UNHURRIED)
@given(TREES, STATES, st.lists(st.integers(0, 11), min_size=2, max_size=3), st.integers(0, 10**6))
def test_nobody_does_however_long_they_try(
    plans: Plans, parents: list[int], states: list[SubmissionState | None], roles: list[int], seed: int
) -> None:
    asyncio.run(walk(plans.base, Tree(units(parents)), states, list(roles), seed, 200))
