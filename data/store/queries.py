"""Questions to the facts, answered by SQL; each takes the reader, and newest meetings come first.

Reports of one meeting are one row each in the lists, and together one in `count_meetings`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Table, func, select

from data.records import Attendance, Decision, Goal, Reader
from data.store import restored
from data.store.catalogue import KNOWN, LISTED, Listing, listings
from data.store.loading import readable
from data.store.schema import attendance, decisions, goals, meetings, reports
from data.store.store import Store
from data.store.wanted import ANY, Wanted, conditions, holding

_NEWEST = (func.coalesce(meetings.c.date, reports.c.published, "").desc(), reports.c.number.desc())

Fact = TypeVar("Fact", Attendance, Decision, Goal)


@dataclass(frozen=True, slots=True)
class Found(Generic[Fact]):
    """A fact and the report that states it."""

    number: int
    report: str
    meeting: str | None
    date: str | None
    fact: Fact


def find_meetings(store: Store, reader: Reader, wanted: Wanted = ANY, limit: int | None = None) -> tuple[Listing, ...]:
    """The reports on such meetings."""
    found = LISTED.where(readable(reader), meetings.c.is_meeting, *conditions(wanted))
    return tuple(listings(store, found.order_by(*_NEWEST).limit(limit)))


def count_meetings(store: Store, reader: Reader, wanted: Wanted = ANY) -> int:
    """How many such meetings there were; reports with the same meeting name and day speak of one."""
    label = func.coalesce(meetings.c.name, reports.c.title)
    held = select(label, meetings.c.date).select_from(KNOWN)
    distinct = held.where(readable(reader), meetings.c.is_meeting, *conditions(wanted)).distinct().subquery()
    with store.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(distinct)).scalar_one()


def find_people(store: Store, reader: Reader, name: str, wanted: Wanted = ANY) -> tuple[Found[Attendance], ...]:
    """Everything recorded of the person of exactly that name."""
    return _facts(store, reader, attendance, restored.attendance_of, [attendance.c.name == name], wanted)


def find_decisions(
    store: Store, reader: Reader, words: Sequence[str] = (), wanted: Wanted = ANY
) -> tuple[Found[Decision], ...]:
    """The decisions on matters that hold all the words."""
    return _facts(store, reader, decisions, restored.decision_of, holding(decisions.c.object, words), wanted)


def find_goals(
    store: Store, reader: Reader, words: Sequence[str] = (), wanted: Wanted = ANY
) -> tuple[Found[Goal], ...]:
    """The goals that hold all the words."""
    return _facts(store, reader, goals, restored.goal_of, holding(goals.c.text, words), wanted)


def _facts(
    store: Store,
    reader: Reader,
    table: Table,
    fact_of: Callable[[Row[Any]], Fact],
    stating: Iterable[ColumnElement[bool]],
    wanted: Wanted,
) -> tuple[Found[Fact], ...]:
    """The rows of `table` that fit, within a report in their order."""
    source = (
        reports.c.id.label("report_id"),
        meetings.c.name.label("meeting_name"),
        meetings.c.date.label("meeting_date"),
    )
    stated = select(table, *source).select_from(KNOWN.join(table, table.c.number == reports.c.number))
    fitting = stated.where(readable(reader), *stating, *conditions(wanted))
    with store.database.reading() as connection:
        return tuple(
            Found(row.number, row.report_id, row.meeting_name, row.meeting_date, fact_of(row))
            for row in connection.execute(fitting.order_by(*_NEWEST, table.c.place))
        )
