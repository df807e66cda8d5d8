"""Rows of an attendance table: 王大力 | 主任 | 出席."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance.sightings import Sighting
from data.facts.people import names, offices
from data.records import Evidence, Report, Role, Span

_CELL = re.compile(r"[^|\t　]+")
_ROLES: tuple[Role, ...] = ("chair", "attend", "observe", "absent")
_STATUS: dict[str, Role] = {word: role for role in _ROLES for word in lexicon.words("attendance", f"statuses.{role}")}
_LONGEST = 120  # characters of a row


def read(report: Report) -> Iterator[Sighting]:
    """One sighting a row that has a cell for the name and one for the status; an office in a third is the title."""
    for para, text in enumerate(report.paras):
        if len(text) <= _LONGEST:
            yield from _row(para, text)


def _row(para: int, text: str) -> Iterator[Sighting]:
    cells = [(cell[0].strip(), cell.start() + len(cell[0]) - len(cell[0].lstrip())) for cell in _CELL.finditer(text)]
    status = next((cell for cell in cells if cell[0] in _STATUS), None)
    person = next((cell for cell in cells if names.whole_name(cell[0].replace(" ", ""))), None)
    if len(cells) <= 1 or status is None or person is None:
        return
    title, at = next((cell for cell in cells if offices.ENDS_IN_HEAD.search(cell[0])), ("", -1))
    span = Span(para, person[1], person[1] + len(person[0]))
    yield Sighting(person[0].replace(" ", ""), _STATUS[status[0]], Evidence(span, "table/row", status[0]), title, at)
