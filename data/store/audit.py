"""What administrators did, in order, each with what is needed to undo it."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select, insert, select, update

from data.store.schema_administration import audit
from data.store.store import Store

Action = Literal["load", "delete", "correct", "grant", "revoke", "alias"]


@dataclass(frozen=True, slots=True)
class Act:
    """One action of the person with that Telegram id, at that second; `undone` is when it was undone, if it was.

    `subject` is what it was done to (a report's number, a person's id, an alias), `value` what undoing needs.
    """

    row: int
    by: int
    at: float
    action: Action
    collection: str
    subject: str
    value: str
    undone: float | None


_COLUMNS = select(
    audit.c.row, audit.c.by, audit.c.at, audit.c.action, audit.c.collection, audit.c.subject, audit.c.value
).add_columns(audit.c.undone)


class Audit:
    """The record of actions; safe to use from many threads."""

    def __init__(self, store: Store) -> None:
        self._database = store.database

    def note(self, by: int, at: float, action: Action, collection: str, subject: object, value: object = "") -> None:
        """Adds one."""
        values = {"by": by, "at": at, "action": action, "collection": collection}
        with self._database.writing() as connection:
            connection.execute(insert(audit), values | {"subject": str(subject), "value": str(value), "undone": None})

    def last(self, by: int, since: float, within: frozenset[str] | None = None) -> Act | None:
        """The person's last action after that second which is not undone; `within` as in `recent`."""
        wanted = _within(within).where(audit.c.by == by, audit.c.at >= since, audit.c.undone.is_(None))
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(audit.c.row.desc()).limit(1)).first()
        return None if found is None else Act(*found)

    def undone(self, row: int, at: float) -> bool:
        """Marks an action as undone; False when it was already: of two who undo at once, one does."""
        marked = update(audit).where(audit.c.row == row, audit.c.undone.is_(None)).values(undone=at)
        with self._database.writing() as connection:
            return bool(connection.execute(marked).rowcount)

    def recent(self, limit: int, within: frozenset[str] | None = None) -> list[Act]:
        """The last actions of everybody, newest first; only those in collections of `within`, all for None."""
        with self._database.reading() as connection:
            found = connection.execute(_within(within).order_by(audit.c.row.desc()).limit(limit))
            return [Act(*row) for row in found]


def _within(collections: frozenset[str] | None) -> Select[Any]:
    return _COLUMNS if collections is None else _COLUMNS.where(audit.c.collection.in_(sorted(collections)))
