"""Foreign names, and names without a Chinese surname."""

import re

from config import lexicon
from data.facts.people.names.slot import AFTER, AFTER_LENGTHS, STOPS
from data.facts.people.names.surnames import HAN, han, is_word

_NO_LOOSE_START = frozenset(str(lexicon.table("attendance")["no_loose_start"]))
_JOINING = frozenset("和")
_LIST_MARKS = frozenset("、，。；）")  # 闻秋和、: the last character, not the word
_AFTER_FOREIGN = frozenset(word for word in AFTER if len(word) > 1) | frozenset("在就也同与和向对因以等说为受时将致")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・‧]\s?[{HAN}A-Za-z.]{{1,12}})+")
_LATIN = re.compile(
    r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]*(?:\s(?:(?:van|von|den|der|de|da|di|bin|ibn|al|el|la|le)\s){0,3}[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]*){1,6}"
)
_NO_LOOSE_ENDS = tuple(lexicon.words("attendance", "no_loose_ends"))
_ORGAN_ENDS = frozenset(str(lexicon.table("offices")["organ_ends"]))
_ORGAN = 3  # characters, from which on a word that ends like an organ is one
_SOUNDS = re.compile(f"[{lexicon.table('attendance')['sounds']}]{{6,10}}")
_TELLS = re.compile(r"作(?=[《“了题的报主汇])")  # 禾苗作《…》
_LONGEST_LOOSE = 10  # characters


def foreign_end(text: str, at: int) -> int:
    """Where the foreign name that starts at `at` ends, or -1: dotted (扬·范德林登) or Latin of two words or more."""
    latin = _LATIN.match(text, at)
    if latin:
        return latin.end()
    dotted = _DOTTED.match(text, at)
    if not dotted:
        return -1
    last = max(text.rfind(dot, at, dotted.end()) for dot in "·•・‧") + 1
    for end in range(last + 2, dotted.end()):
        if _TELLS.match(text, end) or any(text[end : end + length] in _AFTER_FOREIGN for length in AFTER_LENGTHS):
            return end
    return dotted.end()


def loose_name(text: str) -> bool:
    """Whether `text` can be a name without a Chinese surname (敖日其楞); lists and offices must vouch for it."""
    organ = len(text) >= _ORGAN and text[-1] in _ORGAN_ENDS
    if "和" in text[2:-1]:
        return False  # two names
    if not 2 <= len(text) <= _LONGEST_LOOSE or text[0] in _NO_LOOSE_START or is_word(text, 0) or organ:
        return False
    return (han(text) and not text.endswith(_NO_LOOSE_ENDS)) or bool(_SOUNDS.fullmatch(text))


def sounded(text: str) -> bool:
    """Whether all of `text` is written as long foreign names are, in characters for their sounds."""
    return bool(_SOUNDS.fullmatch(text))


def loose_end(text: str, at: int) -> int:
    """Where a name without a Chinese surname ends: before the first word that follows names; -1 if none starts here."""
    for end in range(at + 2, min(at + _LONGEST_LOOSE, len(text)) + 1):
        if text[end : end + 1] in _JOINING and text[end + 1 : end + 2] in _LIST_MARKS:
            continue
        stops = end >= len(text) or text[end] in STOPS or _TELLS.match(text, end)
        if stops or any(text[end : end + length] in _AFTER_FOREIGN for length in AFTER_LENGTHS):
            return end if loose_name(text[at:end]) else -1
    return -1
