"""The inbox loses and repeats nothing; the memory keeps until it is told or the time is over."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from data.store import Store
from data.store.inbox import REPEAT, Inbox
from data.store.memory import Memory


class Clock:
    """A clock that stands until moved."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds

    def day(self) -> datetime:
        return datetime.fromtimestamp(self.seconds, UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_updates_wait_in_order_until_done_even_over_a_restart(url, clock) -> None:
    with Store.open(url) as store:
        inbox = Inbox(store, clock)
        assert inbox.put([(10, '{"a":1}'), (11, '{"b":2}'), (9, '{"c":3}')]) == 3
        inbox.done(inbox.pending(1)[0].row)
    with Store.open(url) as store:
        waiting = Inbox(store, clock).pending(10)
    assert [(update.update_id, update.payload) for update in waiting] == [(11, '{"b":2}'), (9, '{"c":3}')]


def test_an_update_sent_again_is_one_update_done_or_not(store, clock) -> None:
    inbox = Inbox(store, clock)
    assert inbox.put([(7, "x"), (7, "x")]) == 1
    inbox.done(inbox.pending()[0].row)
    clock.seconds += REPEAT - 1
    assert inbox.put([(7, "x")]) == 0
    assert inbox.pending() == []


def test_an_old_id_met_again_after_two_days_is_a_new_update(store, clock) -> None:
    inbox = Inbox(store, clock)
    inbox.put([(7, "question")])
    inbox.done(inbox.pending()[0].row)
    clock.seconds += REPEAT + 1
    assert inbox.put([(7, "another question"), (3, "lower id")]) == 2
    assert [update.payload for update in inbox.pending()] == ["another question", "lower id"]


def test_pruning_forgets_only_what_is_done_and_old(store, clock) -> None:
    inbox = Inbox(store, clock)
    inbox.put([(1, "waits"), (2, "done")])
    inbox.done(inbox.pending()[1].row)
    assert inbox.prune() == 0
    clock.seconds += REPEAT
    assert inbox.prune() == 1
    assert [update.payload for update in inbox.pending()] == ["waits"]


def test_half_a_character_in_an_update_does_not_stop_the_queue(store, clock) -> None:
    inbox = Inbox(store, clock)
    assert inbox.put([(1, json.dumps("a\ud83db", ensure_ascii=False)), (2, '"b"')]) == 2
    assert [json.loads(update.payload) for update in inbox.pending()] == ["a\ud83db", "b"]


def test_many_threads_may_put_and_finish_at_once(store, clock) -> None:
    inbox = Inbox(store, clock)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda n: inbox.put([(n // 2, str(n))]), range(60))) == 30
        list(pool.map(lambda update: inbox.done(update.row), inbox.pending(100)))
    assert inbox.pending() == []


def test_memory_keeps_the_last_value_by_space_and_key(url) -> None:
    with Store.open(url) as store:
        memory = Memory(store)
        memory.put("context", "1", "old")
        memory.put("context", "1", "new")
        memory.put("buttons", "1", "other")
    with Store.open(url) as store:
        memory = Memory(store)
        assert (memory.get("context", "1"), memory.get("buttons", "1")) == ("new", "other")
        memory.drop("context", "1")
        memory.drop("context", "never there")
        assert (memory.get("context", "1"), memory.get("buttons", "1")) == (None, "other")


def test_memory_forgets_when_the_time_is_over(store, clock) -> None:
    memory = Memory(store, clock.day)
    memory.put("button", "a", "1", expires=clock.day() + timedelta(hours=1))
    memory.put("button", "b", "2")
    assert memory.get("button", "a") == "1"
    clock.seconds += 3600
    assert memory.get("button", "a") is None
    assert memory.prune() == 1
    assert memory.get("button", "b") == "2"
