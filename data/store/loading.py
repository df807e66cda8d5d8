"""Whole reports read back, a query a table."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from data.records import Reader, Stored
from data.store.restored import stored
from data.store.schema import OF_REPORT, reports


def readable(reader: Reader) -> ColumnElement[bool]:
    """Only the reader's collections; false everywhere for the empty reader."""
    return reports.c.collection.in_(sorted(reader.collections))


def load(connection: Connection, wanted: Select[Any]) -> Iterator[Stored]:
    """The reports that `wanted`, a select of whole `reports` rows, chooses, in its order."""
    rows = connection.execute(wanted).all()
    numbers = [row.number for row in rows]
    parts = {table.name: _by_number(connection, table, numbers) for table in OF_REPORT}
    for row in rows:
        yield stored(row, {name: found.get(row.number, ()) for name, found in parts.items()})


def _by_number(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    wanted = select(table).where(table.c.number.in_(numbers)).order_by(table.c.number, table.c.place)
    return {number: list(rows) for number, rows in groupby(connection.execute(wanted).all(), key=itemgetter(0))}
