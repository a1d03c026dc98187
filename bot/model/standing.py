"""Where a unit's report stands in a period."""

from enum import StrEnum


class Standing(StrEnum):
    """The states that people see; the value is what is shown. Whether it is late is said beside it."""

    MISSING = "chưa báo"
    DRAFT = "đang nhập"
    SUBMITTED = "đã nộp"
    RETURNED = "trả lại"
    ACCEPTED = "đã nhận"
