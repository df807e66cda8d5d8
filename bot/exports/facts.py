"""Reports → one record a fact, each with the report's number, the paragraph's number and the quoted words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.exports.table import Table, Value
from bot.texts import say
from data.corrections import RULE
from data.records import TITLE, Attendance, Decision, Evidence, Facts, Goal, Group, Meeting, Stored
from retrieval.records import Language

Record = dict[str, Any]
Fact = Attendance | Group | Decision | Goal

COLUMNS = (
    *("report", "title", "published", "meeting", "date", "fact", "text", "office", "roles", "verb"),
    *("quantity", "deadline", "vote", "owner", "paragraph", "quote", "basis"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """One fact and the report that states it; of the meeting itself `what` is name, date or place."""

    stored: Stored
    what: str
    text: str
    at: Evidence
    fact: Fact | None = None


def told(reports: Iterable[Stored]) -> Iterator[Told]:
    """The facts of the reports in order: the meeting, who was there, what was decided, which goals."""
    for stored in reports:
        yield from _of_meeting(stored, stored.facts.meeting)
        yield from _of_facts(stored, stored.facts)


def record(told: Told) -> Record:
    """As JSON holds it: `para` counts from 0, -1 is the title; the quote is `paragraph[start:end]`.

    The rule "manual" marks what a person corrected; its quote may not say so.
    """
    stored, span, meeting = told.stored, told.at.span, told.stored.facts.meeting
    return {
        "report": stored.number,
        "id": stored.report.id,
        "title": stored.report.title,
        "published": stored.report.published,
        "meeting": meeting.name,
        "date": meeting.date,
        "fact": told.what,
        "text": told.text,
        **_details(told.fact),
        "para": span.para,
        "start": span.start,
        "end": span.end,
        "rule": told.at.rule,
        "quote": stored.report.text(span.para)[span.start : span.end],
    }


def table(facts: Iterable[Told], language: Language) -> Table:
    """For spreadsheets: paragraphs count from 1, words in the reader's language."""
    columns = tuple(say(language, f"column.{key}") for key in COLUMNS)
    return Table(say(language, "export.facts"), columns, (_row(one, language) for one in facts))


def _row(told: Told, language: Language) -> tuple[Value, ...]:
    values = record(told)
    values["fact"] = say(language, f"fact.{told.what}")
    values["roles"] = say(language, "export.between").join(say(language, f"role.{role}") for role in values["roles"])
    values["basis"] = say(language, "fact.manual") if values["rule"] == RULE else None
    values["paragraph"] = say(language, "passage.title") if values["para"] == TITLE else values["para"] + 1
    return tuple(values[key] for key in COLUMNS)


def _of_meeting(stored: Stored, meeting: Meeting) -> Iterator[Told]:
    stated = (
        ("name", meeting.name, meeting.name_at),
        ("date", meeting.date, meeting.date_at),
        ("place", meeting.place, meeting.place_at),
    )
    for what, text, at in stated:
        if text is not None and at is not None:
            yield Told(stored, what, text, at)


def _of_facts(stored: Stored, facts: Facts) -> Iterator[Told]:
    for person in facts.attendance:
        yield Told(stored, "person", person.name, person.at, person)
    for group in facts.groups:
        yield Told(stored, "group", group.text, group.at, group)
    for decision in facts.decisions:
        yield Told(stored, decision.kind, decision.object, decision.at, decision)
    for goal in facts.goals:
        yield Told(stored, "goal", goal.text, goal.at, goal)


def _details(fact: Fact | None) -> Record:
    """The fields that only some facts have, empty for the others."""
    roles: tuple[str, ...] = getattr(fact, "roles", ())
    if isinstance(fact, Group):
        roles = (fact.role,)
    fields = ("verb", "quantity", "deadline", "vote", "owner")
    return {
        "office": getattr(fact, "title", None),
        "roles": list(roles),
        **{field: getattr(fact, field, None) for field in fields},
    }
