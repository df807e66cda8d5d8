"""The tables of administration: corrections, reports set aside, the audit, aliases and gaps."""

from sqlalchemy import BigInteger, Column, Float, ForeignKeyConstraint, Index, Integer, Table, Text, select

from data.store.schema import ROW, metadata, reports

corrections = Table(
    "corrections",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("by", BigInteger, nullable=False),
    Column("at", Float, nullable=False),
    ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
    Index("corrections_number", "number"),
    sqlite_autoincrement=True,
)

extracted = Table(
    "extracted",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("facts", Text, nullable=False),
    ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
)
"""The facts before people corrected them, where they did: the rows by table as JSON. The tables hold the outcome."""

shelf = Table(
    "shelf",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("collection", Text, nullable=False),
    Column("since", Float, nullable=False),
    Column("successor", Integer),
    ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
    Index("shelf_successor", "successor"),
)
"""Reports set aside: deleted, or superseded by `successor`; `collection` is where they were, which is nowhere now."""

LIVE = reports.c.number.not_in(select(shelf.c.number))
"""Reports that are not set aside. Only reads without a reader need it: no reader has the collection of the others."""

audit = Table(
    "audit",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("by", BigInteger, nullable=False),
    Column("at", Float, nullable=False),
    Column("action", Text, nullable=False),
    Column("collection", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("undone", Float),
    Index("audit_by", "by", "row"),
    sqlite_autoincrement=True,
)

aliases = Table(
    "aliases",
    metadata,
    Column("collection", Text, primary_key=True),
    Column("alias", Text, primary_key=True),
    Column("meaning", Text, nullable=False),
)

gaps = Table(
    "gaps",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("asked", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Float, nullable=False),
    Index("gaps_chat", "chat"),
    sqlite_autoincrement=True,
)
"""`asked` are the question's bare words, by which equal questions are told; `question` as it was typed."""
