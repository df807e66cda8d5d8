"""Reports by what they are known for, light enough to hold them all in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from data.records import Reader, Role
from data.store.loading import readable
from data.store.schema import attendance, meetings, paragraphs, reports
from data.store.store import Store

OPENING = 200
"""Characters of the first paragraph that a listing carries."""
_PAGE = 2000  # reports read at once by `catalogue`

KNOWN = reports.join(meetings, and_(meetings.c.number == reports.c.number, meetings.c.place == 0))
_FIRST = and_(paragraphs.c.number == reports.c.number, paragraphs.c.place == 0)
LISTED = select(
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
).select_from(KNOWN.outerjoin(paragraphs, _FIRST))


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


def catalogue(store: Store, reader: Reader, after: int = 0) -> Iterator[Listing]:
    """All reports with a number above `after`, in that order, streamed."""
    while True:
        wanted = LISTED.where(readable(reader), reports.c.number > after).order_by(reports.c.number)
        page = listings(store, wanted.limit(_PAGE))
        yield from page
        if len(page) < _PAGE:
            return
        after = page[-1].number


def listings(store: Store, wanted: Select[Any]) -> list[Listing]:
    """Those that `wanted`, made from LISTED, chooses, in its order."""
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
