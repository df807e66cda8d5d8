"""The index as it is at one moment: readers hold it as long as they like, whatever the writer does meanwhile."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from retrieval.index.allowed import Way
from retrieval.index.entries import Hit
from retrieval.index.filters import MOST_REMEMBERED, OFTEN, Filter, way
from retrieval.index.formula import Formula, Statistics
from retrieval.index.kernels import Floats, Longs
from retrieval.index.ranking import rank
from retrieval.index.segment import Segment


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Segments, no report alive in two of them, and the formula with the statistics of all that is alive.

    `drifts` say how much more than its parts say a term can be worth in each, now that the mean length is another.
    `ways` are remembered for filters: those of all segments, and their lists and what these let through as one array.
    """

    segments: tuple[Segment, ...]
    drifts: Floats
    documents: int
    formula: Statistics
    ways: dict[Filter, tuple[Sequence[Way], Longs, Longs]] = field(default_factory=dict)

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "Snapshot":
        """The snapshot of `segments`."""
        kept = tuple(segments)
        documents = sum(segment.documents for segment in kept)
        formula = Formula.of(documents, sum(segment.length for segment in kept))
        drifts = np.array([max(1.0, formula.mean / segment.average) for segment in kept], np.float64)
        return cls(kept, drifts, documents, formula.statistics)

    def search(self, terms: Sequence[int], k: int, wanted: Filter, often: Callable[[Filter], object]) -> list[Hit]:
        """The best `k` for term ids, which may repeat; `often` is told of a filter that was asked so often."""
        ways, lists, through = self.ways.get(wanted) or self._remembered(wanted)
        scores, best = np.empty(k), np.empty((2, k), np.int32)
        count = rank(lists, self.drifts, through, self.formula, np.array(terms, np.int32), scores, best)
        ways[0].asked = asked = ways[0].asked + 1  # the ways are held until here: `rank` goes by where their arrays are
        if asked == OFTEN:
            often(wanted)
        return list(islice(zip(*best.tolist(), scores.tolist(), strict=True), count))

    def _remembered(self, wanted: Filter) -> tuple[Sequence[Way], Longs, Longs]:
        ways = [way(segment, wanted) for segment in self.segments]
        if len(self.ways) >= MOST_REMEMBERED:
            self.ways.clear()
        lists, through = np.array([way.lists for way in ways]), np.array([way.through for way in ways])
        self.ways[wanted] = known = ways, lists, through
        return known
