"""Facts with their proof: each fact as a line that says where it stands, which rule made it, and from which word."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.records import TITLE, Evidence, Facts, Report


@dataclass(frozen=True, slots=True)
class Proof:
    """One fact: its sort (meeting, person, group, decision, goal), what it says, and the evidence."""

    sort: str
    says: str
    at: Evidence

    def line(self, report: Report) -> str:
        """The fact for `--explain`: sort, words, paragraph (0-based) and positions, rule, lexicon entry, quote."""
        span = self.at.span
        where = "title" if span.para == TITLE else f"para {span.para}"
        quote = report.text(span.para)[span.start : span.end]
        entry = f" ← {self.at.entry}" if self.at.entry else ""
        place = f"{where} [{span.start}:{span.end}] {self.at.rule}{entry}"
        return f"{self.sort:8} {self.says}\n         {place}\n         “{quote}”"


def proofs(facts: Facts) -> tuple[Proof, ...]:
    """Every fact that has evidence, in the order of the report's reading: meeting, people, groups, decisions, goals."""
    return (*_meeting(facts), *_people(facts), *_matters(facts))


def _meeting(facts: Facts) -> Iterator[Proof]:
    meeting = facts.meeting
    for what, value, at in (
        ("name", meeting.name, meeting.name_at),
        ("date", meeting.date, meeting.date_at),
        ("place", meeting.place, meeting.place_at),
    ):
        if value and at:
            yield Proof("meeting", f"{what} {value}", at)


def _people(facts: Facts) -> Iterator[Proof]:
    for person in facts.attendance:
        roles = " ".join(person.roles)
        yield Proof("person", f"{person.name} · {person.title} · {roles}".replace(" ·  · ", " · "), person.at)
        yield from (Proof("person", person.name, further) for further in person.also_at)
    for group in facts.groups:
        yield Proof("group", f"{group.text} · {group.role}", group.at)


def _matters(facts: Facts) -> Iterator[Proof]:
    for decision in facts.decisions:
        yield Proof("decision", f"{decision.kind} · {decision.verb} · {decision.object}", decision.at)
    for goal in facts.goals:
        numbers = " · ".join(filter(None, (goal.quantity, goal.deadline)))
        yield Proof("goal", f"{goal.hardness} · {goal.text}" + (f" · {numbers}" if numbers else ""), goal.at)
