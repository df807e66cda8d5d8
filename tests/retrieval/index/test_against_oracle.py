"""Whatever was added, replaced, removed and merged, the index ranks as rank_bm25 does over what is left."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from data.records import PUBLIC, Reader
from retrieval.index import Entry, Hit, Index, narrowing, tiers
from retrieval.index.formula import Formula
from retrieval.records import Period

WORDS = [chr(0x4E00 + i) for i in range(30)]
COLLECTIONS = (PUBLIC, "chat:1", "chat:2")
FIRST_DAY = date(2024, 1, 1)
ALL = Reader(frozenset(COLLECTIONS))

words = st.sampled_from(WORDS)
entries = st.builds(
    Entry,
    number=st.integers(1, 25),
    collection=st.sampled_from(COLLECTIONS),
    paragraphs=st.lists(st.lists(words, max_size=8), max_size=5).map(lambda paras: list(enumerate(paras, start=-1))),
    day=st.none() | st.integers(0, 9).map(lambda days: FIRST_DAY + timedelta(days)),
)


def expected(entries: Sequence[Entry], query: Sequence[str], seen: set[int]) -> list[Hit]:
    """Every paragraph of the `seen` reports with a score, best first, by rank_bm25's own get_scores over `entries`."""
    rows = [(entry.number, para, terms) for entry in entries for para, terms in entry.paragraphs]
    if not any(terms for _, _, terms in rows):
        return []
    scores = Formula([terms for _, _, terms in rows]).get_scores(query)
    hits = [(number, para, score) for (number, para, _), score in zip(rows, scores, strict=True)]
    return sorted(
        (hit for hit in hits if hit[2] > 0 and hit[0] in seen),
        key=lambda hit: (-hit[2], *hit[:2]),
    )


def agree(found: list[Hit], right: list[Hit], k: int) -> None:
    """Equal scores place by place, each paragraph with the score that the oracle gives it; no order among near ties."""
    assert [hit[2] for hit in found] == pytest.approx([hit[2] for hit in right[:k]], rel=1e-6)
    scores = {hit[:2]: hit[2] for hit in right}
    assert [hit[2] for hit in found] == pytest.approx([scores[hit[:2]] for hit in found], rel=1e-6)
    assert len({hit[:2] for hit in found}) == len(found)


class LiveIndex(RuleBasedStateMachine):
    """Segments are kept tiny, so that few steps make many and join them."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(tiers, "FRESH", 6)
        self.patch.setattr(tiers, "GROWTH", 2)
        self.patch.setattr(narrowing, "SMALL", 0)
        self.patch.setattr(narrowing, "FEW", 1)
        for aside in ("_merge_aside", "_narrow_aside"):  # in a thread of its own it would not be repeatable
            self.patch.setattr(Index, aside, lambda *_: None)
        self.index = Index()
        self.kept: dict[int, Entry] = {}

    def teardown(self) -> None:
        self.patch.undo()

    @rule(entry=entries)
    def add_or_replace(self, entry: Entry) -> None:
        self.index.add(entry)
        self.kept[entry.number] = entry

    @rule(many=st.lists(entries, max_size=6))
    def add_many(self, many: list[Entry]) -> None:
        self.index.add(*many)
        self.kept.update((entry.number, entry) for entry in many)

    @rule(number=st.integers(1, 25))
    def remove(self, number: int) -> None:
        entry = self.kept.pop(number, None)
        assert self.index.remove(number) == bool(entry and entry.paragraphs)

    @rule()
    def settle(self) -> None:
        self.index.settle()

    @rule(query=st.lists(words, min_size=1, max_size=6), k=st.integers(1, 12))
    def ask(self, query: list[str], k: int) -> None:
        agree(self.index.search(ALL, query, k), expected([*self.kept.values()], query, set(self.kept)), k)

    @rule(
        query=st.lists(words, min_size=1, max_size=4),
        collections=st.sets(st.sampled_from(COLLECTIONS)),
        reports=st.none() | st.sets(st.integers(0, 30)),
        days=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
        narrowed=st.booleans(),
    )
    def ask_within(
        self,
        query: list[str],
        collections: set[str],
        reports: set[int] | None,
        days: tuple[int, int] | None,
        narrowed: bool,
    ) -> None:
        period = days and Period(FIRST_DAY + timedelta(min(days)), FIRST_DAY + timedelta(max(days)))
        seen = {
            number
            for number, entry in self.kept.items()
            if entry.collection in collections
            and (reports is None or number in reports)
            and (not period or (entry.day is not None and period.holds(entry.day)))
        }
        reader, some = Reader(frozenset(collections)), None if reports is None else frozenset(reports)
        if narrowed:
            self.index.narrow((self.index._readable(reader), some, period or None))
        found = self.index.search(reader, query, 10, reports=some, period=period or None)
        agree(found, expected([*self.kept.values()], query, seen), 10)

    @invariant()
    def knows_what_it_holds(self) -> None:
        kept = {number for number, entry in self.kept.items() if entry.paragraphs}
        assert self.index.reports() == kept
        assert len(self.index) == sum(len(entry.paragraphs) for entry in self.kept.values())


LiveIndex.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestLiveIndex = LiveIndex.TestCase


def made_up(rng: random.Random, number: int) -> Entry:
    """A report whose words are as unevenly frequent as those of a language."""
    ranks = (int(rng.paretovariate(0.7)) for _ in range(1_000_000))
    lengths = [rng.randint(1, 40) for _ in range(rng.randint(1, 8))]
    return Entry(number, PUBLIC, [(i, [str(next(ranks) % 5000) for _ in range(n)]) for i, n in enumerate(lengths)])


def churned(rng: random.Random, changes: int, numbers: int) -> Iterator[tuple[int, Entry | None]]:
    for _ in range(changes):
        number = rng.randrange(numbers)
        yield number, made_up(rng, number) if rng.random() < 0.7 else None


def some_of(rng: random.Random, numbers: Sequence[int]) -> set[int]:
    """Here and there, or side by side."""
    many = len(numbers) // rng.choice([2, 20, 200])
    start = rng.randrange(len(numbers) - many)
    return set(rng.choice([rng.sample(numbers, many), numbers[start : start + many]]))


def test_ten_thousand_changes_leave_the_scores_of_a_fresh_oracle() -> None:
    rng, index, kept = random.Random(11), Index(), {}
    for number, entry in churned(rng, changes=10_000, numbers=3_000):
        if entry:
            index.add(entry)
            kept[number] = entry
        else:
            index.remove(number)
            kept.pop(number, None)
    places = [(number, para) for number, entry in kept.items() for para, _ in entry.paragraphs]
    at = {place: i for i, place in enumerate(places)}
    assert len(index) == len(places) > 8_000
    assert any(segment.lists.most.size for segment in index._snapshot.segments), "no segment is large enough to prune"
    oracle = Formula([terms for entry in kept.values() for _, terms in entry.paragraphs])
    for attempt in range(1_000):
        query = [str(int(rng.paretovariate(0.7)) % 5000) for _ in range(rng.randint(1, 6))]
        scores = oracle.get_scores(query)
        seen = frozenset(some_of(rng, sorted(kept))) if attempt % 2 else None
        if seen is not None:
            if attempt % 4 == 1:
                index.narrow((None, seen, None))
            scores[[number not in seen for number, _ in places]] = 0.0
        found = index.search(ALL, query, 10, reports=seen)
        best = np.sort(scores)[::-1][: len(found)]
        assert len(found) == min(10, int((scores > 0).sum()))
        assert [hit[2] for hit in found] == pytest.approx(list(best), rel=1e-6)
        assert [scores[at[hit[:2]]] for hit in found] == pytest.approx(list(best), rel=1e-6)
