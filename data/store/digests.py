"""Which chats get a digest every week, and when the next one is due."""

from dataclasses import asdict, dataclass

from sqlalchemy import and_, delete, func, insert, or_, select, update

from data.records import Reader, Summary
from data.store.loading import readable
from data.store.posts import Post, put
from data.store.schema import meetings, reports
from data.store.schema_news import digests
from data.store.store import Store
from data.store.summaries import columns


@dataclass(frozen=True, slots=True)
class Digest:
    """The next one of a chat: due at that second, on meetings since that day and on reports above the number `told`."""

    chat: int
    topic: int
    language: str
    due: float
    since: str
    told: int


_WHOLE = select(digests.c.chat, digests.c.topic, digests.c.language, digests.c.due, digests.c.since, digests.c.told)


def digest_of(store: Store, chat: int) -> Digest | None:
    """The chat's next digest, None where it wants none."""
    with store.database.reading() as connection:
        found = connection.execute(_WHOLE.where(digests.c.chat == chat)).first()
        return None if found is None else Digest(*found)


def subscribe(store: Store, new: Digest) -> bool:
    """The chat gets digests from now on; False, and nothing changes, where it does already."""
    with store.database.writing() as connection:
        if connection.execute(select(func.count()).where(digests.c.chat == new.chat)).scalar_one():
            return False
        connection.execute(insert(digests), asdict(new))
        return True


def unsubscribe(store: Store, chat: int) -> bool:
    """The chat gets none any more; False where it got none."""
    with store.database.writing() as connection:
        return bool(connection.execute(delete(digests).where(digests.c.chat == chat)).rowcount)


def due(store: Store, now: float) -> list[Digest]:
    """Those whose time has come."""
    with store.database.reading() as connection:
        return [Digest(*row) for row in connection.execute(_WHOLE.where(digests.c.due <= now))]


def made(store: Store, was: Digest, following: Digest, post: Post | None) -> bool:
    """The digest that `was` due is this post, None for nothing to tell; `following` is next. All of it or nothing.

    False, and nothing is kept, where it was made or given up meanwhile.
    """
    this = and_(digests.c.chat == was.chat, digests.c.due == was.due)
    values = {"due": following.due, "since": following.since, "told": following.told}
    with store.database.writing() as connection:
        if not connection.execute(update(digests).where(this).values(**values)).rowcount:
            return False
        put(connection, [post] if post else [])
        return True


def held(store: Store, reader: Reader, days: tuple[str, str], late: tuple[str, int], limit: int) -> list[Summary]:
    """The meetings from the first of `days` to before the second, by day; ISO, of publication where no other is known.

    With them those that came late: from an earlier day on, by reports above a number.
    """
    day = func.coalesce(meetings.c.date, reports.c.published)
    start, end = days
    new = or_(day >= start, and_(day >= late[0], reports.c.number > late[1]))
    named = reports.join(meetings, (meetings.c.number == reports.c.number) & (meetings.c.place == 0))
    wanted = columns().select_from(named).where(readable(reader), meetings.c.is_meeting, day < end, new)
    with store.database.reading() as connection:
        return [Summary(*row) for row in connection.execute(wanted.order_by(day, reports.c.number).limit(limit))]
