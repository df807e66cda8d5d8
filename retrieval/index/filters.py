"""Which paragraphs of a segment may be ranked: what the reader may read, the reports and the period asked for."""

import numpy as np

from retrieval.index.kernels import Ints, Longs
from retrieval.index.segment import Segment
from retrieval.records import Period

MOST_REMEMBERED = 64
"""Filters remembered for a segment; each takes at most a dozen bytes a report."""


def allowed(
    segment: Segment, collections: frozenset[int] | None, reports: frozenset[int] | None, period: Period | None
) -> Ints:
    """The stretches of paragraphs that may be ranked, as `kernels` says; None stands for no limit."""
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


def _stretches(segment: Segment, places: Longs) -> Ints:
    """Their paragraphs; reports that lie side by side make one stretch."""
    starts = np.flatnonzero(np.diff(places, prepend=-2) > 1)
    firsts = segment.table.first[places[starts]]
    lasts = segment.table.first[places[np.append(starts[1:], len(places))[: len(starts)] - 1] + 1]
    return np.array([firsts, lasts, np.cumsum(lasts - firsts) - (lasts - firsts)], np.int32)
