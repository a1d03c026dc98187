"""The totals in a conversation, on a real store: where a story would be too long to read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.role import RoleKind
from knowledge.base import Base
from tests.reviewing import Office, staffed


@pytest.fixture
async def office(tmp_path: Path, base: Base) -> AsyncIterator[Office]:
    async with staffed(tmp_path, base) as found:
        yield found


async def test_what_a_unit_reported_beside_those_under_it_is_a_line_so_that_the_lines_add_up(office: Office) -> None:
    await office.hand_in("xa-van-tra", receipt="BC-2026-6T-0002")
    lines = (await office.writes("Lan", "tổng hợp 1")).splitlines()
    assert "- Chi hội thôn Trung Đông: 2 hộ" in lines
    assert lines[-2] == "- Riêng Hội CCB xã Vân Trà: 2 hộ"
    assert lines[-1].startswith("Cộng: 4 hộ ")


async def test_above_it_the_line_of_a_unit_holds_its_own_report(office: Office) -> None:
    await office.make("Hai", RoleKind.OFFICER, "huyen-thach-linh")
    await office.hand_in("xa-van-tra", receipt="BC-2026-6T-0002")
    lines = (await office.writes("Hai", "tổng hợp 1")).splitlines()
    assert any(line.startswith("- Hội CCB xã Vân Trà: 4 hộ ") for line in lines)
    assert not any("Riêng" in line for line in lines)
