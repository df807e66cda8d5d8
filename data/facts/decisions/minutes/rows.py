"""Tables of matters → items: the rows below heads like 议题 | 结论."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.patterns import any_of

_CELL = re.compile(r"[^|]+")
_TOPICS = frozenset(words("minutes", "columns.topics"))
_CONCLUSIONS = frozenset(words("minutes", "columns.conclusions"))
_HEAD = 160  # characters in which a row shows its first bar
_LABEL = re.compile(rf"\s*{any_of(words('minutes', 'labels.conclusion'))}\s*[:：]\s*")
_LEFT_OVER = re.compile(rf"[，,。；;\s]*{any_of(words('minutes', 'labels.left_over'))}\s*[:：]")


def read_rows(paras: tuple[str, ...]) -> Iterator[Item]:
    """The rows of a table with a column of topics and one of conclusions, each an item."""
    columns: tuple[int, int] | None = None
    for para, line in enumerate(paras):
        cells = [cell for cell in _CELL.finditer(line) if cell[0].strip()] if "|" in line[:_HEAD] else []
        heads = [cell[0].strip(" *").lower() for cell in cells]
        topic = next((i for i, head in enumerate(heads) if head in _TOPICS), None)
        conclusion = next((i for i, head in enumerate(heads) if head in _CONCLUSIONS), None)
        if topic is not None and conclusion is not None:
            columns = topic, conclusion
        elif not cells:
            columns = None
        elif columns and len(cells) > max(columns) and re.search(r"\w", line):
            yield _row(para, cells[columns[0]], cells[columns[1]])


def _row(para: int, topic: re.Match[str], conclusion: re.Match[str]) -> Item:
    start = topic.start() + len(topic[0]) - len(topic[0].lstrip())
    text = conclusion.string
    label = _LABEL.match(text, *conclusion.span())
    at = label.end() if label else conclusion.start() + len(conclusion[0]) - len(conclusion[0].lstrip())
    left = _LEFT_OVER.search(text, at, conclusion.end())
    concluded = text[at : left.start() if left else conclusion.end()].rstrip()
    return Item(None, para, start, topic[0].strip(), [Line(para, at, concluded, True)], style="row")
