"""Report → Facts: the four kinds of fact, in the order in which they need each other."""

from dataclasses import replace

from data.facts.attendance import find_attendance
from data.facts.decisions import find_decisions
from data.facts.focus import focused
from data.facts.goals import find_goals
from data.facts.meeting import find_meetings
from data.facts.world import EMPTY, World
from data.records import Facts, Meeting, Report


def extract(report: Report, world: World = EMPTY) -> Facts:
    """Everything that the report says about its main meeting; every fact with the words that say it.

    `world` is what other reports introduced: it can vouch for a name or a body that stands here, and adds no words.
    """
    meeting, others = find_meetings(report)
    meeting = _with_body(meeting, world)
    told, meeting = focused(report, meeting)
    attendance, groups = find_attendance(told, meeting, world=world)
    return Facts(
        meeting=meeting,
        attendance=attendance,
        groups=groups,
        decisions=find_decisions(told, meeting),
        goals=find_goals(told, meeting),
        other_meetings=others,
    )


def _with_body(meeting: Meeting, world: World) -> Meeting:
    """The meeting with the known body that its name begins with, where the name has no number to tell its body by."""
    body = world.body_of(meeting.name) if meeting.name and meeting.body is None else None
    return replace(meeting, body=body) if body else meeting
