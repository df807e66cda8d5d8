"""Surnames, the words that begin like names, and the characters that names are written with."""

import re

from config import lexicon

HAN = "\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002fa1f〇"
_SINGLE = frozenset("".join(str(lexicon.table("surnames")["single"]).split()))
_COMPOUND = frozenset(lexicon.words("surnames", "compound"))
_COMPOUND_LENGTHS = (4, 3, 2)
_NOT_NAMES = frozenset(lexicon.words("attendance", "not_names"))
_NOT_NAME_LENGTHS = tuple(sorted({len(word) for word in _NOT_NAMES}, reverse=True))
_HAN_RUN = re.compile(rf"[{HAN}]{{1,6}}")
KIN = re.compile(r"(?:奶奶|爷爷|大爷|大妈|大娘|大叔|大伯|大姐|大哥|阿姨|叔叔|老人|师傅|同学)$")
"""What a name does not end in: it calls somebody by kin or age."""


def surname_length(text: str, at: int) -> int:
    """How many characters at `at` are a surname, 0 if none."""
    for length in _COMPOUND_LENGTHS:
        if len(start := text[at : at + length]) == length and start in _COMPOUND:
            return length
    return 1 if text[at : at + 1] in _SINGLE else 0


def is_word(text: str, at: int) -> bool:
    """Whether a common word that looks like a name stands at `at`."""
    shortest = 2 if text[at : at + 2] in _COMPOUND else 1  # 百 is a word, 百里 a surname
    return any(text[at : at + length] in _NOT_NAMES for length in _NOT_NAME_LENGTHS if length >= shortest)


def given(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is Chinese characters, as a given name is."""
    run = _HAN_RUN.match(text, start)
    return bool(run and run.end() >= end)


def han(text: str) -> bool:
    """Whether `text` is one to six Chinese characters and nothing else."""
    return bool(_HAN_RUN.fullmatch(text))
