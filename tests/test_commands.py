"""The command line keeps its contract: names, JSON shapes, exit codes (DESIGN 9)."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import bot, lines, rows

ANSWER = {"id", "outcome", "text", "choices", "sources", "ms"}


def test_ask_answers_line_by_line_and_survives_bad_ones(tmp_path: Path) -> None:
    report = "Báo cáo 6 tháng của Kế hoạch 121/KH-CCB gửi trước ngày nào?"
    given = lines(
        {"id": "a", "q": report},
        {"id": 2, "q": "chào đồng chí"},
        {"id": 3, "turns": [report, "còn cả năm thì sao?"]},
        {"id": 4},
        {"id": 5, "q": "\ud83d"},
    )
    done = bot("ask", "--json", "--today", "2024-05-02", given=f"{given}no JSON\n[]\n", folder=tmp_path)
    answered, greeted, followed, missing, odd, junk, other = rows(done)
    assert (answered["id"], answered["outcome"], set(answered)) == ("a", "answer", ANSWER)
    assert "31/5/2024" in answered["text"]
    assert {"plan": "121/KH-CCB", "section": "III.3"} in answered["sources"]
    assert isinstance(answered["ms"], float)
    assert (greeted["outcome"], greeted["sources"]) == ("smalltalk", [])
    assert "31/10/2024" in followed["text"]
    assert (missing["id"], set(missing)) == (4, {"id", "error"})
    assert (odd["id"], set(odd)) == (5, ANSWER)
    assert set(junk) == set(other) == {"error"}


def test_ask_keeps_nothing(tmp_path: Path) -> None:
    done = bot("ask", "chào", folder=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (0, [])
    assert "Chào đồng chí" in done.stdout


def test_ask_names_the_office_that_is_set(tmp_path: Path) -> None:
    done = bot("ask", "--json", "--explain", "giá vàng hôm nay bao nhiêu", folder=tmp_path, OFFICE_CONTACT="anh Bảy")
    (row,) = rows(done)
    assert (row["outcome"], "{office}" in row["text"]) == ("decline", False)
    assert row["why"]


def test_chat_for_programs_says_when_it_is_ready_and_idle(tmp_path: Path) -> None:
    given = lines(
        {"from": "ba", "text": "/start", "id": 1},
        {"from": "ba", "text": "/start", "id": 1},
        {"from": "ba", "press": "Không có nút này", "id": 2},
        {"from": "ba", "kind": "voice", "path": "x.ogg", "id": 3},
        {"from": "ba", "edit": "các mô hình", "id": 4},
        {"make": "ba", "role": "leader", "unit": "x", "id": 5},
    )
    ready, greeting, first, repeated, error, voice, third, models, fourth, none = rows(
        bot("chat", "--json", "--db", "t.sqlite3", given=given, folder=tmp_path)
    )
    assert ready == {"ready": True}
    assert set(greeting) == {"to", "text", "choices", "file", "edit"}
    assert (greeting["to"], greeting["file"], greeting["edit"], len(greeting["choices"])) == ("ba", None, False, 3)
    assert first == repeated == {"idle": True, "id": 1}
    assert error["id"] == 2
    assert "error" in error
    assert "tin thoại" in voice["text"]
    assert (third, fourth) == ({"idle": True, "id": 3}, {"idle": True, "id": 4})
    assert "Môi trường" in " ".join(models["choices"])
    assert "No unit has the id x" in none["error"]


def test_make_gives_a_role_once_and_says_nothing(tmp_path: Path) -> None:
    given = lines(
        {"make": "ba", "role": "leader", "unit": "thon-trung-dong", "id": 1},
        {"make": "ba", "role": "leader", "unit": "thon-trung-dong", "id": 1},
        {"make": "an", "role": "admin"},
    )
    for _ in range(2):
        _, *done = rows(bot("chat", "--json", "--demo", "--db", "t.sqlite3", given=given, folder=tmp_path))
        assert done == [{"idle": True, "id": 1}, {"idle": True, "id": 1}, {"idle": True, "id": None}]
    with closing(sqlite3.connect(tmp_path / "t.sqlite3")) as theirs:
        found = theirs.execute(
            "SELECT kind, unit FROM roles WHERE person IN ('console:console:ba', 'console:console:an')"
        )
        assert sorted(found) == [("admin", ""), ("leader", "thon-trung-dong")]


def test_a_role_at_the_terminal_needs_its_unit_in_the_database(tmp_path: Path) -> None:
    done = bot("chat", "--as", "leader", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "No unit has the id thon-trung-dong" in done.stderr


@pytest.mark.parametrize("who", ["member", "leader", "officer", "admin"])
def test_the_demo_leaves_nothing_behind(tmp_path: Path, who: str) -> None:
    done = bot("chat", "--demo", "--as", who, given="chào\n", folder=tmp_path)
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (0, "", [])
    assert "Chào đồng chí" in done.stdout


def test_a_trial_that_is_set_in_the_past_is_reminded_there(tmp_path: Path) -> None:
    given = lines({"at": "2026-05-20T08:00:00+07:00"}, {"at": "2026-05-22T09:00:00+07:00"})
    told = rows(bot("chat", "--json", "--demo", given=given, folder=tmp_path))
    assert any(row.get("to") == "ba" and "còn 3 ngày" in row["text"] for row in told)


@pytest.mark.parametrize(
    "bad",
    [
        {"make": "", "role": "admin"},
        {"make": "ba", "role": "boss", "unit": "x"},
        {"make": "ba", "role": "leader"},
        {"from": "ba", "kind": []},
        {"at": "9999-12-31T23:59:59-12:00"},
        {"at": "0001-01-01T00:00:00+07:00"},
        {"from": "ba", "text": 5},
        {"from": "ba", "press": None},
    ],
)
def test_a_bad_line_changes_nothing_and_the_next_one_is_answered(tmp_path: Path, bad: dict[str, Any]) -> None:
    given = lines(bad, {"from": "ba", "text": "chào", "id": "\ud83d"})
    _, error, greeting, idle = rows(bot("chat", "--json", given=given, folder=tmp_path))
    assert set(error) == {"error", "id"}
    assert greeting["to"] == "ba"
    assert set(idle) == {"idle", "id"}


def test_chat_for_programs_goes_on_where_it_ended(tmp_path: Path) -> None:
    first = bot("chat", "--json", "--db", "t.sqlite3", given=lines({"from": "ba", "text": "/start"}), folder=tmp_path)
    label = rows(first)[1]["choices"][2]
    given = lines({"from": "ba", "text": "các mô hình"}, {"from": "ba", "press": label, "old": True, "id": 2})
    *_, answer, idle = rows(bot("chat", "--json", "--db", "t.sqlite3", given=given, folder=tmp_path))
    assert "18/11" in answer["text"]
    assert idle == {"idle": True, "id": 2}


def test_the_clock_of_a_chat_stands_still_and_moves_only_forwards(tmp_path: Path) -> None:
    given = lines(
        {"at": "2024-05-02T08:00:00+07:00", "id": 1},
        {"from": "ba", "text": "các hạn"},
        {"at": "2024-05-01T08:00:00+07:00", "id": 2},
        {"at": "2024-05-02T08:00:00+07:00", "id": 1},
        {"at": "hôm qua", "id": 3},
    )
    _, moved, deadlines, _, back, again, wrong = rows(bot("chat", "--json", given=given, folder=tmp_path))
    assert moved == again == {"idle": True, "id": 1}
    assert "Còn 29 ngày, trước 31/5/2024" in deadlines["text"]
    assert "forwards" in back["error"]
    assert wrong["id"] == 3


def test_the_terminal_chat_answers_what_is_piped_in_and_ends(tmp_path: Path) -> None:
    done = bot("chat", given="trợ giúp\n1\n", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "  1. Hạn nộp báo cáo" in done.stdout
    assert "31/5/2024" in done.stdout
    assert (tmp_path / "dongdoi.sqlite3").exists()


@pytest.mark.parametrize("command", ["run", "chat", "check"])
def test_a_wrong_setting_stops_every_command_with_one_line(tmp_path: Path, command: str) -> None:
    done = bot(command, folder=tmp_path, WEB_PRT="1")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "DONGDOI_WEB_PRT" in said
    assert "Traceback" not in said


def test_check_looks_and_changes_nothing(tmp_path: Path) -> None:
    done = bot("check", folder=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (0, [])
    assert "5 plans" in done.stdout


@pytest.mark.parametrize("statement", ["", "CREATE TABLE theirs (x)"])
def test_check_leaves_a_file_as_it_is(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "t.sqlite3"
    file.touch()
    with closing(sqlite3.connect(file)) as theirs:
        theirs.execute(statement)
    before = file.read_bytes()
    done = bot("check", "--db", "t.sqlite3", folder=tmp_path)
    assert (done.returncode, file.read_bytes()) == (0, before)
    assert "no tables yet" in done.stdout


def test_check_names_a_database_of_a_newer_program(tmp_path: Path) -> None:
    bot("migrate", "--db", "t.sqlite3", folder=tmp_path)
    with closing(sqlite3.connect(tmp_path / "t.sqlite3")) as ours, ours:
        ours.execute("UPDATE alembic_version SET version_num = '9999'")
    done = bot("check", "--db", "t.sqlite3", folder=tmp_path)
    assert done.returncode == 1
    assert "broken  database   The database was made by a newer version" in done.stdout


def test_check_says_what_is_broken(tmp_path: Path) -> None:
    done = bot("check", folder=tmp_path, TELEGRAM_TOKEN="7:x", TELEGRAM_BASE_URL="http://127.0.0.1:1")
    assert done.returncode == 1
    assert "broken  telegram" in done.stdout
    assert "7:x" not in done.stdout + done.stderr


def test_migrate_makes_the_database_once(tmp_path: Path) -> None:
    assert "applied" in bot("migrate", "--db", "t.sqlite3", folder=tmp_path).stdout
    assert bot("migrate", "--db", "t.sqlite3", folder=tmp_path).stdout == "up to date\n"


def test_play_shows_where_a_story_goes_another_way(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("@ 2026-11-24 08:00\nBa: (sticker)\nBot: something else\n", encoding="utf-8")
    done = bot("play", str(story), folder=tmp_path)
    assert done.returncode == 1
    assert "-Bot: something else" in done.stdout
    assert "+Bot: Tôi đã nhận hình dán" in done.stdout


def test_read_number_reads_line_by_line_and_survives_bad_ones(tmp_path: Path) -> None:
    fund = {"field": "quy_vnn_tien", "type": "money", "unit": "đồng"}
    given = lines(
        {"id": 1, "text": "3tr5", **fund},
        {"id": 2, "text": "500", **fund},
        {"id": 3, "text": "chưa biết", **fund},
        {"id": 4, "text": "2 nhà, 1 xây 1 sửa", "field": "nha_xay_moi", "type": "integer", "unit": "nhà"},
        {"id": 5, "text": "khoảng 800m", "field": "?", "type": "decimal", "unit": "km"},
        {"id": 6, "text": "3"},
        {"id": 7, "text": 3, **fund},
    )
    value, asked, none, both, free, unknown, number, junk, other = rows(
        bot("read", "number", "--json", given=f"{given}no JSON\n[]\n", folder=tmp_path)
    )
    names = {"id", "outcome", "value", "say", "choices", "confirm", "estimate", "values"}
    assert set(value) == set(asked) == set(none) == set(both) == names
    assert (value["outcome"], value["value"], value["say"]) == ("value", 3_500_000, "ba triệu năm trăm nghìn đồng")
    assert (asked["outcome"], asked["value"]) == ("ask", None)
    assert asked["choices"][0] == {"label": "500.000 đồng", "value": 500_000}
    assert (none["outcome"], none["value"]) == ("none", None)
    assert (both["value"], both["values"]) == (1, {"nha_xay_moi": 1, "nha_sua_chua": 1})
    assert (free["value"], free["estimate"]) == (0.8, True)
    assert set(unknown) == set(number) == {"id", "error"}
    assert set(junk) == set(other) == {"error"}


def test_read_time_reads_line_by_line_and_survives_bad_ones(tmp_path: Path) -> None:
    now = "2026-05-25T07:30:15+07:00"
    given = lines(
        {"id": 1, "text": "khoảng 8h sáng thứ 6", "now": now},
        {"id": 2, "text": "7h", "now": now},
        {"id": 3, "text": "44 chi hội", "now": now},
        {"id": 4, "text": "8h tối", "now": "2026-05-25T07:30:15"},
        {"id": 5, "text": 8, "now": now},
        {"id": 6, "text": "gửi ngay", "now": "2026-05-25T00:30:15Z"},
    )
    value, asked, none, naive, number, at_once, junk, other = rows(
        bot("read", "time", "--json", given=f"{given}no JSON\n[]\n", folder=tmp_path)
    )
    names = {"id", "outcome", "value", "say", "choices", "confirm", "estimate", "values"}
    assert set(value) == set(asked) == set(none) == names
    assert (value["outcome"], value["value"]) == ("value", "2026-05-29T08:00:00+07:00")
    assert (value["say"], value["estimate"]) == ("8 giờ sáng thứ Sáu, 29/5/2026", True)
    assert (asked["outcome"], asked["value"]) == ("ask", None)
    assert asked["choices"][0] == {"label": "7 giờ sáng thứ Ba, 26/5/2026", "value": "2026-05-26T07:00:00+07:00"}
    assert (none["outcome"], none["value"]) == ("none", None)
    assert set(naive) == set(number) == {"id", "error"}
    assert at_once["value"] == "2026-05-25T07:30:00+07:00"
    assert set(junk) == set(other) == {"error"}


def test_read_time_answers_people_in_plain_lines(tmp_path: Path) -> None:
    done = bot("read", "time", given="8h sáng 29/5/2999\n44 chi hội\nmùng 1 tết\n", folder=tmp_path)
    assert done.stdout.splitlines() == [
        "Năm đó còn xa. 8 giờ sáng thứ Tư, 29/5/2999",
        "Tôi không thấy thời gian nào.",
        "Tôi chỉ đặt giờ theo ngày dương lịch.",
    ]


def test_read_number_answers_people_in_plain_lines(tmp_path: Path) -> None:
    done = bot("read", "number", given="3tr5\n12 hộ\nhơn 20\nchưa biết\nnghèo 5, quỹ 2tr\n", folder=tmp_path)
    assert done.stdout.splitlines() == [
        "3.500.000 đồng (ba triệu năm trăm nghìn đồng)",
        "12 (mười hai)",
        "Đồng chí cho tôi con số cụ thể. 20",
        "Chưa có số liệu.",
        "Số hộ hội viên CCB nghèo hiện còn: 5 hộ (năm hộ); "
        'Tiền ủng hộ Quỹ "Vì người nghèo": 2.000.000 đồng (hai triệu đồng)',
    ]


def test_periods_are_listed_with_how_many_have_reported(tmp_path: Path) -> None:
    database = str(tmp_path / "demo.sqlite3")
    bot("chat", "--json", "--demo", "--db", database, folder=tmp_path)
    half, year = rows(bot("periods", "list", "--json", "--db", database, folder=tmp_path))
    assert (half["id"], half["span"], half["year"], half["forms"]) == ("6T-2026", "6T", 2026, ["cuoc-van-dong"])
    assert (half["deadline"], half["levels"]) == ("2026-05-31", {"chi hội": "2026-05-25"})
    assert (year["id"], year["state"], year["submitted"]) == ("N-2025", "closed", 6)
    for row in (half, year):
        assert row["expected"] == row["submitted"] + row["drafts"] + row["missing"]


def test_no_periods_are_no_lines(tmp_path: Path) -> None:
    assert rows(bot("periods", "list", "--json", "--db", str(tmp_path / "x.sqlite3"), folder=tmp_path)) == []


def test_a_trial_continues_at_the_time_at_which_it_was_left(tmp_path: Path) -> None:
    database = str(tmp_path / "demo.sqlite3")
    chat = ("chat", "--json", "--demo", "--db", database)
    begun = lines(
        {"at": "2026-05-18T08:00:00+07:00"},
        {"make": "x", "role": "leader", "unit": "thon-trung-dong"},
        {"from": "x", "text": "báo cáo"},
    )
    rows(bot(*chat, given=begun, folder=tmp_path))
    assert [row for row in rows(bot(*chat, folder=tmp_path)) if "to" in row] == []
    later = rows(bot(*chat, given=lines({"at": "2026-05-25T08:00:00+07:00"}), folder=tmp_path))
    said = [row["text"].splitlines()[1] for row in later if row.get("to") == "x"]
    nudges, waves = said[:2], said[2:]
    assert nudges == ["Hạn: thứ Hai, 25/5/2026 (còn 6 ngày).", "Hạn: thứ Hai, 25/5/2026 (còn 4 ngày)."]
    assert [line.rpartition("(")[2] for line in waves] == ["còn 3 ngày).", "còn 1 ngày).", "hôm nay)."]


def test_in_the_terminal_a_number_is_the_figure_that_is_asked(tmp_path: Path) -> None:
    done = bot("chat", "--demo", "--as", "leader", given="báo cáo\n1\n", folder=tmp_path)
    assert "[Như kỳ trước] [Bỏ qua]" in done.stdout
    assert "Đã ghi Hộ CCB nghèo: 1 hộ." in done.stdout


def test_read_number_says_that_a_part_of_a_report_was_not_understood(tmp_path: Path) -> None:
    text = "nhà tạm hết rồi, xây 1 nhà nghĩa tình đồng đội 60 triệu"
    (row,) = rows(
        bot("read", "number", "--json", given=lines({"id": 1, "text": text, "field": "nha_tam_con"}), folder=tmp_path)
    )
    assert (row["values"], row["confirm"]) == ({"nha_tam_con": 0, "nha_xay_moi": 1}, True)
