"""kill -9 at any moment leaves whole reports only, and all that were acknowledged."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from data.records import EVERYONE
from data.store import Store

LOADER = """
import sys
sys.path.insert(0, "tests/data/store")
from conftest import make_facts, make_report
from data.store import Store

url, first = sys.argv[1], int(sys.argv[2])
with Store.open(url) as store:
    print("ready", flush=True)
    for start in range(first, first + 100_000, 7):
        words = {n: f"这是第{n}号。" * 50 for n in range(start, start + 7)}
        items = [(make_report(f"r{n}", f"第{n}号", words[n]), make_facts()) for n in words]
        print(store.save_many(items)[-1].number, flush=True)
"""
KILLS = 20
BATCH = 7
ROOT = Path(__file__).parents[3]


def test_no_report_is_ever_half_there_and_none_acknowledged_is_lost(url, facts) -> None:
    chance = random.Random(20231117)
    reached = 0
    for kill in range(KILLS):
        acknowledged = load_and_kill(url, kill * 100_000, chance.uniform(0, 0.12))
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


def load_and_kill(url: str, first: int, seconds: float) -> int:
    """The last number that a loader reported before it was killed, so many seconds after it was ready."""
    command = [sys.executable, "-c", LOADER, url, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as loader:
        assert loader.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        loader.send_signal(signal.SIGKILL)
        lines = loader.stdout.read().split(b"\n")
    whole = [int(line) for line in lines[:-1]]
    return max(whole, default=0)
