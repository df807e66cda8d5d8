"""Report and Facts → the rows of the tables; `restored` is the way back."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from data.records import Attendance, Decision, Evidence, Facts, Goal, Group, Meeting, Paragraph, Report, Span

Values = dict[str, Any]
Parts = dict[str, list[Values]]
"""Rows by table name."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report as rows, still without its number; plain values, so that another process can make them.

    `content` is the fingerprint of the text; `parts` are the rows by table name.
    """

    id: str
    content: str
    report: Values
    parts: Parts


def fingerprint(report: Report) -> str:
    """SHA-256 of the day of publication and the cleaned words, spaces left out: equal means the same report.

    The day is part of it because yearly announcements repeat last year's words.
    """
    words = "".join("".join((report.published or "", report.title, *report.paras)).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def prepare(report: Report, facts: Facts) -> Prepared:
    """The rows that hold `report` and `facts`."""
    parts = {"paragraphs": _placed(map(_paragraph_row, report.paragraphs)), **fact_rows(facts)}
    return Prepared(report.id, fingerprint(report), _report_row(report), parts)


def fact_rows(facts: Facts) -> Parts:
    """The rows that hold `facts`, by table name."""
    parts: dict[str, Iterable[Values]] = {
        "meetings": map(_meeting_row, (facts.meeting, *facts.other_meetings)),
        "attendance": map(_attendance_row, facts.attendance),
        "groups_": map(_group_row, facts.groups),
        "decisions": map(_decision_row, facts.decisions),
        "goals": map(_goal_row, facts.goals),
    }
    return {table: _placed(rows) for table, rows in parts.items()}


def _placed(rows: Iterable[Values]) -> list[Values]:
    return [{"place": place, **row} for place, row in enumerate(rows)]


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


def _paragraph_row(paragraph: Paragraph) -> Values:
    start, end = paragraph.origin or (None, None)
    return {"text": paragraph.text, "origin_start": start, "origin_end": end}


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


def _goal_row(goal: Goal) -> Values:
    return {
        "text": goal.text,
        **_at_row(goal.at),
        "quantity": goal.quantity,
        "deadline": goal.deadline,
        "hardness": goal.hardness,
    }


def _at_row(evidence: Evidence) -> Values:
    span = evidence.span
    return {"para": span.para, "start": span.start, "end": span.end, "rule": evidence.rule, "entry": evidence.entry}


def _span_list(span: Span) -> list[int]:
    return [span.para, span.start, span.end]


def _evidence_list(evidence: Evidence) -> list[int | str]:
    return [*_span_list(evidence.span), evidence.rule, evidence.entry]


def _evidence_json(evidence: Evidence | None) -> str | None:
    return None if evidence is None else _json(_evidence_list(evidence))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
