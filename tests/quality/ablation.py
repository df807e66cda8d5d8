"""What each family of rules brings, per gold set: `PYTHONPATH=.:tests python -m quality.ablation`.

A row is a family, a cell the change of the figure that the family serves when the family is left out: a negative number
is what the family brings, 0 that other rules cover for it there. Sets that are not beside the checkout are left out.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quality.scoring import Record, score_facts
from quality.sets import gold, reports, sets

from data.facts.as_json import record
from data.facts.attendance import READINGS, find_attendance
from data.facts.decisions import RULES as DECISIONS
from data.facts.decisions import find_decisions
from data.facts.extract import extract
from data.facts.goals import RULES as GOALS
from data.facts.goals import find_goals
from data.records import Facts, Report

Change = Callable[[Report, Facts], dict[str, Any]]


def families() -> Iterator[tuple[str, str, Change]]:
    """Each family: its name, the figure that it serves, and what of the facts it makes when it is left out."""
    for reading in READINGS:
        yield f"attendance: {reading[0]}", "attendance.f1", _attendance(reading[0])
    for rule in DECISIONS:
        yield f"decisions: {rule[0]}", "decisions.f1", _decisions(rule[0])
    for name in GOALS:
        yield f"goals: {name}", "goals.f1", _goals(name)


def _attendance(name: str) -> Change:
    kept = tuple(reading for reading in READINGS if reading[0] != name)

    def change(report: Report, facts: Facts) -> dict[str, Any]:
        people, groups = find_attendance(report, facts.meeting, readings=kept)
        return {"attendance": people, "groups": groups}

    return change


def _decisions(name: str) -> Change:
    kept = tuple(rule for rule in DECISIONS if rule[0] != name)
    return lambda report, facts: {"decisions": find_decisions(report, facts.meeting, kept)}


def _goals(name: str) -> Change:
    kept = tuple(rule for rule in GOALS if rule != name)
    return lambda report, facts: {"goals": find_goals(report, facts.meeting, kept)}


def _without(pages: list[Report], whole: list[Facts], change: Change) -> dict[str, Record]:
    pairs = zip(pages, whole, strict=True)
    return {page.id: record(page, Facts(**{**_fields(facts), **change(page, facts)})) for page, facts in pairs}


def _fields(facts: Facts) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in Facts.__dataclass_fields__}


def table(folders: list[Path]) -> Iterator[str]:
    """The rows of the table, in Markdown."""
    read = [(gold(folder), pages := reports(folder), [extract(page) for page in pages]) for folder in folders]
    full = [score_facts(want, _without(pages, whole, lambda *_: {})).figures() for want, pages, whole in read]
    yield "| family | figure | " + " | ".join(folder.name for folder in folders) + " |"
    yield "|---" * (len(folders) + 2) + "|"
    for name, figure, change in families():
        left = [score_facts(want, _without(pages, whole, change)).figures() for want, pages, whole in read]
        cells = [f"{now.get(figure, 0) - before.get(figure, 0):+.3f}" for now, before in zip(left, full, strict=True)]
        yield f"| {name} | {figure} | " + " | ".join(cell if float(cell) else "0" for cell in cells) + " |"


if __name__ == "__main__":
    print(*table(sets()), sep="\n")
