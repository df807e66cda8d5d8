"""Corrections kept beside the reports; each one that comes or goes writes the report's facts anew."""

from sqlalchemy import Connection, delete, insert, select

from data.corrections import Correction
from data.records import Reader, Stored
from data.store.loading import load, readable
from data.store.revising import corrections_of, revise
from data.store.saving import take_turn
from data.store.schema import reports
from data.store.schema_administration import corrections
from data.store.store import Store


def correct(store: Store, reader: Reader, number: int, correction: Correction) -> int | None:
    """Keeps the correction and puts it over the facts; its row, None when the reader has no such report."""
    with store.database.writing() as connection:
        stored = _turn(connection, reader, number)
        if stored is None:
            return None
        values = {name: getattr(correction, name) for name in ("kind", "subject", "value", "by", "at")}
        kept = insert(corrections).values(number=number, **values).returning(corrections.c.row)
        row = int(connection.execute(kept).scalar_one())
        revise(connection, stored)
        return row


def withdraw(store: Store, reader: Reader, row: int) -> int | None:
    """Takes a correction back; the report's number, None when the reader has no such correction."""
    with store.database.writing() as connection:
        number = connection.execute(select(corrections.c.number).where(corrections.c.row == row)).scalar()
        stored = None if number is None else _turn(connection, reader, number)
        if stored is None:
            return None
        connection.execute(delete(corrections).where(corrections.c.row == row))
        revise(connection, stored)
        return stored.number


def corrections_to(store: Store, reader: Reader, number: int) -> tuple[Correction, ...]:
    """The report's corrections, oldest first; none for a report that the reader does not have."""
    with store.database.reading() as connection:
        there = connection.execute(select(reports.c.number).where(readable(reader), reports.c.number == number)).first()
        return corrections_of(connection, number) if there else ()


def _turn(connection: Connection, reader: Reader, number: int) -> Stored | None:
    take_turn(connection)
    return next(load(connection, select(reports).where(readable(reader), reports.c.number == number)), None)
