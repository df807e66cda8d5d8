"""What is left of a question when asking words, days and people are taken out, abbreviations written in full."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from config import lexicon
from retrieval.catalogue.vocabulary import Vocabulary

_SUFFIX = "会委办局院所组协盟团校"
_RUN = re.compile("[㐀-鿿]{2,}")
_SHORTEST, _LONGEST = 2, 4
"""Lengths of abbreviations made from names: 茶协, 科创委."""


def cut_out(text: str, spots: Iterable[tuple[int, int]]) -> str:
    """`text` with the (start, end) stretches replaced by spaces."""
    chars = list(text)
    for start, end in spots:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def without_chatter(text: str) -> str:
    """`text` without words that say nothing about a meeting or a topic."""
    return " ".join(_chatter().sub(" ", text).split())


def in_full(text: str) -> str:
    """`text` with the well-known abbreviations written out."""
    return _short().sub(lambda match: lexicon.mapping("abbreviations", "meetings")[match[0]], text)


def with_synonyms(text: str) -> str:
    """`text` with, behind it, what reports say for the everyday words in it."""
    said = [written for word, written in lexicon.mapping("synonyms", "words").items() if word.lower() in text.lower()]
    return " ".join((text, *said))


def derived(text: str, vocabularies: Sequence[Vocabulary]) -> list[tuple[str, str]]:
    """(short, long) for stretches that no name holds but that some name's characters in order make up."""
    found = []
    for run in _RUN.findall(text):
        short = next(_unknown(run, vocabularies), None)
        if short is not None:
            found.append(short)
    return found


def _unknown(run: str, vocabularies: Sequence[Vocabulary]) -> Iterator[tuple[str, str]]:
    for end in (at + 1 for at, char in enumerate(run) if char in _SUFFIX):
        for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
            short = run[start:end]
            if any(words.says(short) for words in vocabularies):
                break
            long = next((long for words in vocabularies for long in words.expansions(short)), None)
            if long is not None:
                yield short, long


@cache
def _chatter() -> re.Pattern[str]:
    words = sorted(lexicon.words("question", "chatter.words"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) + r"|[，。？！、；：,.?!;:()（）“”\"'…~～]")


@cache
def _short() -> re.Pattern[str]:
    words = sorted(lexicon.mapping("abbreviations", "meetings"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
