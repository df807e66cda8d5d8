"""The catalogue as the store is now: read from disk or made when first needed, caught up whenever the store changed."""

import logging
import threading
from pathlib import Path

from data.store import Store
from retrieval.catalogue import disk
from retrieval.catalogue.aliases import Aliases
from retrieval.catalogue.catalogue import Catalogue

UNSAVED = 0.01
"""Which part of the reports may have changed before the catalogue, which is written whole, is saved again."""

_LOG = logging.getLogger(__name__)


class Current:
    """The catalogue of a store and the names that administrators gave, kept in `folder`. Safe to use from many threads.

    It is saved when it was made anew and when it is closed: in between, a start catches up from what was saved.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder / "catalogue"
        self._lock = threading.Lock()
        self._unsaved = 0
        self.catalogue = Catalogue()
        self.aliases: Aliases = {}
        self.generation = -1
        """Of the store, that `catalogue` shows; -1 before the first refresh."""

    def refresh(self) -> None:
        """Catch up with the store; next to nothing when it has not changed.

        Raises:
            StoreError: the store fails.
        """
        generation = self._store.generation()
        if generation == self.generation:
            return
        with self._lock:
            if generation != self.generation:
                first = self.generation < 0
                known, since = self._saved() if first else (self.catalogue, self.generation)
                self.catalogue = self._caught_up(known, since)
                self.aliases = self._store.aliases()
                self.generation = generation
                if first:
                    self._save()

    def close(self) -> None:
        """Keep on disk what changed since; a catalogue still being made is left, so that a stop is quick."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            self._save()
        finally:
            self._lock.release()

    def _caught_up(self, known: Catalogue, since: int) -> Catalogue:
        """Reports that came or changed are put behind the others; a number is never given to another report."""
        gone = (known.numbers - self._store.numbers()) | (known.numbers & self._store.revised(since))
        caught_up = known.without(gone).with_more(self._store.changed(since))
        self._unsaved += len(gone) + len(caught_up.cards) - len(known.cards)
        return caught_up

    def _saved(self) -> tuple[Catalogue, int]:
        """The catalogue on disk and the generation that it shows; an empty one where there is none of this store."""
        loaded = disk.load(self._folder)
        if loaded is not None:
            catalogue, note = loaded
            made_from, _, generation = note.rpartition(" ")
            if made_from == self._store.identity() and int(generation) <= self._store.generation():
                return catalogue, int(generation)
        return Catalogue(), -1

    def _save(self) -> None:
        if self._unsaved <= UNSAVED * len(self.catalogue.cards):
            return
        try:
            disk.save(self._folder, self.catalogue, f"{self._store.identity()} {self.generation}")
        except OSError as error:  # the next start takes longer, no more
            _LOG.warning("the catalogue cannot be kept: %s", error)
        else:
            self._unsaved = 0
