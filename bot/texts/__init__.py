"""Every sentence that a user sees, by language and key; the TOML files beside this one hold them."""

import tomllib
from functools import cache
from pathlib import Path

from retrieval.records import Language

LANGUAGES: tuple[Language, ...] = ("zh-hans", "zh-hant", "en")


def say(language: Language, key: str, /, **values: object) -> str:
    """The sentence `key` in `language`, its `{places}` filled with `values`.

    Raises:
        KeyError: the language has no such sentence, or a place is left without a value.
    """
    return table(language)[key].format(**values)


@cache
def table(language: Language) -> dict[str, str]:
    """All sentences of a language as `section.key` → sentence; do not change it."""
    text = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    return {
        f"{section}.{key}": sentence for section, keys in tomllib.loads(text).items() for key, sentence in keys.items()
    }


def language_of(code: str | None) -> Language:
    """The language for a Telegram `language_code` (IETF tag, may be absent): Chinese unless it names another."""
    tag = (code or "zh").lower().replace("_", "-")
    if not tag.startswith("zh"):
        return "en"
    return "zh-hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-hans"
