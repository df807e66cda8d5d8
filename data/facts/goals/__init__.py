"""The states that the meeting says should be reached: figures and dates first, then frames of end states."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.goals.clauses import Clause, asked_clauses
from data.facts.goals.deadlines import find_deadline, find_period, untitled
from data.facts.goals.figures import read_figures
from data.facts.goals.frames import FRAMES, Frame, openings
from data.facts.goals.quantities import find_cadence, find_quantity
from data.facts.patterns import any_of
from data.records import Evidence, Goal, Hardness, Meeting, Report, Span

FIGURE = "figure"
_ONLY_TIME = re.compile(
    r"(?:力争|争取|确保)[再用在到以通经过]*(?:□|[^，]{1,8}(?:年|月|天|日))(?:左右)?(?:的?(?:时间|努力))?(?:之?[内前]|左右)?"
)
_RECEPTION = re.compile(any_of(words("meeting", "meets")))
_NEXT = 2  # characters between a clause and the next
RULES: tuple[str, ...] = (FIGURE, *(frame.name for frame in FRAMES))


def find_goals(report: Report, meeting: Meeting, rules: tuple[str, ...] = RULES) -> tuple[Goal, ...]:
    """The goals of the report's main meeting in reading order, each once; none where nobody met or was received."""
    if not meeting.is_meeting and not _RECEPTION.search(report.title):
        return ()
    frames = tuple(frame for frame in FRAMES if frame.name in rules)
    found: dict[str, Goal] = {}
    before: Clause | None = None
    for clause in asked_clauses(report):
        follows = before is not None and before.para == clause.para and clause.start - before.end <= _NEXT
        goals = list(_figures(clause, follows or clause.listed)) if FIGURE in rules and not clause.bidden else []
        before = clause if goals else None
        for goal in goals or _states(clause, frames):
            found.setdefault(_key(goal), goal)
    return tuple(found.values())


def _time(words_: str) -> str | None:
    """When it is to be so, by words for by or without them."""
    bare = untitled(words_)
    return find_deadline(bare) or find_period(bare)


def _key(goal: Goal) -> str:
    """What is the same when a goal is said again: a state's words from its verb on (务必确保X is 确保X)."""
    return goal.text if goal.at.rule == FIGURE else goal.text[goal.text.find(goal.at.entry) :]


def _figures(clause: Clause, follows: bool) -> Iterator[Goal]:
    if clause.target:
        at = Evidence(Span(clause.para, clause.start, clause.end), FIGURE, clause.period or "")
        yield Goal(clause.text, at, find_quantity(clause.text, clause.masked), clause.period, "hard")
        return
    for figure in read_figures(clause, follows):
        at = Evidence(Span(clause.para, figure.start, figure.end), FIGURE, figure.quantity or figure.deadline or "")
        text = clause.text[figure.start - clause.start : figure.end - clause.start]
        yield Goal(text, at, figure.quantity, figure.deadline, "hard")


def _states(clause: Clause, frames: tuple[Frame, ...]) -> Iterator[Goal]:
    """The state that the first fitting frame finds, if any; a quoted plan or slogan makes it a named one."""
    for start, at in openings(clause.masked):
        for frame in frames:
            verb = frame.verb(clause.masked, at, clause.last)
            if verb:
                text = clause.text[start:]
                by = (
                    _time(text)
                    or _time(clause.text)
                    or (clause.period if frame.inherits or clause.listed else clause.bound)
                )
                if _ONLY_TIME.fullmatch(text.replace(by, "□") if by else text):
                    return
                evidence = Evidence(Span(clause.para, clause.start + start, clause.end), frame.name, verb)
                often = find_cadence(text)
                hardness: Hardness = "hard" if by or often else "named" if "“" in text else "soft"
                yield Goal(text, evidence, often, by, hardness)
                return
