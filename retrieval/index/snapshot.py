"""The index as it is at one moment: readers hold it as long as they like, whatever the writer does meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np

from retrieval.index.entries import Hit
from retrieval.index.filters import allowed
from retrieval.index.formula import Formula
from retrieval.index.kernels import Floats, Ints, Longs, locate, rank
from retrieval.index.segment import Segment
from retrieval.records import Period

_HIT = partial(tuple.__new__, Hit)
"""A hit of three values in a third of the time that its own call takes."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Segments, no report alive in two of them, and the formula with the statistics of all that is alive."""

    segments: tuple[Segment, ...]
    documents: int
    formula: Formula
    norm: tuple[float, float]
    mean: float

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "Snapshot":
        """The snapshot of `segments`."""
        kept = tuple(segments)
        documents = sum(segment.documents for segment in kept)
        formula = Formula.of(documents, sum(segment.length for segment in kept))
        return cls(kept, documents, formula, formula.norm, formula.mean)

    def search(
        self,
        terms: Sequence[int],
        k: int,
        collections: frozenset[int] | None,
        reports: frozenset[int] | None,
        period: Period | None,
    ) -> list[Hit]:
        """The best `k` for term ids, which may repeat; the other arguments are those of `filters.allowed`."""
        times: dict[int, int] = {}
        for term in terms:
            times[term] = times.get(term, 0) + 1
        wanted, holding = np.array([*times], np.int32), np.zeros(len(times), np.int64)
        places = [_located(segment, wanted, holding) for segment in self.segments]
        weights = np.array(self.formula.weights(holding.tolist(), times.values()))
        scores, best, count = np.zeros(k), np.zeros((2, k), np.int32), 0
        base, slope = self.norm
        for segment, (found, peaks) in zip(self.segments, places, strict=True):
            stretches = allowed(segment, collections, reports, period)
            if not stretches.size:
                continue
            count = rank(
                segment.postings.docs,
                segment.postings.times,
                found,
                peaks,
                max(1.0, self.mean / segment.average),
                weights,
                segment.table.lengths,
                base,
                slope,
                stretches,
                segment.table.numbers,
                segment.table.paras,
                scores,
                best,
                count,
            )
        numbers, paras = best.tolist()
        return list(map(_HIT, islice(zip(numbers, paras, scores.tolist(), strict=True), count)))


def _located(segment: Segment, wanted: Ints, holding: Longs) -> tuple[Longs, Floats]:
    found, peaks = np.zeros((2, len(wanted)), np.int64), np.zeros(len(wanted))
    postings = segment.postings
    locate(wanted, postings.ids, postings.offsets, segment.held, postings.peaks, found, peaks, holding)
    return found, peaks
