"""Which paragraphs of a segment may be ranked: what the reader may read, the reports and the period asked for."""

import numpy as np

from retrieval.index.blocks import BLOCK
from retrieval.index.kernels import Ints, Longs
from retrieval.index.ranking import Allowed
from retrieval.index.segment import Segment
from retrieval.records import Period

MOST_REMEMBERED = 64
"""Filters remembered for a segment; each takes at most a dozen bytes a report."""


def allowed(
    segment: Segment, collections: frozenset[int] | None, reports: frozenset[int] | None, period: Period | None
) -> Allowed:
    """The stretches of paragraphs that may be ranked, and their spans, as `ranking` says; None stands for no limit."""
    key = (collections, reports, period)
    known = segment.stretches.get(key)
    if known is None:
        known = _stretches(segment, _chosen(segment, collections, reports, period))
        if len(segment.stretches) >= MOST_REMEMBERED:
            segment.stretches.clear()
        segment.stretches[key] = known
    return known


def _chosen(
    segment: Segment, collections: frozenset[int] | None, reports: frozenset[int] | None, period: Period | None
) -> Longs:
    """The places of the reports in the segment's table, ascending."""
    table = segment.table
    places: Longs = np.arange(len(table.reports)) if reports is None else _among(table.reports, reports)
    places = places[segment.alive[table.first[places]] == 1]
    if collections is not None:
        places = places[np.isin(table.collections[places], list(collections))]
    if period is not None:
        days = table.days[places]
        places = places[(period.start.toordinal() <= days) & (days <= period.end.toordinal())]
    return places


def _among(there: Ints, wanted: frozenset[int]) -> Longs:
    """Where the wanted are among those that are there, which ascend."""
    if len(there) < len(wanted):
        return np.flatnonzero([number in wanted for number in there.tolist()])
    numbers = np.sort(np.fromiter(wanted, np.int64, len(wanted)))
    at: Longs = there.searchsorted(numbers)
    found: Longs = at[there.take(at, mode="clip") == numbers]
    return found


def _stretches(segment: Segment, places: Longs) -> Allowed:
    """Their paragraphs; reports that lie side by side make one stretch, stretches that share a block one span."""
    first = segment.table.first
    stretches = _runs(first[places], first[places + 1])
    low, high = _runs(stretches[0] // BLOCK, (stretches[1] - 1) // BLOCK + 1)
    return stretches, np.array([low, high, np.cumsum(high - low)], np.int32)


def _runs(lows: Ints, highs: Ints) -> Ints:
    """Ranges from low to high, both ascending, with those that touch or overlap made one."""
    apart = lows[1:] > highs[:-1]
    edge = [True] * (len(lows) > 0)
    return np.array([lows[np.append(edge, apart).astype(bool)], highs[np.append(apart, edge).astype(bool)]], np.int32)
