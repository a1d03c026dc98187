"""Letters as Telegram's payloads."""

import pytest

from bot.channels.telegram.writing import UnfitTokenError, write
from bot.messages import Choice
from tests.telegram_trial import letter


def test_a_short_letter_is_one_plain_payload() -> None:
    (call,) = write(letter("Hạn nộp *31/5* _mỗi năm_."))
    assert (call.method, call.size) == ("sendMessage", 0)
    assert call.payload == {
        "chat_id": "5",
        "link_preview_options": {"is_disabled": True},
        "text": "Hạn nộp *31/5* _mỗi năm_.",
    }


def test_the_last_part_of_a_long_letter_carries_the_buttons() -> None:
    payloads = [call.payload for call in write(letter("Mô hình. " * 1000, choices=(Choice("Xem tiếp", "more"),)))]
    assert len(payloads) == 3
    assert [("reply_markup" in payload) for payload in payloads] == [False, False, True]
    assert payloads[-1]["reply_markup"] == {"inline_keyboard": [[{"text": "Xem tiếp", "callback_data": "more"}]]}


def test_short_labels_stand_in_pairs_and_a_long_one_alone() -> None:
    labels = ("Bỏ qua", "Như kỳ trước", "Kế hoạch 35 về nông thôn mới", "Gửi", "Sửa", "Huỷ")
    (call,) = write(letter("?", choices=tuple(Choice(label, label) for label in labels)))
    rows = [[button["text"] for button in row] for row in call.payload["reply_markup"]["inline_keyboard"]]
    assert rows == [
        ["Bỏ qua", "Như kỳ trước"],
        ["Kế hoạch 35 về nông thôn mới"],
        ["Gửi", "Sửa"],
        ["Huỷ"],
    ]


@pytest.mark.parametrize("token", ["", "ờ" * 22])
def test_a_token_that_telegram_would_refuse_is_refused_here(token: str) -> None:
    with pytest.raises(UnfitTokenError):
        write(letter("?", choices=(Choice("Gửi", token),)))
