"""The best paragraphs of some segments: blocks that cannot hold one are left out unread (block-max pruning)."""

import numpy as np

from retrieval.index.allowed import Allowed, allowed_at
from retrieval.index.blocks import KINDS, TOP, Lists, lists_at
from retrieval.index.bounds import SCALE, bounds_of, choose, level_of
from retrieval.index.formula import Statistics, idf
from retrieval.index.handles import ints
from retrieval.index.kernels import Floats, Ints, Longs, compiled, locate
from retrieval.index.scoring import SAFETY, Best, Places, Query, floor_of, room_for
from retrieval.index.visiting import visit

ROW = (*KINDS, *[np.int32] * 5)
"""A segment as `handles`: its lists, its terms, how many paragraphs hold each; of its paragraphs the report numbers,
their own numbers and lengths."""

STEP = SCALE // 32
"""What has to be reached is lowered by halves until it is so near to what will have to be."""

FEW = 4096
"""So few bounds are looked at one by one for the highest."""


@compiled
def rank(
    segments: Longs, drifts: Floats, filters: Longs, statistics: Statistics, wanted: Ints, scores: Floats, best: Ints
) -> int:
    """Rank the paragraphs that the filters let through into `scores` and `best` (report, paragraph); how many.

    A posting brings at most its part of the weight times its segment's drift. A paragraph's sum is taken in the order
    of the weights, so that equal paragraphs have equal scores to the last bit.
    """
    rows, holding, count = np.empty((len(segments), len(wanted)), np.int32), np.zeros(len(wanted), np.int64), 0
    for s in range(len(segments)):
        locate(wanted, ints(segments[s], 8), ints(segments[s], 9), rows[s], holding)
    for s in range(len(segments)):
        allowed, query = allowed_at(filters[s]), _ordered(rows[s], holding, statistics, drifts[s])
        if len(query[0]) and len(allowed.blocks):
            places = ints(segments[s], 10), ints(segments[s], 11), ints(segments[s], 12)
            count = _rank(lists_at(segments[s]), places, allowed, query, (scores, best), count)
    return count


@compiled
def _rank(lists: Lists, places: Places, allowed: Allowed, query: Query, best: Best, count: int) -> int:
    """The same for one segment, `count` being in already."""
    bounds, tops = bounds_of(lists, len(places[2]), allowed, query[0], query[2])
    level = max(level_of(bounds if len(bounds) < FEW else tops, len(best[0])), floor_of(best, count, query))
    chosen, room = np.empty(len(bounds), np.int32), room_for(len(query[0]))
    while True:
        some = chosen[: choose(bounds, tops, level, chosen)]
        count = visit(lists, places, allowed, query, bounds, some, room, best, count)
        floor = floor_of(best, count, query)
        if level <= floor:
            return count
        level = (level + floor) // 2 if level - floor > STEP else floor


@compiled
def _ordered(rows: Ints, holding: Longs, statistics: Statistics, drift: float) -> Query:
    documents, gain, base, slope = statistics
    there, weights, many = np.empty(len(rows), np.int32), np.empty(len(rows)), 0
    for t in range(len(rows)):
        if rows[t] >= 0:
            weight, at = idf(documents, holding[t]) * gain, many
            while at > 0 and weights[at - 1] < weight:
                there[at], weights[at] = there[at - 1], weights[at - 1]
                at -= 1
            there[at], weights[at] = rows[t], weight
            many += 1
    scale, steps = SCALE / (weights[:many].sum() * drift), np.empty(many, np.int32)
    for t in range(many):
        steps[t] = int(weights[t] * drift * scale * SAFETY / TOP) + 1
    return there[:many], weights[:many], steps, scale, base, slope
