"""Where a report stands: every state, and whether it is late."""

from datetime import date

import pytest

from bot.model.standing import Stand, Standing, stand, together
from bot.model.submission import ReportKey, Submission, SubmissionState
from tests.virtual_clock import START

LAST = date(2026, 5, 25)
BEFORE, AFTER = date(2026, 5, 25), date(2026, 5, 26)


def held(state: SubmissionState, *, late: bool = False) -> Submission:
    """Returns a report in this state."""
    key = ReportKey("6T-2026", "thon-trung-dong", "cuoc-van-dong")
    return Submission(key, "BC-2026-6T-0001", 1, state, 1, (), "ba", START, "console", late=late)


@pytest.mark.parametrize(
    ("submission", "drafted", "today", "seen"),
    [
        (None, False, BEFORE, "chưa báo"),
        (None, False, AFTER, "chưa báo, trễ"),
        (None, True, BEFORE, "đang nhập"),
        (None, True, AFTER, "đang nhập, trễ"),
        (held(SubmissionState.SUBMITTED), False, BEFORE, "đã nộp"),
        (held(SubmissionState.SUBMITTED), False, AFTER, "đã nộp"),
        (held(SubmissionState.SUBMITTED), True, AFTER, "đã nộp"),
        (held(SubmissionState.SUBMITTED, late=True), False, AFTER, "đã nộp, trễ"),
        (held(SubmissionState.ACCEPTED), False, AFTER, "đã duyệt"),
        (held(SubmissionState.ACCEPTED, late=True), False, AFTER, "đã duyệt, trễ"),
        (held(SubmissionState.RETURNED), False, BEFORE, "trả lại"),
        (held(SubmissionState.RETURNED), True, AFTER, "trả lại, trễ"),
        (held(SubmissionState.WITHDRAWN), False, BEFORE, "chưa báo"),
        (held(SubmissionState.WITHDRAWN, late=True), True, BEFORE, "đang nhập"),
        (held(SubmissionState.WITHDRAWN), False, AFTER, "chưa báo, trễ"),
    ],
)
def test_a_report_stands_where_its_draft_its_latest_version_and_the_day_put_it(
    submission: Submission | None, drafted: bool, today: date, seen: str
) -> None:
    assert str(stand(submission, LAST, today, drafted=drafted)) == seen


@pytest.mark.parametrize(
    ("states", "seen"),
    [
        ([], Standing.MISSING),
        ([Standing.MISSING, Standing.MISSING], Standing.MISSING),
        ([Standing.MISSING, Standing.SUBMITTED], Standing.DRAFT),
        ([Standing.DRAFT, Standing.ACCEPTED], Standing.DRAFT),
        ([Standing.RETURNED, Standing.MISSING], Standing.DRAFT),
        ([Standing.SUBMITTED, Standing.ACCEPTED], Standing.SUBMITTED),
        ([Standing.ACCEPTED, Standing.ACCEPTED], Standing.ACCEPTED),
    ],
)
def test_a_unit_with_several_forms_stands_where_the_one_is_that_needs_work(
    states: list[Standing], seen: Standing
) -> None:
    assert together([Stand(state) for state in states]) == Stand(seen)


def test_a_unit_is_late_when_one_of_its_reports_is() -> None:
    both = [Stand(Standing.SUBMITTED, late=True), Stand(Standing.ACCEPTED)]
    assert str(together(both)) == "đã nộp, trễ"


def test_what_is_owed_is_what_the_unit_still_has_to_do() -> None:
    owed = {state for state in Standing if Stand(state).owed}
    assert owed == {Standing.MISSING, Standing.DRAFT, Standing.RETURNED}
