"""Tables of people in pairs of columns, as when two parties meet: | 远帆 | 职务 | 青峰 | 职务 |."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance.sightings import Sighting
from data.facts.attendance.signals import any_of
from data.facts.people import names
from data.records import Evidence, Report, Span

_OFFICE = frozenset(lexicon.words("attendance", "columns.office"))
_OPENS = re.compile(rf"(?:{any_of(lexicon.words('attendance', 'labels.attend'))})[\u4e00-\u9fff]{{0,3}}[\s：:*]*$")
_CELL = re.compile(r"[^|]+")
_NOTE = re.compile(r"\s*[（(][^（）()]*[)）]\s*$")
_ABOVE = 3  # lines between what the table lists and its heads
_PAIR = 2


def read(report: Report) -> Iterator[Sighting]:
    """Everyone in the rows below such heads, where a line above says that it lists who took part."""
    opened, columns = -_ABOVE - 1, 0
    for para, text in enumerate(report.paras):
        cells = [cell for cell in _CELL.finditer(text) if cell[0].strip(" *　")] if "|" in text else []
        if not cells:
            opened, columns = (para if _OPENS.search(text) else opened), 0
        elif _heads(cells):
            columns = len(cells) if para - opened <= _ABOVE else 0
        elif columns and len(cells) <= columns:
            yield from _row(para, cells)


def _heads(cells: list[re.Match[str]]) -> bool:
    """Whether the cells are heads of which every second is of offices."""
    second = cells[1::_PAIR]
    return len(cells) % _PAIR == 0 and len(second) > 1 and all(cell[0].strip(" *　") in _OFFICE for cell in second)


def _row(para: int, cells: list[re.Match[str]]) -> Iterator[Sighting]:
    for person, office in zip(cells[::_PAIR], cells[1::_PAIR], strict=False):
        name = person[0].strip(" *　")
        if names.whole_name(name) or names.loose_name(name):
            at = person.start() + person[0].index(name)
            note = _NOTE.search(office[0])
            title = office[0][: note.start() if note else None].strip(" *　")
            evidence = Evidence(Span(para, at, at + len(name)), "table/pairs", "")
            yield Sighting(name, "attend", evidence, title, office.start() + office[0].index(title))
