"""The best paragraphs of a segment: blocks that cannot hold one are left out unread (block-max pruning).

What may be ranked comes as stretches of paragraphs and as the spans of blocks in which these lie: a column each with
the first and one past the last; the spans' third row says how many blocks there are up to the end of each.
"""

import numpy as np

from retrieval.index.blocks import BLOCK, LEAP, Lists, blocks_in, leaps_in
from retrieval.index.bounds import SAFETY, SCALE, bounds_of, choose
from retrieval.index.formula import Numbers, idf
from retrieval.index.kernels import Floats, Ints, Longs, compiled, seek

STEP = SCALE // 16
"""Blocks are visited from the highest bounds down in steps so wide: the first tell what the others have to reach."""

LEAST = 1e-300
"""Less than any score but 0."""

Places = tuple[Ints, Ints, Ints]
"""The paragraphs' report numbers, paragraph numbers and lengths."""

Allowed = tuple[Ints, Ints]
"""Stretches and spans."""


@compiled
def rank(
    lists: Lists,
    places: Places,
    allowed: Allowed,
    formula: Numbers,
    drift: float,
    rows: Ints,
    holding: Longs,
    scores: Floats,
    best: Ints,
    count: int,
) -> int:
    """Rank the allowed paragraphs, of which there is at least one, into `scores` and `best` (report, paragraph).

    `count` are in already; its new value is returned. A posting brings at most its part of the weight times `drift`. A
    paragraph's sum is taken in the order of the weights, so that equal paragraphs have equal scores to the last bit.
    """
    rows, weights = _ordered(rows, holding, formula)
    if len(rows) == 0:
        return count
    scale = SCALE / (weights.sum() * drift)
    bounds, tops = bounds_of(lists, len(places[2]), allowed[1], rows, weights * drift, scale)
    chosen = np.empty(len(bounds), np.int32)
    while True:
        level = max(tops.max() - STEP, floor_of(scores, count, scale))
        some = chosen[: choose(bounds, tops, level, chosen)]
        count = _visit(lists, places, allowed, formula, rows, weights, bounds, some, scale, scores, best, count)
        if level <= floor_of(scores, count, scale):
            return count


@compiled
def _ordered(rows: Ints, holding: Longs, formula: Numbers) -> tuple[Ints, Floats]:
    """The rows that are there, the weightiest first, and their weights."""
    documents, gain, _, _ = formula
    there, weights, many = np.empty(len(rows), np.int32), np.empty(len(rows)), 0
    for t in range(len(rows)):
        if rows[t] >= 0:
            weight, at = idf(documents, holding[t]) * gain, many
            while at > 0 and weights[at - 1] < weight:
                there[at], weights[at] = there[at - 1], weights[at - 1]
                at -= 1
            there[at], weights[at] = rows[t], weight
            many += 1
    return there[:many], weights[:many]


@compiled
def floor_of(scores: Floats, count: int, scale: float) -> int:
    """The bound below which no block has a paragraph that gets in; it is above that of blocks without any term."""
    return max(1, int(scores[-1] * scale / SAFETY)) if count == len(scores) else 1


@compiled
def _visit(
    lists: Lists,
    places: Places,
    allowed: Allowed,
    formula: Numbers,
    rows: Ints,
    weights: Floats,
    bounds: Ints,
    chosen: Ints,
    scale: float,
    scores: Floats,
    best: Ints,
    count: int,
) -> int:
    """Score the paragraphs of the chosen blocks, less those that meanwhile cannot get in, and keep the best.

    All in one loop: in functions of their own its parts take half as long again.
    """
    offsets, docs, times, _, common, most, before = lists
    numbers, paras, lengths = places
    stretches, spans = allowed
    _, _, base, slope = formula
    blocks, leaps = blocks_in(len(lengths)), leaps_in(len(lengths))
    starts, sums, span = offsets[rows], np.zeros(BLOCK), 0
    floor, bar = floor_of(scores, count, scale), scores[-1] if count == len(scores) else LEAST
    for i in chosen:
        if -bounds[i] < floor:
            continue
        span = seek(spans[2], span, spans.shape[1], i + 1)
        block = spans[1, span] - spans[2, span] + i
        first = block * BLOCK
        for t in range(len(rows)):
            number, end = common[rows[t]], offsets[rows[t] + 1]
            if number < 0:
                at = starts[t] = seek(docs, starts[t], end, first)
            elif most[number * blocks + block] == 0:
                continue
            else:
                at = offsets[rows[t]] + before[number * leaps + block // LEAP]
                while docs[at] < first:
                    at += 1
            while at < end and docs[at] < first + BLOCK:
                norm = base + slope * lengths[docs[at]]
                sums[docs[at] - first] += weights[t] * times[at] / (times[at] + norm)
                at += 1
        for doc in range(first, first + BLOCK):
            if sums[doc - first] >= bar:
                stretch = seek(stretches[1], 0, stretches.shape[1], doc + 1)
                if stretch < stretches.shape[1] and stretches[0, stretch] <= doc:
                    count = keep(sums[doc - first], numbers[doc], paras[doc], scores, best, count)
                    floor, bar = floor_of(scores, count, scale), scores[-1] if count == len(scores) else LEAST
        sums[:] = 0.0
    return count


@compiled
def keep(score: float, number: int, para: int, scores: Floats, best: Ints, count: int) -> int:
    """Put a paragraph where it belongs among the best so far, best first; how many there are then."""
    size = len(scores)
    at = count
    while at > 0 and (
        score > scores[at - 1] or (score == scores[at - 1] and (number, para) < (best[0, at - 1], best[1, at - 1]))
    ):
        at -= 1
    if at == size:
        return count
    last = min(count, size - 1)
    for i in range(last, at, -1):
        scores[i], best[0, i], best[1, i] = scores[i - 1], best[0, i - 1], best[1, i - 1]
    scores[at], best[0, at], best[1, at] = score, number, para
    return last + 1
