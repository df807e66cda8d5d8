"""What is known while a paragraph is read: who acts, and who waits for a verb."""

from dataclasses import dataclass, field

from data.facts.attendance.roster import Passage
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.people import Mention
from data.records import Evidence, Role, Span


@dataclass(slots=True)
class Reading:
    """The people of the clauses read so far, and the sightings found."""

    passage: Passage
    actors: tuple[Mention, ...] = ()
    speaker: tuple[Mention, ...] = ()
    waiting: list[Mention] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)
    seen: list[Sighting | GroupSighting] = field(default_factory=list)
    chairing: bool = False
    on_topic: bool = False
    unsaid: bool = False
    """Whether the list read last goes on behind a semicolon."""

    def see(self, person: Mention, role: Role, to: int, entry: str, rule: str) -> None:
        """Note a person in a role; the evidence reaches to `to`, where that is behind the name."""
        end = to if to > person.start else person.right
        left = person.start if person.title_start > person.right else person.left
        evidence = Evidence(Span(self.passage.para, left, end), f"{rule}/{person.rule}", entry)
        self.seen.append(Sighting(person.name, role, evidence, person.title, person.title_start))
