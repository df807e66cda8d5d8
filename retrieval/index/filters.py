"""Which paragraphs of a segment may be ranked: what the reader may read, the reports and the period asked for."""

import numpy as np

from retrieval.index.allowed import Allowed, allowing
from retrieval.index.kernels import Ints, Longs
from retrieval.index.segment import Segment
from retrieval.records import Period

MOST_REMEMBERED = 64
"""Filters remembered for a segment; each takes at most ten bytes for sixteen paragraphs."""


Filter = tuple[frozenset[int] | None, frozenset[int] | None, Period | None]
"""The collections that the reader may read, the reports and the period asked for; None stands for no limit."""


def allowed(segment: Segment, wanted: Filter) -> Allowed:
    """What may be ranked of the segment."""
    known = segment.let_through.get(wanted)
    if known is None:
        chosen, first = _chosen(segment, *wanted), segment.table.first
        known = allowing(first[chosen], first[chosen + 1], len(segment.alive))
        if len(segment.let_through) >= MOST_REMEMBERED:
            segment.let_through.clear()
        segment.let_through[wanted] = known
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
