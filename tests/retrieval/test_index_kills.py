"""Killed at any moment of loading, indexing, merging and saving, the index opens or is rebuilt, and equals a fresh one.

A few kills here; KILLS=100 for as many as one likes.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.ingest import parallel
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Passage
from retrieval.tokens import Tokens

KILLS = int(os.environ.get("KILLS", "3"))
ROOT = Path(__file__).parents[2]
TOPICS = ("湿地修复", "稀土管理", "渡口改造", "校舍加固", "山洪预警", "会议")

# One process that has everything imported and forks a child for each line: starting Python each time is too slow.
LAUNCHER = """
import os, sys
from itertools import count
from pathlib import Path
from data.ingest import ingest_records
from data.records import EVERYONE
from data.store import Store
from retrieval import passages
from retrieval.engine import Engine
from retrieval.index import tiers

TOPICS = "湿地修复 稀土管理 渡口改造 校舍加固 山洪预警".split()

def row(n):
    topic, other = TOPICS[n % 5], TOPICS[n // 5 % 5]
    opening = f"12月{n % 28 + 1}日，市长祝青禾主持召开第{n}次{topic}工作会议。"
    paras = [opening, f"会议要求加快{topic}、{other}。" * (1 + n % 3)]
    return {"id": f"r{n}", "title": f"青澜市召开第{n}次{topic}工作会议", "published": "2021-12-18", "paras": paras}

def work(url, folder, first, step):
    tiers.FRESH, tiers.GROWTH, passages.BATCH = 16, 2, 7  # small, so that much is merged
    with Store.open(url) as store:
        engine = Engine(store, Path(folder))
        for start in count(first, step):
            ingest_records(store, [row(n) for n in range(start, start + step)])
            engine.prepare()
            for number in sorted(store.numbers())[start % 7 :: 9][:3]:
                store.delete(EVERYONE, number)
            engine.prepare()
            engine.close()
            print("round", flush=True)

if __name__ == "__main__":
    for line in sys.stdin:
        url, folder, first, step = line.split()
        child = os.fork()
        if child == 0:
            work(url, folder, int(first), int(step))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)
"""
FEW, MANY = 20, 260
"""Reports loaded at a time: the many go through processes of their own."""


@pytest.fixture
def launcher(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    script = tmp_path / "launcher.py"
    script.write_text(LAUNCHER, encoding="utf-8")
    command, environment = [sys.executable, "-W", "ignore", str(script)], os.environ | {"PYTHONPATH": str(ROOT)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **pipes) as process:
        yield process
        process.stdin.close()


def found(engine: Engine) -> list[list[Passage]]:
    return [engine.search(EVERYONE, topic, 300) for topic in TOPICS]


@pytest.mark.timeout(100 * max(KILLS, 3))
@pytest.mark.skipif(os.name != "posix", reason="kills a forked child")
def test_whatever_is_killed_when_the_index_equals_a_fresh_one(
    launcher: subprocess.Popen[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "FEW", 1000)  # to compare takes no processes of its own; those killed have theirs
    chance, folder, fresh = random.Random(os.environ.get("SEED", "3")), tmp_path / "kept", tmp_path / "fresh"
    Tokens(folder).terms("湿地")
    url, took = f"sqlite:///{tmp_path / 'huiwen.db'}", 0.0
    for kill in range(KILLS):
        many = kill % 5 == 4
        launcher.stdin.write(f"{url} {folder} {kill * 100_000} {MANY if many else FEW}\n")
        launcher.stdin.flush()
        child, begun = int(launcher.stdout.readline()), time.monotonic()
        if kill == 0:
            assert launcher.stdout.readline() == "round\n"
            took = time.monotonic() - begun
        time.sleep(chance.uniform(0, (6 if many else 2) * took))
        os.kill(child, signal.SIGKILL)
        while launcher.stdout.readline() != "ended\n":
            pass
        with Store.open(url) as store:
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            shutil.copy(next(folder.glob("jieba*.json")), fresh)
            right = found(Engine(store, fresh))
            assert all(right)
            assert found(Engine(store, folder)) == right, f"kill {kill}"
