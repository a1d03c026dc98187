"""An officer reminds by hand: which words mean it, and whom it never reaches."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.reports import NOW
from bot.messages import Choice, Kind
from bot.model.talk import Talk
from handlers import HANDLERS, calling, prompting
from handlers.prompting import DO, NOT
from handlers.seen_token import PROMPT, token
from handlers.two_choices import decided
from knowledge.base import Base
from tests.desks import EMPTY, did
from tests.looking import keep, officer, province, told
from tests.stores import ENGINES, Opened

MINE = (
    "nhắc những đơn vị chưa nộp",
    "nhac chi hoi chua nop",
    "Nhắc các chi hội chưa nộp báo cáo giúp tôi",
    "nhắc hết những nơi chưa gửi",
    "nhắc xã Vân Trà",
    "đôn đốc chi hội chưa nộp xã Vân Trà",
    "nhắc nhở thôn Trung Đông",
    "/nhac",
    "/nhac xã Vân Trà",
)
OTHERS = ("nhắc lại", "nhắc lại giúp bác", "nhắc tôi ngày mai", "nhắc ai", "cần nhắc những ai", "chưa ai nhắc tôi")
ASKED = (Choice("Nhắc", f"{DO}:6T-2026:xa-van-tra"), Choice("Thôi", f"{NOT}:"))


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with province(tmp_path, request.param) as found:
        yield found


def wanted_by(text: str, talk: Talk = EMPTY) -> str:
    """Returns the name of the handler that takes a text."""
    return next(handler.name for handler in HANDLERS if handler.wants(did(Kind.TEXT, text), talk))


@pytest.mark.parametrize("text", MINE)
def test_these_words_remind(text: str) -> None:
    assert wanted_by(text) == prompting.HANDLER.name


@pytest.mark.parametrize("text", OTHERS)
def test_these_words_are_for_others(text: str) -> None:
    assert wanted_by(text) != prompting.HANDLER.name


def test_whom_to_remind_is_asked_of_the_list_of_calls() -> None:
    assert wanted_by("cần nhắc những ai") == calling.HANDLER.name


@pytest.mark.parametrize("text", ["ok", "vâng", "có", "đồng ý", "nhắc đi", "ừ nhắc đi"])
def test_a_yes_reminds(text: str) -> None:
    assert decided(did(Kind.TEXT, text), ASKED) == ASKED[0]


@pytest.mark.parametrize("text", ["thôi", "không", "khỏi", "không cần đâu", "huỷ"])
def test_a_no_reminds_nobody(text: str) -> None:
    assert decided(did(Kind.TEXT, text), ASKED) == ASKED[1]


@pytest.mark.parametrize("text", ["nhắc xã Vân Trà", "có không?", "tình hình", "12"])
def test_what_is_neither_yes_nor_no_is_for_others(text: str) -> None:
    assert decided(did(Kind.TEXT, text), ASKED) is None


def test_a_letter_that_came_unasked_is_answered_unless_a_report_is_filled_in() -> None:
    assert wanted_by("vâng", Talk(offered=ASKED)) == "two choices"
    assert wanted_by("không", Talk(offered=ASKED, run="r")) != "two choices"


def test_while_a_report_is_filled_in_longer_words_may_be_its_answer() -> None:
    assert not prompting.wants(did(Kind.TEXT, "nhắc xã Vân Trà dọn rác"), Talk(run="r"))


@pytest.mark.parametrize("family", [PROMPT, DO])
@pytest.mark.parametrize("unit", ["xa-khe-son", "tinh-nam-van", "nowhere"])
async def test_a_button_reaches_no_unit_that_is_not_theirs(store: Opened, base: Base, family: str, unit: str) -> None:
    await keep(store, *officer("xa-van-tra"))
    assert "không thấy đơn vị đó" in (await told(store, base, "", token=token(family, NOW.id, unit))).text


async def test_a_leader_and_a_stranger_remind_nobody(store: Opened, base: Base) -> None:
    pressed = token(DO, NOW.id, "xa-van-tra")
    assert "do cán bộ Hội cấp trên làm" in (await told(store, base, "", token=pressed, name="Ba")).text
    assert "Nhắc" not in (await told(store, base, "nhắc xã Vân Trà", name="Ba")).text
