"""Words → ranked paragraphs of the store, with no understanding: what `search` shows and haystack topics start from."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data.records import TITLE, Reader, Stored
from data.store import Store
from retrieval.catalogue.catalogue import Catalogue
from retrieval.index import Entry, Index
from retrieval.records import Passage
from retrieval.tokens import Tokens

_BATCH = 1000
"""Reports put into the index at a time."""
FIELDS = 2
"""How often the words of title and meeting count for each paragraph."""


class Passages:
    """The index over a store, kept in `folder`, built when it is first needed and caught up when the store changed."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._tokens = Tokens(folder)
        self._index: Index | None = None
        self._generation = -1
        self._lock = threading.Lock()

    @property
    def ready(self) -> bool:
        """Whether a search would answer at once."""
        return self._index is not None

    def prepare(self, catalogue: Catalogue, generation: int) -> None:
        """Load or build the index, and bring it to `generation` of the store, which `catalogue` shows.

        Raises:
            StoreError: the store fails.
            OSError: the index cannot be kept in the folder.
        """
        with self._lock:
            if generation == self._generation:
                return
            index, since = (self._index, self._generation) if self._index else self._saved()
            known = catalogue.numbers
            for number in (index.reports() - known) | (index.reports() & self._store.revised(since)):
                index.remove(number)
            missing = known - index.reports()
            self._fill(index, missing)
            if missing:
                index.settle()
                index.save(self._folder / "index", str(generation))
            self._index, self._generation = index, generation

    def search(self, reader: Reader, text: str, k: int, catalogue: Catalogue) -> list[Passage]:
        """The best `k` paragraphs for the words of `text`; titles are paragraph -1. Empty until prepared."""
        if self._index is None:
            return []
        terms = [*self._tokens.terms(text), *self._tokens.bigrams(text)]
        cards = {card.number: card for card in catalogue.cards}
        found = []
        for hit in self._index.search(reader, terms, k):
            stored = self._store.get(reader, hit.number)
            if stored is not None and hit.number in cards:
                words = stored.report.text(hit.para)
                found.append(Passage(hit.number, stored.report.id, hit.para, hit.score, words, stored.report.title))
        return found

    def _saved(self) -> tuple[Index, int]:
        """The index on disk, and the generation that it shows."""
        loaded = Index.load(self._folder / "index")
        return (loaded[0], int(loaded[1])) if loaded else (Index(), -1)

    def _fill(self, index: Index, missing: frozenset[int]) -> None:
        if not missing:
            return
        batch: list[Entry] = []
        for stored in self._store.everything(min(missing) - 1):
            if stored.number in missing:
                batch.append(self._entry(stored))
            if len(batch) >= _BATCH:
                index.add(*batch)
                batch = []
        if batch:
            index.add(*batch)

    def _entry(self, stored: Stored) -> Entry:
        return Entry(stored.number, stored.collection, tuple(self._paragraphs(stored)), _day(stored))

    def _paragraphs(self, stored: Stored) -> Iterator[tuple[int, list[str]]]:
        meeting = stored.facts.meeting
        names = [person.name for person in stored.facts.attendance] + [name for name in (meeting.body,) if name]
        heading = self._tokens.terms(f"{stored.report.title} {meeting.name or ''}", names)
        yield TITLE, [*heading, *self._tokens.bigrams(stored.report.title)]
        for para, text in enumerate(stored.report.paras):
            yield para, [*self._tokens.terms(text, names), *self._tokens.bigrams(text), *heading * FIELDS]


def _day(stored: Stored) -> date | None:
    try:
        return date.fromisoformat(stored.facts.meeting.date or stored.report.published or "")
    except ValueError:
        return None
