"""Whether a question is put in English."""

import re
from functools import cache

from config import lexicon
from retrieval.catalogue.sounds import spelled
from retrieval.question.english.glossary import vocabulary

_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile("[㐀-鿿]")
_ASKS_IN_CHINESE = re.compile("[谁啥哪吗没几么呢]|多少|是否")
_LEAST_AMONG_HAN = 2
"""English words beside Chinese ones: fewer may belong to a name (Developer Day of the TC)."""


def is_english(text: str) -> bool:
    """Whether the words that hold the question together are English ones; one known word is enough without Chinese."""
    words = [word.lower() for word in _WORD.findall(text)]
    small, known = sum(word in _small() for word in words), sum(map(_known, words))
    if not _HAN.search(text):
        return small >= _LEAST_AMONG_HAN or known > 0
    asked = known >= _LEAST_AMONG_HAN or any(word in lexicon.words("english", "asking.words") for word in words)
    return small >= _LEAST_AMONG_HAN or (asked and not _ASKS_IN_CHINESE.search(text))


def _known(word: str) -> bool:
    """An English word that no Chinese syllables spell."""
    return (word in _small() or word in _glue() or word in vocabulary()) and not spelled(word)


@cache
def _small() -> frozenset[str]:
    return frozenset(lexicon.words("english", "small.words"))


@cache
def _glue() -> frozenset[str]:
    return frozenset(lexicon.words("english", "glue.words"))
