"""Who took part: several ways of reading, merged into one record a person."""

from collections.abc import Callable, Iterator

from data.facts.attendance import headers, narrative, speakers
from data.facts.attendance.merge import merge
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.records import Attendance, Group, Meeting, Report

Reading = Callable[[Report], Iterator[Sighting | GroupSighting]]

READINGS: tuple[tuple[str, Reading], ...] = (
    ("headers", headers.read),
    ("speakers", speakers.read),
    ("narrative", narrative.read),
)


def find_attendance(
    report: Report, meeting: Meeting, readings: tuple[tuple[str, Reading], ...] = READINGS
) -> tuple[tuple[Attendance, ...], tuple[Group, ...]]:
    """People and collective attendees of the report's main meeting, each once, in order of first appearance."""
    del meeting
    return merge(sighting for _, reading in readings for sighting in reading(report))
