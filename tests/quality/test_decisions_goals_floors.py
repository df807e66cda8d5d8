"""Decisions and goals against gold, whose clean paragraphs and meeting are given: floors that cannot fall."""

import json
from pathlib import Path

import pytest
from quality.scoring import score_facts

from data.facts.decisions import find_decisions
from data.facts.goals import find_goals
from data.records import Meeting, Paragraph, Report

OURS = Path(__file__).parent / "local"
SHARED = Path(__file__).parents[3] / "shared" / "gold"
FLOORS = {
    OURS: {"decisions.f1": 0.96, "decisions.kind": 0.99, "goals.f1": 0.96, "goals.hard_recall": 0.98},
    SHARED / "national": {"decisions.f1": 0.98, "decisions.kind": 0.99, "goals.f1": 0.82, "goals.hard_recall": 0.95},
    SHARED / "minutes": {"decisions.f1": 0.91, "decisions.kind": 0.96, "goals.f1": 0.68},
}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def extracted(gold, page):
    paras = gold.get("paras") or page["paras"]
    report = Report(gold["id"], gold.get("title") or page.get("title") or "", tuple(map(Paragraph, paras)))
    meeting = Meeting(gold["meeting"].get("name"), None, gold["meeting"]["is_meeting"])
    return {
        "meeting": gold["meeting"],
        "attendance": gold["attendance"],
        "groups": gold["groups"],
        "decisions": [{"kind": d.kind, "object": d.object} for d in find_decisions(report, meeting)],
        "goals": [
            {"text": g.text, "quantity": g.quantity, "deadline": g.deadline} for g in find_goals(report, meeting)
        ],
    }


@pytest.mark.parametrize("folder", FLOORS, ids=lambda folder: folder.name)
def test_figures_stay_above_their_floors(folder):
    if not folder.exists():
        pytest.skip("the shared gold sets are not beside this checkout")
    gold = rows(folder / "facts.jsonl")
    pages = {page["id"]: page for page in rows(folder / "reports.jsonl")}
    figures = score_facts(gold, {want["id"]: extracted(want, pages[want["id"]]) for want in gold}).figures()
    below = {name: (figures[name], floor) for name, floor in FLOORS[folder].items() if figures[name] < floor}
    assert not below
