"""The commands that keep the house: units, people, invites (DESIGN 9)."""

import csv
import json
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from bot.model.code import hashed, plain_code
from tests.command_line import bot, lines, rows

EXAMPLES = Path(__file__).parents[1] / "knowledge" / "examples"
PROVINCE, REARRANGED = EXAMPLES / "tinh.csv", EXAMPLES / "tinh_sap_xep.csv"
HEAD = "id,name,level,parent,from,to,merged_into,members"
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")


def table(folder: Path, *given: str) -> Path:
    """Returns a file of units."""
    path = folder / "units.csv"
    path.write_text("\n".join([HEAD, *given, ""]), encoding="utf-8")
    return path


def asked(folder: Path, statement: str) -> list[tuple[object, ...]]:
    """Returns what a query finds in the database."""
    with closing(sqlite3.connect(folder / "t.sqlite3")) as theirs:
        return list(theirs.execute(statement))


class TestUnits:
    def test_a_dry_run_says_what_would_change_and_changes_nothing(self, tmp_path: Path) -> None:
        done = bot("units", "import", str(PROVINCE), "--dry-run", "--db", "t.sqlite3", folder=tmp_path)
        assert "added    thon-trung-dong: Chi hội thôn Trung Đông" in done.stdout
        assert done.stdout.endswith("228 units, 228 changes, nothing is written yet\n")
        assert bot("units", "list", "--db", "t.sqlite3", folder=tmp_path).stdout == ""

    def test_what_was_imported_is_listed_again_as_it_was(self, tmp_path: Path) -> None:
        for path in (PROVINCE, REARRANGED):
            bot("units", "import", str(path), "--db", "t.sqlite3", folder=tmp_path)
            listed = rows(bot("units", "list", "--json", "--db", "t.sqlite3", folder=tmp_path))
            with path.open(encoding="utf-8", newline="") as file:
                given = [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]
            assert [{**row, "members": row["members"] and str(row["members"])} for row in listed] == given
        again = rows(bot("units", "import", str(REARRANGED), "--json", "--db", "t.sqlite3", folder=tmp_path))
        assert again == [{"units": 238, "changes": 0, "applied": True}]

    def test_every_kind_of_change_is_told(self, tmp_path: Path) -> None:
        old = table(tmp_path, "a,A,tỉnh", "b,B,xã,a,,,,5", "c,C,xã,a", "d,D,xã,a")
        bot("units", "import", str(old), "--db", "t.sqlite3", folder=tmp_path)
        new = table(tmp_path, "a,A mới,thành phố", "b,B,xã,e,2026-01-01,,,6", "c,C,xã,a,,2026-06-30,e", "e,E,xã,a")
        told = rows(bot("units", "import", str(new), "--json", "--db", "t.sqlite3", folder=tmp_path))
        assert [(row["change"], row["id"], row["before"], row["after"]) for row in told[:-1]] == [
            ("renamed", "a", "A", "A mới"),
            ("level", "a", "tỉnh", "thành phố"),
            ("moved", "b", "a", "e"),
            ("started", "b", "", "2026-01-01"),
            ("members", "b", "5", "6"),
            ("ended", "c", "", "2026-06-30"),
            ("merged", "c", "", "e"),
            ("added", "e", "", "E"),
            ("missing", "d", "D", ""),
        ]

    def test_a_unit_with_a_role_or_report_cannot_be_missing(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        before = bot("units", "list", "--db", "t.sqlite3", folder=tmp_path).stdout
        done = bot("units", "import", str(table(tmp_path, "a,A,tỉnh")), "--db", "t.sqlite3", folder=tmp_path)
        assert done.returncode == 2
        assert "thon-trung-dong" in done.stderr
        assert "last day (to)" in done.stderr
        assert bot("units", "list", "--db", "t.sqlite3", folder=tmp_path).stdout == before

    def test_a_broken_file_is_refused_with_its_faults(self, tmp_path: Path) -> None:
        path = table(tmp_path, "a,A,tỉnh,b", "c,C,xã,,,,,vài")
        done = bot("units", "import", str(path), "--db", "t.sqlite3", folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "units.csv:3: members: vài is no whole number\n"
        done = bot("units", "import", str(table(tmp_path)), "--json", "--db", "t.sqlite3", folder=tmp_path)
        assert json.loads(done.stdout) == {"error": "units.csv:1: there are no units in this file"}
        assert (done.returncode, done.stderr) == (2, "")


class TestPeople:
    def test_people_are_listed_with_their_roles(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        listed = rows(bot("people", "list", "--json", "--db", "t.sqlite3", folder=tmp_path))
        assert {role["role"] for row in listed for role in row["roles"]} == {"leader", "officer", "admin"}
        (three,) = [row for row in listed if row["name"] == "Nguyễn Văn Ba"]
        assert set(three) == {"id", "name", "roles", "channel", "phone"}
        assert (three["channel"], three["roles"][0]["unit"]) == ("console", "thon-trung-dong")
        assert (
            "Nguyễn Văn Ba  leader thon-trung-dong"
            in bot("people", "list", "--db", "t.sqlite3", folder=tmp_path).stdout
        )


class TestInvites:
    def test_every_chi_hoi_without_a_leader_gets_a_code_that_is_kept_hashed_only(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        done = bot(
            "invites",
            "--out",
            "s.html",
            "--csv",
            "s.csv",
            "--bot",
            "@dongdoi_bot",
            "--db",
            "t.sqlite3",
            folder=tmp_path,
        )
        assert done.stdout.startswith("193 codes, until ")
        with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
            listed = list(csv.DictReader(file))
        assert list(listed[0]) == ["unit", "name", "code", "link", "expires"]
        assert len({row["code"] for row in listed}) == 193
        assert "thon-trung-dong" not in {row["unit"] for row in listed}
        first = listed[0]
        assert first["link"] == f"https://t.me/dongdoi_bot?start={first['code'].replace('-', '')}"
        assert asked(tmp_path, f"SELECT unit FROM invites WHERE hash = '{hashed(plain_code(first['code']))}'") == [
            (first["unit"],)
        ]
        file_bytes = b"".join(path.read_bytes() for path in tmp_path.glob("t.sqlite3*"))
        assert not any(plain_code(row["code"]).encode() in file_bytes for row in listed)
        page = (tmp_path / "s.html").read_text(encoding="utf-8")
        assert page.count("<article>") == page.count("<svg") == 193
        assert all(f"DANGKY {row['code']}" in page and row["name"] in page for row in listed)
        assert "http-equiv" not in page
        assert "src=" not in page

    def test_only_the_latest_code_of_a_unit_holds(self, tmp_path: Path) -> None:
        bot("units", "import", str(PROVINCE), "--db", "t.sqlite3", folder=tmp_path)
        codes = []
        for _ in range(2):
            done = bot("invites", "--unit", "thon-trung-dong", "--db", "t.sqlite3", folder=tmp_path)
            codes += CODE.findall(done.stdout)
        given = lines(*({"from": "ba", "text": code} for code in codes))
        _, old, _, new, _ = rows(bot("chat", "--json", "--db", "t.sqlite3", given=given, folder=tmp_path))
        assert "hết hạn" in old["text"]
        assert new["choices"] == ["Đồng ý", "Không"]

    def test_a_sheet_that_cannot_be_written_leaves_no_codes(self, tmp_path: Path) -> None:
        bot("units", "import", str(PROVINCE), "--db", "t.sqlite3", folder=tmp_path)
        done = bot("invites", "--out", "nowhere/s.html", "--db", "t.sqlite3", folder=tmp_path)
        assert (done.returncode, done.stderr) == (2, "nowhere/s.html cannot be written: No such file or directory.\n")
        assert asked(tmp_path, "SELECT count(*) FROM invites") == [(0,)]

    def test_an_unknown_unit_or_bot_is_named(self, tmp_path: Path) -> None:
        assert "No unit has the id x" in bot("invites", "--unit", "x", folder=tmp_path).stderr
        assert "a b is no name of a Telegram bot" in bot("invites", "--bot", "a b", folder=tmp_path).stderr

    def test_the_first_admin_comes_with_the_printed_words(self, tmp_path: Path) -> None:
        printed = bot("admin-code", "--db", "t.sqlite3", folder=tmp_path).stdout
        assert re.fullmatch(r"QUANTRI [A-Z0-9]{4}-[A-Z0-9]{4}\n", printed)
        given = lines(
            {"from": "an", "text": printed.strip()}, {"from": "an", "press": "Đồng ý"}, {"from": "ba", "text": printed}
        )
        *_, refused, _ = rows(bot("chat", "--json", "--db", "t.sqlite3", given=given, folder=tmp_path))
        assert "đã có người dùng" in refused["text"]
        assert asked(tmp_path, "SELECT person, kind, unit FROM roles") == [("console:console:an", "admin", "")]


class TestExport:
    def test_each_format_is_written_and_said_in_one_line(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        begin = {"xlsx": b"PK", "docx": b"PK", "csv": b"\xef\xbb\xbfperiod,unit,form,version,state,field,value,typed"}
        for kind, first in begin.items():
            done = self.exported(tmp_path, kind, f"x.{kind}")
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout == f"x.{kind}: N-2025, Tỉnh hội CCB Nam Vân, 6 reports of 197 units\n"
            assert (tmp_path / f"x.{kind}").read_bytes().startswith(first)
        with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == 6 * 14

    def test_a_unit_has_its_own_file(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        done = self.exported(tmp_path, "csv", "x.csv", "--unit", "xa-ha-linh", "--json")
        assert rows(done) == [{"file": "x.csv", "period": "N-2025", "unit": "xa-ha-linh", "units": 8, "reports": 1}]

    def test_a_fault_is_one_line_and_leaves_the_file_as_it_was(self, tmp_path: Path) -> None:
        bot("chat", "--demo", "--db", "t.sqlite3", given="chào\n", folder=tmp_path)
        (tmp_path / "x.docx").write_text("old", encoding="utf-8")
        faults = {
            ("--period", "Q1-2020"): "No period has the id Q1-2020 (there are: 6T-2026, N-2025).\n",
            ("--unit", "x"): "No unit has the id x.\n",
            ("--template", "x.docx"): "x.docx: the template cannot be filled in: File is not a zip file.\n",
            ("--out", "nowhere/x.docx"): "nowhere/x.docx cannot be written: No such file or directory.\n",
        }
        for more, told in faults.items():
            done = self.exported(tmp_path, "docx", "x.docx", *more)
            assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
        assert (tmp_path / "x.docx").read_text(encoding="utf-8") == "old"
        assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []

    def test_of_several_units_at_the_top_one_has_to_be_named(self, tmp_path: Path) -> None:
        bot("units", "import", str(table(tmp_path, "a,A,xã", "b,B,xã")), "--db", "t.sqlite3", folder=tmp_path)
        done = self.exported(tmp_path, "csv", "x.csv", "--json")
        told = {"error": "Several units stand at the top, name one with --unit: a, b."}
        assert (done.returncode, json.loads(done.stdout)) == (2, told)

    def exported(self, folder: Path, kind: str, out: str, *more: str) -> subprocess.CompletedProcess[str]:
        """Returns how an export ended."""
        period = ("--period", "N-2025", "--format", kind, "--out", out)
        return bot("export", *period, *more, "--db", "t.sqlite3", folder=folder)
