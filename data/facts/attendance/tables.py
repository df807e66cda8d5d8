"""Rows of a table: of attendance (王大力 | 主任 | 出席), or of an agenda with a column 汇报人."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance import roll
from data.facts.attendance.sightings import Sighting
from data.facts.attendance.signals import any_of
from data.facts.people import names, offices
from data.records import Evidence, Report, Role, Span

_CELL = re.compile(r"[^|\t　]+")
_ROLES: tuple[Role, ...] = ("chair", "attend", "observe", "absent")
_STATUS: dict[str, Role] = {word: role for role in _ROLES for word in lexicon.words("attendance", f"statuses.{role}")}
_LONGEST = 120  # characters of a row


def read(report: Report) -> Iterator[Sighting]:
    """One sighting a row that has a cell for the name and one for the status; an office in a third is the title.

    Below a row of column heads with 汇报人 or the like, whoever stands in that column speaks.
    """
    column: tuple[int, int] | None = None
    for para, text in enumerate(report.paras):
        if len(text) > _LONGEST:
            column = None
            continue
        yield from _row(para, text)
        cells = list((_CELL if "|" in text else _WORD).finditer(text))
        heads = [cell[0].strip(" *").lower() for cell in cells]
        told = next((at for at, head in enumerate(heads) if head in _PRESENTERS), None)
        if told is not None and len(cells) > 1:
            column = told, len(cells)
        elif len(cells) <= 1:
            column = None
        elif column is not None:
            yield from _presented(para, text, cells, *column)


_PRESENTERS = frozenset(label.lower() for label in lexicon.words("attendance", "labels.speak"))
_LATER = re.compile(any_of(lexicon.words("attendance", "minutes.later")))
_WORD = re.compile(r"[^\s|]+")


def _presented(para: int, text: str, cells: list[re.Match[str]], column: int, columns: int) -> Iterator[Sighting]:
    """Who stands in the column; with a blank inside another cell, only a last column can be told."""
    if (len(cells) != columns and column != columns - 1) or column >= len(cells) or _LATER.search(text):
        return
    for entry in roll.people(text, *cells[column if len(cells) == columns else -1].span()):
        person = entry.person
        if names.whole_name(person.name):
            at = Evidence(Span(para, person.left, person.right), "table/presents", "")
            yield Sighting(person.name, "speak", at, person.title, person.title_start)


def _row(para: int, text: str) -> Iterator[Sighting]:
    cells = [(cell[0].strip(), cell.start() + len(cell[0]) - len(cell[0].lstrip())) for cell in _CELL.finditer(text)]
    status = next((cell for cell in cells if cell[0] in _STATUS), None)
    person = next((cell for cell in cells if names.whole_name(cell[0].replace(" ", ""))), None)
    if len(cells) <= 1 or status is None or person is None:
        return
    title, at = next((cell for cell in cells if offices.ENDS_IN_HEAD.search(cell[0])), ("", -1))
    span = Span(para, person[1], person[1] + len(person[0]))
    yield Sighting(person[0].replace(" ", ""), _STATUS[status[0]], Evidence(span, "table/row", status[0]), title, at)
