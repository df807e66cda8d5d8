"""Lines cut at a fixed width, put together again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from data.clean.edits import Edit
from data.clean.page import lines_of

_NARROW, _WIDE = 16, 60
_LEAST_CUT = 3
_MOST = 0.6
_TOLERANCE = 2
_ENDS = re.compile(r"[。！？!?：:；;…|｜][”’」』）)]*\s*$")
_NEW_ITEM = re.compile(
    r"\s|[（(]?[一二三四五六七八九十百\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[条项章]|[-*•·●#>|｜【]|[㐀-鿿]{2,6}[:：]"
)


def join_wrapped(text: str) -> list[Edit]:
    """Edits that take out line ends set by a fixed width: nothing in their place, a space between Latin words.

    A text is wrapped when most of its lines that stop in mid-sentence have the same width, in characters or in cells
    (a Chinese character is two). A line that ends a sentence, and one before a new item, is left alone.
    """
    lines = list(lines_of(text))
    cut = [(one, two) for one, two in pairwise(lines) if _is_cut(one[1], two[1])]
    for measure in (len, _cells):
        width = _common_width([line.rstrip() for (_, line), _ in cut], measure)
        if width:
            return [
                _joint(text, at + len(line), below)
                for (at, line), (below, _) in cut
                if 0 <= width - measure(line.rstrip()) <= _TOLERANCE
            ]
    return []


def _is_cut(line: str, after: str) -> bool:
    return len(line) >= _NARROW and bool(after.strip()) and not _ENDS.search(line) and not _NEW_ITEM.match(after)


def _common_width(lines: list[str], measure: Callable[[str], int]) -> int | None:
    """The greatest width that most cut lines come close to; None where there is none or it is no page's width."""
    widths = Counter(measure(line) for line in lines)
    for width in sorted(widths, reverse=True):
        near = sum(widths[width - less] for less in range(_TOLERANCE + 1))
        if near >= _LEAST_CUT and near >= _MOST * len(lines) and (width <= _WIDE * 2):
            return width
    return None


def _cells(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _joint(text: str, end: int, start: int) -> Edit:
    left, right = text[end - 1 : end], text[start : start + 1]
    latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    return Edit(end, start, " " if latin else "")
