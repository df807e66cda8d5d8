"""The tables, the same on SQLite and PostgreSQL.

Positions are characters of a paragraph, half open; `para` -1 is the title. `place` orders the rows of one report.
What is only ever read back whole (evidence of a meeting, further places, cleaning steps) is one JSON text.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# Dates compare as text, so PostgreSQL must not order them by a language's rules.
ISO_DATE = Text().with_variant(Text(collation="C"), "postgresql")
# SQLite counts up by itself only in a column that is exactly INTEGER.
ROW = BigInteger().with_variant(Integer(), "sqlite")


def _of_report(name: str, *columns: Column[object], clustered: bool = True) -> Table:
    """A table of rows that belong to a report and go with it; `clustered` keeps SQLite's rows in key order."""
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        Column("place", Integer, primary_key=True),
        *columns,
        ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sqlite_with_rowid=not clustered,
    )


def _evidence() -> tuple[Column[object], ...]:
    return (
        Column("para", Integer, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("rule", Text, nullable=False),
        Column("entry", Text, nullable=False),
    )


ledger = Table(
    "ledger",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("generation", BigInteger, nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("identity", Text, nullable=False, server_default=""),
)
"""One row: how often reports came or went, the last number given out, and a random name by which a store is known.

Numbers are never used again.
"""

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("collection", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", ISO_DATE),
    Column("source", Text),
    Column("url", Text),
    Column("reporter", Text),
    Column("encoding", Text),
    Column("cleaning", Text, nullable=False),
    Column("damage", Text, nullable=False),
    Column("revised", BigInteger, nullable=False, server_default="0"),
    UniqueConstraint("collection", "content", name="reports_content"),
    UniqueConstraint("collection", "id", name="reports_id"),
    Index("reports_by_id", "id"),
    Index("reports_published", "published"),
    Index("reports_revised", "revised"),
)
"""`revised` is the generation in which the report came or last changed."""

paragraphs = _of_report(
    "paragraphs",
    Column("text", Text, nullable=False),
    Column("origin_start", Integer),
    Column("origin_end", Integer),
    clustered=False,
)

meetings = _of_report(
    "meetings",
    Column("name", Text),
    Column("date", ISO_DATE),
    Column("end_date", ISO_DATE),
    Column("venue", Text),
    Column("body", Text),
    Column("ordinal", Integer),
    Column("is_meeting", Boolean, nullable=False),
    Column("name_at", Text),
    Column("date_at", Text),
    Column("venue_at", Text),
)
Index("meetings_date", meetings.c.date)
Index("meetings_name", meetings.c.name)
Index("meetings_body", meetings.c.body, meetings.c.date)

attendance = _of_report(
    "attendance",
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("roles", Text, nullable=False),
    *_evidence(),
    Column("title_at", Text),
    Column("also_at", Text, nullable=False),
)
Index("attendance_name", attendance.c.name)

groups_ = _of_report(
    "groups_",
    Column("text", Text, nullable=False),
    Column("role", Text, nullable=False),
    *_evidence(),
)

decisions = _of_report(
    "decisions",
    Column("kind", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("object", Text, nullable=False),
    *_evidence(),
    Column("vote", Text),
    Column("owner", Text),
    Column("deadline", Text),
)

goals = _of_report(
    "goals",
    Column("text", Text, nullable=False),
    *_evidence(),
    Column("quantity", Text),
    Column("deadline", Text),
    Column("hardness", Text, nullable=False),
)

OF_REPORT = (paragraphs, meetings, attendance, groups_, decisions, goals)
"""The tables whose rows belong to one report, in the order in which they are written."""

OF_FACTS = OF_REPORT[1:]
"""Those that hold the facts."""

inbox = Table(
    "inbox",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("update_id", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("received", Float, nullable=False),
    Column("done", Boolean, nullable=False),
    Index("inbox_update", "update_id"),
    Index("inbox_done", "done", "row"),
    sqlite_autoincrement=True,
)

memory = Table(
    "memory",
    metadata,
    Column("space", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("expires", Float),
    Index("memory_expires", "expires"),
)
