"""Lines cut at a fixed width, put together again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from data.clean.edits import Edit
from data.clean.page import lines_of

_NARROW, _NARROW_GIVEN, _WIDEST = 16, 24, 120
_LEAST_CUT = 3
_MOST = 0.6
_LEAST_BESIDE_LONGER, _MOST_BESIDE_LONGER = 6, 0.8
"""The same where other paragraphs stand on one long line each: chance gives no six lines of one width."""
_LONGEST_OVER = 1.5
_TOLERANCE = 3
_ENDS = re.compile(r"[。！？!?：:；;…|｜][”’」』）)]*\s*$")
_ROW = re.compile(r"[|\t]|\S(?:　{2,}| {3,})\S")  # of a table
_NEW_ITEM = re.compile(
    r"\s|[（(]?[一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[条项章]|[-*•·●#>|｜【]|[㐀-鿿]{2,6}[:：]"
)


def join_wrapped(text: str) -> list[Edit]:
    """Edits that take out line ends set by a fixed width: nothing in their place, a space between Latin words.

    A text is wrapped when most of its lines that stop in mid-sentence have the same width, in characters or in cells
    (a Chinese character is two); where some are much longer, nearly all of them must. A line that ends a sentence is
    left, and one before an item.
    """
    return _joints(text, list(lines_of(text)), _NARROW)


def join_in_place(text: str) -> list[Edit]:
    """The same where each line was given as a paragraph: only wide lines are cut ones, and the first is the title.

    As many line ends stand behind a line that was put together, so that those below keep their numbers.
    """
    edits: list[Edit] = []
    joined = 0
    joints = _joints(text, list(lines_of(text))[1:], _NARROW_GIVEN)
    for joint, following in zip(joints, (*joints[1:], None), strict=False):
        joined += 1
        edits.append(joint)
        end = text.find("\n", joint.end)
        end = len(text) if end < 0 else end
        if following is None or following.start != end:
            edits.append(Edit(end, end, "\n" * joined))
            joined = 0
    return edits


def _joints(text: str, lines: list[tuple[int, str]], narrow: int) -> list[Edit]:
    lists = [_joint(text, at + len(line), to) for (at, line), (to, after) in pairwise(lines) if _in_list(line, after)]
    return sorted({*lists, *_of_one_width(text, lines, narrow)}, key=lambda edit: edit.start)


def _in_list(line: str, after: str) -> bool:
    """Whether a list goes on in the next line: 出席：顾城、林岚、."""
    return line.rstrip().endswith("、") and bool(after.strip()) and not _NEW_ITEM.match(after)


def _of_one_width(text: str, lines: list[tuple[int, str]], narrow: int) -> list[Edit]:
    cut = [(one, two) for one, two in pairwise(lines) if len(one[1]) >= narrow and _is_cut(one[1], two[1])]
    if not cut:
        return []
    full = max((_full(cut, measure) for measure in (len, _indented, _cells)), key=len)
    has_longer = max(len(line) for _, line in lines) > _LONGEST_OVER * max(len(line) for (_, line), _ in cut)
    least, most = (_LEAST_BESIDE_LONGER, _MOST_BESIDE_LONGER) if has_longer else (_LEAST_CUT, _MOST)
    half = min((len(line) for (_, line), _ in full), default=0) / 2  # headlines and links are not of that text
    if len(full) < least or len(full) < most * sum(len(line) > half for (_, line), _ in cut):
        return []
    return [_joint(text, at + len(line), below) for (at, line), (below, _) in full]


_Pair = tuple[tuple[int, str], tuple[int, str]]


def _is_cut(line: str, after: str) -> bool:
    return (
        bool(after.strip())
        and not _ENDS.search(line)
        and not _NEW_ITEM.match(after)
        and not (_ROW.search(line) or "|" in after)
    )


def _full(cut: list[_Pair], measure: Callable[[str], int]) -> list[_Pair]:
    """The lines that come close to one width: the one that most of them come close to, the greatest of equals."""
    widths = [measure(line.rstrip()) for (_, line), _ in cut]
    counts = Counter(widths)
    near = {width: sum(counts[width - less] for less in range(_TOLERANCE + 1)) for width in counts if width <= _WIDEST}
    width = max(near, key=lambda width: (near[width], width), default=0)
    return [pair for pair, size in zip(cut, widths, strict=True) if 0 <= width - size <= _TOLERANCE]


def _cells(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _indented(text: str) -> int:
    """Characters, an indent of Latin blanks counted as half as many."""
    return len(text) - (len(text) - len(text.lstrip(" "))) // 2


def _joint(text: str, end: int, start: int) -> Edit:
    left, right = text[end - 1 : end], text[start : start + 1]
    latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    return Edit(end, start, " " if latin else "")
