"""Messages that the bot sends unasked, kept from when there is a reason for them until they are sent."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from data.store.schema import ledger
from data.store.schema_news import digests, follows, posts, watch
from data.store.store import Store

Kind = Literal["news", "digest"]


@dataclass(frozen=True, slots=True)
class Post:
    """A message for a chat; `content` is plain JSON that says what it is about. `row` is 0 before it is kept."""

    row: int
    chat: int
    topic: int
    language: str
    kind: Kind
    content: dict[str, Any]


def last_number(store: Store) -> int:
    """The last number that was given to a report, be it still there or not."""
    with store.database.reading() as connection:
        return int(connection.execute(select(ledger.c.last_number)).scalar_one())


def told(store: Store) -> int | None:
    """Up to which number reports were looked at for news; None before anybody looked."""
    with store.database.reading() as connection:
        return connection.execute(select(watch.c.told)).scalar()


def publish(store: Store, before: int | None, upto: int, made: Sequence[Post]) -> bool:
    """Reports up to the number `upto` were looked at, and gave these posts: both or neither.

    False, and nothing is kept, where others have looked since it was `before`.
    """
    with store.database.writing() as connection:
        if connection.execute(select(watch.c.told)).scalar() != before:
            return False
        if before is None:
            connection.execute(insert(watch), {"only": 1, "told": upto})
        else:
            connection.execute(update(watch).values(told=upto))
        put(connection, made)
        return True


def put(connection: Connection, made: Sequence[Post]) -> None:
    """Keeps posts, in order."""
    for post in made:
        content = json.dumps(post.content, ensure_ascii=False)
        values = {"chat": post.chat, "topic": post.topic, "language": post.language, "kind": post.kind}
        connection.execute(insert(posts), values | {"content": content})


def waiting(store: Store, limit: int = 1000) -> list[Post]:
    """The posts that are not sent, oldest first."""
    columns = select(posts.c.row, posts.c.chat, posts.c.topic, posts.c.language, posts.c.kind, posts.c.content)
    with store.database.reading() as connection:
        found = connection.execute(columns.order_by(posts.c.row).limit(limit))
        return [Post(*row[:5], json.loads(row[5])) for row in found]


def sent(store: Store, row: int) -> None:
    """It need not be sent any more."""
    with store.database.writing() as connection:
        connection.execute(delete(posts).where(posts.c.row == row))


def leave(store: Store, chat: int) -> None:
    """Nothing goes to this chat unasked any more."""
    with store.database.writing() as connection:
        for table in (posts, follows, digests):
            connection.execute(delete(table).where(table.c.chat == chat))


def rekey(store: Store, old: int, new: int) -> None:
    """The chat has another id."""
    with store.database.writing() as connection:
        for table in (posts, follows, digests):
            connection.execute(update(table).where(table.c.chat == old).values(chat=new))
