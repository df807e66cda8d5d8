"""The index as it is at one moment: readers hold it as long as they like, whatever the writer does meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from retrieval.index.allowed import KINDS as ALLOWED
from retrieval.index.allowed import Allowed
from retrieval.index.entries import Hit
from retrieval.index.filters import MOST_REMEMBERED, Filter, allowed
from retrieval.index.formula import Formula, Statistics
from retrieval.index.handles import handles
from retrieval.index.kernels import Floats, Longs
from retrieval.index.ranking import ROW, rank
from retrieval.index.segment import Segment


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Segments, no report alive in two of them, and the formula with the statistics of all that is alive.

    `rows` are the segments', `drifts` how much more than its parts say a term can be worth in each, now that the mean
    length is another. `let_through` is remembered for filters, as rows too, with what these point at.
    """

    segments: tuple[Segment, ...]
    rows: Longs
    drifts: Floats
    documents: int
    formula: Statistics
    let_through: dict[Filter, tuple[Longs, Sequence[Allowed]]] = field(default_factory=dict)

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "Snapshot":
        """The snapshot of `segments`."""
        kept = tuple(segments)
        documents = sum(segment.documents for segment in kept)
        formula = Formula.of(documents, sum(segment.length for segment in kept))
        drifts = np.array([max(1.0, formula.mean / segment.average) for segment in kept], np.float64)
        rows = np.array([segment.row for segment in kept], np.int64).reshape(len(kept), 2 * len(ROW))
        return cls(kept, rows, drifts, documents, formula.statistics)

    def search(self, terms: Sequence[int], k: int, wanted: Filter) -> list[Hit]:
        """The best `k` for term ids, which may repeat."""
        rows, _ = known = self.let_through.get(wanted) or self._filtered(wanted)
        scores, best = np.empty(k), np.empty((2, k), np.int32)
        count = rank(self.rows, self.drifts, rows, self.formula, np.array(terms, np.int32), scores, best)
        del known  # so far it kept alive what the rows point at
        return list(islice(zip(*best.tolist(), scores.tolist(), strict=True), count))

    def _filtered(self, wanted: Filter) -> tuple[Longs, Sequence[Allowed]]:
        through = [allowed(segment, wanted) for segment in self.segments]
        rows = np.array([handles(one, ALLOWED) for one in through], np.int64).reshape(len(through), 2 * len(ALLOWED))
        if len(self.let_through) >= MOST_REMEMBERED:
            self.let_through.clear()
        self.let_through[wanted] = known = rows, through
        return known
