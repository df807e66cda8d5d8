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
    title_para: int = -1
    """The paragraph of the title, where it is not that of the name."""


@dataclass(frozen=True, slots=True)
class GroupSighting:
    """A collective attendee seen in a role."""

    text: str
    role: Role
    at: Evidence
