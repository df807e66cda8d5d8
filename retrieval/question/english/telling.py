"""Whether a question is put in English."""

import re
from functools import cache

from config import lexicon
from retrieval.catalogue.sounds import spelled
from retrieval.question.english.glossary import vocabulary

_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile("[㐀-鿿]")
_LEAST_AMONG_HAN = 2
"""Small words beside Chinese ones: fewer may belong to a name (Developer Day of the TC)."""


def is_english(text: str) -> bool:
    """Whether the words that hold the question together are English ones; one known word is enough without Chinese."""
    words = [word.lower() for word in _WORD.findall(text)]
    small = sum(word in _small() for word in words)
    if _HAN.search(text):
        return small >= _LEAST_AMONG_HAN
    return small >= _LEAST_AMONG_HAN or any(_known(word) for word in words)


def _known(word: str) -> bool:
    """An English word that no Chinese syllables spell."""
    return (word in _small() or word in vocabulary()) and not spelled(word)


@cache
def _small() -> frozenset[str]:
    return frozenset(lexicon.words("english", "small.words"))
