"""The index: add, remove, search; any engine that offers these three can stand in for it."""

import heapq
import threading
from collections import Counter
from collections.abc import Collection, Sequence

from data.records import Reader
from retrieval.index.entries import Entry, Hit
from retrieval.index.formula import K1, B, idf
from retrieval.records import Period

Place = tuple[int, int]


class Index:
    """Paragraphs ranked by rank_bm25's formula with the statistics of this moment.

    Reports come and go without a rebuild; the paragraphs of a report come or go all at once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: dict[int, Entry] = {}
        self._postings: dict[str, dict[Place, int]] = {}
        self._lengths: dict[Place, int] = {}
        self._total = 0

    def __len__(self) -> int:
        """The number of paragraphs."""
        return len(self._lengths)

    def add(self, entry: Entry) -> None:
        """Put a report in, in place of the one with the same number."""
        with self._lock:
            self._remove(entry.number)
            self._entries[entry.number] = entry
            for para, terms in entry.paragraphs:
                place = (entry.number, para)
                self._lengths[place] = len(terms)
                self._total += len(terms)
                for term, times in Counter(terms).items():
                    self._postings.setdefault(term, {})[place] = times

    def remove(self, number: int) -> bool:
        """Take a report out; False when it is not there."""
        with self._lock:
            return self._remove(number)

    def search(
        self,
        reader: Reader,
        terms: Sequence[str],
        k: int,
        reports: Collection[int] | None = None,
        period: Period | None = None,
    ) -> list[Hit]:
        """The best `k` paragraphs that hold one of `terms`, best first, equal ones by report number and paragraph.

        A term given twice counts twice. Only what `reader` may read is looked at, and of that only `reports` and those
        dated within `period`, when given. Nothing fits: the empty list.
        """
        with self._lock:
            allowed = self._allowed(reader, reports, period)
            scores: dict[Place, float] = {}
            for term in terms:
                self._score(term, allowed, scores)
        best = heapq.nsmallest(k, scores.items(), key=lambda item: (-item[1], item[0]))
        return [Hit(number, para, score) for (number, para), score in best]

    def _score(self, term: str, allowed: set[int], scores: dict[Place, float]) -> None:
        postings = self._postings.get(term, {})
        weight = idf(len(self._lengths), len(postings)) * (K1 + 1)
        for place, times in postings.items():
            if place[0] in allowed:
                norm = K1 * (1 - B + B * self._lengths[place] * len(self._lengths) / self._total)
                scores[place] = scores.get(place, 0.0) + weight * times / (times + norm)

    def _allowed(self, reader: Reader, reports: Collection[int] | None, period: Period | None) -> set[int]:
        return {
            number
            for number, entry in self._entries.items()
            if entry.collection in reader.collections
            and (reports is None or number in reports)
            and (period is None or (entry.day is not None and period.holds(entry.day)))
        }

    def _remove(self, number: int) -> bool:
        entry = self._entries.pop(number, None)
        if entry is None:
            return False
        for para, terms in entry.paragraphs:
            self._total -= self._lengths.pop((number, para))
            for term in set(terms):
                del self._postings[term][number, para]
                if not self._postings[term]:
                    del self._postings[term]
        return True
