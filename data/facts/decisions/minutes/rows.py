"""Tables of matters → items: the rows below heads like 议题 | 结论; below 决议内容 alone, each a resolution."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.cells import Cell, cells, mark_of
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.patterns import any_of

_TOPICS = frozenset(words("minutes", "columns.topics"))
_CONCLUSIONS = frozenset(words("minutes", "columns.conclusions"))
_RESOLUTIONS = frozenset(words("minutes", "columns.resolutions"))
_HEADS = _TOPICS | _CONCLUSIONS | _RESOLUTIONS | frozenset(words("minutes", "columns.others"))
_HEAD = 160  # characters in which a row shows its first bar
_LONGEST_HEADS = 40  # characters of a row of heads that only blanks part
_LABEL = re.compile(rf"\s*{any_of(words('minutes', 'labels.conclusion'))}\s*[:：]\s*")
_LEFT_OVER = re.compile(rf"[，,。；;\s]*{any_of(words('minutes', 'labels.left_over'))}\s*[:：]")


@dataclass(frozen=True, slots=True)
class _Table:
    mark: str
    columns: int
    topic: int | None
    conclusion: int


def read_rows(paras: tuple[str, ...]) -> Iterator[Item | Line]:
    """The rows of a table with a column of topics and one of conclusions, each an item; of resolutions, each a line."""
    table: _Table | None = None
    for para, line in enumerate(paras):
        headed = _headed(line)
        if headed is not None:
            table = headed
        elif table is not None and (row := _row_of(line, table)) is not None:
            if row[table.conclusion :] and re.search(r"\w", line):
                yield from _row(para, line, row, table)
        elif "|" not in line[:_HEAD]:
            table = None


def _headed(line: str) -> _Table | None:
    """The table that a row of heads begins; blanks part heads only where all of them are known."""
    barred = "|" in line[:_HEAD]
    if not barred and len(line) > _LONGEST_HEADS:
        return None
    mark = "|" if barred else mark_of(line)
    heads = [cell.text.strip(" *").lower() for cell in cells(line, mark)] if mark else []
    if len(heads) <= 1 or mark == "：" or (mark != "|" and not _HEADS.issuperset(heads)):
        return None
    topic = next((i for i, head in enumerate(heads) if head in _TOPICS), None)
    conclusion = next((i for i, head in enumerate(heads) if head in _CONCLUSIONS), None)
    decided = next((i for i, head in enumerate(heads) if head in _RESOLUTIONS), None)
    if topic is not None and conclusion is not None:
        return _Table(mark or "|", len(heads), topic, conclusion)
    return None if decided is None else _Table(mark or "|", len(heads), None, decided)


def _row_of(line: str, table: _Table) -> list[Cell] | None:
    """The cells of a row of the table; None where the line is none."""
    if table.mark not in (line[:_HEAD] if table.mark == "|" else line.strip()):
        return None
    row = cells(line, table.mark)
    return row if table.mark == "|" or len(row) == table.columns else None


def _row(para: int, line: str, row: list[Cell], table: _Table) -> Iterator[Item | Line]:
    conclusion = row[table.conclusion]
    label = _LABEL.match(line, conclusion.start, conclusion.end)
    at = label.end() if label else conclusion.start
    left = _LEFT_OVER.search(line, at, conclusion.end)
    concluded = Line(para, at, line[at : left.start() if left else conclusion.end].rstrip(), True)
    if table.topic is None:
        yield concluded
    elif topic := row[table.topic].text:
        yield Item(None, para, row[table.topic].start, topic, [concluded], style="row")
