"""Report and Facts ⇄ the rows of the tables, exactly."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report as rows, still without its number; plain values, so that another process can make them.

    `content` is the fingerprint of the text; `parts` are the rows by table name.
    """

    id: str
    content: str
    report: Values
    parts: dict[str, list[Values]]


def fingerprint(report: Report) -> str:
    """SHA-256 of the day of publication and the cleaned words, spaces left out: equal means the same report.

    The day is part of it because yearly announcements repeat last year's words.
    """
    words = "".join("".join((report.published or "", report.title, *report.paras)).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def prepare(report: Report, facts: Facts) -> Prepared:
    """The rows that hold `report` and `facts`."""
    parts: dict[str, Iterable[Values]] = {
        "paragraphs": map(_paragraph_row, report.paragraphs),
        "meetings": map(_meeting_row, (facts.meeting, *facts.other_meetings)),
        "attendance": map(_attendance_row, facts.attendance),
        "groups_": map(_group_row, facts.groups),
        "decisions": map(_decision_row, facts.decisions),
        "goals": map(_goal_row, facts.goals),
    }
    placed = {table: [{"place": place, **row} for place, row in enumerate(rows)] for table, rows in parts.items()}
    return Prepared(report.id, fingerprint(report), _report_row(report), placed)


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
    meeting, *others = (_meeting(part) for part in parts["meetings"])
    facts = Facts(
        meeting=meeting,
        attendance=tuple(attendance_of(part) for part in parts["attendance"]),
        groups=tuple(Group(part.text, part.role, _at(part)) for part in parts["groups_"]),
        decisions=tuple(decision_of(part) for part in parts["decisions"]),
        goals=tuple(goal_of(part) for part in parts["goals"]),
        other_meetings=tuple(others),
    )
    return Stored(row.number, row.collection, report, facts)


def _report_row(report: Report) -> Values:
    return {
        "id": report.id,
        "title": report.title,
        "published": report.published,
        "source": report.source,
        "url": report.url,
        "reporter": report.reporter,
        "encoding": report.encoding,
        "cleaning": _json([[step.name, step.places, step.examples] for step in report.cleaning]),
        "damage": _json(report.damage),
    }


def _cleaning(step: list[Any]) -> CleaningStep:
    name, places, examples = step
    return CleaningStep(name, places, tuple((before, after) for before, after in examples))


def _paragraph_row(paragraph: Paragraph) -> Values:
    start, end = paragraph.origin or (None, None)
    return {"text": paragraph.text, "origin_start": start, "origin_end": end}


def _paragraph(row: Row[Any]) -> Paragraph:
    return Paragraph(row.text, None if row.origin_start is None else (row.origin_start, row.origin_end))


def _meeting_row(meeting: Meeting) -> Values:
    return {
        "name": meeting.name,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "venue": meeting.place,
        "body": meeting.body,
        "ordinal": meeting.number,
        "is_meeting": meeting.is_meeting,
        "name_at": _evidence_json(meeting.name_at),
        "date_at": _evidence_json(meeting.date_at),
        "venue_at": _evidence_json(meeting.place_at),
    }


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


def _attendance_row(person: Attendance) -> Values:
    title_at = person.title_at
    return {
        "name": person.name,
        "title": person.title,
        "roles": " ".join(person.roles),
        **_at_row(person.at),
        "title_at": None if title_at is None else _json(_span_list(title_at)),
        "also_at": _json([_evidence_list(evidence) for evidence in person.also_at]),
    }


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


def _group_row(group: Group) -> Values:
    return {"text": group.text, "role": group.role, **_at_row(group.at)}


def _decision_row(decision: Decision) -> Values:
    return {
        "kind": decision.kind,
        "verb": decision.verb,
        "object": decision.object,
        **_at_row(decision.at),
        "vote": decision.vote,
        "owner": decision.owner,
        "deadline": decision.deadline,
    }


def decision_of(row: Row[Any]) -> Decision:
    """The decision of one row."""
    return Decision(row.kind, row.verb, row.object, _at(row), row.vote, row.owner, row.deadline)


def _goal_row(goal: Goal) -> Values:
    return {
        "text": goal.text,
        **_at_row(goal.at),
        "quantity": goal.quantity,
        "deadline": goal.deadline,
        "hardness": goal.hardness,
    }


def goal_of(row: Row[Any]) -> Goal:
    """The goal of one row."""
    return Goal(row.text, _at(row), row.quantity, row.deadline, row.hardness)


def _at_row(evidence: Evidence) -> Values:
    span = evidence.span
    return {"para": span.para, "start": span.start, "end": span.end, "rule": evidence.rule, "entry": evidence.entry}


def _at(row: Row[Any]) -> Evidence:
    return Evidence(Span(row.para, row.start, row.end), row.rule, row.entry)


def _span_list(span: Span) -> list[int]:
    return [span.para, span.start, span.end]


def _evidence_list(evidence: Evidence) -> list[int | str]:
    return [*_span_list(evidence.span), evidence.rule, evidence.entry]


def _from_list(values: list[Any]) -> Evidence:
    para, start, end, rule, entry = values
    return Evidence(Span(para, start, end), rule, entry)


def _evidence_json(evidence: Evidence | None) -> str | None:
    return None if evidence is None else _json(_evidence_list(evidence))


def _evidence(text: str | None) -> Evidence | None:
    return None if text is None else _from_list(json.loads(text))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
