"""The file of a broadcast says what became of it, and adds up."""

from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook

from bot.channels.console import address
from bot.demo.load import PROVINCE, example
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_result import by_unit, result
from bot.model.job import Job, JobKind
from bot.model.receiver import Receiver
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.tree import Tree
from bot.stories.lines import ZONE
from bot.work.broadcast_reporting import BroadcastReporting
from tests.broadcast_house import BroadcastHouse

AT = datetime(2026, 5, 20, 8, tzinfo=ZONE)
TREE = Tree(example(PROVINCE))
HERE = address("An")


def outcome(name: str, unit: str, state: str, *, acknowledged: bool = False) -> ReceiverOutcome:
    """Returns what became of a letter to somebody."""
    reason = "=cmd|' /C calc'!A0" if state == "failed" else ""
    return ReceiverOutcome(Receiver(address(name), name, name, unit), state, reason, acknowledged)


OUTCOMES = (
    outcome("Ba", "thon-trung-dong", "sent", acknowledged=True),
    outcome("Sáu", "thon-an-hoa", "failed"),
    outcome("Tám", "thon-phu-trach", "blocked"),
    outcome("Mười", "thon-phu-trach", "pending"),
    outcome("", "", "unknown"),
)


def test_results_are_of_the_units_above_and_add_up() -> None:
    lines = by_unit(OUTCOMES, TREE, AT.date())
    assert [line.unit.id if line.unit else "" for line in lines] == ["xa-van-tra", "xa-ha-linh", ""]
    assert [(line.sent, line.failed, line.blocked, line.unknown, line.waiting) for line in lines] == [
        (1, 1, 0, 0, 0),
        (0, 0, 1, 0, 1),
        (0, 0, 0, 1, 0),
    ]
    assert sum(line.audience for line in lines) == result(None, OUTCOMES).audience == len(OUTCOMES)


def test_within_one_commune_results_are_of_each_chi_hoi() -> None:
    lines = by_unit(OUTCOMES[:2], TREE, AT.date())
    assert [line.unit.id if line.unit else "" for line in lines] == ["thon-trung-dong", "thon-an-hoa"]


async def test_the_file_is_made_for_a_chat_and_what_was_typed_in_it_is_text() -> None:
    house = BroadcastHouse()
    audience = Audience(AudienceKind.LEADERS)
    house.kept[3] = Broadcast(3, "An", AT, BroadcastState.FINISHED, "Mời họp\nlúc 8 giờ", audience=audience, due=AT)
    house.letters[3] = list(OUTCOMES)
    made = await BroadcastReporting(ZONE)(Job("j", JobKind.BROADCAST, HERE, AT, ("3",)), house)
    assert made.file is not None
    assert made.file.name == "thong-bao-3.xlsx"
    book = load_workbook(BytesIO(made.file.content))
    units, people = book["Theo đơn vị"], book["Theo người nhận"]
    rows = [[cell.value for cell in row] for row in units.iter_rows(min_row=5)]
    assert rows[0] == [1, "Hội CCB xã Vân Trà", 2, 1, 1, 0, 1, 0, 0, 0]
    assert rows[-1] == [None, "Cộng", 5, 1, 1, 1, 1, 1, 0, 1]
    assert [sum(row[column] for row in rows[:-1]) for column in range(2, 10)] == rows[-1][2:]
    assert [people.cell(row, 4).value for row in range(5, 10)] == ["đã gửi", "lỗi", "đã chặn", "còn chờ", "chưa rõ"]
    assert people.cell(6, 5).data_type == "s"
    assert people.cell(5, 6).value == "có"


async def test_a_broadcast_that_is_gone_gives_words() -> None:
    made = await BroadcastReporting(ZONE)(Job("j", JobKind.BROADCAST, HERE, AT, ("9",)), BroadcastHouse())
    assert made.file is None
    assert "không còn" in made.text
