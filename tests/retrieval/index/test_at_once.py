"""Searches, changes and merges at the same time: nobody sees half of anything."""

import threading
import time
from collections.abc import Callable

import pytest

from data.records import EVERYONE, PUBLIC
from retrieval.index import Entry, Index, live, tiers
from retrieval.index.segment import Segment, joined


def report(number: int, word: str = "湿地") -> Entry:
    return Entry(number, PUBLIC, [(para, [word, str(number)]) for para in range(4)])


def many(index: Index, numbers: range, times: int = 300) -> None:
    index.add(*(Entry(number, PUBLIC, [(para, ["旧"]) for para in range(times)]) for number in numbers))


def test_what_changes_while_segments_are_joined_stays_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index()
    changes: list[Callable[[], object]] = [
        lambda: index.remove(1),
        lambda: index.add(report(2)),
        lambda: index.add(report(7)),
        lambda: index.add(Entry(8, PUBLIC, [])),
    ]

    def joined_amid_changes(a: Segment, b: Segment) -> Segment:
        while changes:
            changes.pop()()
        return joined(a, b)

    monkeypatch.setattr(Index, "_merge_aside", lambda _: None)
    many(index, range(1, 5))
    many(index, range(5, 7), times=tiers.FRESH)
    monkeypatch.setattr(live, "joined", joined_amid_changes)
    index.settle()
    assert not changes
    assert index.reports() == {2, 3, 4, 5, 6, 7}
    assert len(index) == 2 * 4 + 2 * 300 + 2 * tiers.FRESH
    assert {number for number, _, _ in index.search(EVERYONE, ["湿地"], 100)} == {2, 7}
    assert {number for number, _, _ in index.search(EVERYONE, ["旧"], 5000)} == {3, 4, 5, 6}


def test_a_report_is_seen_whole_or_not_at_all_by_those_who_search_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "FRESH", 16)
    index, done, halves = Index(), threading.Event(), []

    def search() -> None:
        while not done.is_set():
            found = [number for number, _, _ in index.search(EVERYONE, ["湿地"], 1000)]
            halves.extend(number for number in set(found) if found.count(number) != 4)

    readers = [threading.Thread(target=search) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(400):
        index.add(report(number))
        index.add(report(number // 2))
        if number % 3 == 0:
            index.remove(number)
    done.set()
    for reader in readers:
        reader.join()
    assert halves == []
    assert index.reports() == {n for n in range(400) if n % 3 or n < 200}


def test_merging_aside_leaves_few_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "FRESH", 8)
    index = Index()
    for number in range(300):
        index.add(report(number))
    deadline = time.monotonic() + 10
    while len(index._snapshot.segments) > 5 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(index._snapshot.segments) <= 5
