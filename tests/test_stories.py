"""The stories are true: played against the real program, they go as they are written."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.errors import StoryError
from bot.messages import Incoming
from bot.model.job import JobKind
from bot.outcome import Outcome
from bot.ports.letter import Letter
from bot.router import Handler
from bot.stories.player import play
from handlers import HANDLERS
from knowledge.base import Base
from knowledge.form_files import load_forms
from tests.seen import RENDERINGS, faults
from tests.working import WISHING, worker

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
_SPOKEN: set[str] = set()
_PLAYED: set[Path] = set()
_HEARD: list[Letter] = []


def _watched(handlers: Sequence[Handler]) -> list[Handler]:
    """Returns the same handlers, which note that they were asked."""

    def watched(handler: Handler) -> Handler:
        async def handle(incoming: Incoming, desk: Desk) -> Outcome:
            _SPOKEN.add(handler.name)
            return await handler.handle(incoming, desk)

        return replace(handler, handle=handle)

    return [watched(handler) for handler in handlers]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_goes_as_it_is_written(path: Path, base: Base, request: pytest.FixtureRequest) -> None:
    story = path.read_text(encoding="utf-8")
    played = asyncio.run(play(story, base, path.name, _watched(HANDLERS), heard=_HEARD.append))
    _PLAYED.add(path)
    if request.config.getoption("--update"):
        path.write_text(played, encoding="utf-8")
    else:
        assert played == story


@pytest.mark.parametrize("channel", RENDERINGS)
def test_what_is_said_can_be_read_and_answered_on_every_channel(channel: str) -> None:
    if not _HEARD:
        pytest.skip("only when stories were played")
    wrong = [(letter.text, why) for letter in _HEARD if (why := faults(letter, RENDERINGS[channel]))]
    assert wrong == []


def test_a_job_is_wished_and_finished(base: Base) -> None:
    story = "Cho: Ba = officer xa-van-tra\nBa: vẽ biểu đồ\nBot: Tôi đang làm.\nBot: (ảnh tinh-hinh.png)\n"
    handlers = (WISHING, *_watched(HANDLERS))
    assert asyncio.run(play(story, base, handlers=handlers, workers={JobKind.CHART: worker})) == story


def test_every_handler_has_its_part_in_some_story() -> None:
    if set(STORIES) != _PLAYED:
        pytest.skip("only when all stories were played")
    assert [handler.name for handler in HANDLERS if handler.name not in _SPOKEN] == []


def test_every_form_is_filled_in_some_story() -> None:
    ledgers = "\n".join(path.read_text(encoding="utf-8") for path in STORIES)
    assert [form.id for form in load_forms() if f"Sổ: {form.id} v1 " not in ledgers] == []


async def test_a_button_that_is_not_on_the_screen_cannot_be_pressed(base: Base) -> None:
    with pytest.raises(StoryError, match=r"ba.txt:2: No choice named Gửi is on the screen of Ba."):
        await play("# nothing was said yet\nBa: [Gửi]\n", base, "ba.txt")


async def test_a_line_that_is_none_is_named_with_its_place(base: Base) -> None:
    with pytest.raises(StoryError, match=r"ba.txt:1: this is no line of a story"):
        await play("just words\n", base, "ba.txt")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Ba là trưởng thôn", "this sets no scene"),
        ("Ba = leader", "No unit has the id"),
        ("Ba = officer xa-khong-co", "No unit has the id xa-khong-co"),
        ("mã K7Q4 = admin", "K7Q4 is no code"),
        ("mã K7Q4-M2XA = admin đến 2026-02-30", "day is out of range"),
    ],
)
async def test_a_scene_that_cannot_be_set_is_named_with_its_place(said: str, why: str, base: Base) -> None:
    with pytest.raises(StoryError, match=rf"ba.txt:2: .*{why}"):
        await play(f"# a note\nCho: {said}\n", base, "ba.txt")


async def test_the_scene_is_no_news(base: Base) -> None:
    scene = "Cho: Ba = leader thon-trung-dong\nCho: An = admin\nCho: mã K7Q4-M2XA = leader thon-an-hoa\nBa: (sticker)\n"
    assert "Sổ:" not in await play(f"{scene}Cho: đơn vị = tinh_sap_xep\nBa: (sticker)\n", base)


async def test_what_people_do_is_never_rewritten(base: Base) -> None:
    told = "# a note\n\n@ 2026-05-20 08:00\nBa: (ảnh)\nBot: an old answer\n     of two lines\n\n# the end\n"
    played = await play(told, base)
    assert "an old answer" not in played
    assert [line for line in played.splitlines() if not line.startswith(("Bot", " "))] == [
        line for line in told.splitlines() if not line.startswith(("Bot", " "))
    ]
