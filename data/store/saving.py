"""Reports written within one transaction: what is new gets a number, what is there stays."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Table, insert, select, update

from data.errors import ReportRefused
from data.records import Saved
from data.store.prepared import Parts, Prepared
from data.store.schema import OF_REPORT, ledger, reports


def save(connection: Connection, items: Sequence[Prepared], collection: str) -> list[Saved]:
    """The outcomes in order; of two items with the same content the first is the new one.

    Raises:
        ReportRefused: an id is taken by another text.
    """
    take_turn(connection)
    there = _present(connection, items, collection)
    fresh: dict[str, Prepared] = {}
    for item in items:
        if item.content not in there:
            fresh.setdefault(item.content, item)
    _refuse_taken_ids(connection, fresh.values(), collection)
    numbers = dict(zip(fresh, _numbers(connection, len(fresh)), strict=True)) if fresh else {}
    if fresh:
        _insert(connection, [(numbers[content], item) for content, item in fresh.items()], collection)
    return [
        Saved(there[item.content], created=False)
        if item.content in there
        else Saved(numbers[item.content], created=item is fresh[item.content])
        for item in items
    ]


def take_turn(connection: Connection) -> None:
    """Waits on PostgreSQL for the end of other writers' transactions; SQLite's began with that.

    So what is looked up stays true until the end, and numbers become visible in order: whoever has read up to one has
    missed none before it.
    """
    connection.execute(select(ledger.c.generation).with_for_update())


def changed(connection: Connection) -> int:
    """Notes in the ledger that the reports changed; the new generation."""
    risen = update(ledger).values(generation=ledger.c.generation + 1).returning(ledger.c.generation)
    return int(connection.execute(risen).scalar_one())


def _present(connection: Connection, items: Sequence[Prepared], collection: str) -> dict[str, int]:
    """Of the items' contents, those in the collection, with their numbers."""
    contents = [item.content for item in items]
    known = select(reports.c.content, reports.c.number)
    rows = connection.execute(known.where(reports.c.collection == collection, reports.c.content.in_(contents)))
    return {row.content: row.number for row in rows}


def _refuse_taken_ids(connection: Connection, items: Collection[Prepared], collection: str) -> None:
    ids = {item.id for item in items}
    if len(ids) < len(items):
        raise ReportRefused("two reports with the same id and different texts came together; give each its own id")
    wanted = select(reports.c.id, reports.c.number).where(reports.c.collection == collection, reports.c.id.in_(ids))
    taken = connection.execute(wanted).first()
    if taken is not None:
        raise ReportRefused(
            f"report {taken.id} is there with another text, as number {taken.number}; delete that first"
        )


def _numbers(connection: Connection, count: int) -> range:
    """The next `count` numbers."""
    given = update(ledger).values(last_number=ledger.c.last_number + count).returning(ledger.c.last_number)
    last = connection.execute(given).scalar_one()
    return range(last - count + 1, last + 1)


def _insert(connection: Connection, numbered: Sequence[tuple[int, Prepared]], collection: str) -> None:
    known = {"collection": collection, "revised": changed(connection)}
    rows = [{"number": number, **known, "content": item.content, **item.report} for number, item in numbered]
    connection.execute(insert(reports), rows)
    insert_parts(connection, OF_REPORT, [(number, item.parts) for number, item in numbered])


def insert_parts(connection: Connection, tables: Sequence[Table], numbered: Sequence[tuple[int, Parts]]) -> None:
    """The rows of `tables` that the reports of these numbers consist of."""
    for table in tables:
        rows = [{"number": number, **row} for number, parts in numbered for row in parts[table.name]]
        if rows:
            connection.execute(insert(table), rows)
