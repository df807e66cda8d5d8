"""Many rows go in by all processors, each wholly; what fails is told, and what was cut short goes on."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from data.errors import HuiwenError
from data.ingest import Fault, ingest_records, parallel
from data.records import EVERYONE
from data.store import Store

ROOT = Path(__file__).parents[3]


def test_rows_become_reports_with_their_ids_and_paragraphs(store, rows) -> None:
    outcome = ingest_records(store, rows(3))
    assert (outcome.created, outcome.known, outcome.faults) == (3, 0, ())
    assert store.by_id(EVERYONE, "r2").report.paras == tuple(rows(3)[2]["paras"])


def test_a_row_that_fails_is_told_and_the_others_go_on(store, rows) -> None:
    good = rows(4)
    bad = [
        {"id": "empty", "paras": []},
        {"id": "none"},
        {"id": None, "error": "line 7: not JSON"},
        {"id": "r1", "paras": ["别的话。"]},
    ]
    outcome = ingest_records(store, [*good[:2], *bad, *good[2:]])
    assert outcome.created == 4
    assert {fault.id for fault in outcome.faults} == {"empty", "none", None, "r1"}
    assert Fault(None, "line 7: not JSON") in outcome.faults
    assert all(fault.message for fault in outcome.faults)


def test_only_the_report_that_the_store_refuses_is_left_out(store, rows) -> None:
    clash = {"paras": ["没有编号的一段话，后来又来了一次。"]}
    ingest_records(store, [clash])
    taken = store.get(EVERYONE, 1)
    store.delete(EVERYONE, 1)
    store.save(replace(taken.report, title="另一个标题"), taken.facts)
    outcome = ingest_records(store, [*rows(3), clash])
    assert outcome.created == 3
    assert [fault.id for fault in outcome.faults] == [taken.report.id]
    assert "another text" in outcome.faults[0].message


def test_a_second_load_skips_what_is_there_and_says_so(store, rows) -> None:
    ingest_records(store, rows(5))
    outcome = ingest_records(store, rows(8))
    assert (outcome.created, outcome.known) == (3, 5)


def test_progress_ends_at_the_whole(store, rows) -> None:
    heard: list[tuple[int, int, float]] = []
    ingest_records(store, rows(5), progress=lambda *told: heard.append(told))
    assert heard[-1][:2] == (5, 5)
    assert heard[-1][2] > 0


def test_many_rows_go_through_other_processes_in_order(store, rows) -> None:
    many = rows(parallel.FEW * 50 + 120)
    assert ingest_records(store, iter(many)).created == len(many)
    assert [stored.report.id for stored in store.everything()] == [row["id"] for row in many]


def test_pieces_are_only_taken_as_results_are() -> None:
    taken = count()
    results = parallel.spread(str, (next(taken) for _ in range(10_000)))
    assert next(results) == "0"
    assert next(taken) <= parallel.PROCESSES * (1 + parallel.AHEAD) + 1
    results.close()


def test_a_process_that_dies_is_an_error_in_plain_words() -> None:
    with pytest.raises(HuiwenError, match="loading process died"):
        list(parallel.spread(os._exit, [3] * 10))


LOADER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests/data/ingest")
from conftest import make_rows
from data.ingest import ingest_records
from data.store import Store

if __name__ == "__main__":
    with Store.open(sys.argv[1]) as store:
        ingest_records(store, make_rows(1200), progress=lambda done, *_: print(done, flush=True))
"""


def test_a_load_killed_midway_leaves_no_process_behind_and_goes_on_where_it_stood(url, rows, tmp_path) -> None:
    script = tmp_path / "load.py"
    script.write_text(LOADER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, script, url], stdout=subprocess.PIPE, cwd=ROOT, env=environment) as loader:
        done = int(loader.stdout.readline())
        workers = children_of(loader.pid)
        loader.send_signal(signal.SIGKILL)
    with Store.open(url) as store:
        there = store.summaries(EVERYONE)[1]
        assert there >= done
        outcome = ingest_records(store, rows(1200))
        assert (outcome.created, outcome.known) == (1200 - there, there)
        assert len({stored.report.id for stored in store.everything()}) == 1200
    assert workers
    assert gone(workers)


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list a process's children in /proc")
    return [int(child) for child in listed.read_text().split()]


def gone(processes: list[int]) -> bool:
    """Whether all have ended within five seconds."""
    for _ in range(50):
        if not any(Path(f"/proc/{pid}").exists() for pid in processes):
            return True
        time.sleep(0.1)
    return False
