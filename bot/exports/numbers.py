"""The numbers behind a picture as tables: all that fits the wish, not only what the picture had room for."""

from collections.abc import Iterator, Sequence

from bot.exports import facts
from bot.exports.facts import Told
from bot.exports.table import Table, Value
from bot.pictures import sessions
from bot.pictures.asked import Asked
from bot.pictures.gallery import Wish
from bot.pictures.sessions import Presence, Session
from bot.pictures.views.matrix import matrix
from bot.pictures.views.roles import ORDER
from bot.texts import say
from data.records import Attendance, Decision, Goal, Reader
from data.store import Store
from retrieval.records import Language

_MOST_MEETINGS = 2000
_MOST_ACROSS = 500
"""Meetings across a sheet; its programs take 16,384 columns, people far fewer."""
_EVERYBODY = 100_000


def tables(wish: Wish, store: Store, reader: Reader) -> tuple[Table, ...]:
    """The tables, each fact with its source; empty ones where nothing fits any more."""
    want = wish.read(store, reader)
    return _TABLES[wish.kind](wish, want, store, reader)


def _matrix(wish: Wish, want: Asked, store: Store, reader: Reader) -> tuple[Table, ...]:
    found = sessions.choose_attended(store, reader, want, _MOST_MEETINGS).sessions
    told = (one for one in _told(found) if isinstance(one.fact, Attendance))
    return _grid(found[-_MOST_ACROSS:], want, wish.language), facts.table(told, wish.language)


def _timeline(wish: Wish, want: Asked, store: Store, reader: Reader) -> tuple[Table, ...]:
    found = sessions.choose_on(store, reader, want, _MOST_MEETINGS).sessions
    told = (
        one
        for session in found
        for one in _told([session])
        if isinstance(one.fact, Decision | Goal) and (session.named or all(word in one.text for word in want.words))
    )
    return (facts.table(told, wish.language),)


def _attendance(wish: Wish, want: Asked, store: Store, reader: Reader) -> tuple[Table, ...]:
    found = sessions.choose(store, reader, want, _MOST_MEETINGS).sessions if want.people else ()
    told = (one for one in _told(found) if isinstance(one.fact, Attendance) and one.fact.name == want.people[0])
    return (facts.table(told, wish.language),)


def _told(found: Sequence[Session]) -> Iterator[Told]:
    return facts.told(stored for session in found for stored in session.reports)


def _grid(found: Sequence[Session], want: Asked, language: Language) -> Table:
    """The matrix itself: a row a name, a column a meeting, the parts taken in words."""
    shown = matrix(found, want.people, _EVERYBODY, len(found))
    meetings = (f"{session.date} {session.name}".strip() for session in shown.sessions)
    columns = (say(language, "column.person"), say(language, "picture.came"), *meetings)
    rows: Iterator[tuple[Value, ...]] = (
        (row.name, row.came, *(_parts(cell, language) for cell in row.cells)) for row in shown.rows
    )
    return Table(say(language, "export.matrix"), columns, rows)


def _parts(cell: Presence | None, language: Language) -> str | None:
    if cell is None:
        return None
    roles = [role for role in ORDER if role in cell.roles] or ["attend"]
    return say(language, "export.between").join(say(language, f"role.{role}") for role in roles)


_TABLES = {"matrix": _matrix, "timeline": _timeline, "attendance": _attendance}
