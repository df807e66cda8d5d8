"""One person in one role at one place of the report: what every way of reading attendance produces."""

from dataclasses import dataclass

from data.records import Evidence, Role


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person seen in a role (None: named with an office only, which serves to complete titles)."""

    name: str
    role: Role | None
    at: Evidence
    title: str = ""
    title_start: int = -1


@dataclass(frozen=True, slots=True)
class GroupSighting:
    """A collective attendee seen in a role."""

    text: str
    role: Role
    at: Evidence
