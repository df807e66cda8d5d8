"""A stored report's facts written anew: what was extracted, with what people corrected over it."""

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from data.corrections import Correction, corrected
from data.records import Facts, Stored
from data.store.prepared import fact_rows
from data.store.restored import facts_of
from data.store.saving import changed, insert_parts
from data.store.schema import OF_FACTS, reports
from data.store.schema_administration import corrections, extracted


def revise(connection: Connection, stored: Stored, facts: Facts | None = None) -> None:
    """The report's facts are now `facts`, those extracted before when None, with the corrections over them.

    The caller has the writers' turn.
    """
    number, made = stored.number, corrections_of(connection, stored.number)
    raw = facts or extracted_of(connection, number) or stored.facts
    connection.execute(delete(extracted).where(extracted.c.number == number))
    if made:
        kept = json.dumps(fact_rows(raw), ensure_ascii=False, separators=(",", ":"))
        connection.execute(insert(extracted), {"number": number, "facts": kept})
    _replace(connection, number, corrected(stored.report, raw, made))


def corrections_of(connection: Connection, number: int) -> tuple[Correction, ...]:
    """The report's corrections, oldest first."""
    column = corrections.c
    wanted = select(column.kind, column.subject, column.value, column.by, column.at, column.row)
    found = connection.execute(wanted.where(column.number == number).order_by(column.row))
    return tuple(Correction(*row) for row in found)


def extracted_of(connection: Connection, number: int) -> Facts | None:
    """The facts before the corrections, None when nothing was corrected."""
    text = connection.execute(select(extracted.c.facts).where(extracted.c.number == number)).scalar()
    if text is None:
        return None
    tables: Mapping[str, list[dict[str, Any]]] = json.loads(text)
    return facts_of({table: [SimpleNamespace(**row) for row in rows] for table, rows in tables.items()})


def _replace(connection: Connection, number: int, facts: Facts) -> None:
    for table in OF_FACTS:
        connection.execute(delete(table).where(table.c.number == number))
    insert_parts(connection, OF_FACTS, [(number, fact_rows(facts))])
    connection.execute(update(reports).where(reports.c.number == number).values(revised=changed(connection)))
