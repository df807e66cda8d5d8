"""Telegram's updates, kept from before they are acknowledged until they are answered."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from data.store.schema import inbox
from data.store.store import Store

REPEAT = 48 * 3600.0
"""Seconds within which an equal update id is the same update. Telegram keeps updates for 24 hours, and picks ids at
random again after a week without any: so an old id seen again is a new update."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits for its answer; `payload` is its JSON as put."""

    row: int
    update_id: int
    payload: str


class Inbox:
    """A durable queue of updates; safe to use from many threads."""

    def __init__(self, store: Store, now: Callable[[], float] = time.time) -> None:
        """`now` gives seconds since 1970."""
        self._database = store.database
        self._now = now

    def put(self, updates: Sequence[tuple[int, str]]) -> int:
        """Keeps (update id, JSON) pairs, in order, all or none; how many were new."""
        new = dict(updates)
        since = self._now() - REPEAT
        with self._database.writing() as connection:
            known = select(inbox.c.update_id).where(inbox.c.update_id.in_(list(new)), inbox.c.received > since)
            seen = set(connection.execute(known).scalars())
            rows = [
                {"update_id": key, "payload": _storable(payload), "received": self._now(), "done": False}
                for key, payload in new.items()
                if key not in seen
            ]
            if rows:
                connection.execute(insert(inbox), rows)
        return len(rows)

    def pending(self, limit: int = 100) -> list[Pending]:
        """The oldest updates that are not done, in order of arrival."""
        wanted = select(inbox.c.row, inbox.c.update_id, inbox.c.payload).where(inbox.c.done.is_(False))
        with self._database.reading() as connection:
            return [Pending(*row) for row in connection.execute(wanted.order_by(inbox.c.row).limit(limit))]

    def done(self, row: int) -> None:
        """Answered: it will not be pending again, and its words are forgotten."""
        with self._database.writing() as connection:
            connection.execute(update(inbox).where(inbox.c.row == row).values(done=True, payload=""))

    def prune(self) -> int:
        """Forgets what is done and too old to be sent again; how many rows."""
        old = delete(inbox).where(inbox.c.done.is_(True), inbox.c.received <= self._now() - REPEAT)
        with self._database.writing() as connection:
            return connection.execute(old).rowcount


def _storable(payload: str) -> str:
    """Lone surrogates as the JSON escapes that they can be: one odd update must not stop all others."""
    return payload.encode("utf-8", "backslashreplace").decode("utf-8")
