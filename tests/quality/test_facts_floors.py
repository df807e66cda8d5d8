"""Quality of extraction that cannot fall: every figure stays at or above its recorded floor.

`local` and `ours` travel with the project; `national` and `minutes` are third-party texts beside the checkout.
A floor is raised by hand when the figures have risen; nothing lowers one silently.
"""

import tomllib

import pytest
from quality.ablation import families, table
from quality.scoring import score_facts
from quality.sets import HERE, folder, gold, reports

from data.facts.as_json import record
from data.facts.extract import extract

FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["facts"]


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_of_extraction_falls_below_its_floor(name: str) -> None:
    where = folder(name)
    if not where.is_dir():
        pytest.skip(
            f"{name} is third-party text that is not beside this checkout; `local` and `ours` are judged always"
        )
    score = score_facts(gold(where), {page.id: record(page, extract(page)) for page in reports(where)})
    figures = score.figures()
    fallen = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert fallen == {}, "\n".join(line for key in fallen for line in score.misses[key.replace(".f1", ".recall")][:10])


def test_the_ablation_has_a_row_for_every_family() -> None:
    header, _, *rows = table([folder("ours")])
    assert header.endswith("| ours |")
    assert [row.split(" | ")[0].strip("| ") for row in rows] == [name for name, _, _ in families()]
