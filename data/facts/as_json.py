"""Facts → the record of GUIDELINES.md and ANSWERS.md, ready for JSON."""

from data.records import Attendance, Decision, Facts, Goal, Group, Meeting, Report


def record(report: Report, facts: Facts) -> dict[str, object]:
    """One report's facts; `para` indexes the report's paragraphs, -1 is the title."""
    return {
        "id": report.id,
        "title": report.title,
        "published": report.published,
        "paras": list(report.paras),
        "meeting": _meeting(facts.meeting),
        "attendance": [_attendance(person) for person in facts.attendance],
        "groups": [_group(group) for group in facts.groups],
        "decisions": [_decision(decision) for decision in facts.decisions],
        "goals": [_goal(goal) for goal in facts.goals],
        "other_meetings": [_meeting(meeting) for meeting in facts.other_meetings],
    }


def _meeting(meeting: Meeting) -> dict[str, object]:
    return {
        "name": meeting.name,
        "number": meeting.number,
        "body": meeting.body,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "place": meeting.place,
        "is_meeting": meeting.is_meeting,
    }


def _attendance(person: Attendance) -> dict[str, object]:
    return {"name": person.name, "title": person.title, "roles": list(person.roles), "para": person.at.span.para}


def _group(group: Group) -> dict[str, object]:
    return {"text": group.text, "role": group.role, "para": group.at.span.para}


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "kind": decision.kind,
        "verb": decision.verb,
        "object": decision.object,
        "para": decision.at.span.para,
        "vote": decision.vote,
        "owner": decision.owner,
        "deadline": decision.deadline,
    }


def _goal(goal: Goal) -> dict[str, object]:
    return {
        "text": goal.text,
        "quantity": goal.quantity,
        "deadline": goal.deadline,
        "hardness": goal.hardness,
        "para": goal.at.span.para,
    }
