"""Stored reports understood anew by the rules of today: what would differ, in plain lines, and the saving of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.facts.extract import extract
from data.facts.world import EMPTY
from data.records import Attendance, Decision, Facts, Goal, Group, Meeting
from data.store import Store
from data.store.worlds import world_for


@dataclass(frozen=True, slots=True)
class Difference:
    """One report whose facts come out otherwise; `lines` say how: `-` gone, `+` new, `~` changed."""

    number: int
    report: str
    title: str
    lines: tuple[str, ...]


def reextract(store: Store, *, apply: bool = False) -> Iterator[Difference]:
    """Every report whose facts differ, in number order; with `apply` saved before it is given.

    The stored paragraphs are what is read again: the file that they came from is not kept. Corrections by people are
    left out of the comparison and stay. What other reports introduced by the time of the call helps.

    Raises:
        StoreError: the store fails; what was saved before stays.
    """
    worlds = {collection: world_for(store, collection) for collection in store.collections()}
    for stored in store.everything():
        world = worlds.get(stored.collection, EMPTY).beside(stored.facts)
        before, after = store.uncorrected(stored), extract(stored.report, world)
        if before == after:
            continue
        if apply:
            store.replace_facts(stored.number, after)
        lines = tuple(differences(before, after)) or ("~ where the facts stand",)
        yield Difference(stored.number, stored.report.id, stored.report.title, lines)


def differences(before: Facts, after: Facts) -> Iterator[str]:
    """What is gone, new and changed, in that order; nothing where only the places differ."""
    old, new = _told(before), _told(after)
    yield from (f"- {name}: {words}" for name, words in old.items() if name not in new)
    yield from (f"+ {name}: {words}" for name, words in new.items() if name not in old)
    for name, words in old.items():
        if name in new and words != new[name]:
            yield f"~ {name}: {words or '(none)'} → {new[name] or '(none)'}"


def _told(facts: Facts) -> dict[str, str]:
    """Each fact by what it is about → what is said of it."""
    told = dict(_meeting(facts.meeting))
    for other in facts.other_meetings:
        told[f"other meeting {other.name}"] = other.date or ""
    told |= dict(map(_person, facts.attendance))
    told |= dict(map(_group, facts.groups))
    told |= dict(map(_decision, facts.decisions))
    return told | dict(map(_goal, facts.goals))


def _meeting(meeting: Meeting) -> Iterator[tuple[str, str]]:
    days = " – ".join(filter(None, (meeting.date, meeting.end_date)))
    yield "meeting", meeting.name or ""
    yield "date", days
    yield "place", meeting.place or ""
    yield "body", " ".join(filter(None, (meeting.body, str(meeting.number or ""))))
    yield "kind", "a meeting" if meeting.is_meeting else "no meeting"


def _person(person: Attendance) -> tuple[str, str]:
    return f"person {person.name}", " ".join(filter(None, (person.title, *person.roles)))


def _group(group: Group) -> tuple[str, str]:
    return f"group {group.text}", group.role


def _decision(decision: Decision) -> tuple[str, str]:
    more = filter(None, (decision.vote, decision.owner, decision.deadline))
    return f"decision {decision.object}", " ".join((decision.verb, f"({decision.kind})", *more))


def _goal(goal: Goal) -> tuple[str, str]:
    return f"goal {goal.text}", " ".join(filter(None, (goal.quantity, goal.deadline, f"({goal.hardness})")))
