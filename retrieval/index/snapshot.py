"""The index as it is at one moment: readers hold it as long as they like, whatever the writer does meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from retrieval.index.entries import Hit
from retrieval.index.filters import allowed
from retrieval.index.formula import Formula, Numbers
from retrieval.index.kernels import locate
from retrieval.index.ranking import rank
from retrieval.index.segment import Segment
from retrieval.records import Period


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Segments, no report alive in two of them, and the formula with the statistics of all that is alive.

    A segment's drift is how much more than its parts say a term can be worth, now that the mean length is another.
    """

    segments: tuple[Segment, ...]
    drifts: tuple[float, ...]
    documents: int
    formula: Numbers

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "Snapshot":
        """The snapshot of `segments`."""
        kept = tuple(segments)
        documents = sum(segment.documents for segment in kept)
        formula = Formula.of(documents, sum(segment.length for segment in kept))
        drifts = tuple(max(1.0, formula.mean / segment.average) for segment in kept)
        return cls(kept, drifts, documents, formula.numbers)

    def search(
        self,
        terms: Sequence[int],
        k: int,
        collections: frozenset[int] | None,
        reports: frozenset[int] | None,
        period: Period | None,
    ) -> list[Hit]:
        """The best `k` for term ids, which may repeat; the other arguments are those of `filters.allowed`."""
        wanted = np.array(terms, np.int32)
        rows = [np.empty(len(terms), np.int32) for _ in self.segments]  # faster than one array for all
        holding = np.zeros(len(terms), np.int64)
        for segment, row in zip(self.segments, rows, strict=True):
            locate(wanted, segment.postings.ids, segment.held, row, holding)
        scores, best, count = np.empty(k), np.empty((2, k), np.int32), 0
        for segment, drift, row in zip(self.segments, self.drifts, rows, strict=True):
            ranked = allowed(segment, collections, reports, period)
            if ranked[0].size:
                lists, places = segment.lists, segment.places
                count = rank(lists, places, ranked, self.formula, drift, row, holding, scores, best, count)
        return list(islice(zip(*best.tolist(), scores.tolist(), strict=True), count))
