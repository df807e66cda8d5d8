"""Environment (`HUIWEN_*`) over settings.toml over defaults, as one frozen Settings."""

import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

FILE = Path(__file__).with_name("settings.toml")
_SECRET = re.compile("[A-Za-z0-9_-]{1,256}")
"""What Telegram takes as a webhook's secret token."""


class SettingsError(Exception):
    """Settings that cannot be used; the message names every bad key, its value's fault and what is expected."""


class Settings(BaseSettings):
    """What an operator may set; each key is described in settings.toml."""

    model_config = SettingsConfigDict(env_prefix="HUIWEN_", frozen=True, extra="forbid", toml_file=FILE)

    telegram_token: SecretStr | None = None
    telegram_url: HttpUrl = HttpUrl("https://api.telegram.org")
    owners: Annotated[frozenset[int], NoDecode] = frozenset()
    data_dir: Path = Path("var")
    database_url: SecretStr | None = None
    max_file_bytes: int = Field(default=20_000_000, gt=0)
    passages: int = Field(default=3, ge=1, le=20)
    timezone: str = "Asia/Shanghai"
    digest_day: int = Field(default=1, ge=1, le=7)
    digest_hour: int = Field(default=9, ge=0, le=23)
    quota_minutes: int = Field(default=10, ge=1)
    questions_per_user: int = Field(default=120, ge=0)
    questions_per_group: int = Field(default=200, ge=0)
    webhook_url: HttpUrl | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8443"

    @field_validator("owners", mode="before")
    @classmethod
    def _split_owners(cls, value: object) -> object:
        """Numeric ids, separated by commas or spaces in the environment, a list in the file."""
        if isinstance(value, str):
            return value.replace(",", " ").split()
        return value

    @field_validator("telegram_token", "database_url", "webhook_url", "webhook_secret", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        """An empty variable is how shells and service files say "not set"."""
        return None if value == "" else value

    @field_validator("webhook_secret")
    @classmethod
    def _as_telegram_takes_it(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 1 to 256 letters, digits, - and _")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _is_a_place(cls, value: str) -> str:
        """`host:port`, or the port alone for this machine only."""
        port = value.rpartition(":")[2]
        if not (port.isascii() and port.isdigit() and int(port) < 65536):
            raise ValueError("must be HOST:PORT, for example 127.0.0.1:8443")
        return value

    @property
    def webhook_place(self) -> tuple[str, int]:
        """The host and the port to listen at."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host.strip("[]") or "127.0.0.1", int(port)

    @property
    def database(self) -> str:
        """The URL of the store: the one set, else SQLite in the data folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'huiwen.db'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first (tests), then the environment, then the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**overrides: Any) -> Settings:  # noqa: ANN401 - each field has its own type
    """The settings in force, with `overrides` (by field name) before everything else.

    Raises:
        SettingsError: one or more values are bad; all of them are named. Secrets are never shown.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        faults = "; ".join(_fault(item["loc"], item["msg"]) for item in error.errors(include_input=False))
        raise SettingsError(f"settings: {faults}") from None


def _fault(location: tuple[int | str, ...], message: str) -> str:
    key = "HUIWEN_" + "_".join(str(part) for part in location[:1]).upper()
    return f"{key}: {message[0].lower()}{message[1:]}" if message else f"{key}: not usable"
