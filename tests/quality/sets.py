"""The gold sets: `local`, `ours`, `others` travel with the project; `national`, `minutes` lie beside the checkout."""

import json
from pathlib import Path

from quality.scoring import Record

from data.records import Report
from data.segment import from_record

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "gold"
NAMES = ("local", "ours", "others", "national", "minutes")


def folder(name: str) -> Path:
    """Where the set of that name is, whether or not it is there."""
    return HERE / name if (HERE / name).is_dir() else SHARED / name


def sets() -> list[Path]:
    """The folders of the sets that are there."""
    return [folder(name) for name in NAMES if folder(name).is_dir()]


def gold(where: Path) -> list[Record]:
    """The gold records of a set."""
    return _rows(where / "facts.jsonl")


def reports(where: Path) -> list[Report]:
    """The reports of a set, segmented and cleaned as a user's would be."""
    return [from_record(dict(row)) for row in _rows(where / "reports.jsonl")]


def _rows(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
