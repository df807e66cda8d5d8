"""English words for bodies, meetings, offices and matters → the Chinese ones, the longest first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from config import lexicon

FLAGS = re.IGNORECASE | re.ASCII
"""ASCII, so that a Chinese character beside a Latin word does not hide the word's edge."""


def in_glossary(text: str, section: str) -> str:
    """`text` with every phrase of that section of the glossary put into Chinese, spaces around it."""
    table = _table(section)

    def chinese(match: re.Match[str]) -> str:
        key = _key(match["phrase"])
        return f" {table[key] if key in table else table[key.removesuffix('ie') + 'y']} "

    return _phrases(section).sub(chinese, text)


@cache
def vocabulary() -> frozenset[str]:
    """The single English words that the glossary is made of."""
    phrases = (phrase for section in ("phrases", "words") for phrase in _table(section))
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _table(section: str) -> dict[str, str]:
    """English phrase, lower case, single spaces → Chinese."""
    listed = cast("dict[str, dict[str, list[str]]]", lexicon.table("glossary"))[section]
    return {_key(phrase): chinese for chinese, phrases in listed.items() for phrase in phrases}


@cache
def _phrases(section: str) -> re.Pattern[str]:
    written = "|".join(_written(section))
    return re.compile(rf"\b(?:the\s+)?(?P<phrase>{written})(?:e?s)?\b(?!'[a-rt-z]|\.\w)", FLAGS)


def _written(section: str) -> Iterator[str]:
    for phrase in sorted(_table(section), key=len, reverse=True):
        written = r"[\s-]+".join(map(_possessive, phrase.split()))
        yield f"{written[:-1]}(?:y|ie)" if written.endswith("y") else written


def _possessive(word: str) -> str:
    """Apostrophes are often left out: teachers' congress, teachers congress."""
    return rf"{re.escape(word[:-1])}'?s'?" if word.endswith("s") else re.escape(word)


def _key(phrase: str) -> str:
    return " ".join(re.split(r"[\s-]+", phrase.lower().replace("'", "")))
