"""What chats want to hear of when a report comes in."""

from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import delete, func, insert, select, update

from data.store.schema_news import follows
from data.store.store import Store

Kind = Literal["person", "body", "topic"]


@dataclass(frozen=True, slots=True)
class Follow:
    """A chat (in a forum: its `topic`) follows a person, a body or a topic; `by` asked for it, in `language`.

    Reports up to the number `since` were there before, and are no news.
    """

    row: int
    chat: int
    topic: int
    by: int
    kind: Kind
    words: str
    language: str
    muted: bool
    since: int


_COLUMNS = select(follows.c.row, follows.c.chat, follows.c.topic, follows.c.by, follows.c.kind, follows.c.words)
_WHOLE = _COLUMNS.add_columns(follows.c.language, follows.c.muted, follows.c.since)


def follow(store: Store, new: Follow) -> bool:
    """The chat follows these words from now on (`row` is given by the store); False: it does already."""
    values = {name: value for name, value in asdict(new).items() if name != "row"}
    with store.database.writing() as connection:
        there = select(func.count()).where(follows.c.chat == new.chat, follows.c.words == new.words)
        if connection.execute(there).scalar_one():
            return False
        connection.execute(insert(follows), values)
        return True


def unfollow(store: Store, chat: int, row: int) -> bool:
    """The chat no longer follows it; False when it did not."""
    with store.database.writing() as connection:
        return bool(connection.execute(delete(follows).where(follows.c.chat == chat, follows.c.row == row)).rowcount)


def mute(store: Store, chat: int, row: int, *, muted: bool) -> bool:
    """The chat hears of it no more, or again; False when it does not follow it."""
    changed = update(follows).where(follows.c.chat == chat, follows.c.row == row).values(muted=muted)
    with store.database.writing() as connection:
        return bool(connection.execute(changed).rowcount)


def follows_of(store: Store, chat: int) -> tuple[Follow, ...]:
    """What a chat follows, in the order in which it began."""
    with store.database.reading() as connection:
        found = connection.execute(_WHOLE.where(follows.c.chat == chat).order_by(follows.c.row))
        return tuple(Follow(*row) for row in found)


def heard_of(store: Store) -> list[Follow]:
    """What all chats follow and have not muted."""
    with store.database.reading() as connection:
        found = connection.execute(_WHOLE.where(follows.c.muted.is_(False)).order_by(follows.c.row))
        return [Follow(*row) for row in found]
