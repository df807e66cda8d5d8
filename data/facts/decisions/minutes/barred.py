"""Tables of a label and its value a row (议题 | 修渠 / 结果 | 同意), read as lines with a colon, as long as before."""

import re

from config.lexicon import words
from data.facts.cells import cells
from data.facts.patterns import any_of

_KNOWN = frozenset(
    (
        *words("minutes", "labels.conclusion"),
        *words("minutes", "labels.other"),
        *words("minutes", "labels.left_over"),
        *words("minutes", "headers.words"),
        *words("minutes", "columns.topics"),
        *words("minutes", "columns.conclusions"),
        *words("minutes", "columns.resolutions"),
        *words("minutes", "columns.others"),
    )
)
_NUMBERED = re.compile(rf"{any_of(('议题', '议案', '提案', '案由', '议程'))}[一二三四五六七八九十\d]{{0,3}}")
_LONGEST = 2000  # characters of a row
_HEAD = 24  # characters in which the first bar stands
_PAIR = 2


def with_colon(line: str) -> str:
    """`line` with its bar as a colon, where it is a known label and one value; as it is, where it is another."""
    if "|" not in line[:_HEAD] or len(line) > _LONGEST:
        return line
    row = cells(line, "|")
    if len(row) != _PAIR or not _is_label(row[0].text) or _is_label(row[1].text) or not row[1].text:
        return line
    bar = line.index("|", row[0].end)
    return line[:bar].replace("|", " ") + "：" + line[bar + 1 :].replace("|", " ")


def _is_label(text: str) -> bool:
    return text.replace(" ", "") in _KNOWN or _NUMBERED.fullmatch(text) is not None
