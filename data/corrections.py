"""What people corrected, put over what was extracted."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from data.records import TITLE, Attendance, Evidence, Facts, Report, Span

RULE = "manual"
"""The rule of every fact that a person corrected."""

CorrectionKind = Literal["rename", "remove", "add", "date", "meeting"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing corrected, by the person with that Telegram id, at that second since 1970.

    `subject` is the person's name as it stood, "" for the meeting; `value` the new name (rename, meeting), the office
    ("" for none) of who was added, or the ISO day. `row` is its number in the store, 0 before it is kept.
    """

    kind: CorrectionKind
    subject: str
    value: str
    by: int
    at: float
    row: int = 0


def corrected(report: Report, facts: Facts, corrections: Iterable[Correction]) -> Facts:
    """The facts after the corrections, in their order; one whose person is not there changes nothing."""
    for correction in corrections:
        facts = _APPLY[correction.kind](report, facts, correction)
    return facts


def manual_spans(facts: Facts) -> Iterator[Span]:
    """Where facts stand that a person corrected."""
    meeting = facts.meeting
    stated = (meeting.name_at, meeting.date_at, *(person.at for person in facts.attendance))
    also = (at for person in facts.attendance for at in person.also_at)
    return (at.span for at in (*stated, *also) if at is not None and at.rule == RULE)


def _rename(_report: Report, facts: Facts, correction: Correction) -> Facts:
    """Where the new name is recorded too, the two are one person."""
    old = _person(facts, correction.subject)
    if old is None:
        return facts
    there = _person(facts, correction.value)
    if there is None or there is old:
        new = replace(old, name=correction.value, at=_manual(old.at, correction))
        return _with_people(facts, (new if one is old else one for one in facts.attendance))
    both = replace(
        there,
        title=there.title or old.title,
        title_at=there.title_at or old.title_at,
        roles=tuple(dict.fromkeys((*there.roles, *old.roles))),
        also_at=(*there.also_at, _manual(old.at, correction), *old.also_at),
    )
    return _with_people(facts, (both if one is there else one for one in facts.attendance if one is not old))


def _remove(_report: Report, facts: Facts, correction: Correction) -> Facts:
    return _with_people(facts, (one for one in facts.attendance if one.name != correction.subject))


def _add(report: Report, facts: Facts, correction: Correction) -> Facts:
    if _person(facts, correction.subject) is not None:
        return facts
    at = Evidence(_place(report, re.escape(correction.subject)), RULE, correction.kind)
    person = Attendance(correction.subject, correction.value, ("attend",), at)
    return _with_people(facts, (*facts.attendance, person))


def _date(report: Report, facts: Facts, correction: Correction) -> Facts:
    day = date.fromisoformat(correction.value)
    at = Evidence(_place(report, rf"(?<!\d)0?{day.month}月0?{day.day}日"), RULE, correction.kind)
    return replace(facts, meeting=replace(facts.meeting, date=correction.value, end_date=None, date_at=at))


def _meeting(report: Report, facts: Facts, correction: Correction) -> Facts:
    at = Evidence(_place(report, re.escape(correction.value)), RULE, correction.kind)
    return replace(facts, meeting=replace(facts.meeting, name=correction.value, is_meeting=True, name_at=at))


def _person(facts: Facts, name: str) -> Attendance | None:
    return next((one for one in facts.attendance if one.name == name), None)


def _with_people(facts: Facts, people: Iterable[Attendance]) -> Facts:
    return replace(facts, attendance=tuple(people))


def _manual(at: Evidence, correction: Correction) -> Evidence:
    """The place stays, for there the report speaks of the person."""
    return Evidence(at.span, RULE, correction.kind)


def _place(report: Report, pattern: str) -> Span:
    """Where the report says it first, else its whole title: a correction may know what the report does not say."""
    for para in (*range(len(report.paragraphs)), TITLE):
        if found := re.search(pattern, report.text(para)):
            return Span(para, *found.span())
    return Span(TITLE, 0, len(report.title))


_APPLY: dict[CorrectionKind, Callable[[Report, Facts, Correction], Facts]] = {
    "rename": _rename,
    "remove": _remove,
    "add": _add,
    "date": _date,
    "meeting": _meeting,
}
