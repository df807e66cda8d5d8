"""What a report would find if it were taken in: the same words, or the version that it would supersede."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.records import PUBLIC, Facts, Report
from data.store.catalogue import KNOWN
from data.store.prepared import fingerprint
from data.store.schema import meetings, reports
from data.store.store import Store

SAME = (
    reports.c.collection,
    reports.c.title,
    reports.c.source,
    reports.c.published,
    meetings.c.name,
    meetings.c.date,
)
"""What versions of one report have in common: the same report, its text taken in anew."""
_TITLE, _NAME, _DATE = 1, 4, 5


@dataclass(frozen=True, slots=True)
class Forecast:
    """Numbers of reports, None for none.

    `known` has the same words and is in the collection, `elsewhere` has them and is public, `earlier` would be
    superseded.
    """

    known: int | None
    elsewhere: int | None
    earlier: int | None


def forecast(store: Store, report: Report, facts: Facts, collection: str) -> Forecast:
    """For a report that is not in the store, or not in that collection."""
    held = facts.meeting
    alike = (collection, report.title, report.source, report.published, held.name, held.date)
    with store.database.reading() as connection:
        wanted = select(reports.c.collection, reports.c.number).where(reports.c.content == fingerprint(report))
        found = {row.collection: row.number for row in connection.execute(wanted)}
        return Forecast(
            known=found.get(collection),
            elsewhere=found.get(PUBLIC) if collection != PUBLIC else None,
            earlier=None if collection in found else earlier_version(connection, alike),
        )


def earlier_version(connection: Connection, alike: Sequence[str | None], before: int | None = None) -> int | None:
    """The newest report with those values of `SAME`, of a number below `before` where that is given."""
    if not alike[_TITLE] or alike[_NAME] is None or alike[_DATE] is None:
        return None
    wanted = select(reports.c.number).select_from(KNOWN)
    wanted = wanted.where(*(column.is_not_distinct_from(value) for column, value in zip(SAME, alike, strict=True)))
    if before is not None:
        wanted = wanted.where(reports.c.number < before)
    return connection.execute(wanted.order_by(reports.c.number.desc()).limit(1)).scalar()
