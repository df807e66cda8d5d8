"""A saved index opens as it was, or not at all."""

import os
import random
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from data.records import EVERYONE, PUBLIC
from retrieval import kept
from retrieval.index import Entry, Index, disk

WORDS = ["湿地", "稀土", "条例", "会议", "a\nb", "\ud800"]


def made_up(number: int) -> Entry:
    rng = random.Random(number)
    terms = [[rng.choice(WORDS) for _ in range(rng.randint(0, 9))] for _ in range(3)]
    return Entry(number, PUBLIC, list(enumerate(terms, start=-1)), date(2024, 1, 1 + number % 28))


def filled(numbers: range) -> Index:
    index = Index()
    index.add(*map(made_up, numbers))
    return index


def answers(index: Index) -> list[object]:
    return [index.search(EVERYONE, [word], 50) for word in WORDS]


def state_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_saved_index_opens_as_it_was(tmp_path: Path) -> None:
    index = filled(range(1, 40))
    index.remove(7)
    index.save(tmp_path / "index", "generation 3")
    opened = Index.load(tmp_path / "index")
    assert opened is not None
    assert opened[1] == "generation 3"
    assert answers(opened[0]) == answers(index)
    assert opened[0].reports() == index.reports()


def test_an_opened_index_lives_on(tmp_path: Path) -> None:
    filled(range(1, 30)).save(tmp_path, "")
    index, _ = Index.load(tmp_path) or pytest.fail("nothing opened")
    index.remove(3)
    index.add(made_up(31), Entry(4, PUBLIC, [(0, ["新词"])]))
    fresh = Index()
    fresh.add(*(made_up(number) for number in (1, 2, *range(5, 30), 31)), Entry(4, PUBLIC, [(0, ["新词"])]))
    assert answers(index) == answers(fresh)
    assert index.search(EVERYONE, ["新词"], 3) == fresh.search(EVERYONE, ["新词"], 3)


@pytest.mark.parametrize("index", [Index(), filled(range(0)), filled(range(1, 2))], ids=["new", "nothing", "one"])
def test_the_smallest_indexes_are_kept_too(tmp_path: Path, index: Index) -> None:
    index.save(tmp_path, "")
    opened = Index.load(tmp_path)
    assert opened is not None
    assert answers(opened[0]) == answers(index)


def test_a_paragraph_without_terms_is_kept(tmp_path: Path) -> None:
    index = Index()
    index.add(Entry(1, PUBLIC, [(0, [])]))
    index.save(tmp_path, "")
    opened = Index.load(tmp_path)
    assert opened is not None
    assert opened[0].reports() == {1}


def test_nothing_opens_where_nothing_was_saved(tmp_path: Path) -> None:
    assert Index.load(tmp_path / "none") is None


def test_any_damaged_or_missing_file_is_noticed(tmp_path: Path) -> None:
    filled(range(1, 10)).save(tmp_path, "")
    for path in state_files(tmp_path):
        whole = path.read_bytes()
        for broken in (b"", whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b"\0" * len(whole)):
            path.write_bytes(broken)
            assert Index.load(tmp_path) is None, path.name
        path.unlink()
        assert Index.load(tmp_path) is None, path.name
        path.write_bytes(whole)
    assert Index.load(tmp_path) is not None


@pytest.mark.parametrize("manifest", ["[]", "null", "{}", '{"version": 1}', '{"version": 1, "state": 5}'])
def test_a_manifest_that_says_nothing_is_no_index(tmp_path: Path, manifest: str) -> None:
    (tmp_path / kept.MANIFEST).write_text(manifest)
    assert Index.load(tmp_path) is None


def test_files_of_another_version_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(range(1, 4)).save(tmp_path, "")
    monkeypatch.setattr(disk, "VERSION", disk.VERSION + 1)
    assert Index.load(tmp_path) is None


def test_saving_again_leaves_one_state(tmp_path: Path) -> None:
    for last in (3, 5, 9):
        filled(range(1, last)).save(tmp_path, str(last))
    assert len(list(tmp_path.glob("state-*"))) == 1


@pytest.mark.skipif(os.name != "posix", reason="kills a forked child")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # forks while numba's threads sleep
def test_killed_while_saving_the_old_or_the_new_state_opens_whole(tmp_path: Path) -> None:
    indexes = {"old": filled(range(1, 60)), "new": filled(range(30, 90))}
    rng, outcomes = random.Random(5), set()
    begun = time.perf_counter()
    indexes["old"].save(tmp_path, "old")
    took = time.perf_counter() - begun
    for attempt in range(30):
        child = os.fork()
        if child == 0:
            indexes[("new", "old")[attempt % 2]].save(tmp_path, ("new", "old")[attempt % 2])
            os._exit(0)
        if attempt % 10 < 8:  # the others come to their end, however busy the machine is
            time.sleep(rng.uniform(0, 4 * took))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        opened = Index.load(tmp_path)
        assert opened is not None
        outcomes.add(opened[1])
        assert answers(opened[0]) == answers(indexes[opened[1]])
    assert outcomes == {"old", "new"}
