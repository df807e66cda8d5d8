"""Other names that people gave to bodies and meetings, by collection; every change is a new generation."""

from sqlalchemy import delete, insert, select

from data.store.saving import changed, take_turn
from data.store.schema_administration import aliases
from data.store.store import Store


def put_alias(store: Store, collection: str, alias: str, meaning: str) -> str | None:
    """`alias` stands for `meaning` from now on; what it stood for before, None for nothing."""
    with store.database.writing() as connection:
        take_turn(connection)
        here = (aliases.c.collection == collection) & (aliases.c.alias == alias)
        before = connection.execute(select(aliases.c.meaning).where(here)).scalar()
        connection.execute(delete(aliases).where(here))
        connection.execute(insert(aliases), {"collection": collection, "alias": alias, "meaning": meaning})
        changed(connection)
        return before


def drop_alias(store: Store, collection: str, alias: str) -> bool:
    """Forgets an alias; False when there is none."""
    with store.database.writing() as connection:
        take_turn(connection)
        gone = delete(aliases).where(aliases.c.collection == collection, aliases.c.alias == alias)
        if connection.execute(gone).rowcount == 0:
            return False
        changed(connection)
        return True
