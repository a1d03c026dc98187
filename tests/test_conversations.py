"""A message that goes on from the last answer is understood, and one that begins anew is not bent to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.interview import Interview
from bot.messages import Kind
from bot.router import route
from handlers import HANDLERS
from handlers.again import repeats
from handlers.answering import choices, said
from knowledge.answer import Answer, Found, Nothing, Smalltalk, Unsure
from knowledge.base import Base
from tests.conversations import TURNS, Conversation, hold, read_conversations
from tests.desks import Desk, did
from tests.exam import TODAY

FILES = sorted(TURNS.glob("*.txt"))
BETWEEN = ("cảm ơn cháu", "à ra thế, cảm ơn nghe", "ừ", "Nói lại coi, mắt kém quá", "chào cháu nghe")
BEFORE = ("Cảm ơn nghe. ", "À ra thế, ", "dạ vâng, cháu cảm ơn ạ, ")
DOUBTS = (
    "chắc không?",
    "đúng rứa không cháu",
    "chac k vay",
    "Thiệt không? Tui nghe tháng 6 mà",
    "sao bác nhớ 30/11?",
)
BEHIND = (" nghe cháu", " vậy đồng chí", " giúp bác với")


def talked(base: Base, *turns: str) -> Answer:
    """Returns the reply to the last turn."""
    interview = Interview(base, TODAY)
    return [interview.ask(turn) for turn in turns][-1]


def wrong(base: Base, conversations: list[Conversation]) -> list[tuple[tuple[str, ...], str, str]]:
    """Returns the conversations whose verdict is not what their file says, with the last reply."""
    return [
        (one.conversation.turns, one.verdict, one.replies[-1].text)
        for one in hold(base, conversations)
        if (one.verdict == "right") is not one.conversation.reached
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversations_end_as_they_should(base: Base, path: Path) -> None:
    conversations = read_conversations(path)
    assert conversations
    assert wrong(base, conversations) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_a_chat_and_the_command_ask_say_the_same(base: Base, path: Path) -> None:
    for conversation in read_conversations(path):
        interview, desk = Interview(base, TODAY), Desk(base)
        for turn in conversation.turns:
            outcome = await route(did(Kind.TEXT, turn), desk, HANDLERS)
            desk = replace(desk, talk=outcome.talk or desk.talk)
            assert outcome.replies[-1].text == said(interview.ask(turn), desk.office), conversation.turns


@pytest.mark.parametrize("between", BETWEEN)
def test_the_topic_survives_a_thank_you_and_a_repetition(base: Base, between: str) -> None:
    told = [one for path in FILES for one in read_conversations(path) if one.reached and len(one.turns) > 1]
    assert wrong(base, [replace(one, turns=(*one.turns[:-1], between, one.turns[-1])) for one in told[::4]]) == []


@pytest.mark.parametrize("before", BEFORE)
def test_what_is_said_before_a_question_changes_nothing(base: Base, before: str) -> None:
    asked = [one for one in read_conversations(TURNS / "written_third.txt") if one.asked.answerable]
    assert wrong(base, [replace(one, turns=(*one.turns[:-1], before + one.turns[-1])) for one in asked]) == []


@pytest.mark.parametrize("behind", BEHIND)
def test_what_is_said_behind_a_question_changes_nothing(base: Base, behind: str) -> None:
    asked = [one for one in read_conversations(TURNS / "written_third.txt") if one.asked.answerable]
    assert (
        wrong(base, [replace(one, turns=(*one.turns[:-1], one.turns[-1].rstrip("?. ") + behind)) for one in asked])
        == []
    )


@pytest.mark.parametrize(
    "again",
    [
        "nói lại",
        "Nói lại coi, mắt kém quá",
        "bác già rồi nghe không rõ, cháu nói lại lần nữa đi",
        "chu noi nhanh qua tui nghe khong kip, noi lai",
        "Chào đồng chí, nói lại giúp bác",
        "bác nghe chưa rõ",
    ],
)
def test_whoever_did_not_hear_gets_the_last_answer_again(base: Base, again: str) -> None:
    first = talked(base, "hạn báo cáo năm kế hoạch 121?")
    assert talked(base, "hạn báo cáo năm kế hoạch 121?", "cảm ơn cháu", again) == first


@pytest.mark.parametrize(
    "text", ["nhắc lại hạn báo cáo", "nói lại, kể tên từng xã", "gửi lại mã mời", "mấy hộ, nói lại nghe"]
)
def test_whoever_asks_something_beside_it_does_not(text: str) -> None:
    assert not repeats(text)


@pytest.mark.parametrize("pointer", ["cái thứ hai", "cai thu 2", "Cái số hai ấy", "cái vì người nghèo ấy"])
def test_one_of_the_things_just_shown_is_pointed_at(base: Base, pointer: str) -> None:
    assert "10/6/2024" in talked(base, "khi nào nộp báo cáo 6 tháng", pointer).text


def test_the_list_stays_behind_what_was_pointed_at(base: Base) -> None:
    asked = "khi nào nộp báo cáo 6 tháng", "cái thứ hai", "cảm ơn nghe", "còn cái đầu?"
    assert "31/5/2024" in talked(base, *asked).text
    assert "15/5/2024" in talked(base, *asked, "rứa cái cuối").text


def test_a_place_that_the_list_does_not_have_is_not_taken_for_another_one(base: Base) -> None:
    told = talked(base, "Huyện nào phấn đấu nông thôn mới năm 2025?", "huyện thứ năm là huyện nào")
    assert not isinstance(told, Found) or "Núi Thành" in told.text


def test_where_it_begins_is_no_first_thing(base: Base) -> None:
    assert "17/10" in talked(base, "Tháng cao điểm vì người nghèo tới ngày nào?", "bắt đầu ngày nào").text


async def test_the_choices_come_back_with_the_answer_that_offered_them(base: Base) -> None:
    desk = Desk(base)
    for text in ("khi nào nộp báo cáo 6 tháng", "cảm ơn nghe", "nói lại"):
        outcome = await route(did(Kind.TEXT, text), desk, HANDLERS)
        desk = replace(desk, talk=outcome.talk or desk.talk)
    assert outcome.replies[-1].choices == choices(talked(base, "khi nào nộp báo cáo 6 tháng"))


def test_another_matter_is_not_asked_of_the_last_one(base: Base) -> None:
    told = talked(base, "Ai ký kế hoạch vì người nghèo?", "cảm ơn. cho hỏi chuyện khác: báo cáo năm nộp ngày mấy")
    assert isinstance(told, Unsure)
    assert "31/10/2024" in told.text


def test_a_part_that_the_plans_do_not_tell_is_declined(base: Base) -> None:
    told = talked(base, "Toàn tỉnh hỗ trợ sửa chữa và xây mới bao nhiêu nhà?", "trong đó xây mới bao nhiêu?")
    assert isinstance(told, Nothing)


@pytest.mark.parametrize("text", ["À ra thế, cảm ơn nghe", "rứa hỉ, tui nhớ rồi, cảm ơn", "hay quá, cảm ơn đồng chí"])
def test_thanks_alone_ask_nothing(base: Base, text: str) -> None:
    assert isinstance(talked(base, "hạn báo cáo năm kế hoạch 121?", text), Smalltalk)


@pytest.mark.parametrize("doubt", DOUBTS)
def test_whoever_doubts_hears_the_last_answer_again_with_its_source(base: Base, doubt: str) -> None:
    first = talked(base, "hạn báo cáo năm kế hoạch 121?")
    told = talked(base, "hạn báo cáo năm kế hoạch 121?", doubt)
    assert isinstance(told, Found)
    assert told.text.endswith(first.text)
    assert "Theo Kế hoạch 121" in told.text


def test_what_was_heard_and_stands_in_the_plan_is_confirmed(base: Base) -> None:
    told = talked(base, "Núi Thành xong hồ sơ tháng mấy?", "tui nghe trước tháng 6/2025 mà")
    assert told.text.startswith("Đúng vậy.")


def test_doubt_of_what_was_declined_declines_it_again(base: Base) -> None:
    assert isinstance(talked(base, "Kế hoạch 121 ai ký?", "có chắc không?"), Nothing)


@pytest.mark.parametrize(
    "text", ["chắc không còn nhà tạm nào", "đúng là xã Tam Thanh kiểu mẫu năm 2025 không", "đúng rồi"]
)
def test_what_says_more_than_doubt_is_none(base: Base, text: str) -> None:
    told = talked(base, "hạn báo cáo năm kế hoạch 121?", text)
    assert not told.text.startswith(("Tôi tra lại", "Đúng vậy"))


@pytest.mark.parametrize("text", ["nhằm mục đích gì", "không, cảm ơn cháu", "khong phai nop cho Mat tran a"])
def test_what_takes_nothing_back_corrects_nothing(base: Base, text: str) -> None:
    told = talked(base, "hạn báo cáo năm kế hoạch 121?", text)
    assert "10/11/2024" not in told.text


def test_things_of_another_kind_are_not_counted_for_those_asked_for(base: Base) -> None:
    told = talked(base, "xã Tam Thanh nâng cao năm nào?", "mấy mô hình tất cả?")
    assert "17 mô hình" not in told.text
    assert "17 xã" not in told.text


def test_a_time_that_the_fact_does_not_have_is_declined(base: Base) -> None:
    assert isinstance(talked(base, "Quỹ vì người nghèo của ai?", "từ năm nào đến năm nào?"), Nothing)


def test_a_part_of_the_country_that_the_plan_leaves_out_is_not_answered_with_another(base: Base) -> None:
    assert isinstance(talked(base, "Miền núi mấy phần trăm thôn kiểu mẫu?", "đồng bằng thì sao?"), Nothing)
