"""Small durable state of the bot: a text by space and key, until it expires."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import delete, insert, or_, select

from data.store.schema import memory
from data.store.store import Store


def _utc() -> datetime:
    return datetime.now(UTC)


class Memory:
    """Key → value (JSON, as a rule) within spaces; safe to use from many threads."""

    def __init__(self, store: Store, now: Callable[[], datetime] = _utc) -> None:
        self._database = store.database
        self._now = now

    def put(self, space: str, key: str, value: str, expires: datetime | None = None) -> None:
        """Keeps `value`, in place of an earlier one; `expires` carries a time zone, None is never."""
        row = {"space": space, "key": key, "value": value, "expires": expires.timestamp() if expires else None}
        with self._database.writing() as connection:
            connection.execute(delete(memory).where(memory.c.space == space, memory.c.key == key))
            connection.execute(insert(memory), row)

    def get(self, space: str, key: str) -> str | None:
        """The value, None when there is none or it has expired."""
        alive = or_(memory.c.expires.is_(None), memory.c.expires > self._now().timestamp())
        wanted = select(memory.c.value).where(memory.c.space == space, memory.c.key == key, alive)
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def items(self, space: str) -> dict[str, str]:
        """Everything in a space that has not expired, by key."""
        alive = or_(memory.c.expires.is_(None), memory.c.expires > self._now().timestamp())
        wanted = select(memory.c.key, memory.c.value).where(memory.c.space == space, alive).order_by(memory.c.key)
        with self._database.reading() as connection:
            return {row.key: row.value for row in connection.execute(wanted)}

    def drop(self, space: str, key: str) -> None:
        """Forgets it, if it is there."""
        with self._database.writing() as connection:
            connection.execute(delete(memory).where(memory.c.space == space, memory.c.key == key))

    def prune(self) -> int:
        """Forgets what has expired; how many."""
        with self._database.writing() as connection:
            return connection.execute(delete(memory).where(memory.c.expires <= self._now().timestamp())).rowcount
