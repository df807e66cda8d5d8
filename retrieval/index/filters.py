"""Which paragraphs of a segment may be ranked: what the reader may read, the reports and the period asked for."""

import numpy as np

from retrieval.index.allowed import KINDS, Allowed, Way, allowing
from retrieval.index.handles import handles
from retrieval.index.kernels import Ints, Longs
from retrieval.index.narrowing import chosen_few, narrowed
from retrieval.index.ranking import ROW
from retrieval.index.segment import Segment
from retrieval.records import Period

MOST_REMEMBERED = 64
"""Filters remembered for a segment; each takes at most ten bytes for sixteen paragraphs."""

MOST_NARROW = 4
"""Of these so many have lists of their own, an eighth of the segment's together."""

OFTEN = 16
"""Asked so often, a filter gets them."""

Filter = tuple[frozenset[int] | None, frozenset[int] | None, Period | None]
"""The collections that the reader may read, the reports and the period asked for; None stands for no limit."""

EVERYTHING: Filter = None, None, None


def way(segment: Segment, wanted: Filter) -> Way:
    """How what may be ranked of the segment is searched."""
    known = segment.let_through.get(wanted)
    if known is None:
        let = _allowed(segment, wanted)
        if len(segment.let_through) >= MOST_REMEMBERED:
            segment.let_through.clear()
        segment.let_through[wanted] = known = Way(segment.row, handles(let, KINDS), let)
    return known


def narrow(segment: Segment, wanted: Filter) -> None:
    """Have `way` lead through lists of their own, if they are worth it."""
    let = _allowed(segment, wanted)
    chosen = chosen_few(segment, let)
    if chosen.size:
        lists, places = narrowed(segment, let, chosen)
        all_of_them = allowing(np.zeros(1, np.int32), np.array([len(chosen)], np.int32), len(chosen))
        row = handles((*lists, segment.ids, segment.held, *places), ROW)
        ways = segment.let_through
        for other in [other for other, way in ways.copy().items() if way.lists is not segment.row][: 1 - MOST_NARROW]:
            ways.pop(other, None)
        ways[wanted] = Way(row, handles(all_of_them, KINDS), (lists, places, all_of_them), OFTEN)


def _allowed(segment: Segment, wanted: Filter) -> Allowed:
    chosen, first = _chosen(segment, *wanted), segment.table.first
    return allowing(first[chosen], first[chosen + 1], len(segment.alive))


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
