"""Strings that others put into a page: anti-copying jammers of forums, brands of link sellers, lost indentation."""

import re
from collections.abc import Iterator
from functools import cache

from config import lexicon
from data.clean.edits import Edit

_JAMMER = re.compile(r"(?<![!-~])(?:[!-~]{1,2} {1,2}){3,}[!-~]{0,2}(?![!-~])")
_ODD = re.compile(r"[^A-Za-z0-9 ]")
_MIXED = re.compile(r"[A-Za-z0-9][^A-Za-z0-9\s.)]|[^A-Za-z0-9\s(][A-Za-z0-9]|[A-Za-z]\d|\d[A-Za-z]")
_LOST_INDENT = re.compile(r"^\?{2,8}[ \u3000]*(?=[^\s?])", re.MULTILINE)
_LONGEST_BRAND = 8


def drop_jammers(text: str) -> list[Edit]:
    """Edits that remove the random strings by which forums spoil copies: tokens of one or two signs."""
    return [Edit(match.start(), match.end()) for match in _JAMMER.finditer(text) if _is_random(match[0])]


def _is_random(string: str) -> bool:
    return len(_ODD.findall(string)) > 1 and bool(_MIXED.search(string))


def drop_lost_indents(text: str) -> list[Edit]:
    """Edits that remove question marks at the start of lines, left of an indentation that an encoding lost."""
    return [Edit(match.start(), match.end()) for match in _LOST_INDENT.finditer(text)]


def drop_brands(text: str) -> list[Edit]:
    """Edits that remove betting brands which link sellers write over the words of a hacked page."""
    known = ((match.start(), match.end()) for match in _brands().finditer(text))
    edits: list[Edit] = []
    for start, end in sorted([*known, *_downloads(text)]):
        if not edits or start >= edits[-1].end:
            edits.append(Edit(start, end))
    return edits


def _downloads(text: str) -> Iterator[tuple[int, int]]:
    """Where an advertised download stands with its brand: the characters that stand before the same words."""
    places: dict[str, list[re.Match[str]]] = {}
    for match in _endings().finditer(text):
        if match[0].lower() not in lexicon.words("boilerplate", "brands.plain"):
            places.setdefault(match[0], []).append(match)
    for found in places.values():
        lefts = [
            _NO_WORD.split(text[max(0, match.start() - _LONGEST_BRAND) : match.start()])[-1][::-1] for match in found
        ]
        size = _shared(min(lefts), max(lefts))
        if len(found) > 1 and size > 1:
            yield from ((match.start() - size, match.end()) for match in found)


_NO_WORD = re.compile(r"[^㐀-鿿A-Za-z0-9]")


def _shared(first: str, last: str) -> int:
    """How many characters two strings have in common at their start; for the first and last in order, all between."""
    return next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), min(len(first), len(last))
    )


@cache
def _brands() -> re.Pattern[str]:
    names = "|".join(lexicon.words("boilerplate", "brands.names"))
    return re.compile(rf"(?:{names})(?:[(（][^()（）]{{1,8}}[)）])?(?:官方网站|官网|平台|体育|娱乐城?)*", re.IGNORECASE)


@cache
def _endings() -> re.Pattern[str]:
    endings = "|".join(lexicon.words("boilerplate", "brands.endings"))
    return re.compile(rf"(?:{endings})(?:{lexicon.words('boilerplate', 'brands.companies')[0]})")
