"""Who attended which meetings: people down, meetings across, oldest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.sessions import Presence, Session


@dataclass(frozen=True, slots=True)
class Row:
    """One name, `cells` as many as there are meetings; `came` counts those that the person took part in."""

    name: str
    cells: tuple[Presence | None, ...]

    @property
    def came(self) -> int:
        """At how many of the meetings they were."""
        return sum(cell is not None and cell.came for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows shown, and how many names and meetings there were before any were left out."""

    sessions: tuple[Session, ...]
    rows: tuple[Row, ...]
    people: int
    meetings: int


def matrix(sessions: Sequence[Session], first: Sequence[str], most: int, meetings: int) -> Matrix:
    """The `most` names with the most meetings, `first` before all others; equals by their latest and their rank there.

    Meetings that name nobody are left out.
    """
    recorded = tuple(session for session in sessions if session.people)
    present = [session.people for session in recorded]
    came: Counter[str] = Counter(name for people in present for name, one in people.items() if one.came)
    latest = {name: (place, -rank) for place, people in enumerate(present) for rank, name in enumerate(people)}
    ordered = sorted(latest, key=lambda name: (name in first, came[name], *latest[name]), reverse=True)
    rows = tuple(Row(name, tuple(people.get(name) for people in present)) for name in ordered[:most])
    return Matrix(recorded, rows, len(ordered), meetings)
