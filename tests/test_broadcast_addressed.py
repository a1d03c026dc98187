"""A notice that says itself whom it is for: that clause is cut out of it; what is to be sent to somebody stays."""

import pytest

from handlers.broadcast_addressed import addressed, invited
from knowledge.fold import plain
from tests.question_texts import questions

SAID = {
    "thông báo: chiều mai họp tại nhà văn hoá lúc 14h, gửi cho các chi hội trưởng": "các chi hội trưởng",
    "Thông báo: chiều mai họp lúc 14h. Gửi cho chi hội trưởng xã Vân Trà": "chi hội trưởng xã Vân Trà",
    "thong bao: mai hop luc 14h tai nha van hoa xa, gui cho chi hoi truong": "chi hoi truong",
    "Chiều mai 14h họp ở xã, nhờ em gửi cho mấy ông chi hội trưởng": "mấy ông chi hội trưởng",
    "mai 8h ra quân dọn đường, báo cho các chi hội trưởng giúp tôi": "các chi hội trưởng",
    "Thông báo: nộp báo cáo trước ngày 25/5, nhờ gửi cho các chi hội trưởng": "các chi hội trưởng",
}
NOT_SAID = (
    "thông báo: các chi hội nộp báo cáo trước ngày 25/5, gửi cho cán bộ xã",
    "Nộp báo cáo rồi gửi cho các chi hội trưởng",
    "thông báo: mai họp",
    "báo cáo năm nộp trước ngày nào, gửi cho chi hội trưởng",
)


@pytest.mark.parametrize(("text", "whom"), SAID.items())
def test_the_clause_is_the_audience_and_no_text(text: str, whom: str) -> None:
    said = addressed(text)
    assert said is not None
    assert said.whom == whom
    assert text.startswith(said.text)
    assert whom not in said.text


def test_what_stands_in_the_clause_besides_is_heard_too() -> None:
    said = addressed("Thông báo: mai họp lúc 8h, gửi cho các chi hội trưởng trừ thôn An Hòa, 8h sáng mai")
    assert said is not None
    assert (said.without, said.at) == ("thôn An Hòa", "8h sáng mai")


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_else_is_sent_to_somebody_stays_in_the_notice(text: str) -> None:
    assert addressed(text) is None


def test_no_question_is_a_notice_for_somebody() -> None:
    assert [text for text in questions() if addressed(text) or addressed(plain(text))] == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kính mời các đồng chí chi hội trưởng dự họp lúc 14h", "các đồng chí chi hội trưởng"),
        ("Kính mời các đồng chí chi hội trưởng xã Vân Trà dự họp", "các đồng chí chi hội trưởng xã Vân Trà"),
        ("Giấy mời: Kính mời đồng chí Chi hội trưởng dự họp 8h", "đồng chí Chi hội trưởng"),
        ("Kính mời toàn thể hội viên dự lễ lúc 7h30", ""),
        ("thông báo: mai họp", ""),
    ],
)
def test_leaders_who_are_addressed_first_are_the_audience(text: str, whom: str) -> None:
    assert invited(text) == whom
