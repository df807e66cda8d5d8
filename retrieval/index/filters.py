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
    chosen = _within(segment, period) if reports is None else _among(segment, reports, period)
    if not len(chosen):
        return readable, 0, 0
    first, last = int(segment.table.first[chosen[0]]), int(segment.table.first[chosen[-1] + 1])
    if chosen[-1] - chosen[0] < len(chosen):  # side by side, as those of a period mostly are
        return readable, first, last
    mask = np.zeros(len(readable), np.uint8)
    spread(chosen, segment.table.first, readable, mask)
    return mask, first, last


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


def _within(segment: Segment, period: Period | None) -> NDArray[np.int64]:
    """The places of the reports dated within `period` in the segment's table; all without one."""
    return np.flatnonzero(_dated(segment.table.days, period))


def _among(segment: Segment, reports: Ints, period: Period | None) -> NDArray[np.int64]:
    """The places of those of `reports` that are there and dated within `period`."""
    table = segment.table
    at: NDArray[np.int64] = table.reports.searchsorted(reports)
    at = at[at < len(table.reports)]
    at = at[table.reports[at] == reports[: len(at)]]
    return at[_dated(table.days[at], period)]


def _dated(days: Ints, period: Period | None) -> NDArray[np.bool_]:
    if period is None:
        return np.ones(len(days), np.bool_)
    return (period.start.toordinal() <= days) & (days <= period.end.toordinal())


@compiled
def spread(chosen: NDArray[np.int64], first: Ints, source: Bytes, mask: Bytes) -> None:
    """Copy the paragraphs of the chosen reports from `source` to `mask`."""
    for report in chosen:
        for doc in range(first[report], first[report + 1]):
            mask[doc] = source[doc]
