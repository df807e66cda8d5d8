"""The sentences: the same keys and places in every language, none missing, none unused."""

import re
import string
from pathlib import Path
from typing import get_args

import pytest

from bot.buttons import _ASKED_OF_PEOPLE, _ASKED_PLAINLY, NEIGHBOURS
from bot.commands import _LISTS
from bot.texts import LANGUAGES, language_of, table
from data.records import DecisionKind, Role

SOURCES = [path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "bot").rglob("*.py")]
CODE = "\n".join(SOURCES)


def places(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_keys(language):
    assert table(language).keys() == table(LANGUAGES[0]).keys()


def test_every_sentence_says_something_and_knows_its_places():
    for key in table("en"):
        by_language = {language: places(table(language)[key]) for language in LANGUAGES if not key.startswith("date.")}
        assert len({frozenset(found) for found in by_language.values()}) <= 1, key
        assert all(table(language)[key].strip() for language in LANGUAGES), key


def test_no_sentence_is_unused():
    unused = [key for key in table("en") if f'"{key}"' not in CODE and f'f"{key.partition(".")[0]}.{{' not in CODE]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_tells_of_every_command_that_telegram_lists(language):
    told = table(language)["hello.help"]
    listed = {name for _, names in _LISTS for name in names} - {"help"}
    assert [name for name in sorted(listed) if f"/{name}" not in told] == []


def test_traditional_sentences_keep_to_one_typography():
    assert [key for key, said in table("zh-hant").items() if set("“”裏") & set(said)] == []


def test_no_sentence_is_missing():
    asked = set(re.findall(r'say\(\s*[\w.]+,\s*"([a-z_]+\.[a-z_]+)"', CODE))
    assert asked - table("en").keys() == set()


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "zh-hans"),
        ("zh", "zh-hans"),
        ("zh-CN", "zh-hans"),
        ("zh-TW", "zh-hant"),
        ("zh-hant-HK", "zh-hant"),
        ("en-GB", "en"),
        ("de", "en"),
    ],
)
def test_the_language_follows_the_telegram_client(code, language):
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("family", "names"),
    [
        ("ask", sorted(_ASKED_PLAINLY | _ASKED_OF_PEOPLE | set(NEIGHBOURS))),
        ("button", sorted(NEIGHBOURS)),
        ("role", sorted(get_args(Role))),
        ("kind", sorted(get_args(DecisionKind))),
        ("command", sorted({name for _, names in _LISTS for name in names})),
    ],
)
def test_sentences_named_at_run_time_are_all_there(family, names):
    assert [name for name in names if f"{family}.{name}" not in table("en")] == []
