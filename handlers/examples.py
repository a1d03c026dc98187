"""The questions that the bot offers as examples, where it introduces itself and where it did not understand."""

from bot.messages import Choice

EXAMPLES = (
    "Hạn nộp báo cáo 6 tháng là ngày nào?",
    "Có những mô hình bảo vệ môi trường nào?",
    "Tháng cao điểm vì người nghèo là khi nào?",
)


def examples() -> tuple[Choice, ...]:
    """Returns the example questions as choices that ask them."""
    return tuple(Choice(question, f"ask:{question}") for question in EXAMPLES)
