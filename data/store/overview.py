"""Reports for pictures and exports: headings to choose from, then the chosen ones whole; each takes the reader."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from data.records import Reader, Stored
from data.store.catalogue import KNOWN
from data.store.loading import load, readable
from data.store.schema import attendance, decisions, goals, meetings, reports
from data.store.store import Store
from data.store.wanted import ANY, Wanted, conditions

_PAGE = 200  # reports read at once: a few megabytes


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report on a meeting is headed by; `name` is the meeting's, `date` ISO, `--MM-DD` without a year."""

    number: int
    title: str
    published: str | None
    name: str | None
    date: str | None


def headings(store: Store, reader: Reader, wanted: Wanted = ANY) -> tuple[Heading, ...]:
    """All reports on such meetings, in number order."""
    columns = reports.c.number, reports.c.title, reports.c.published, meetings.c.name, meetings.c.date
    found = select(*columns).select_from(KNOWN).where(readable(reader), meetings.c.is_meeting, *conditions(wanted))
    with store.database.reading() as connection:
        return tuple(Heading(*row) for row in connection.execute(found.order_by(reports.c.number)))


def labels(store: Store, reader: Reader) -> frozenset[str]:
    """What the meetings and the bodies that hold them are called."""
    held = select(meetings.c.name, meetings.c.body).select_from(KNOWN).where(readable(reader), meetings.c.is_meeting)
    with store.database.reading() as connection:
        return frozenset(label for row in connection.execute(held.distinct()) for label in row if label)


def recorded(store: Store, reader: Reader, names: Collection[str]) -> frozenset[str]:
    """Those of `names` under which somebody is recorded."""
    known = attendance.join(reports, reports.c.number == attendance.c.number)
    found = select(attendance.c.name).select_from(known).where(readable(reader), attendance.c.name.in_(sorted(names)))
    with store.database.reading() as connection:
        return frozenset(connection.execute(found.distinct()).scalars())


def numbers_with(store: Store, reader: Reader, person: str) -> frozenset[int]:
    """The numbers of the reports that record the person of exactly that name."""
    return _numbers(store, reader, select(attendance.c.number).where(attendance.c.name == person))


def numbers_with_people(store: Store, reader: Reader) -> frozenset[int]:
    """The numbers of the reports that name anybody at the meeting."""
    return _numbers(store, reader, select(attendance.c.number))


def numbers_on(store: Store, reader: Reader, words: Collection[str]) -> frozenset[int]:
    """The numbers of the reports with a decision or a goal that holds all of `words`; none for no words."""
    if not words:
        return frozenset()
    return frozenset().union(
        *(
            _numbers(
                store,
                reader,
                select(column.table.c.number).where(*(column.contains(word, autoescape=True) for word in words)),
            )
            for column in (decisions.c.object, goals.c.text)
        )
    )


def chosen(store: Store, reader: Reader, numbers: Collection[int]) -> Iterator[Stored]:
    """The reports of these numbers, in number order, streamed; those that the reader has none of are left out."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _PAGE):
        page = ordered[start : start + _PAGE]
        with store.database.reading() as connection:
            found = select(reports).where(readable(reader), reports.c.number.in_(page)).order_by(reports.c.number)
            yield from list(load(connection, found))


def everything_for(store: Store, reader: Reader) -> Iterator[Stored]:
    """Every report that the reader may read, in number order, streamed."""
    with store.database.reading() as connection:
        numbers = connection.execute(select(reports.c.number).where(readable(reader))).scalars().all()
    yield from chosen(store, reader, numbers)


def _numbers(store: Store, reader: Reader, wanted: Select[Any]) -> frozenset[int]:
    found = select(reports.c.number).where(readable(reader), reports.c.number.in_(wanted))
    with store.database.reading() as connection:
        return frozenset(connection.execute(found).scalars())
