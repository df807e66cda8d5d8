"""Which meetings are meant, as a value and as SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, func, select

from data.records import Role
from data.store.schema import attendance, meetings, reports

_LONGEST = timedelta(days=31)  # a session that runs for longer is found by its first month only


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meetings; every field narrows, the default means any.

    `start` and `end` are days, both included, that the meeting touches; `name` and `body` parts of the meeting's name
    and of its body; `person` and `role` somebody recorded there; `numbers` the reports.
    """

    start: date | None = None
    end: date | None = None
    name: str = ""
    body: str = ""
    person: str = ""
    role: Role | None = None
    numbers: frozenset[int] | None = None


ANY = Wanted()


def conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """On `reports` joined with each one's first row of `meetings`."""
    held = meetings.c
    if wanted.start or wanted.end:
        yield held.date >= ((wanted.start - _LONGEST).isoformat() if wanted.start else "0")  # "0" leaves out --MM-DD
    if wanted.start:
        yield func.coalesce(held.end_date, held.date) >= wanted.start.isoformat()
    if wanted.end:
        yield held.date <= wanted.end.isoformat()
    for column, words in ((held.name, wanted.name), (held.body, wanted.body)):
        if words:
            yield from holding(column, [words])
    if wanted.person or wanted.role:
        yield reports.c.number.in_(_recorded(wanted.person, wanted.role))
    if wanted.numbers is not None:
        yield reports.c.number.in_(sorted(wanted.numbers))


def _recorded(person: str, role: Role | None) -> Select[Any]:
    """The numbers of the reports that record that person, in that role."""
    found = select(attendance.c.number)
    if person:
        found = found.where(attendance.c.name == person)
    return found.where(attendance.c.roles.contains(role)) if role else found


def holding(column: Column[Any], words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Rows that hold all the words; their reports are looked for first, which spares SQLite reading all the others."""
    held = [column.contains(word, autoescape=True) for word in words]
    return [reports.c.number.in_(select(column.table.c.number).where(*held)), *held] if held else []
