"""The store: SQLAlchemy schema, queries and migrations; the only room that knows SQL."""

from data.store.migrate import HEAD
from data.store.store import Store

__all__ = ["HEAD", "Store"]
