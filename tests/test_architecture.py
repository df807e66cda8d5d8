"""The structure that the documents promise is the structure that stands."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "retrieval", "data", "config")


def modules() -> list[Path]:
    return [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts]


def test_every_module_says_its_job_in_its_first_line() -> None:
    silent = [
        str(path) for path in modules() if not (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").strip()
    ]
    assert silent == []


def test_no_junk_drawers() -> None:
    assert [path.name for path in modules() if path.stem in {"utils", "util", "helpers", "common", "misc"}] == []


def test_nothing_is_pickled() -> None:
    assert [str(path) for path in modules() if "import pickle" in path.read_text("utf-8")] == []
