"""Machine code kept on disk is never that of an older program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.index import kernels

PROGRAM = """
from loops.outer import outer
print(outer(1), sum(outer.stats.cache_hits.values()))
"""
INNER = "from loops.kernels import compiled\n@compiled\ndef inner(x):\n    return x + {}\n"
OUTER = (
    "from loops.inner import inner\nfrom loops.kernels import compiled\n@compiled\ndef outer(x):\n    return inner(x)\n"
)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "loops"
    folder.mkdir()
    (folder / "__init__.py").touch()
    shutil.copy(kernels.__file__, folder / "kernels.py")
    (folder / "inner.py").write_text(INNER.format(1), encoding="utf-8")
    (folder / "outer.py").write_text(OUTER, encoding="utf-8")
    return folder


def told(room: Path) -> list[str]:
    command, environment = (
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        os.environ | {"PYTHONPATH": str(room.parent)},
    )
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.split()


def test_a_loop_is_compiled_anew_when_one_that_it_calls_was_changed_in_another_file(room: Path) -> None:
    assert told(room) == ["2", "0"]
    assert told(room) == ["2", "1"]
    (room / "inner.py").write_text(INNER.format(100), encoding="utf-8")
    assert told(room) == ["101", "0"]
