"""Which paragraphs of a segment may be ranked: what the reader may read, the reports and the period asked for."""

import numpy as np
from numpy.typing import NDArray

from retrieval.index.kernels import Bytes, Ints, compiled
from retrieval.index.segment import Segment
from retrieval.records import Period

MOST_MASKS = 16
"""Readers remembered for a segment; each takes a byte a paragraph."""


def allowed(
    segment: Segment, collections: frozenset[int] | None, reports: Ints | None, period: Period | None
) -> tuple[Bytes, int, int]:
    """1 for every paragraph that may be ranked, the first that may, and one past the last.

    None stands for no limit; `reports` must ascend.
    """
    readable = segment.alive if collections is None else _readable(segment, collections)
    if reports is None and period is None:
        return readable, 0, len(readable)
    chosen = _chosen(segment, reports)
    if period is not None:
        days = segment.table.days[chosen]
        chosen = chosen[(period.start.toordinal() <= days) & (days <= period.end.toordinal())]
    mask = np.zeros(len(readable), np.uint8)
    spread(chosen, segment.table.first, readable, mask)
    if not len(chosen):
        return mask, 0, 0
    return mask, int(segment.table.first[chosen[0]]), int(segment.table.first[chosen[-1] + 1])


def _readable(segment: Segment, collections: frozenset[int]) -> Bytes:
    mask = segment.masks.get(collections)
    if mask is None:
        mask = np.zeros(len(segment.alive), np.uint8)
        chosen = np.flatnonzero(np.isin(segment.table.collections, list(collections)))
        spread(chosen, segment.table.first, segment.alive, mask)
        if len(segment.masks) >= MOST_MASKS:
            segment.masks.clear()
        segment.masks[collections] = mask
    return mask


def _chosen(segment: Segment, reports: Ints | None) -> NDArray[np.int64]:
    """The places of `reports` in the segment's table; those that are not there are left out."""
    table = segment.table.reports
    if reports is None:
        return np.arange(len(table))
    at = table.searchsorted(reports)
    at[at == len(table)] = 0
    return at[table[at] == reports] if len(table) else at[:0]


@compiled
def spread(chosen: NDArray[np.int64], first: Ints, source: Bytes, mask: Bytes) -> None:
    """Copy the paragraphs of the chosen reports from `source` to `mask`."""
    for report in chosen:
        for doc in range(first[report], first[report + 1]):
            mask[doc] = source[doc]
