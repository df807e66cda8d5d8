"""Rows of a table: of attendance (王大力 | 主任 | 出席), or of an agenda with a column 汇报人."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config import lexicon
from data.facts.attendance import roll
from data.facts.attendance.cells import read as read_labels
from data.facts.attendance.labels import is_exact, role_of
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

    Below a row of column heads with 汇报人 or the like, whoever stands in that column speaks; below one with 参会人员,
    those listed in it took part.
    """
    column: tuple[int, int] | None = None
    people: _People | None = None
    for para, text in enumerate(report.paras):
        if len(text) > _LONGEST:
            column = people = None
            continue
        if "|" not in text:
            people = None
        elif (headed := _heads_people(text)) is not None:
            people = headed
        elif people is not None:
            yield from _listed(para, text, people)
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


@dataclass(frozen=True, slots=True)
class _People:
    """A column of people in a table of so many: its number, their role, and the column of where they come from."""

    column: int
    role: Role
    columns: int
    of: int | None


def _heads_people(text: str) -> _People | None:
    """The column of people that a row heads: | 单位 | 参会人员 |."""
    heads = [cell[0].strip(" *　") for cell in _BARRED.finditer(text) if cell[0].strip(" *　")]
    if len(heads) <= 1 or any(names.whole_name(head) for head in heads):
        return None
    for at, head in enumerate(heads):
        label = role_of(head) if is_exact(head) else None
        if label is not None and label[1] not in (None, "speak"):
            of = next((number for number, other in enumerate(heads) if other in _FROM), None)
            return _People(at, label[1], len(heads), of) if at or len(heads) > _PAIR else None
    return None


def _listed(para: int, text: str, people: _People) -> Iterator[Sighting]:
    cells = [cell for cell in _BARRED.finditer(text) if cell[0].strip(" *　")]
    if len(cells) != people.columns:
        return
    where = cells[people.of] if people.of is not None else None
    for entry in roll.people(text, *cells[people.column].span()):
        person = entry.person
        title, at = person.title, person.title_start
        if not title and where is not None:
            title, at = where[0].strip(), where.start() + len(where[0]) - len(where[0].lstrip())
        span = Evidence(Span(para, person.left, person.right), "table/listed", "")
        yield Sighting(person.name, "absent" if entry.away else people.role, span, title, at)


_PAIR = 2  # a label and its value, which may be no heads
_FROM = ("单位", "部门", "公司", "参会单位", "职务", "单位名称", "所属单位")
_BARRED = re.compile(r"[^|]+")
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
    if len(cells) <= 1 or status is None or person is None or any(True for _ in read_labels(para, text)):
        return
    title, at = next((cell for cell in cells if offices.ENDS_IN_HEAD.search(cell[0])), ("", -1))
    span = Span(para, person[1], person[1] + len(person[0]))
    yield Sighting(person[0].replace(" ", ""), _STATUS[status[0]], Evidence(span, "table/row", status[0]), title, at)
