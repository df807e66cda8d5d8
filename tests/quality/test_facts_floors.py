"""Quality of extraction that cannot fall: every figure stays at or above its recorded floor.

`local` and `ours` travel with the project; `national` and `minutes` are third-party texts beside the checkout.
A floor is raised by hand when the figures have risen; nothing lowers one silently.
"""

import json
import tomllib
from pathlib import Path

import pytest
from quality.scoring import Record, score_facts

from data.facts.as_json import record
from data.facts.extract import extract
from data.segment import from_record

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "gold"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["facts"]


def rows(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_of_extraction_falls_below_its_floor(name: str) -> None:
    folder = HERE / name if (HERE / name).is_dir() else SHARED / name
    if not folder.is_dir():
        pytest.skip(
            f"{name} is third-party text that is not beside this checkout; `local` and `ours` are judged always"
        )
    reports = [from_record(dict(row)) for row in rows(folder / "reports.jsonl")]
    score = score_facts(
        rows(folder / "facts.jsonl"), {report.id: record(report, extract(report)) for report in reports}
    )
    figures = score.figures()
    fallen = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert fallen == {}, "\n".join(line for key in fallen for line in score.misses[key][:10])
