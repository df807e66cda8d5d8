"""kill -9 at any moment leaves whole reports only, and all that were acknowledged."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.records import EVERYONE
from data.store import Store

# One process that has everything imported and forks a loader for each line: starting Python each time is too slow.
LAUNCHER = """
import os, sys
sys.path.insert(0, "tests/data/store")
from alembic import command
from conftest import make_facts, make_report
from data.store import Store

def load(url, first):
    with Store.open(url) as store:
        for start in range(first, first + 100_000, 7):
            words = {n: f"这是第{n}号。" * 50 for n in range(start, start + 7)}
            items = [(make_report(f"r{n}", f"第{n}号", words[n]), make_facts()) for n in words]
            print("saved", store.save_many(items)[-1].number, flush=True)

for line in sys.stdin:
    url, first = line.split()
    child = os.fork()
    if child == 0:
        load(url, int(first))
    print("started", child, flush=True)
    os.waitpid(child, 0)
    print("ended", child, flush=True)
"""
KILLS = 20
BATCH = 7
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def launcher():
    command = [sys.executable, "-c", LAUNCHER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        yield process
        process.stdin.close()


def test_no_report_is_ever_half_there_and_none_acknowledged_is_lost(launcher, url, facts) -> None:
    chance = random.Random(20231117)
    reached = 0
    for kill in range(KILLS):
        acknowledged = load_and_kill(launcher, url, kill * 100_000, chance.uniform(0, 0.15))
        with Store.open(url) as store:
            store.verify()
            new = list(store.everything(after=reached))
            last = reached + len(new)
            assert [one.number for one in new] == list(range(reached + 1, last + 1))
            assert last % BATCH == 0
            assert last >= acknowledged
            assert all(len(one.report.paragraphs) == 2 and one.facts == facts for one in new)
            assert store.summaries(EVERYONE)[1] == last
            assert store.generation() == last // BATCH
        reached = last
    assert reached > 0


def test_a_store_whose_making_was_cut_short_is_finished_by_the_next_start(launcher, tmp_path) -> None:
    chance = random.Random(1)
    for kill in range(KILLS):
        url = f"sqlite:///{tmp_path / str(kill) / 'huiwen.db'}"
        acknowledged = load_and_kill(launcher, url, 0, chance.uniform(0, 0.06))
        with Store.open(url) as store:
            store.verify()
            assert store.summaries(EVERYONE)[1] >= acknowledged


def load_and_kill(launcher, url: str, first: int, seconds: float) -> int:
    """The last number that a loader told before it was killed, so many seconds after its start; 0 for none."""
    launcher.stdin.write(f"{url} {first}\n")
    launcher.stdin.flush()
    told = {"saved": 0}
    while "ended" not in told:
        word, number = launcher.stdout.readline().split()
        told[word] = int(number)
        if word == "started":
            time.sleep(seconds)
            os.kill(told["started"], signal.SIGKILL)
    return told["saved"]
