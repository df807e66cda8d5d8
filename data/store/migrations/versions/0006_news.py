"""What the bot says unasked: who follows what, weekly digests, and messages that wait to be sent."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ISO_DATE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "follows",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("chat", "words", name="follows_words"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "digests",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("since", ISO_DATE, nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("chat"),
    )
    op.create_table(
        "posts",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sqlite_autoincrement=True,
    )
    op.create_index("posts_chat", "posts", ["chat"], unique=False)
    op.create_table(
        "watch",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("only"),
    )


def downgrade() -> None:
    for table in ("watch", "posts", "digests", "follows"):
        op.drop_table(table)
