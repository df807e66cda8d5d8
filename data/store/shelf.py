"""Reports set aside: deleted ones until they are purged, and earlier versions behind the one that superseded them."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, literal, select, update

from data.errors import ReportRefused
from data.records import Reader
from data.store.catalogue import KNOWN
from data.store.forecast import SAME, earlier_version
from data.store.loading import load, readable
from data.store.revising import revise
from data.store.saving import changed, take_turn
from data.store.schema import reports
from data.store.schema_administration import corrections, shelf
from data.store.store import Store


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a report: its number, title, day of publication, and since when it is superseded (s)."""

    number: int
    title: str
    published: str | None
    since: float


def shelve(store: Store, reader: Reader, number: int, now: float) -> bool:
    """Sets the report aside as deleted: nobody reads it, `unshelve` brings it back; False: the reader has none."""
    with store.database.writing() as connection:
        take_turn(connection)
        wanted = select(reports.c.collection).where(readable(reader), reports.c.number == number)
        collection = connection.execute(wanted).scalar()
        if collection is not None:
            _set_aside(connection, number, collection, now, None)
        return collection is not None


def unshelve(store: Store, number: int) -> bool:
    """Brings a report back where it was; False when it is not set aside (any more).

    Raises:
        ReportRefused: the same words, or another report with its id, have come in since.
    """
    with store.database.writing() as connection:
        take_turn(connection)
        collection = connection.execute(select(shelf.c.collection).where(shelf.c.number == number)).scalar()
        if collection is None:
            return False
        _refuse_taken(connection, number, collection)
        connection.execute(delete(shelf).where(shelf.c.number == number))
        _move(connection, number, collection)
        return True


def supersede(store: Store, number: int, now: float) -> int | None:
    """Sets the earlier version of a new report aside, its corrections go on; that version's number, None: none.

    An earlier version has the same collection, title, source and day of publication, and is on a meeting of the same
    name and day: the same report, its text taken in anew. Where any of these differs, both stay.
    """
    with store.database.writing() as connection:
        take_turn(connection)
        new = connection.execute(select(*SAME).select_from(KNOWN).where(reports.c.number == number)).one()
        old = earlier_version(connection, tuple(new), number)
        if old is not None:
            _set_aside(connection, old, new.collection, now, number)
            _inherit(connection, old, number)
        return old


def versions(store: Store, reader: Reader, number: int) -> tuple[Version, ...]:
    """The earlier versions of a report, newest first; none for a report that the reader does not have."""
    found: list[Version] = []
    with store.database.reading() as connection:
        there = connection.execute(select(reports.c.number).where(readable(reader), reports.c.number == number)).first()
        columns = select(reports.c.number, reports.c.title, reports.c.published, shelf.c.since)
        earlier = columns.join_from(reports, shelf, shelf.c.number == reports.c.number)
        while there is not None:
            there = connection.execute(earlier.where(shelf.c.successor == there.number)).first()
            if there is not None:
                found.append(Version(*there))
    return tuple(found)


def purge(store: Store, before: float) -> int:
    """Wipes the reports deleted before that second; earlier versions stay. How many."""
    with store.database.writing() as connection:
        old = select(shelf.c.number).where(shelf.c.since < before, shelf.c.successor.is_(None))
        return connection.execute(delete(reports).where(reports.c.number.in_(old))).rowcount


def _set_aside(connection: Connection, number: int, collection: str, now: float, successor: int | None) -> None:
    values = {"number": number, "collection": collection, "since": now, "successor": successor}
    connection.execute(insert(shelf), values)
    _move(connection, number, f"shelf:{number}")


def _inherit(connection: Connection, old: int, number: int) -> None:
    """The corrections of the earlier version hold for the new one too."""
    columns = [column for column in corrections.c if column.name not in {"row", "number"}]
    copied = select(literal(number), *columns).where(corrections.c.number == old).order_by(corrections.c.row)
    connection.execute(insert(corrections).from_select(["number", *columns], copied))
    revise(connection, next(load(connection, select(reports).where(reports.c.number == number))))


def _move(connection: Connection, number: int, collection: str) -> None:
    moved = update(reports).where(reports.c.number == number)
    connection.execute(moved.values(collection=collection, revised=changed(connection)))


def _refuse_taken(connection: Connection, number: int, collection: str) -> None:
    own = select(reports.c.id, reports.c.content).where(reports.c.number == number).subquery()
    same = (reports.c.id == own.c.id) | (reports.c.content == own.c.content)
    taken = select(reports.c.number).where(reports.c.collection == collection, same)
    other = connection.execute(taken).scalar()
    if other is not None:
        raise ReportRefused(f"report {number} cannot come back: report {other} holds its place; delete that first")
