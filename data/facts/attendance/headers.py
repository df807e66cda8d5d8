"""The head of minutes: 主持人: 出席: 列席: 请假: with the people listed behind each label."""

from collections.abc import Iterator

from data.facts.attendance import lines, roll, signals
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.records import Evidence, Report, Role, Span


def read(report: Report) -> Iterator[Sighting | GroupSighting]:
    """Everyone listed under a label of taking part; those noted as away are absent whatever the label says."""
    for line in lines.labelled(report):
        if line.role is None:
            continue
        text = report.text(line.para)
        entries = list(roll.people(text, line.start, line.end))
        for entry in entries:
            yield _sighting(line, entry)
        yield from _groups(line, text)


def _sighting(line: lines.Line, entry: roll.Entry) -> Sighting:
    role: Role = "absent" if entry.away else line.role or "attend"
    person = entry.person
    at = Evidence(Span(line.para, person.left, person.right), f"header/{person.rule}", line.label)
    return Sighting(person.name, role, at, person.title, person.title_start)


def _groups(line: lines.Line, text: str) -> Iterator[GroupSighting]:
    for at, to in roll.stretches(text, line.start, line.end):
        if signals.GROUP_END.search(text[at:to]) and not any(True for _ in roll.people(text, at, to)):
            yield GroupSighting(
                text[at:to], line.role or "attend", Evidence(Span(line.para, at, to), "header/group", line.label)
            )
