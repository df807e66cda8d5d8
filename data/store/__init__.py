"""The store: SQLAlchemy schema, queries and migrations; the only room that knows SQL."""
