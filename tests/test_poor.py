"""Where nobody can be written to first: what comes unasked is seen at the next contact, in small pieces."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App, build
from bot.appointing import appoint
from bot.channels.console import Console, event
from bot.demo.load import load
from bot.messages import Address, Choice, File, Kind
from bot.model.parts import units
from bot.model.role import RoleKind
from bot.movable import MovableClock
from bot.ports.letter import Letter
from bot.settings import Settings
from bot.stories.player import START
from knowledge.base import Base
from tests.poor import NAME, UNITS, Poor, said
from tests.seen import RENDERINGS, faults

TU = Poor.address("Tư")
AN = Address("console", "console", "An")


class Talk:
    """An office at the console, a leader on the poorest channel, and what each of them sees."""

    def __init__(self, app: App, clock: MovableClock, seen: list[tuple[str, str]]) -> None:
        self.app = app
        self.clock = clock
        self._seen = seen

    async def writes(self, who: Address, *texts: str) -> list[str]:
        """Returns what anybody but the office sees after these texts, or what the office sees where it wrote."""
        self._seen.clear()
        for text in texts:
            await self.app.receive([event(who.chat, Kind.TEXT, text, channel=who.channel)])
            await self.app.settle()
        return self.sees(who)

    def sees(self, who: Address) -> list[str]:
        """Returns what somebody has seen since the last text."""
        return [text for chat, text in self._seen if chat == who.chat]


@pytest.fixture
async def talk(tmp_path: Path, base: Base) -> AsyncIterator[Talk]:
    seen: list[tuple[str, str]] = []
    clock = MovableClock(START)

    async def show(letter: Letter) -> None:
        seen.append((letter.address.chat, letter.text))

    settings = Settings(database_url=str(tmp_path / "poor.sqlite"), _env_file=None)
    app = build(settings, [Console(show), Poor(show)], clock=clock, base=base)
    async with app:
        await app.store.change(lambda connection: load(connection, with_people=False))
        await app.store.change(lambda c: appoint(c, AN, "An", RoleKind.ADMIN, "", START))
        await app.store.change(lambda c: appoint(c, TU, "Tư", RoleKind.LEADER, "thon-trung-dong", START))
        yield Talk(app, clock, seen)


async def reminded(talk: Talk) -> None:
    """The office reminds the leader."""
    await talk.writes(AN, "nhắc thôn Trung Đông", "nhắc")


async def test_what_is_pushed_is_seen_at_the_next_contact_once(talk: Talk) -> None:
    await talk.writes(TU, "chào")
    await reminded(talk)
    assert talk.sees(TU) == []
    [answer, pushed] = await talk.writes(TU, "cảm ơn")
    assert "Không có chi" in answer
    assert "chưa gửi báo cáo" in pushed
    assert len(await talk.writes(TU, "cảm ơn")) == 1


async def test_what_is_said_to_somebody_else_comes_before_the_answer(talk: Talk) -> None:
    await talk.writes(TU, "chào")
    await talk.writes(AN, "thu hồi vai trò chi hội trưởng thôn Trung Đông", "thu hồi")
    assert talk.sees(TU) == []
    [pushed, answer] = await talk.writes(TU, "cảm ơn")
    assert "thôi vai trò" in pushed
    assert "Không có chi" in answer


async def test_a_broadcast_waits_for_its_people_and_says_so(talk: Talk) -> None:
    preview = await talk.writes(AN, "gửi cho các chi hội trưởng: Mai họp.", "gửi ngay", "không")
    assert "Trong đó 1 người sẽ thấy khi nhắn cho tôi lần tới." in "\n".join(preview)
    await talk.writes(AN, "gửi")
    await talk.app.pass_time(talk.clock, START.replace(hour=9))
    assert talk.sees(TU) == []
    assert len([text for text in talk.sees(AN) if "Còn 1 người sẽ thấy khi nhắn cho tôi lần tới." in text]) == 1
    assert "Mai họp." in "\n".join(await talk.writes(TU, "chào"))
    await talk.app.pass_time(talk.clock, START.replace(hour=12))
    assert "đã xong, 1 người" in "\n".join(talk.sees(AN))


async def test_what_was_pushed_is_answered_by_its_words(talk: Talk) -> None:
    await reminded(talk)
    assert '"Báo cáo ngay"' in "\n".join(await talk.writes(TU, "/start"))
    assert "(1/14)" in "\n".join(await talk.writes(TU, "bao cao ngay"))


async def test_nothing_is_longer_than_the_channel_takes(talk: Talk) -> None:
    long = await talk.writes(TU, "trợ giúp", "các mô hình")
    assert max(map(units, long)) <= UNITS


def letter(text: str, *choices: str, numbered: bool = True) -> Letter:
    """Returns a letter with these choices."""
    offered = tuple(Choice(label, f"t:{place}") for place, label in enumerate(choices))
    return Letter(1, TU, text, offered, bulk=False, tries=0, numbered=numbered)


class TestContract:
    def test_what_is_right_has_no_faults(self) -> None:
        right = letter("Đồng chí chọn?", "Gửi", "Chi hội thôn An Hòa (Vân Trà)", "Để sau.")
        words = letter("Bao nhiêu hộ?", "Như kỳ trước", "Bỏ qua", numbered=False)
        assert [faults(one, channel) for one in (right, words) for channel in RENDERINGS.values()] == [[]] * (
            2 * len(RENDERINGS)
        )

    def test_two_choices_with_the_same_words_are_one_too_many(self) -> None:
        assert faults(letter("Chọn?", "Xã A", "Xã A"), RENDERINGS[NAME]) == ["Xã A: its words choose another one"]

    def test_words_that_are_lost_are_found(self) -> None:
        cut = replace(RENDERINGS[NAME], show=lambda one: RENDERINGS[NAME].show(replace(one, text=one.text[:9])))
        assert faults(letter("Hạn là ngày 31/5."), cut) == ["words are lost"]

    def test_what_is_too_long_is_found(self) -> None:
        whole = replace(RENDERINGS["console"], capabilities=RENDERINGS[NAME].capabilities)
        assert faults(letter("dài " * 60), whole) == ["240 units", "240 units"][:1]

    def test_the_poorest_channel_says_that_a_file_does_not_come(self) -> None:
        sent = replace(letter("Đây là tổng hợp."), file=File("tong-hop.xlsx", b"x"))
        assert "tong-hop.xlsx" in "\n".join(said(sent))
