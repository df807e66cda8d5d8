"""What loaded reports have introduced: names, offices and bodies that help to read the next report."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from data.facts.people import names, offices
from data.records import Facts

_AGAIN = 2  # reports in which an office that the lexicon does not know must stand; a bracket may hold anything
_OFFICE = re.compile(rf"[{names.HAN}]{{2,12}}")
_OPENING = 2  # characters


@dataclass(frozen=True, slots=True)
class World:
    """What other reports vouch for; the empty world vouches for nothing, and changes nothing.

    `people` were seen with an office, in so many reports; `offices` are those that no head of the lexicon ends;
    `bodies` are those that held numbered meetings. `unsaid` are people whom only the report being read introduced.
    """

    people: Mapping[str, int] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    """The first two characters of every name and office: most places of a text are told by them to hold none."""

    @classmethod
    def of(cls, introduced: Iterable[tuple[str, str, int]], bodies: Iterable[str]) -> Self:
        """The world of such names with their offices, each in so many reports, and of such bodies.

        A name that is mostly written without its last character has swallowed a word of the sentence.
        """
        people: Counter[str] = Counter()
        held: Counter[str] = Counter()
        for name, office, reports in introduced:
            people[name] += reports
            if _OFFICE.fullmatch(office) and not offices.holds_head(office):
                held[office] += reports
        sure = {name: times for name, times in people.items() if times >= people[name[:-1]]}
        known = frozenset(office for office, times in held.items() if times >= _AGAIN)
        openings = frozenset(text[:_OPENING] for text in (*sure, *known))
        return cls(sure, known, frozenset(body for body in bodies if not body.endswith("的")), openings=openings)

    def knows(self, name: str) -> bool:
        """Whether another report introduced a person of that name."""
        return name in self.people and name not in self.unsaid

    def beside(self, facts: Facts) -> "World":
        """This world without the people whom only the report with these facts introduced: none vouches for itself."""
        alone = (person.name for person in facts.attendance if person.title and self.people.get(person.name) == 1)
        return replace(self, unsaid=frozenset(alone))

    def body_of(self, name: str) -> str | None:
        """The longest known body that the name begins with and that no other organ follows: whose own meeting it is."""
        sizes = (size for size in range(len(name) - 1, 1, -1) if name[:size] in self.bodies)
        return next((name[:size] for size in sizes if not offices.ORGAN_ENDS & set(name[size:-_KIND])), None)


EMPTY = World()
_KIND = 2  # characters: 会议
