"""Lines of a page: boilerplate out, flattened paragraphs apart, wrapped lines together, repetitions out."""

import re
from collections.abc import Iterator
from functools import cache

from config import lexicon
from data.clean.edits import Edit

_BULLETS = " \t　·•●■◆◇○>》»-–—*|"
_REPEATED = 20
"""Least length of a repeated line that is a repetition and no refrain."""


_VOTES = re.compile(r"\d\s*(?:票|股|名|人|户)")


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its start, the line end left out."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def drop_boilerplate(text: str) -> list[Edit]:
    """Edits that empty lines which only belong to the page: navigation, share bars, counters, neighbours, owners.

    A full date in the navigation or among the tools stays, alone: it is the page's own. Under a heading of links
    (相关链接) the lines that follow go too, up to a sentence; under one of columns (栏目导航) the very short ones.
    """
    edits: list[Edit] = []
    limit = 0
    in_table = headed = False
    for at, line in lines_of(text):
        bare = line.strip(_BULLETS)
        below, headed = headed, _heads_table(text, at, line)
        in_table = headed or (in_table and ("|" in line or below))  # a rule below the heads may be gone
        if not bare:
            edits += [Edit(at, at + len(line))] if line.strip() and "|" not in line else []
            continue
        listing = _listing(bare)
        limit = listing or (0 if len(bare) > limit or _SENTENCE.search(bare) else limit)
        if limit or _matches("lines.whole", bare) or _is_menu_entry(line.strip(), bare):
            edits.append(Edit(at, at + len(line)))
        elif not in_table and _matches("lines.around", bare):
            edits.append(Edit(at, at + len(line), _dates_in(line)))
    return edits


def _is_menu_entry(line: str, bare: str) -> bool:
    """> 政府会议: a few characters behind an arrow."""
    return line[:1] in _ARROWS and len(bare) <= _ENTRY and not _SENTENCE.search(bare)


def _heads_table(text: str, at: int, line: str) -> bool:
    """Whether the line at `at` heads a table: a rule stands under it, or one of its cells is a column's usual head."""
    if "|" not in line:
        return False
    cells = (cell.strip(" *　") for cell in line.split("|"))
    return _RULED.match(text, at) is not None or not _HEADS.isdisjoint(cells)


_RULED = re.compile(r"[ \t]*\|[^\n]*\|[^\n]*\n[\s|:]*---")  # the row over a Markdown table's rule
_HEADS = frozenset(lexicon.words("boilerplate", "lines.heads"))
_ARROWS = frozenset(">＞»›→")
_ENTRY = 15


def _listing(bare: str) -> int:
    """The greatest length of the lines below this one that go with it; 0 where it heads no list."""
    if _matches("lines.listing", bare):
        return _LONG
    return _COLUMN if _matches("lines.columns", bare) else 0


_COLUMN = 8
_LONG = 160
_SENTENCE = re.compile(r"[。；;]|[！？，,].*[，,]|\A[㐀-鿿]{2,4}[:：]")


def _matches(section: str, bare: str) -> bool:
    return len(bare) < _LONG and bool(_patterns(section).fullmatch(bare))


def _dates_in(line: str) -> str:
    found = re.search(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?", line)
    return found[0] if found else ""


def part_paragraphs(text: str) -> list[Edit]:
    """Edits that start a new line where a crawler left only a space between two paragraphs.

    That is after a sentence's end, unless it is one stray space; in a line that holds a page's furniture besides, at
    every wide gap.
    """
    return sorted(
        (edit for at, line in lines_of(text) if " " in line or "　" in line for edit in _parts(line, at)),
        key=lambda edit: edit.start,
    )


def _parts(line: str, at: int) -> Iterator[Edit]:
    bar = _TRAILING_BAR.search(line) if not line.startswith("|") else None
    if bar:
        yield Edit(at + bar.start(), at + bar.end(), "\n|")
    line = line[: bar.start()] if bar else line
    found = list(_gap(line.rstrip()).finditer(line.rstrip()))
    stray = len(found) == 1 and found[0]["gap"] == " "
    yield from (Edit(at + match.start("gap"), at + match.end("gap"), "\n") for match in found if not stray)


def _gap(line: str) -> re.Pattern[str]:
    """What parts a line: a sentence's end and a space; in a whole page on one line every wide gap, or every space."""
    if len(line) <= _FLAT or not _FURNITURE.search(line):
        return _FLATTENED
    return _WIDE_GAP if _WIDE_GAP.search(line) else _ANY_GAP


_FLAT = 120
"""A line with page furniture in it that is longer than this is a whole page on one line."""

_FURNITURE = re.compile(
    r"当前位置|(?:来源|作者|编辑|字体|字号|发布时间|发布日期|浏览次数|点击数)\s*[:：]|版权所有|上一篇|分享到|Copyright"
)
_FLATTENED = re.compile(r"(?<=[。！？])[”’」』）)]*(?P<gap>[ 　]+)(?=[^\s|])")
_WIDE_GAP = re.compile(r"(?<=[^\s：:])(?P<gap>　[　 ]*| {2,})(?=[^\s|｜])")
_ANY_GAP = re.compile(r"(?<=[^\s>＞/|｜:：-])(?P<gap> )(?=[^\s>＞/|｜:：-])(?!\d{1,2}[:：]\d\d)")
_TRAILING_BAR = re.compile(r"(?<=\S)[ 　]+[|｜]\s*\Z")


def drop_repeated(text: str) -> list[Edit]:
    """Edits that empty every later copy of a long line, unless it counts votes: those are alike under many items."""
    seen: set[str] = set()
    edits = []
    for at, line in lines_of(text):
        bare = line.strip(_BULLETS)
        if len(bare) < _REPEATED or _VOTES.search(bare):
            continue
        if bare in seen:
            edits.append(Edit(at, at + len(line)))
        seen.add(bare)
    return edits


@cache
def _patterns(section: str) -> re.Pattern[str]:
    patterns = lexicon.words("boilerplate", section)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
