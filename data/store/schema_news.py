"""The tables of what the bot says unasked: who follows what, weekly digests, and messages that wait to be sent."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, Table, Text, UniqueConstraint

from data.store.schema import ISO_DATE, ROW, metadata

follows = Table(
    "follows",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("topic", BigInteger, nullable=False),
    Column("by", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("muted", Boolean, nullable=False),
    Column("since", Integer, nullable=False),
    UniqueConstraint("chat", "words", name="follows_words"),
    sqlite_autoincrement=True,
)
"""`topic` is the forum topic that news go to, 0 outside forums; `by` the person who asked for them.

Reports up to the number `since` were there when it began, and are no news.
"""

digests = Table(
    "digests",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("topic", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("due", Float, nullable=False),
    Column("since", ISO_DATE, nullable=False),
    Column("told", Integer, nullable=False),
)
"""`due` is the second of the next one, which tells of meetings from the day `since` on; reports up to the number `told`
were there when the last one was made."""

posts = Table(
    "posts",
    metadata,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("topic", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("posts_chat", "chat"),
    sqlite_autoincrement=True,
)
"""Messages to be sent; `content` is JSON that says what they are about, not their words: rights may change before."""

watch = Table(
    "watch",
    metadata,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("told", Integer, nullable=False),
)
"""One row, once somebody has followed anything: the last report's number that was looked at for news."""
