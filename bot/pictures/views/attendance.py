"""One person over time: the meetings at which they are recorded, and how many in each month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.sessions import Presence, Session
from bot.pictures.views.roles import main_role
from data.records import Role


@dataclass(frozen=True, slots=True)
class Visit:
    """The person at one meeting."""

    session: Session
    presence: Presence


@dataclass(frozen=True, slots=True)
class Career:
    """All that is shown of one name, oldest first; `total` counts the meetings before any were left out."""

    name: str
    visits: tuple[Visit, ...]
    total: int

    @property
    def roles(self) -> Counter[Role]:
        """How often they were there in which role."""
        return Counter(main_role(visit.presence.roles) for visit in self.visits)

    @property
    def months(self) -> Counter[str]:
        """Meetings that they took part in, by `YYYY-MM`."""
        days = [visit.session.date for visit in self.visits if visit.presence.came]
        return Counter(day[:7] for day in days if day and not day.startswith("-"))


def career(name: str, sessions: Sequence[Session], total: int) -> Career:
    """The person at these meetings."""
    visits = (Visit(session, session.people[name]) for session in sessions if name in session.people)
    return Career(name, tuple(visits), total)
