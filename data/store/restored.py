"""The rows of the tables → Report and Facts, equal to what `prepared` was given."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from data.records import (
    Attendance,
    CleaningStep,
    Decision,
    Evidence,
    Facts,
    Goal,
    Group,
    Meeting,
    Paragraph,
    Report,
    Span,
    Stored,
)


def stored(row: Row[Any], parts: Mapping[str, Sequence[Row[Any]]]) -> Stored:
    """The report of one `reports` row and its rows in the other tables, each in order of place."""
    report = Report(
        id=row.id,
        title=row.title,
        paragraphs=tuple(_paragraph(part) for part in parts["paragraphs"]),
        published=row.published,
        source=row.source,
        url=row.url,
        reporter=row.reporter,
        encoding=row.encoding,
        cleaning=tuple(_cleaning(step) for step in json.loads(row.cleaning)),
        damage=tuple(json.loads(row.damage)),
    )
    return Stored(row.number, row.collection, report, facts_of(parts))


def facts_of(parts: Mapping[str, Sequence[Any]]) -> Facts:
    """The facts of one report's rows by table, each in order of place; anything with the columns as attributes."""
    meeting, *others = (_meeting(part) for part in parts["meetings"])
    return Facts(
        meeting=meeting,
        attendance=tuple(attendance_of(part) for part in parts["attendance"]),
        groups=tuple(Group(part.text, part.role, _at(part)) for part in parts["groups_"]),
        decisions=tuple(decision_of(part) for part in parts["decisions"]),
        goals=tuple(goal_of(part) for part in parts["goals"]),
        other_meetings=tuple(others),
    )


def _cleaning(step: list[Any]) -> CleaningStep:
    name, places, examples = step
    return CleaningStep(name, places, tuple((before, after) for before, after in examples))


def _paragraph(row: Row[Any]) -> Paragraph:
    return Paragraph(row.text, None if row.origin_start is None else (row.origin_start, row.origin_end))


def _meeting(row: Row[Any]) -> Meeting:
    return Meeting(
        name=row.name,
        date=row.date,
        is_meeting=row.is_meeting,
        end_date=row.end_date,
        place=row.venue,
        body=row.body,
        number=row.ordinal,
        name_at=_evidence(row.name_at),
        date_at=_evidence(row.date_at),
        place_at=_evidence(row.venue_at),
    )


def attendance_of(row: Row[Any]) -> Attendance:
    """The person of one row."""
    return Attendance(
        name=row.name,
        title=row.title,
        roles=tuple(row.roles.split()),
        at=_at(row),
        title_at=None if row.title_at is None else Span(*json.loads(row.title_at)),
        also_at=tuple(_from_list(values) for values in json.loads(row.also_at)),
    )


def decision_of(row: Row[Any]) -> Decision:
    """The decision of one row."""
    return Decision(row.kind, row.verb, row.object, _at(row), row.vote, row.owner, row.deadline)


def goal_of(row: Row[Any]) -> Goal:
    """The goal of one row."""
    return Goal(row.text, _at(row), row.quantity, row.deadline, row.hardness)


def _at(row: Row[Any]) -> Evidence:
    return Evidence(Span(row.para, row.start, row.end), row.rule, row.entry)


def _from_list(values: list[Any]) -> Evidence:
    para, start, end, rule, entry = values
    return Evidence(Span(para, start, end), rule, entry)


def _evidence(text: str | None) -> Evidence | None:
    return None if text is None else _from_list(json.loads(text))
