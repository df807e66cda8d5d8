"""Lines of a page: boilerplate out, flattened paragraphs apart, wrapped lines together, repetitions out."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from config import lexicon
from data.clean.edits import Edit

_BULLETS = " \t　·•●■◆◇○>》»-–—*|"
_FLATTENED = re.compile(r"(?<=[。！？!?])[”’」』）)]*(?P<gap>[ 　]+)(?=[^\s|])")
_TRAILING_BAR = re.compile(r"(?<=\S)[ 　]+[|｜](?=\n|\Z)")
_JAMMER = re.compile(r"(?<![!-~])(?:[!-~]{1,2} {1,2}){4,}[!-~]{0,2}(?![!-~])")
_ODD = re.compile(r"[^A-Za-z0-9 ]")
_REPEATED = 20
"""Least length of a repeated line that is a repetition and no refrain."""


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its start, the line end left out."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def drop_jammers(text: str) -> list[Edit]:
    """Edits that remove the random strings by which forums spoil copies: tokens of one or two signs, some of them odd."""
    found = (match for match in _JAMMER.finditer(text) if len(_ODD.findall(match[0])) > 1)
    return [Edit(match.start(), match.end()) for match in found]


def drop_brands(text: str) -> list[Edit]:
    """Edits that remove betting brands which link sellers write over the words of a hacked page."""
    return [Edit(match.start(), match.end()) for match in _brands().finditer(text)]


def drop_boilerplate(text: str) -> list[Edit]:
    """Edits that empty lines which only belong to the page: navigation, share bars, counters, neighbours, owners."""
    return [Edit(at, at + len(line)) for at, line in lines_of(text) if line and is_boilerplate(line)]


def is_boilerplate(line: str) -> bool:
    """Whether a line (simplified) matches a pattern of boilerplate.toml as a whole."""
    bare = line.strip(_BULLETS)
    return len(bare) < _LONG and bool(_patterns().fullmatch(bare)) if bare else False


_LONG = 160


def part_paragraphs(text: str) -> list[Edit]:
    """Edits that start a new line where a crawler left only a space between sentences of two paragraphs."""
    if "。 " not in text and "。　" not in text and " |" not in text:
        return []
    bars = [Edit(match.start(), match.end(), "\n|") for match in _TRAILING_BAR.finditer(text)]
    gaps = [Edit(*match.span("gap"), "\n") for match in _FLATTENED.finditer(text)]
    return sorted(bars + gaps, key=lambda edit: edit.start)


def drop_repeated(text: str) -> list[Edit]:
    """Edits that empty every later copy of a long line."""
    seen: set[str] = set()
    edits = []
    for at, line in lines_of(text):
        bare = line.strip(_BULLETS)
        if len(bare) < _REPEATED:
            continue
        if bare in seen:
            edits.append(Edit(at, at + len(line)))
        seen.add(bare)
    return edits


def join_wrapped(text: str) -> list[Edit]:
    """Edits that take out line ends set by a fixed width: nothing in their place, a space between Latin words."""
    lines = list(lines_of(text))
    width = _wrap_width([line for _, line in lines])
    if width is None:
        return []
    pairs = zip(lines, lines[1:], strict=False)
    return [_joint(text, at + len(line), below) for (at, line), (below, after) in pairs if _runs_on(line, after, width)]


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which most lines of the text are cut; None where they are not."""
    lengths = Counter(len(line.rstrip()) for line in lines if line.strip())
    width = max(lengths, default=0)
    full = sum(lengths[length] for length in range(width - 2, width + 1))
    return width if _NARROW <= width <= _WIDE and full >= _LEAST_FULL and full * 3 >= sum(lengths.values()) else None


_NARROW, _WIDE, _LEAST_FULL = 16, 60, 3
_NEW_ITEM = re.compile(
    r"\s|[（(]?[一二三四五六七八九十百\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[条项章]|[㐀-鿿]{2,6}[:：]|[-*•·●]|【"
)


def _runs_on(line: str, after: str, width: int) -> bool:
    return width - len(line.rstrip()) <= 2 and bool(after.strip()) and not _NEW_ITEM.match(after)


def _joint(text: str, end: int, start: int) -> Edit:
    latin = text[end - 1 : end].isascii() and text[start : start + 1].isascii()
    spaced = latin and text[end - 1 : end].isalnum() and text[start : start + 1].isalnum()
    return Edit(end, start, " " if spaced else "")


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{pattern})" for pattern in lexicon.words("boilerplate", "lines.whole")), re.IGNORECASE
    )


@cache
def _brands() -> re.Pattern[str]:
    names = "|".join(lexicon.words("boilerplate", "brands.names"))
    return re.compile(rf"(?:{names})(?:[(（][^()（）]{{1,8}}[)）])?(?:官方网站|官网|平台|体育|娱乐城?)*", re.IGNORECASE)
