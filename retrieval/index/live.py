"""The index: add, remove, search; any engine that offers these three can stand in for it."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.records import Reader
from retrieval.index import disk
from retrieval.index.building import Batch, Numbers, build, counted
from retrieval.index.entries import Entry, Hit
from retrieval.index.filters import EVERYTHING, Filter, narrow
from retrieval.index.memory import give_back
from retrieval.index.segment import compact, joined
from retrieval.index.snapshot import Snapshot
from retrieval.index.tiers import due, exchanged, grown
from retrieval.records import Period

MANY = 50_000
"""Paragraphs in a segment whose making takes so much memory for a while that it is worth giving back."""


class Index:
    """Paragraphs ranked by rank_bm25's formula with the statistics of this moment.

    Reports come and go without a rebuild, a report's paragraphs all at once. Any number of threads may search while
    others add and remove: a search works on the snapshot that it found, and waits for nobody.
    """

    def __init__(self) -> None:
        self._terms = Numbers()
        self._collections = Numbers()
        self._snapshot = Snapshot.of(())
        self._writing = threading.Lock()
        self._merging = threading.Lock()

    def __len__(self) -> int:
        """The number of paragraphs."""
        return self._snapshot.documents

    def __contains__(self, number: int) -> bool:
        """Whether report `number` is in; one without paragraphs never is."""
        return any(segment.holds(number) for segment in self._snapshot.segments)

    def reports(self) -> set[int]:
        """The numbers of the reports that are in."""
        return {number for segment in self._snapshot.segments for number in segment.reports()}

    def add(self, *entries: Entry) -> None:
        """Put reports in, at once for all who search; each takes the place of the one with the same number.

        A thousand at a time are put in several times as fast as one by one.
        """
        self.put(counted(entries))

    def put(self, batch: Batch) -> None:
        """`add` the reports that another process may have counted."""
        with self._writing:
            for number in batch.numbers:
                self._take_out(number)
            new = build(batch, self._terms, self._collections)
            self._snapshot = Snapshot.of(grown(self._snapshot.segments, new))
        self._merge_aside()

    def remove(self, number: int) -> bool:
        """Take a report out; False when it is not there."""
        with self._writing:
            removed = self._take_out(number)
        self._merge_aside()
        return removed

    def search(
        self,
        reader: Reader,
        terms: Sequence[str],
        k: int,
        reports: Iterable[int] | None = None,
        period: Period | None = None,
    ) -> list[Hit]:
        """The best `k` paragraphs that hold one of `terms`, best first, equal ones by report number and paragraph.

        A term given twice counts twice. Only what `reader` may read is looked at, and of that only `reports` and those
        dated within `period`, when given; the same frozen set again is quicker. Nothing fits: the empty list.
        """
        snapshot = self._snapshot  # before the collections are looked at: it must not hold any newer than those
        ids = [known for term in terms if (known := self._terms.get(term)) is not None]
        size = min(k, snapshot.documents)
        if not ids or size <= 0:
            return []
        wanted = self._readable(reader), None if reports is None else frozenset(reports), period
        return snapshot.search(ids, size, wanted, self._narrow_aside)

    def settle(self) -> None:
        """Join segments until none is worth joining; searches and writes go on meanwhile."""
        with self._merging:
            largest = 0
            while pair := due(self._snapshot.segments):
                merged = joined(*pair)
                with self._writing:
                    self._snapshot = Snapshot.of(exchanged(self._snapshot.segments, pair, merged))
                largest = max(largest, merged.documents)
            if largest >= MANY:
                give_back()

    def narrow(self, wanted: Filter) -> None:
        """Give a filter lists of its own where it lets little through; searches and writes go on meanwhile."""
        for segment in self._snapshot.segments:
            narrow(segment, wanted)
        with self._writing:
            self._snapshot = Snapshot.of(self._snapshot.segments)

    def save(self, folder: Path, note: str) -> None:
        """Write the index to `folder`, whole or not at all, with a note that says what it was made from.

        Raises:
            OSError: the disk is full, or `folder` is not ours.
        """
        segments = [compact(segment) for segment in self._snapshot.segments if segment.documents]
        disk.save(folder, disk.Saved(segments, list(self._terms), list(self._collections), note))

    @classmethod
    def load(cls, folder: Path) -> tuple["Index", str] | None:
        """The index that was saved in `folder` and the note with it; None when there is none that is sound."""
        saved = disk.load(folder)
        if saved is None:
            return None
        index = cls()
        index._terms.update(zip(saved.terms, range(len(saved.terms)), strict=True))
        index._collections.update(zip(saved.collections, range(len(saved.collections)), strict=True))
        index._snapshot = Snapshot.of(saved.segments)
        return index, saved.note

    def _merge_aside(self) -> None:
        if due(self._snapshot.segments) and not self._merging.locked():
            threading.Thread(target=self.settle, name="index-merge", daemon=True).start()

    def _narrow_aside(self, wanted: Filter) -> None:
        if wanted != EVERYTHING:
            threading.Thread(target=self.narrow, args=[wanted], name="index-narrow", daemon=True).start()

    def _take_out(self, number: int) -> bool:
        segments = self._snapshot.segments
        if number not in self:
            return False
        self._snapshot = Snapshot.of(
            segment.without(number) if segment.holds(number) else segment for segment in segments
        )
        return True

    def _readable(self, reader: Reader) -> frozenset[int] | None:
        """The reader's collections as numbers; None when that is all there are."""
        if reader.collections.issuperset(self._collections):
            return None
        known = self._collections.copy()
        return frozenset(number for name, number in known.items() if name in reader.collections)
