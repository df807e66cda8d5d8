"""Facts over many reports, by SQL; each function takes the reader.

Reports with the same meeting name and day speak of one meeting, and count as one.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, distinct, func, select

from data.records import Attendance, Reader
from data.store import restored
from data.store.catalogue import KNOWN
from data.store.loading import readable
from data.store.schema import attendance, meetings, reports
from data.store.store import Store
from data.store.wanted import ANY, Wanted, conditions

_NEWEST = (func.coalesce(meetings.c.date, reports.c.published, "").desc(), reports.c.number.desc())


@dataclass(frozen=True, slots=True)
class Found:
    """What is recorded of a person, and the report that states it."""

    number: int
    report: str
    meeting: str | None
    date: str | None
    fact: Attendance


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody and the number of meetings that they took part in."""

    name: str
    meetings: int


def count_meetings(store: Store, reader: Reader, wanted: Wanted = ANY) -> int:
    """How many such meetings there were."""
    fitting = (readable(reader), meetings.c.is_meeting, *conditions(wanted))
    with store.database.reading() as connection:
        return connection.execute(
            select(func.count(distinct(_meeting()))).select_from(KNOWN).where(*fitting)
        ).scalar_one()


def most_present(store: Store, reader: Reader, wanted: Wanted = ANY, limit: int = 10) -> tuple[Presence, ...]:
    """Who took part in most of such meetings, most first; the absent took part in none."""
    held = func.count(distinct(_meeting()))
    there = select(attendance.c.name, held).select_from(KNOWN.join(attendance, attendance.c.number == reports.c.number))
    fitting = there.where(readable(reader), meetings.c.is_meeting, attendance.c.roles != "absent", *conditions(wanted))
    most = fitting.group_by(attendance.c.name).order_by(held.desc(), attendance.c.name).limit(limit)
    with store.database.reading() as connection:
        return tuple(Presence(name, count) for name, count in connection.execute(most))


def find_people(store: Store, reader: Reader, name: str, wanted: Wanted = ANY) -> tuple[Found, ...]:
    """Everything recorded of the person of exactly that name, newest meetings first."""
    source = (
        reports.c.id.label("report_id"),
        meetings.c.name.label("meeting_name"),
        meetings.c.date.label("meeting_date"),
    )
    stated = select(attendance, *source).select_from(KNOWN.join(attendance, attendance.c.number == reports.c.number))
    fitting = stated.where(readable(reader), attendance.c.name == name, *conditions(wanted))
    with store.database.reading() as connection:
        return tuple(
            Found(row.number, row.report_id, row.meeting_name, row.meeting_date, restored.attendance_of(row))
            for row in connection.execute(fitting.order_by(*_NEWEST, attendance.c.place))
        )


def _meeting() -> ColumnElement[str]:
    """What tells one meeting from another."""
    label = func.coalesce(meetings.c.name, reports.c.title)
    return label.concat(" ").concat(func.coalesce(meetings.c.date, ""))
