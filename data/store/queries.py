"""Questions to the facts, answered by SQL; each takes the reader, and newest meetings come first.

Reports of one meeting are one row each in the lists, and together one in `count_meetings`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Table, and_, func, select

from data.records import Attendance, Decision, Goal, Reader, Role
from data.store import rows
from data.store.schema import attendance, decisions, goals, meetings, paragraphs, reports
from data.store.store import Store, readable

OPENING = 200
"""Characters of the first paragraph that a listing carries."""
_LONGEST = timedelta(days=31)  # a session that runs for longer is found by its first month only
_PAGE = 2000  # reports read at once by `catalogue`

_KNOWN = reports.join(meetings, and_(meetings.c.number == reports.c.number, meetings.c.place == 0))
_FIRST = and_(paragraphs.c.number == reports.c.number, paragraphs.c.place == 0)
_LISTED = select(
    reports.c.number,
    reports.c.id,
    reports.c.collection,
    reports.c.title,
    reports.c.published,
    meetings.c.name.label("meeting"),
    meetings.c.date,
    meetings.c.end_date,
    meetings.c.venue.label("place"),
    meetings.c.body,
    meetings.c.ordinal,
    meetings.c.is_meeting,
    func.coalesce(func.substr(paragraphs.c.text, 1, OPENING), "").label("opening"),
).select_from(_KNOWN.outerjoin(paragraphs, _FIRST))
_NEWEST = (func.coalesce(meetings.c.date, reports.c.published, "").desc(), reports.c.number.desc())

Fact = TypeVar("Fact", Attendance, Decision, Goal)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meetings; every field narrows, the empty one means any.

    `start` and `end` are days, both included, that the meeting touches; `name` and `body` parts of the meeting's name
    and of its body; `person` and `role` somebody recorded there; `numbers` the reports.
    """

    start: date | None = None
    end: date | None = None
    name: str = ""
    body: str = ""
    person: str = ""
    role: Role | None = None
    numbers: frozenset[int] = frozenset()


ANY = Wanted()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody recorded at a meeting."""

    name: str
    title: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A report by what it is known for: the meeting that it is about, and who is recorded there."""

    number: int
    id: str
    collection: str
    title: str
    published: str | None
    meeting: str | None
    date: str | None
    end_date: str | None
    place: str | None
    body: str | None
    ordinal: int | None
    is_meeting: bool
    opening: str
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[Fact]):
    """A fact and the report that states it."""

    number: int
    report: str
    meeting: str | None
    date: str | None
    fact: Fact


def catalogue(store: Store, reader: Reader, after: int = 0) -> Iterator[Listing]:
    """All reports with a number above `after`, in that order, streamed."""
    while True:
        wanted = _LISTED.where(readable(reader), reports.c.number > after).order_by(reports.c.number)
        page = _listings(store, wanted.limit(_PAGE))
        yield from page
        if len(page) < _PAGE:
            return
        after = page[-1].number


def find_meetings(store: Store, reader: Reader, wanted: Wanted = ANY, limit: int | None = None) -> tuple[Listing, ...]:
    """The reports on such meetings."""
    found = _LISTED.where(readable(reader), meetings.c.is_meeting, *_conditions(wanted))
    return tuple(_listings(store, found.order_by(*_NEWEST).limit(limit)))


def count_meetings(store: Store, reader: Reader, wanted: Wanted = ANY) -> int:
    """How many such meetings there were; reports with the same meeting name and day speak of one."""
    label = func.coalesce(meetings.c.name, reports.c.title)
    held = select(label, meetings.c.date).select_from(_KNOWN)
    distinct = held.where(readable(reader), meetings.c.is_meeting, *_conditions(wanted)).distinct().subquery()
    with store.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(distinct)).scalar_one()


def find_people(store: Store, reader: Reader, name: str, wanted: Wanted = ANY) -> tuple[Found[Attendance], ...]:
    """Everything recorded of the person of exactly that name."""
    return _facts(store, reader, attendance, rows.attendance_of, [attendance.c.name == name], wanted)


def find_decisions(
    store: Store, reader: Reader, words: Sequence[str] = (), wanted: Wanted = ANY
) -> tuple[Found[Decision], ...]:
    """The decisions on matters that hold all the words."""
    return _facts(store, reader, decisions, rows.decision_of, _holding(decisions.c.object, words), wanted)


def find_goals(
    store: Store, reader: Reader, words: Sequence[str] = (), wanted: Wanted = ANY
) -> tuple[Found[Goal], ...]:
    """The goals that hold all the words."""
    return _facts(store, reader, goals, rows.goal_of, _holding(goals.c.text, words), wanted)


def _listings(store: Store, wanted: Select[Any]) -> list[Listing]:
    with store.database.reading() as connection:
        found = connection.execute(wanted).all()
        people = _people(connection, [row.number for row in found])
    return [Listing(**row._mapping, people=people.get(row.number, ())) for row in found]


def _people(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Person, ...]]:
    person = attendance.c
    wanted = select(person.number, person.name, person.title, person.roles).where(person.number.in_(numbers))
    found = connection.execute(wanted.order_by(person.number, person.place))
    return {
        number: tuple(Person(name, title, tuple(roles.split())) for _, name, title, roles in group)
        for number, group in groupby(found, key=lambda row: row[0])
    }


def _facts(
    store: Store,
    reader: Reader,
    table: Table,
    fact_of: Callable[[Row[Any]], Fact],
    conditions: Iterable[ColumnElement[bool]],
    wanted: Wanted,
) -> tuple[Found[Fact], ...]:
    """The rows of `table` that fit, within a report in their order."""
    source = (
        reports.c.id.label("report_id"),
        meetings.c.name.label("meeting_name"),
        meetings.c.date.label("meeting_date"),
    )
    stated = select(table, *source).select_from(_KNOWN.join(table, table.c.number == reports.c.number))
    fitting = stated.where(readable(reader), *conditions, *_conditions(wanted))
    with store.database.reading() as connection:
        return tuple(
            Found(row.number, row.report_id, row.meeting_name, row.meeting_date, fact_of(row))
            for row in connection.execute(fitting.order_by(*_NEWEST, table.c.place))
        )


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    held = meetings.c
    if wanted.start or wanted.end:
        yield held.date >= ((wanted.start - _LONGEST).isoformat() if wanted.start else "0")  # "0" leaves out --MM-DD
    if wanted.start:
        yield func.coalesce(held.end_date, held.date) >= wanted.start.isoformat()
    if wanted.end:
        yield held.date <= wanted.end.isoformat()
    for column, words in ((held.name, wanted.name), (held.body, wanted.body)):
        if words:
            yield from _holding(column, [words])
    if wanted.person or wanted.role:
        yield reports.c.number.in_(_recorded(wanted.person, wanted.role))
    if wanted.numbers:
        yield reports.c.number.in_(sorted(wanted.numbers))


def _recorded(person: str, role: Role | None) -> Select[Any]:
    """The numbers of the reports that record that person, in that role."""
    found = select(attendance.c.number)
    if person:
        found = found.where(attendance.c.name == person)
    return found.where(attendance.c.roles.contains(role)) if role else found


def _holding(column: Column[Any], words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Rows that hold all the words; their reports are looked for first, which spares SQLite reading all the others."""
    held = [column.contains(word, autoescape=True) for word in words]
    return [reports.c.number.in_(select(column.table.c.number).where(*held)), *held] if held else []
