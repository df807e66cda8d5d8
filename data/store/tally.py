"""How much there is, for a reader."""

from dataclasses import dataclass

from sqlalchemy import func, select

from data.records import Reader
from data.store.loading import readable
from data.store.schema import attendance, decisions, goals, meetings, reports
from data.store.schema_administration import corrections
from data.store.store import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the reports of a reader; `people` are distinct names, `meetings` the reports on a meeting."""

    reports: int
    meetings: int
    people: int
    decisions: int
    goals: int
    corrections: int


def tally(store: Store, reader: Reader) -> Tally:
    """The counts now."""
    numbers = select(reports.c.number).where(readable(reader))
    counted = (
        select(func.count()).select_from(reports).where(readable(reader)),
        select(func.count())
        .select_from(meetings)
        .where(meetings.c.number.in_(numbers), meetings.c.place == 0, meetings.c.is_meeting),
        select(func.count(attendance.c.name.distinct())).where(attendance.c.number.in_(numbers)),
        *(
            select(func.count()).select_from(table).where(table.c.number.in_(numbers))
            for table in (decisions, goals, corrections)
        ),
    )
    with store.database.reading() as connection:
        return Tally(*(connection.execute(wanted).scalar_one() for wanted in counted))
