"""Words → ranked paragraphs of the store, with no understanding: what `search` shows."""

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from data.ingest.parallel import spread
from data.records import Reader
from data.store import Store
from retrieval.catalogue.catalogue import Catalogue
from retrieval.index import Index
from retrieval.indexing import Text, batch_of, text_of
from retrieval.records import Passage
from retrieval.tokens import Tokens

Progress = Callable[[int, int], None]
"""Told how many reports are in the index, and how many will be, while many are put in."""

BATCH = 50
"""Reports that are cut and put into the index at a time; more are waited for longer when the program is to stop."""
RANKED = 200
"""Paragraphs of the meetings asked about that are ranked."""
UNSAVED = 0.01
"""Which part of the reports may have changed before the index, which is written whole, is saved again."""
_LOG = logging.getLogger(__name__)


class Passages:
    """The index over a store, kept in `folder`, built when it is first needed and caught up when the store changed."""

    def __init__(self, store: Store, folder: Path, progress: Progress = lambda _done, _total: None) -> None:
        self._store = store
        self._folder = folder / "index"
        self._progress = progress
        self._tokens = Tokens(folder)
        self._index: Index | None = None
        self._generation = -1
        self._unsaved = 0
        self._lock = threading.Lock()

    @property
    def ready(self) -> bool:
        """Whether a search would answer at once."""
        return self._index is not None

    def prepare(self, generation: int, catalogue: Catalogue) -> None:
        """Load or build the index, and bring it to `generation` of the store, which `catalogue` shows.

        While one thread catches up, the others search what is there.

        Raises:
            StoreError: the store fails.
        """
        if generation == self._generation or not self._lock.acquire(blocking=not self.ready):
            return
        try:
            if generation != self._generation:
                self._catch_up(generation, catalogue.numbers)
        finally:
            self._lock.release()

    def search(self, reader: Reader, text: str, k: int) -> list[Passage]:
        """The best `k` paragraphs for the words of `text`; titles are paragraph -1. Empty until prepared."""
        if self._index is None:
            return []
        found = []
        for number, para, score in self._index.search(reader, self._tokens.terms(text), k):
            stored = self._store.get(reader, number)
            if stored is not None:
                words = stored.report.text(para)
                found.append(Passage(number, stored.report.id, para, score, words, stored.report.title))
        return found

    def scores(self, reader: Reader, text: str, reports: Collection[int]) -> dict[tuple[int, int], float]:
        """The score of each paragraph of `reports` that holds a word of `text`; empty until prepared."""
        if self._index is None:
            return {}
        hits = self._index.search(reader, self._tokens.terms(text), RANKED, reports)
        return {(number, para): score for number, para, score in hits}

    def close(self) -> None:
        """Keep on disk what changed since; an index still being made is left, so that a stop is quick."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            if self._index is not None and self._unsaved:
                self._save(self._index)
        finally:
            self._lock.release()

    def _catch_up(self, generation: int, known: frozenset[int]) -> None:
        index, since = (self._index, self._generation) if self._index else self._saved()
        gone = (index.reports() - known) | (index.reports() & self._store.revised(since))
        for number in gone:
            index.remove(number)
        missing = known - index.reports()
        self._fill(index, missing)
        self._index, self._generation, self._unsaved = index, generation, self._unsaved + len(gone) + len(missing)
        if self._unsaved > UNSAVED * len(known):
            self._save(index)

    def _fill(self, index: Index, missing: frozenset[int]) -> None:
        done, wanted = 0, self._store.everything(min(missing) - 1) if missing else iter(())
        texts = (text_of(stored) for stored in wanted if stored.number in missing)
        for batch in spread(partial(batch_of, self._tokens), _batches(texts)):
            index.put(batch)
            done += len(batch.numbers)
            self._progress(done, len(missing))

    def _saved(self) -> tuple[Index, int]:
        """The index on disk and the generation that it shows; an empty one where there is none of this store."""
        loaded = Index.load(self._folder)
        if loaded is not None:
            index, note = loaded
            made_from, _, generation = note.rpartition(" ")
            if made_from == self._origin() and int(generation) <= self._store.generation():
                return index, int(generation)
        return Index(), -1

    def _save(self, index: Index) -> None:
        index.settle()
        try:
            index.save(self._folder, f"{self._origin()} {self._generation}")
        except OSError as error:  # the next start takes longer, no more
            _LOG.warning("the index cannot be kept: %s", error)
        else:
            self._unsaved = 0

    def _origin(self) -> str:
        """What an index must have been made from and how, to be of use here."""
        return f"{self._store.identity()} {self._tokens.mark}"


def _batches(texts: Iterator[Text]) -> Iterator[Sequence[Text]]:
    while batch := list(islice(texts, BATCH)):
        yield batch
