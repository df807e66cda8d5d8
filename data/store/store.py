"""Reports and their facts, kept: save, delete, read back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, delete, func, insert, or_, select, update

from data.errors import ReportRefused
from data.records import PUBLIC, Facts, Reader, Report, Saved, Stored, Summary
from data.store.database import Database
from data.store.rows import Prepared, prepare, stored
from data.store.schema import OF_REPORT, attendance, decisions, goals, ledger, meetings, paragraphs, reports

_PAGE = 200  # reports read at once by `everything`: a few megabytes


class Store:
    """The reports and facts in one database. Safe to use from many threads; every read takes the reader."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, url: str, busy_seconds: float = 10.0) -> Self:
        """The store at `url` (sqlite:///path or postgresql://…), made or brought up to date when needed.

        `busy_seconds` is how long a write waits for another process's write.

        Raises:
            StoreDamaged: the file is broken or not ours; it is left as it is.
            StoreLocked: another process is writing.
            StoreError: the URL cannot be used, or a newer program wrote the store.
        """
        return cls(Database(url, busy_seconds))

    def close(self) -> None:
        """Closes every connection."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def verify(self) -> None:
        """Reads the whole file once to see that it is sound: a third of a second for 100,000 reports.

        Raises:
            StoreDamaged: it is not; it is left as it is.
        """
        self.database.verify()

    def generation(self) -> int:
        """Rises with every change of the reports; 0 for a new store."""
        with self.database.reading() as connection:
            return int(connection.execute(select(ledger.c.generation)).scalar_one())

    def save(self, report: Report, facts: Facts, collection: str = PUBLIC) -> Saved:
        """One report, wholly or not at all; the same text in the same collection is there already.

        Raises:
            ReportRefused, StoreError: as in `save_many`.
        """
        return self.save_many([(report, facts)], collection)[0]

    def save_many(self, items: Iterable[tuple[Report, Facts]], collection: str = PUBLIC) -> list[Saved]:
        """All of them in one transaction, outcomes in the same order.

        Raises:
            ReportRefused: an id is taken by another text, or a text cannot be stored; nothing was saved.
            StoreError: the store fails; nothing was saved.
        """
        return self.save_prepared([prepare(report, facts) for report, facts in items], collection)

    def save_prepared(self, items: Sequence[Prepared], collection: str = PUBLIC) -> list[Saved]:
        """As `save_many`, of rows made elsewhere."""
        with self.database.writing() as connection:
            there = _present(connection, items, collection)
            fresh: dict[str, Prepared] = {}
            for item in items:
                if item.content not in there:
                    fresh.setdefault(item.content, item)
            _refuse_taken_ids(connection, fresh.values(), collection)
            numbers = _numbers(connection, len(fresh)) if fresh else range(0)
            new = dict(zip(fresh, numbers, strict=True))
            _insert(connection, collection, list(zip(numbers, fresh.values(), strict=True)))
            if numbers and numbers[-1].bit_length() > (numbers[0] - 1).bit_length():
                self.database.learn_sizes(connection)
        saved = []
        for item in items:
            number = new.pop(item.content, None)
            if number is not None:
                there[item.content] = number
            saved.append(Saved(there[item.content], created=number is not None))
        return saved

    def delete(self, reader: Reader, number: int) -> bool:
        """Removes the report with its facts; False when the reader has none of that number."""
        with self.database.writing() as connection:
            gone = connection.execute(delete(reports).where(readable(reader), reports.c.number == number))
            if gone.rowcount:
                connection.execute(update(ledger).values(generation=ledger.c.generation + 1))
            return bool(gone.rowcount)

    def get(self, reader: Reader, number: int) -> Stored | None:
        """The report of that number, None when the reader has none."""
        with self.database.reading() as connection:
            return next(_load(connection, select(reports).where(readable(reader), reports.c.number == number)), None)

    def by_id(self, reader: Reader, report_id: str) -> Stored | None:
        """The report of that id, None when the reader has none; the oldest where several collections have it."""
        wanted = select(reports).where(readable(reader), reports.c.id == report_id)
        with self.database.reading() as connection:
            return next(_load(connection, wanted.order_by(reports.c.number).limit(1)), None)

    def everything(self, after: int = 0) -> Iterator[Stored]:
        """Every report with a number above `after`, in that order, whoever may read it: for indexes only.

        Read in pages, so that a slow consumer holds no transaction open.
        """
        while True:
            wanted = select(reports).where(reports.c.number > after).order_by(reports.c.number).limit(_PAGE)
            with self.database.reading() as connection:
                page = list(_load(connection, wanted))
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1].number

    def ids(self, collection: str) -> frozenset[str]:
        """The ids of the reports in a collection, whoever may read them: to load only what is missing."""
        with self.database.reading() as connection:
            return frozenset(
                connection.execute(select(reports.c.id).where(reports.c.collection == collection)).scalars()
            )

    def numbers(self) -> frozenset[int]:
        """The numbers of all reports, whoever may read them: for indexes to see what is gone."""
        with self.database.reading() as connection:
            return frozenset(connection.execute(select(reports.c.number)).scalars())

    def collections(self) -> frozenset[str]:
        """The names of all collections that hold a report."""
        with self.database.reading() as connection:
            return frozenset(connection.execute(select(reports.c.collection).distinct()).scalars())

    def summaries(
        self, reader: Reader, matching: str = "", offset: int = 0, limit: int = 20
    ) -> tuple[list[Summary], int]:
        """A page of the reports whose title or meeting holds `matching`, highest number first, and how many in all."""
        named = reports.join(meetings, (meetings.c.number == reports.c.number) & (meetings.c.place == 0))
        wanted = readable(reader)
        if matching:
            wanted &= or_(
                reports.c.title.icontains(matching, autoescape=True),
                meetings.c.name.icontains(matching, autoescape=True),
            )
        page = _summary_columns().select_from(named).where(wanted).order_by(reports.c.number.desc())
        with self.database.reading() as connection:
            rows = connection.execute(page.offset(offset).limit(limit))
            found = [Summary(*row) for row in rows]
            total = connection.execute(select(func.count()).select_from(named).where(wanted)).scalar_one()
        return found, total


def readable(reader: Reader) -> ColumnElement[bool]:
    """Only the reader's collections; false everywhere for the empty reader."""
    return reports.c.collection.in_(sorted(reader.collections))


def _present(connection: Connection, items: Sequence[Prepared], collection: str) -> dict[str, int]:
    """Of the items' contents, those in the collection, with their numbers."""
    contents = [item.content for item in items]
    known = select(reports.c.content, reports.c.number)
    rows = connection.execute(known.where(reports.c.collection == collection, reports.c.content.in_(contents)))
    return {row.content: row.number for row in rows}


def _refuse_taken_ids(connection: Connection, items: Iterable[Prepared], collection: str) -> None:
    """Raises ReportRefused when an id is in the collection with another text, or twice among the items."""
    ids = [item.id for item in items]
    if len(set(ids)) < len(ids):
        raise ReportRefused("two reports with the same id and different texts came together; give each its own id")
    wanted = select(reports.c.id, reports.c.number)
    taken = connection.execute(wanted.where(reports.c.collection == collection, reports.c.id.in_(ids))).first()
    if taken is not None:
        raise ReportRefused(
            f"report {taken.id} is there with another text, as number {taken.number}; delete that first"
        )


def _numbers(connection: Connection, count: int) -> range:
    """The next `count` numbers, and the generation one higher; on PostgreSQL other writers wait here for our end."""
    raised = update(ledger).values(generation=ledger.c.generation + 1, last_number=ledger.c.last_number + count)
    last = connection.execute(raised.returning(ledger.c.last_number)).scalar_one()
    return range(last - count + 1, last + 1)


def _insert(connection: Connection, collection: str, numbered: Sequence[tuple[int, Prepared]]) -> None:
    if not numbered:
        return
    rows = [
        {"number": number, "collection": collection, "content": item.content, **item.report}
        for number, item in numbered
    ]
    connection.execute(insert(reports), rows)
    for table in OF_REPORT:
        parts = [{"number": number, **row} for number, item in numbered for row in item.parts[table.name]]
        if parts:
            connection.execute(insert(table), parts)


def _load(connection: Connection, wanted: Select[Any]) -> Iterator[Stored]:
    """The reports that `wanted` selects, in its order, each with its parts: one query a table."""
    rows = connection.execute(wanted).all()
    numbers = [row.number for row in rows]
    parts = {table.name: _by_number(connection, table, numbers) for table in OF_REPORT}
    for row in rows:
        yield stored(row, {name: found.get(row.number, ()) for name, found in parts.items()})


def _by_number(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    wanted = select(table).where(table.c.number.in_(numbers)).order_by(table.c.number, table.c.place)
    return {number: list(rows) for number, rows in groupby(connection.execute(wanted).all(), key=itemgetter(0))}


def _summary_columns() -> Select[Any]:
    counts = (
        select(func.count()).select_from(table).where(table.c.number == reports.c.number).scalar_subquery()
        for table in (attendance, decisions, goals, paragraphs)
    )
    report = reports.c
    return select(
        report.number, report.id, report.collection, report.title, report.published, meetings.c.name, meetings.c.date
    ).add_columns(*counts)
