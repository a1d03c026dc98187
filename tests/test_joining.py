"""Codes as they are typed, units as they are named, who may do what: where a story would be too long to read."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.load import PROVINCE, REARRANGED
from bot.errors import BrokenUnitsError
from bot.messages import Kind
from bot.model.attempts import MOST, Attempts
from bot.model.code import ALPHABET, hashed, new_code, plain_code
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.talk import Talk
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.router import route
from bot.units_file import read_units
from handlers import HANDLERS, inviting, joining, my_data, revoking
from handlers.code_typed import code_typed
from handlers.looked_after import looked_after
from handlers.own_units import takes_over
from handlers.unit_named import units_named
from knowledge.base import Base
from knowledge.fold import plain
from knowledge.vocabulary import sound
from tests.desks import HERE, NOW, Desk, did
from tests.examples import tree
from tests.question_texts import questions

CODES = st.builds(new_code)


def typed(text: str, talk: Talk | None = None) -> str | None:
    """Returns the code that is read in a text, None where none is looked for."""
    found = code_typed(did(Kind.TEXT, text), talk or Talk())
    return None if found is None else found.code


class TestCodes:
    @given(CODES)
    def test_a_new_code_is_read_however_it_is_typed(self, code: str) -> None:
        plain = plain_code(code)
        assert len(plain) == 8
        assert set(plain) <= set(ALPHABET)
        looks = str.maketrans("582", "SBZ")
        for text in (code, plain, code.lower(), f"{plain[:4]} {plain[4:]}", f" {code}. ", code.translate(looks)):
            assert typed(text) == plain
        for text in (f"DANGKY {code}", f"đăng ký {plain}", f"dang ky ma {code}", f"QUANTRI {code}", f"/start {plain}"):
            assert typed(text) == plain

    @given(CODES, CODES)
    def test_what_is_stored_tells_codes_apart_and_is_not_the_code(self, one: str, other: str) -> None:
        first, second = hashed(plain_code(one)), hashed(plain_code(other))
        assert (first == second) == (one == other)
        assert plain_code(one) not in first.upper()

    @pytest.mark.parametrize(
        "text", ["dangky", "Đăng ký", "quản trị", "DANGKY K7Q4", "dang ky k7q4-m2", "DANGKY ABCDEFGH"]
    )
    def test_a_code_with_something_missing_is_no_try(self, text: str) -> None:
        assert typed(text) == ""

    @pytest.mark.parametrize(
        "text",
        [
            "nghe chua",
            "đăng ký hiến đất",
            "dang ky danh sach",
            "đăng ký làm đường 6 thôn",
            "35000000",
            "3500 2024",
            "quý 1 2024",
            "nam 2026",
            "/start",
            "/start chao",
            "k7q4m2x",
            "K7Q4-M2XA-9",
            "quan tri rui ro",
        ],
    )
    def test_other_words_are_no_code(self, text: str) -> None:
        assert typed(text) is None

    def test_while_a_figure_is_asked_only_a_code_with_its_word_is_one(self) -> None:
        assert typed("K7Q4-M2XA", Talk(figure=True)) is None
        assert typed("DANGKY K7Q4-M2XA", Talk(figure=True)) == "K7Q4M2XA"

    def test_no_question_is_taken_for_a_code_or_an_order(self) -> None:
        handlers = (joining.HANDLER, inviting.HANDLER, revoking.HANDLER, my_data.HANDLER)
        taken = [text for text in questions() if any(one.wants(did(Kind.TEXT, text), Talk()) for one in handlers)]
        assert taken == []


class TestAttempts:
    def test_five_wrong_codes_within_an_hour_lock_for_an_hour(self) -> None:
        attempts = Attempts(HERE, 0, NOW)
        for number in range(MOST):
            assert not attempts.locked(NOW)
            attempts = attempts.failed(NOW + timedelta(minutes=number))
        last = attempts.since
        assert attempts.locked(last + timedelta(minutes=59))
        assert not attempts.locked(last + timedelta(minutes=60))
        assert attempts.failed(last + timedelta(minutes=60)).count == 1


class TestNames:
    @pytest.mark.parametrize("name", [PROVINCE, REARRANGED])
    def test_every_unit_is_found_by_its_name_and_its_place(self, name: str) -> None:
        units = tree(name)
        for unit in units.units:
            over = units.find(unit.parent)
            place = f"{unit.name}, {over.name}" if over else unit.name
            same = [one for one in units.units if one.level == unit.level]
            assert unit in units_named(unit.name, same, units)
            assert units_named(place, same, units) == [unit]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("thôn Trung Đông", ["thon-trung-dong"]),
            ("trung dong", ["thon-trung-dong", "thon-trung-dong-ha-linh"]),
            ("chi hội thôn Trung Đồng", ["thon-trung-dong-ha-linh"]),
            ("thon trung dong xa van tra", ["thon-trung-dong"]),
            ("An Hoà", ["thon-an-hoa", "thon-an-hoa-con-nhan"]),
            ("an hoa, xã Cồn Nhàn", ["thon-an-hoa-con-nhan"]),
            ("phu xuan xa khac", ["thon-phu-xuan", "thon-phu-xuan-dong-sim"]),
            ("trug dông", ["thon-trung-dong", "thon-trung-dong-ha-linh"]),
            ("chung dong", ["thon-trung-dong", "thon-trung-dong-ha-linh"]),
            ("trungdong", ["thon-trung-dong", "thon-trung-dong-ha-linh"]),
            ("an hoaf", ["thon-an-hoa", "thon-an-hoa-con-nhan"]),
            ("an hoi", ["thon-an-hoi"]),
            ("tam thanh", []),
            ("an hoai", []),
            ("chi hội thôn Không Có", []),
            ("", []),
            ("chi hội", []),
        ],
    )
    def test_a_name_means_the_units_that_fit(self, text: str, found: list[str]) -> None:
        leaves = [unit for unit in tree().units if unit.level == "chi hội"]
        assert [unit.id for unit in units_named(text, leaves, tree())] == found

    def test_the_name_of_a_unit_elsewhere_is_not_bent_to_one_of_ours(self) -> None:
        every = tree().units
        for unit in every:
            others = [one for one in every if sounds(one) != sounds(unit)]
            assert units_named(unit.name, others, tree()) == []


def sounds(unit: Unit) -> list[str]:
    """Returns how the words of a unit's own name sound: the last two or three, behind those of its level."""
    return [sound(word) for word in plain(unit.short).split() if word not in ("thon", "xa", "huyen", "tinh")]


def person(*roles: tuple[RoleKind, str]) -> Person:
    """Returns somebody with these roles."""
    return Person("p", "Ba", HERE, NOW, tuple(Role("p", kind, unit, NOW) for kind, unit in roles))


class TestReach:
    def test_an_officer_looks_after_the_leaders_of_their_own_subtree(self, base: Base) -> None:
        units = tree()
        found = looked_after(person((RoleKind.OFFICER, "huyen-thach-linh")), units, Desk(base), RoleKind.LEADER)
        assert {unit.level for unit in found} == {"chi hội"}
        assert all(units.within(unit.id, "huyen-thach-linh", NOW.date()) for unit in found)
        assert looked_after(person((RoleKind.OFFICER, "xa-van-tra")), units, Desk(base), RoleKind.OFFICER) == []

    def test_an_admin_looks_after_all(self, base: Base) -> None:
        kinds = (RoleKind.LEADER, RoleKind.OFFICER)
        found = [looked_after(person((RoleKind.ADMIN, "")), tree(), Desk(base), kind) for kind in kinds]
        assert [len(units) for units in found] == [197, 31]

    def test_a_district_that_is_gone_leaves_its_officer_nothing(self, base: Base) -> None:
        desk = Desk(base, now=NOW.replace(year=2026, month=7))
        units = tree(REARRANGED)
        assert takes_over("huyen-thach-linh", units, desk) is None
        assert looked_after(person((RoleKind.OFFICER, "huyen-thach-linh")), units, desk, RoleKind.LEADER) == []
        new = takes_over("xa-van-tra", units, desk)
        assert new is not None
        assert new.id == "xa-van-linh"


@pytest.mark.parametrize(
    "text",
    [
        "DANGKY K7Q4-M2XA",
        "K7Q4-M2XA",
        "dữ liệu của tôi",
        "xoá dữ liệu của tôi",
        "mời chi hội trưởng mới",
        "thu hồi vai trò x",
    ],
)
async def test_in_a_group_nobody_gets_a_role_or_sees_data(text: str, base: Base) -> None:
    outcome = await route(replace(did(Kind.TEXT, text), group=True), Desk(base), HANDLERS)
    (reply,) = outcome.replies
    assert "riêng cho tôi" in reply.text
    assert outcome.records == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(-1, 9), st.integers(-1, 9)), max_size=10, unique_by=lambda t: t[0]
    )
)
def test_whatever_tree_is_read_holds_together(rows: list[tuple[int, int, int]]) -> None:
    lines = [f"u{a},U,x,{f'u{b}' if b >= 0 else ''},,{f'2026-01-01,u{c}' if c >= 0 else ','}," for a, b, c in rows]
    raw = "\n".join(["id,name,level,parent,from,to,merged_into,members", *lines]).encode()
    try:
        units = Tree(read_units(raw, "t.csv"))
    except BrokenUnitsError:
        return
    day = NOW.date().replace(year=2026)
    for unit in units.units:
        assert all(units.within(one.id, unit.id, day) for one in units.below(unit.id, day))
        assert unit not in units.above(unit.id, day)
        heir = units.heir(unit.id, day)
        assert heir is None or heir.alive(day)
        assert (heir == unit) == unit.alive(day)
