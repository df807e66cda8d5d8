"""The states that the meeting says should be reached: rules in order over the clauses that someone asks for."""

from collections.abc import Callable, Iterator

from data.facts.goals.clauses import Clause, asked_clauses
from data.facts.goals.deadlines import find_deadline, find_period
from data.facts.goals.figures import read_figures
from data.facts.goals.frames import FRAMES, Frame
from data.records import Evidence, Goal, Meeting, Report, Span

Rule = Callable[[Clause], Iterator[Goal]]


def _figures(clause: Clause) -> Iterator[Goal]:
    for found in read_figures(clause):
        at = Evidence(Span(clause.para, found.start, found.end), "figure", found.quantity or found.deadline or "")
        text = clause.text[found.start - clause.start : found.end - clause.start]
        yield Goal(text, at, found.quantity, found.deadline, "hard")


def _state(frame: Frame) -> Rule:
    def rule(clause: Clause) -> Iterator[Goal]:
        match = frame.match(clause.masked, clause.last)
        if match:
            text = clause.text[match.start("goal") :]
            by = find_deadline(text) or find_period(text)
            if by is None and frame.name == "strive":
                by = clause.period
            at = Evidence(Span(clause.para, clause.start + match.start("goal"), clause.end), frame.name, match["verb"])
            yield Goal(text, at, None, by, "hard" if by else "named" if "“" in text else "soft")

    return rule


RULES: tuple[tuple[str, Rule], ...] = (("figure", _figures), *((frame.name, _state(frame)) for frame in FRAMES))


def find_goals(report: Report, meeting: Meeting, rules: tuple[tuple[str, Rule], ...] = RULES) -> tuple[Goal, ...]:
    """The goals of the report's main meeting in reading order, each once; none where no meeting took place."""
    if not meeting.is_meeting:
        return ()
    found: dict[str, Goal] = {}
    for clause in asked_clauses(report):
        for _, rule in rules:
            goals = list(rule(clause))
            for goal in goals:
                found.setdefault(goal.text, goal)
            if goals:
                break
    return tuple(found.values())
