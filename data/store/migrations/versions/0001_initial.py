"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ISO_DATE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received", sa.Float(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sqlite_autoincrement=True,
    )
    op.create_index("inbox_done", "inbox", ["done", "row"], unique=False)
    op.create_index("inbox_update", "inbox", ["update_id"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("only", sa.Integer(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("only"),
    )
    op.create_table(
        "memory",
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("expires", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("space", "key"),
    )
    op.create_index("memory_expires", "memory", ["expires"], unique=False)
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("collection", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", ISO_DATE, nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("reporter", sa.Text(), nullable=True),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("cleaning", sa.Text(), nullable=False),
        sa.Column("damage", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("collection", "content", name="reports_content"),
        sa.UniqueConstraint("collection", "id", name="reports_id"),
    )
    op.create_index("reports_by_id", "reports", ["id"], unique=False)
    op.create_index("reports_published", "reports", ["published"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("para", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("title_at", sa.Text(), nullable=True),
        sa.Column("also_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    op.create_index("attendance_name", "attendance", ["name"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("para", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("vote", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("deadline", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goals",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("para", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Text(), nullable=True),
        sa.Column("deadline", sa.Text(), nullable=True),
        sa.Column("hardness", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "groups_",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("para", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meetings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("date", ISO_DATE, nullable=True),
        sa.Column("end_date", ISO_DATE, nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("is_meeting", sa.Boolean(), nullable=False),
        sa.Column("name_at", sa.Text(), nullable=True),
        sa.Column("date_at", sa.Text(), nullable=True),
        sa.Column("venue_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    op.create_index("meetings_body", "meetings", ["body", "date"], unique=False)
    op.create_index("meetings_date", "meetings", ["date"], unique=False)
    op.create_index("meetings_name", "meetings", ["name"], unique=False)
    op.create_table(
        "paragraphs",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("origin_start", sa.Integer(), nullable=True),
        sa.Column("origin_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=True,
    )
    op.execute('INSERT INTO ledger ("only", generation, last_number) VALUES (1, 0, 0)')


def downgrade() -> None:
    for table in ("attendance", "decisions", "goals", "groups_", "meetings", "paragraphs", "reports"):
        op.drop_table(table)
    for table in ("inbox", "ledger", "memory"):
        op.drop_table(table)
