"""Questions that were not answered, or not well: what reports and aliases are missing."""

from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from data.store.schema_administration import gaps
from data.store.store import Store


@dataclass(frozen=True, slots=True)
class Gap:
    """Equal questions: as last typed, why they count as gaps, and how often they came."""

    asked: str
    question: str
    reason: str
    times: int


def note_gap(store: Store, chat: int, asked: str, question: str, reason: str, now: float) -> None:
    """Keeps a question of a chat, not who asked it; `asked` are its bare words, by which equal ones are grouped."""
    values = {"chat": chat, "asked": asked, "question": question, "reason": reason, "at": now}
    with store.database.writing() as connection:
        connection.execute(insert(gaps), values)


def gaps_in(store: Store, chat: int | None, limit: int) -> tuple[Gap, ...]:
    """The gaps of a chat, of all chats for None; the most frequent first."""
    last, times = func.max(gaps.c.row).label("last"), func.count().label("times")
    grouped = select(last, times).group_by(gaps.c.asked).order_by(times.desc(), last.desc()).limit(limit)
    wanted = (grouped if chat is None else grouped.where(gaps.c.chat == chat)).subquery()
    found = select(gaps.c.asked, gaps.c.question, gaps.c.reason, wanted.c.times)
    ordered = found.join(wanted, wanted.c.last == gaps.c.row).order_by(wanted.c.times.desc(), gaps.c.row.desc())
    with store.database.reading() as connection:
        return tuple(Gap(*row) for row in connection.execute(ordered))


def prune_gaps(store: Store, before: float) -> int:
    """Forgets the questions of before that second; how many."""
    with store.database.writing() as connection:
        return connection.execute(delete(gaps).where(gaps.c.at < before)).rowcount


def count_gaps(store: Store, chat: int | None) -> int:
    """How many questions of a chat, of all chats for None, are kept as gaps."""
    wanted = select(func.count()).select_from(gaps)
    with store.database.reading() as connection:
        return connection.execute(wanted if chat is None else wanted.where(gaps.c.chat == chat)).scalar_one()
