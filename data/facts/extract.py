"""Report → Facts: the four kinds of fact, in the order in which they need each other."""

from data.facts.attendance import find_attendance
from data.facts.decisions import find_decisions
from data.facts.goals import find_goals
from data.facts.meeting import find_meetings
from data.records import Facts, Report


def extract(report: Report) -> Facts:
    """Everything that the report says about its main meeting; every fact with the words that say it."""
    meeting, others = find_meetings(report)
    attendance, groups = find_attendance(report, meeting)
    return Facts(
        meeting=meeting,
        attendance=attendance,
        groups=groups,
        decisions=find_decisions(report, meeting),
        goals=find_goals(report, meeting),
        other_meetings=others,
    )
