"""Who puts a figure right in passing is heard; who speaks of other things is not."""

import pytest

from bot.reading.correction import corrected

CORRECTED = {
    "so truoc sai, sua lai 4tr": "4tr",
    "khong phai, ho ngheo 4 moi dung": "ho ngheo 4",
    "số trước nhầm, 5": "5",
    "nhầm, hộ nghèo là 3": "hộ nghèo là 3",
    "nham roi, ho ngheo 3": "ho ngheo 3",
    "à nhầm hộ nghèo là 3 mới đúng": "hộ nghèo là 3",
    "tôi ghi nhầm, quỹ 3tr5": "quỹ 3tr5",
    "tui bao lon so, nha tam la 2": "nha tam la 2",
    "hồi nãy tui báo sai, cận nghèo 4": "cận nghèo 4",
    "xin lỗi, tôi nhập sai hộ nghèo": "hộ nghèo",
    "ghi nhầm rồi": "",
    "tôi ghi nhầm rồi": "",
    "tui gửi nhầm số": "",
    "hộ nghèo 3 mới đúng": "hộ nghèo 3",
    "hộ nghèo là 3 chứ không phải 5": "hộ nghèo là 3",
    "hộ nghèo 3 chứ ko phải 5 nghe": "hộ nghèo 3",
    "đúng ra hộ nghèo là 3": "hộ nghèo là 3",
    "sai rồi, hộ nghèo là 3": "hộ nghèo là 3",
}
OTHERS = (
    "không phải, hộ nghèo 3",
    "nhầm",
    "nhầm rồi",
    "bấm nhầm",
    "sổ đỏ nhà tôi ghi nhầm",
    "tôi gửi nhầm thì làm sao",
    "lâm sản ngoài gỗ",
    "lo cho hộ nghèo",
    "lớn tuổi",
    "làm nhà cho hộ nghèo",
    "lo hộ nghèo 3 hộ",
    "sai phạm 3 điều",
    "tôi bấm nhầm nút",
    "thực ra kế hoạch 121 nói gì",
    "lắm",
)


@pytest.mark.parametrize(("text", "rest"), CORRECTED.items())
def test_what_is_put_right_is_told(text: str, rest: str) -> None:
    assert corrected(text) == rest


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_put_nothing_right(text: str) -> None:
    assert corrected(text) is None
