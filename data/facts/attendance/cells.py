"""A table's row as labels and values by turns: | 主持人 | 顾城 | 记录人 | 林岚 |."""

import re
from collections.abc import Iterator

from data.facts.attendance.fields import BOUNDS, LONGEST_VALUE, Line
from data.facts.attendance.labels import is_exact, role_of
from data.records import Role

_CELLS = {"|": re.compile(r"[^|]+"), "　": re.compile(r"[^　]+")}


def read(para: int, text: str) -> Iterator[Line]:
    """The fields of a table's row: | 主持人 | 顾城 | 记录人 | 林岚 |; a value may fill several cells."""
    mark = next((mark for mark in _CELLS if text.count(mark) > 1), None)
    if mark is None or len(text) > LONGEST_VALUE:
        return
    filled = [cell for cell in _CELLS[mark].finditer(text) if cell[0].strip(" *　")]
    labels = [_field(cell[0].strip(" *　")) for cell in filled]
    if len(filled) <= 1 or labels[0] is None:
        return
    heads = [at for at, label in enumerate(labels) if label is not None]
    for at, to in zip(heads, (*heads[1:], len(filled)), strict=True):
        label = labels[at]
        if label is not None and to > at + 1:
            yield Line(label[0], label[1], para, filled[at + 1].start(), filled[to - 1].end())


def _field(cell: str) -> tuple[str, Role | None] | None:
    """What a cell is the label of, if of anything."""
    if len(cell) > _HEADING_CELL:
        return None
    return (role_of(cell) if is_exact(cell) else None) or ((cell, None) if cell in BOUNDS else None)


_HEADING_CELL = 14  # characters
