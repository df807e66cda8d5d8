"""Whatever statement fails, the change is undone as a whole, and the error is one of ours."""

import sqlite3
from contextlib import contextmanager, suppress
from itertools import count

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from data.errors import StoreError
from data.records import EVERYONE
from data.store.inbox import Inbox
from data.store.memory import Memory


@contextmanager
def failing(store, at: int):
    """The writer's statement or commit number `at` (from 0) fails as on a broken disk; tells how many were made."""
    made: list[str] = []

    def fail(connection, *_rest) -> None:
        made.append("one")
        if len(made) == at + 1:
            raise OperationalError("statement", {}, sqlite3.OperationalError("disk I/O error"))

    engine = store.database._writer
    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, fail)
    try:
        yield made
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, fail)


CHANGES = {
    "save": lambda store, another, facts: store.save_many([(another(n), facts) for n in (1, 2, 3)]),
    "delete": lambda store, another, facts: store.delete(EVERYONE, 1),
    "put": lambda store, another, facts: Inbox(store).put([(1, "a"), (2, "b")]),
    "remember": lambda store, another, facts: Memory(store).put("s", "k", "new"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_failure_at_any_statement_undoes_all_of_it(store, another, facts, change) -> None:
    store.save(another(0), facts)
    Memory(store).put("s", "k", "old")
    for at in count():
        before = state(store)
        with failing(store, at) as made, suppress(StoreError):
            CHANGES[change](store, another, facts)
            break
        assert state(store) == before
    assert at == len(made) > 2
    assert state(store) != before


def state(store) -> list[object]:
    """Every row that a change can touch."""
    rows: list[object] = []
    with store.database.reading() as connection:
        for table in ("ledger", "reports", "paragraphs", "attendance", "inbox", "memory"):
            rows += connection.exec_driver_sql(f"SELECT * FROM {table}").all()
    return rows
