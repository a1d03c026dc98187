"""What the bot does, handler by handler, where a story would be too long to read."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Choice, Kind
from bot.model.talk import Talk, Topic
from bot.outcome import Outcome
from bot.router import route
from handlers import COMMANDS, HANDLERS
from handlers.answering import context
from handlers.pages import AT_MOST, page, shortened, split
from handlers.typed import typed
from knowledge.base import Base
from knowledge.facts import Model, Regime
from tests.desks import NOW, Desk, did


async def wrote(text: str, desk: Desk) -> Outcome:
    """Returns what comes of a text."""
    return await route(did(Kind.TEXT, text), desk, HANDLERS)


@pytest.mark.parametrize("text", [f"/{name}" for name in COMMANDS] + [f"/{name}@dongdoi_bot" for name in COMMANDS])
async def test_every_command_of_the_menu_is_known(text: str, base: Base) -> None:
    (reply,) = (await wrote(text, Desk(base))).replies
    assert "không có lệnh" not in reply.text


@pytest.mark.parametrize("text", ["các hạn", "CAC HAN?", "ca\u0301c ha\u0323n", "  cac   hạn.", "/han@bot ngay"])
def test_a_phrase_is_known_in_any_spelling(text: str) -> None:
    assert typed(did(Kind.TEXT, text), "/han", "cac han")


async def test_a_question_after_hoi_is_the_question_itself(base: Base) -> None:
    text = "báo cáo 6 tháng phong trào vì người nghèo nộp ngày nào?"
    assert (await wrote(f"/hoi {text}", Desk(base))).replies == (await wrote(text, Desk(base))).replies


@pytest.mark.parametrize(
    "day", [date(2024, 5, 2), date(2024, 5, 31), date(2025, 1, 1), date(2026, 11, 24), date(2035, 1, 1)]
)
@pytest.mark.parametrize("start", ["/han", "/mohinh"])
async def test_every_choice_leads_on_and_fits_a_small_phone(start: str, day: date, base: Base) -> None:
    desk = Desk(base, now=datetime.combine(day, NOW.timetz()))
    told = set(await _walked(start, desk))
    kind = Regime if start == "/han" else Model
    reached = {fact.id for fact in base.library.of(kind) if f"fact:{fact.id}" in told}
    wanted = [fact for fact in base.library.of(kind) if isinstance(fact, Model) or fact.kind == "báo cáo"]
    assert {fact.id for fact in wanted} <= reached


async def _walked(start: str, desk: Desk) -> list[str]:
    """Returns the tokens of all choices that can be reached, after checking each message on the way."""
    waiting, seen = list((await wrote(start, desk)).replies), list[str]()
    while waiting:
        reply = waiting.pop()
        assert len(reply.choices) <= AT_MOST
        assert len(reply.text) <= 1000
        assert len({choice.label for choice in reply.choices}) == len(reply.choices)
        for choice in reply.choices:
            assert len(choice.token.encode()) <= 64
            if choice.token not in seen:
                seen.append(choice.token)
                if not choice.token.startswith("fact:"):
                    waiting += (await route(did(Kind.PRESS, choice.label, choice.token), desk, HANDLERS)).replies
    return seen


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200), kind=st.sampled_from([kind for kind in Kind if kind is not Kind.EVENT]))
async def test_whatever_comes_there_is_an_answer(text: str, kind: Kind, base: Base) -> None:
    outcome = await route(did(kind, text, token=text[:64]), Desk(base), HANDLERS)
    assert outcome.reachable is not None or outcome.replies[0].text


@pytest.mark.parametrize("text", ["hạn nộp báo cáo " * 256, "a" * 4096, "😀" * 2048, "đồng chí ơi " * 341])
async def test_a_message_of_the_longest_size_gets_an_answer(text: str, base: Base) -> None:
    (reply,) = (await wrote(text, Desk(base))).replies
    assert 0 < len(reply.text) <= 4096


@pytest.mark.parametrize(
    "token", ["", "fact:R999", "fact:", "han:nowhere:0", "han:kh121:999", "mohinh::x", "what:ever"]
)
async def test_a_choice_that_nobody_knows_any_more_is_answered(token: str, base: Base) -> None:
    (reply,) = (await route(did(Kind.PRESS, "", token), Desk(base), HANDLERS)).replies
    assert reply.text


async def test_a_question_is_kept_for_the_office_without_the_asker(base: Base) -> None:
    (question,) = (await wrote("giá vàng hôm nay bao nhiêu", Desk(base))).questions
    assert (question.text, question.outcome, question.channel) == ("giá vàng hôm nay bao nhiêu", "decline", "console")


async def test_small_talk_is_not_kept(base: Base) -> None:
    assert (await wrote("cảm ơn", Desk(base))).questions == ()


def test_a_topic_is_forgotten_after_an_hour(base: Base) -> None:
    desk = Desk(base, talk=Talk(topic=Topic("hạn nộp?", ("R01",), NOW - timedelta(minutes=59))))
    assert context(desk) is not None
    assert context(replace(desk, now=NOW + timedelta(minutes=2))) is None


def test_a_page_has_at_most_seven_choices_and_goes_on_to_the_end() -> None:
    choices = [Choice(str(number), f"fact:{number}") for number in range(20)]
    shown, start = list[Choice](), 0
    while True:
        *some, last = page(choices, start, "han:x")
        shown += some
        if last.label != "Xem thêm":
            break
        start = split(last.token)[1]
    assert [*shown, last] == choices


def test_seven_choices_are_one_page() -> None:
    choices = [Choice(str(number), f"fact:{number}") for number in range(7)]
    assert page(choices, 0, "han:x") == tuple(choices)


def test_a_label_is_cut_after_a_word() -> None:
    assert shortened("một hai ba bốn", 9) == "một hai…"
    assert shortened("một hai", 9) == "một hai"
