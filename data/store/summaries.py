"""Lists of reports for people to page through."""

from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from data.records import Reader, Summary
from data.store.loading import readable
from data.store.schema import attendance, decisions, goals, meetings, paragraphs, reports

_NAMED = reports.join(meetings, (meetings.c.number == reports.c.number) & (meetings.c.place == 0))


def summaries(
    connection: Connection, reader: Reader, matching: str, offset: int, limit: int
) -> tuple[list[Summary], int]:
    """A page of the reports whose title or meeting holds `matching`, highest number first, and how many in all."""
    wanted = readable(reader)
    if matching:
        names = reports.c.title, meetings.c.name
        wanted &= or_(*(name.icontains(matching, autoescape=True) for name in names))
    page = columns().select_from(_NAMED).where(wanted).order_by(reports.c.number.desc()).offset(offset).limit(limit)
    total = select(func.count()).select_from(_NAMED).where(wanted)
    return [Summary(*row) for row in connection.execute(page)], connection.execute(total).scalar_one()


def columns() -> Select[Any]:
    """What a `Summary` is made of, in the order of its fields."""
    counts = (
        select(func.count()).select_from(table).where(table.c.number == reports.c.number).scalar_subquery()
        for table in (attendance, decisions, goals, paragraphs)
    )
    report = reports.c
    return select(
        report.number, report.id, report.collection, report.title, report.published, meetings.c.name, meetings.c.date
    ).add_columns(*counts)
