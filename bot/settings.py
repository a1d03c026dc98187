"""The settings, from the environment or ``.env``, prefix ``DONGDOI_``. A wrong one stops the start with one line."""

import os
import re
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingError
from bot.model.quiet import Quiet, quiet_from
from bot.model.rhythm import Rhythm

PREFIX = "DONGDOI_"
ENV_FILE = ".env"
_FAR = 90
_ZALO_SECRET = 8


class Settings(BaseSettings):
    """What can be set, with what holds otherwise. The description of each stands in the README."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    database_url: str = Field(default="dongdoi.sqlite3", description="SQLite file or database URL")
    telegram_token: SecretStr = Field(default=SecretStr(""), description="token of the Telegram bot")
    telegram_base_url: str = Field(
        default="https://api.telegram.org", description="Bot API server", pattern="^https?://"
    )
    telegram_webhook_url: str = Field(default="", description="public address for webhooks; without it long polling")
    telegram_proxy: str = Field(default="", description="HTTP proxy towards Telegram")
    zalo_tokens: SecretStr = Field(
        default=SecretStr(""), description="tokens of the Zalo bots, commas between them: one bot for each chi hội"
    )
    zalo_base_url: str = Field(
        default="https://bot-api.zaloplatforms.com", description="Zalo Bot API server", pattern="^https?://"
    )
    zalo_webhook_url: str = Field(
        default="", description="public address for Zalo's webhooks, each bot's number behind it; else long polling"
    )
    zalo_per_second: float = Field(default=1, description="broadcast messages a second of one Zalo bot", gt=0, le=1000)
    webhook_secret: SecretStr = Field(
        default=SecretStr(""), description="secret that webhooks must carry; needed with a webhook, 8 signs for Zalo"
    )
    web_url: str = Field(
        default="",
        description="public address of the web page; with it the page is served",
        pattern=r"^(https?://[^/?#\s]+/?)?$",
    )
    web_secret: SecretStr = Field(
        default=SecretStr(""),
        description="what signs the cookies of the page, the newest first, with commas; else a key in the database",
    )
    web_host: str = Field(default="127.0.0.1", description="address on which the page and webhooks are served")
    web_port: int = Field(default=8080, description="its port", ge=1, le=65535)
    bulk_per_second: float = Field(default=30, description="broadcast messages a second, altogether", gt=0, le=1000)
    chat_per_second: float = Field(default=1, description="broadcast messages a second to one chat", gt=0, le=1000)
    group_per_minute: float = Field(default=20, description="broadcast messages a minute to one group", ge=1, le=1000)
    quiet_hours: str = Field(
        default="21:00-6:00", description="when only urgent broadcasts go out; the same time twice is never"
    )
    approval_above: int | None = Field(
        default=50,
        description="above so many receivers a second admin must agree to a broadcast; 0 is always, `none` is never",
        ge=0,
    )
    office_contact: str = Field(
        default="Văn phòng Hội", description="whom to ask what the bot does not know", min_length=1
    )
    timezone: str = Field(default="Asia/Ho_Chi_Minh", description="the association's time zone")
    remind_at: str = Field(default="08:00", description="when reminders go out", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    remind_days: str = Field(default="-14,-7,-3,-1,0,1,3", description="on which days before (-) and after a deadline")

    @field_validator("approval_above", mode="before")
    @classmethod
    def _never_is_a_word(cls, said: object) -> object:
        return None if isinstance(said, str) and said.strip().lower() == "none" else said

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("no time zone has this name") from error
        return name

    @field_validator("quiet_hours")
    @classmethod
    def _is_from_until(cls, said: str) -> str:
        quiet_from(said)
        return said

    @model_validator(mode="after")
    def _webhooks_are_secret(self) -> Self:
        secret = self.webhook_secret.get_secret_value()
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise SettingError(name=f"{PREFIX}WEBHOOK_SECRET", why="1 to 256 of A-Z a-z 0-9 _ - are allowed")
        if (self.telegram_webhook_url or self.zalo_webhook_url) and not secret:
            raise SettingError(name=f"{PREFIX}WEBHOOK_SECRET", why="it is needed with a webhook address")
        if self.zalo_webhook_url and len(secret) < _ZALO_SECRET:
            raise SettingError(name=f"{PREFIX}WEBHOOK_SECRET", why=f"Zalo wants {_ZALO_SECRET} signs or more")
        return self

    @field_validator("zalo_tokens")
    @classmethod
    def _are_tokens_of_different_bots(cls, said: SecretStr) -> SecretStr:
        bots = []
        for place, token in enumerate(parted(said), start=1):
            if not re.fullmatch(r"\d+:[\w-]+", token, re.ASCII):
                raise ValueError(f"number {place} is no token: a number, a colon, letters")
            bots.append(token.partition(":")[0])
        if len(set(bots)) < len(bots):
            raise ValueError("two of them are of the same bot")
        return said

    @field_validator("remind_days")
    @classmethod
    def _are_days(cls, text: str) -> str:
        days(text)
        return text

    @property
    def zalo_bots(self) -> tuple[str, ...]:
        """The tokens of the Zalo bots."""
        return parted(self.zalo_tokens)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never reach a log."""
        secrets = (self.telegram_token, self.webhook_secret)
        return (*(one.get_secret_value() for one in secrets), *self.zalo_bots, *self.web_keys)

    @property
    def web_keys(self) -> tuple[str, ...]:
        """What signs the cookies of the page, the newest first; () for a key in the database."""
        return tuple(key for key in self.web_secret.get_secret_value().split(",") if key.strip())

    @property
    def rhythm(self) -> Rhythm:
        """When the association reminds."""
        return Rhythm(days(self.remind_days), time.fromisoformat(self.remind_at), self.quiet, self.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the association lives."""
        return ZoneInfo(self.timezone)

    @property
    def quiet(self) -> Quiet:
        """The hours in which only urgent broadcasts go out, in the association's zone."""
        return quiet_from(self.quiet_hours)


def days(text: str) -> tuple[int, ...]:
    """Returns the days before and after a deadline that a setting names. Raises ValueError."""
    try:
        found = sorted({int(part) for part in text.split(",") if part.strip()})
    except ValueError as error:
        raise ValueError("whole numbers with commas between them are needed") from error
    if any(abs(day) > _FAR for day in found):
        raise ValueError(f"no day may be more than {_FAR} days from the deadline")
    return tuple(found)


def parted(tokens: SecretStr) -> tuple[str, ...]:
    """Returns the tokens of a list with commas."""
    return tuple(token.strip() for token in tokens.get_secret_value().split(",") if token.strip())


def read_settings(db: str = "") -> Settings:
    """Returns the settings of the environment; ``db`` is the database instead when it is given.

    Raises SettingError for an unknown name or a broken value.
    """
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    for name in [*os.environ, *_in_file()]:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = get_close_matches(name.upper(), known, n=1, cutoff=0.8)
            raise SettingError(name=name, why=f"unknown, did you mean {near[0]}" if near else "unknown")
    try:
        return Settings(database_url=db) if db else Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = f"{PREFIX}{'_'.join(map(str, first['loc'])).upper()}"
        raise SettingError(name=name, why=first["msg"].removeprefix("Value error, ")) from None


def _in_file() -> list[str]:
    """Returns the names in ``.env`` of this folder. Without a path dotenv would look for one in other folders."""
    try:
        return [*dotenv_values(ENV_FILE, encoding="utf-8")] if Path(ENV_FILE).is_file() else []
    except UnicodeDecodeError:
        raise SettingError(name=ENV_FILE, why="the file is not UTF-8") from None
