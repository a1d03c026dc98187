"""Settings: a wrong one stops the start with one line that names it."""

import os
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.errors import SettingError
from bot.model.quiet import Quiet
from bot.model.rhythm import DAYS
from bot.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("DONGDOI_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_any_setting_there_is_a_local_database_and_no_telegram() -> None:
    settings = read_settings()
    assert settings.database_url == "dongdoi.sqlite3"
    assert settings.telegram_token.get_secret_value() == ""


def test_a_setting_is_read_from_the_environment_and_from_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGDOI_WEB_PORT", "9000")
    Path(".env").write_text("DONGDOI_OFFICE_CONTACT=Văn phòng Hội, 0900 000 000\nOTHERS_SETTING=1\n", encoding="utf-8")
    settings = read_settings()
    assert (settings.web_port, settings.office_contact) == (9000, "Văn phòng Hội, 0900 000 000")


def test_the_days_of_reminders_are_read_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().rhythm.days == DAYS
    monkeypatch.setenv("DONGDOI_REMIND_DAYS", "2, 0,-5,0")
    monkeypatch.setenv("DONGDOI_REMIND_AT", "07:30")
    rhythm = read_settings().rhythm
    assert (rhythm.days, rhythm.at) == ((-5, 0, 2), time(7, 30))


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("DONGDOI_TELEGRAM_TOKN", "1:x", "did you mean DONGDOI_TELEGRAM_TOKEN"),
        ("DONGDOI_WEB_PORT", "eighty", "valid integer"),
        ("DONGDOI_WEB_PORT", "70000", "65535"),
        ("DONGDOI_TIMEZONE", "Asia/Tam_Ky", "no time zone has this name"),
        ("DONGDOI_TELEGRAM_BASE_URL", "telegram.local", "match"),
        ("DONGDOI_WEBHOOK_SECRET", "có dấu", "are allowed"),
        ("DONGDOI_BULK_PER_SECOND", "0", "greater than 0"),
        ("DONGDOI_QUIET_HOURS", "21-6", "written as 21:00-6:00"),
        ("DONGDOI_QUIET_HOURS", "21:00-26:00", "hour must be"),
        ("DONGDOI_REMIND_AT", "8 giờ", "match"),
        ("DONGDOI_REMIND_AT", "24:00", "match"),
        ("DONGDOI_REMIND_DAYS", "-3,một", "whole numbers with commas"),
        ("DONGDOI_REMIND_DAYS", "-3,900", "90 days from the deadline"),
        ("DONGDOI_ZALO_TOKENS", "4100000001:abc, no-token", "number 2 is no token"),
        ("DONGDOI_ZALO_TOKENS", "4100000001:abc,4100000001:def", "two of them are of the same bot"),
        ("DONGDOI_ZALO_BASE_URL", "zalo.local", "match"),
        ("DONGDOI_ZALO_PER_SECOND", "0", "greater than 0"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as raised:
        read_settings()
    assert name in str(raised.value)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_in_another_folder_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("DONGDOI_WEBPORT=1\n", encoding="utf-8")
    monkeypatch.setattr("dotenv.main.find_dotenv", lambda: str(elsewhere))
    assert read_settings().web_port == 8080


def test_a_file_that_is_no_text_is_told_in_one_line() -> None:
    Path(".env").write_bytes(b"DONGDOI_OFFICE_CONTACT=\xff\n")
    with pytest.raises(SettingError, match=r"\.env"):
        read_settings()


def test_an_unknown_name_in_the_file_is_refused_too() -> None:
    Path(".env").write_text("DONGDOI_WEBPORT=1\n", encoding="utf-8")
    with pytest.raises(SettingError, match="DONGDOI_WEBPORT"):
        read_settings()


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGDOI_TELEGRAM_WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(SettingError, match="DONGDOI_WEBHOOK_SECRET"):
        read_settings()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGDOI_TELEGRAM_TOKEN", "123:geheim")
    assert "geheim" not in repr(read_settings())


def test_an_error_does_not_show_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGDOI_WEB_PORT", "123:geheim")
    with pytest.raises(SettingError) as raised:
        read_settings()
    assert "geheim" not in str(raised.value)


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_quiet_hours_are_read_and_the_same_time_twice_is_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().quiet == Quiet(time(21), time(6))
    monkeypatch.setenv("DONGDOI_QUIET_HOURS", "22:30 - 5:45")
    assert read_settings().quiet == Quiet(time(22, 30), time(5, 45))
    monkeypatch.setenv("DONGDOI_QUIET_HOURS", "0:00-0:00")
    night = datetime(2026, 5, 20, 0, 0, tzinfo=UTC)
    assert read_settings().quiet.until(night) == night


def test_the_tokens_of_several_zalo_bots_are_read_and_are_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().zalo_bots == ()
    monkeypatch.setenv("DONGDOI_ZALO_TOKENS", " 4100000001:abc-x, 4100000002:def_y ,")
    settings = read_settings()
    assert settings.zalo_bots == ("4100000001:abc-x", "4100000002:def_y")
    assert {*settings.zalo_bots} <= {*settings.secrets}
    assert "abc-x" not in repr(settings)


@pytest.mark.parametrize(("secret", "why"), [("", "needed with a webhook"), ("short-7", "Zalo wants 8 signs")])
def test_zalo_webhooks_need_a_long_secret(monkeypatch: pytest.MonkeyPatch, secret: str, why: str) -> None:
    monkeypatch.setenv("DONGDOI_ZALO_WEBHOOK_URL", "https://bot.example/zalo")
    monkeypatch.setenv("DONGDOI_WEBHOOK_SECRET", secret)
    with pytest.raises(SettingError, match=why):
        read_settings()


def test_a_wrong_token_of_zalo_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGDOI_ZALO_TOKENS", "4100000001:abc, broken-secret")
    with pytest.raises(SettingError) as raised:
        read_settings()
    assert "broken-secret" not in str(raised.value)
