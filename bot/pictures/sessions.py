"""Reports → the meetings that a picture shows: those asked for, each once however many reports tell of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.pictures.asked import Asked, says
from data.records import Attendance, Decision, Goal, Reader, Role, Stored
from data.store import Store
from data.store.overview import Heading, chosen, headings, numbers_on, numbers_with, numbers_with_people
from data.store.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting; `date` ISO, `--MM-DD` or empty; `named` whether its name or title says the words asked for."""

    name: str
    date: str
    reports: tuple[Stored, ...]
    named: bool = True

    @property
    def decisions(self) -> tuple[tuple[Stored, Decision], ...]:
        """What was decided, of each object once."""
        return tuple({d.object: (stored, d) for stored in self.reports for d in stored.facts.decisions}.values())

    @property
    def goals(self) -> tuple[tuple[Stored, Goal], ...]:
        """The goals set, each once."""
        return tuple({goal.text: (stored, goal) for stored in self.reports for goal in stored.facts.goals}.values())

    @property
    def people(self) -> dict[str, "Presence"]:
        """Who is recorded, by name."""
        found: dict[str, list[tuple[Stored, Attendance]]] = {}
        for stored in self.reports:
            for person in stored.facts.attendance:
                found.setdefault(person.name, []).append((stored, person))
        return {name: _presence(told) for name, told in found.items()}


@dataclass(frozen=True, slots=True)
class Presence:
    """One person at one meeting, as all its reports together tell."""

    title: str
    roles: frozenset[Role]
    told: tuple[tuple[Stored, Attendance], ...]

    @property
    def came(self) -> bool:
        """Whether they took part; somebody excused by one report and seen by another did."""
        return bool(self.roles - {"absent"}) or not self.roles


@dataclass(frozen=True, slots=True)
class Choice:
    """The newest meetings that fit what was asked, oldest first, and how many fit in all."""

    sessions: tuple[Session, ...]
    total: int


def choose(store: Store, reader: Reader, asked: Asked, most: int) -> Choice:
    """The newest `most` meetings whose name or title says the words, and at which the people are recorded."""
    held = [heading for heading in _of_people(store, reader, asked) if _named(heading, asked)]
    return _newest(store, reader, held, frozenset(heading.number for heading in held), most)


def choose_attended(store: Store, reader: Reader, asked: Asked, most: int) -> Choice:
    """As `choose`, of the meetings of which a report names who was there."""
    told = numbers_with_people(store, reader)
    held = [one for one in _of_people(store, reader, asked) if one.number in told and _named(one, asked)]
    return _newest(store, reader, held, frozenset(heading.number for heading in held), most)


def choose_on(store: Store, reader: Reader, asked: Asked, most: int) -> Choice:
    """As `choose`, and the meetings that decided on the words, or set goals of them."""
    held = _of_people(store, reader, asked)
    named = frozenset(heading.number for heading in held if _named(heading, asked))
    wanted = named | numbers_on(store, reader, asked.words)
    return _newest(store, reader, [heading for heading in held if heading.number in wanted], named, most)


def _of_people(store: Store, reader: Reader, asked: Asked) -> list[Heading]:
    period = asked.period
    found = headings(store, reader, Wanted(start=period.start, end=period.end) if period else Wanted())
    for person in asked.people:
        numbers = numbers_with(store, reader, person)
        found = tuple(heading for heading in found if heading.number in numbers)
    return list(found)


def _named(heading: Heading, asked: Asked) -> bool:
    return any(says(label, asked.words) for label in (heading.name, heading.title) if label) or not asked.words


def _newest(store: Store, reader: Reader, held: list[Heading], named: frozenset[int], most: int) -> Choice:
    meetings = sorted(_by_meeting(held), key=lambda group: _order(group[0]))
    shown = meetings[-most:]
    numbers = [heading.number for group in shown for heading in group]
    whole = {stored.number: stored for stored in chosen(store, reader, numbers)}
    sessions = (_session(group, whole, named) for group in shown)
    return Choice(tuple(session for session in sessions if session.reports), len(meetings))


def _by_meeting(held: Iterable[Heading]) -> Iterator[list[Heading]]:
    """Reports that give a meeting the same name and day are of one; without either, each is its own."""

    def key(heading: Heading) -> tuple[str, str]:
        return (heading.name, heading.date) if heading.name and heading.date else ("", str(heading.number))

    for _, group in groupby(sorted(held, key=key), key):
        yield list(group)


def _order(heading: Heading) -> tuple[str, int]:
    """By the day of the meeting, else of publication; those without either first, as oldest."""
    dated = heading.date if heading.date and not heading.date.startswith("-") else heading.published
    return dated or "", heading.number


def _session(group: list[Heading], whole: dict[int, Stored], named: frozenset[int]) -> Session:
    first = group[0]
    stored = tuple(whole[heading.number] for heading in group if heading.number in whole)
    return Session(
        name=first.name or first.title,
        date=first.date or "",
        reports=stored,
        named=any(heading.number in named for heading in group),
    )


def _presence(told: list[tuple[Stored, Attendance]]) -> Presence:
    title = next((person.title for _, person in told if person.title), "")
    return Presence(title, frozenset(role for _, person in told for role in person.roles), tuple(told))
