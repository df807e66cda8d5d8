"""The scores of paragraphs picked, and the best of these."""

from typing import NamedTuple

import numpy as np

from retrieval.index.blocks import BLOCK, LEAP, Lists, leaps_in
from retrieval.index.kernels import Floats, Ints, Longs, compiled
from retrieval.index.machine import ones

SAFETY = 1 + 1e-6
"""Bounds are widened by this: sums in another order may differ in the last bits, and nothing may be lost."""

LEAST = 1e-300
"""Less than any score but 0."""

BATCH = 64
"""Blocks visited together, so that the processor fetches for one from memory while it reckons for another."""

Places = tuple[Ints, Ints, Ints]
"""The paragraphs' report numbers, paragraph numbers and lengths."""

Best = tuple[Floats, Ints]
"""Scores, best first, and the report and paragraph numbers that go with them."""

Query = tuple[Ints, Floats, Ints, float, float, float]
"""The rows of the terms that are there, the weightiest first; their weights; what a part of 1 adds to a bound for each;
the bound of a score of 1; the formula's base and slope."""


class Room(NamedTuple):
    """Room for one batch at a time.

    For its blocks where they are among the allowed, where each term has its postings in each (`found`: the place in
    `docs`, or the bits), and the bounds of their paragraphs (`peaks`). For the paragraphs picked of these their block's
    place in the batch, their own in the segment, their norms and their scores.
    """

    batch: Ints
    found: Longs
    peaks: Ints
    picked: Ints
    docs: Ints
    norms: Floats
    sums: Floats


@compiled
def room_for(terms: int) -> Room:
    """Room for questions of so many terms."""
    many = BATCH * BLOCK
    return Room(
        np.empty(BATCH, np.int32),
        np.empty((terms, BATCH), np.int64),
        np.empty(many, np.int32),
        np.empty(many, np.int32),
        np.empty(many, np.int32),
        np.empty(many),
        np.empty(many),
    )


@compiled
def floor_of(best: Best, count: int, query: Query) -> int:
    """The bound below which no paragraph gets in; it is above that of those without any term."""
    scores, _ = best
    return max(1, int(scores[-1] * query[3] / SAFETY)) if count == len(scores) else 1


@compiled
def score(lists: Lists, query: Query, few: int, lengths: Ints, room: Room) -> None:
    """The scores of the paragraphs picked, a term at a time: no look at memory waits for another."""
    rows, weights, _, _, base, slope = query
    for c in range(few):
        room.norms[c], room.sums[c] = base + slope * lengths[room.docs[c]], 0.0
    for t in range(len(rows)):
        start, end = lists.offsets[rows[t]], lists.offsets[rows[t] + 1]
        if lists.where[rows[t]] < 0:
            _score_common(lists, ~lists.where[rows[t]] * leaps_in(len(lengths)), start, end, weights[t], few, room, t)
        else:
            _score_rare(lists, lists.where[rows[t]], start, end, weights[t], few, room, t)


@compiled
def _score_common(lists: Lists, first: int, start: int, end: int, weight: float, few: int, room: Room, t: int) -> None:
    halves = lists.bits.view(np.int64)
    for c in range(few):
        doc = room.docs[c]
        times = lists.times[min(start + earlier(halves, lists.before, first, doc), end - 1)]
        there = (room.found[t, room.picked[c]] >> doc % BLOCK) & 1
        room.sums[c] += there * weight * times / (times + room.norms[c])


@compiled
def earlier(halves: Longs, before: Ints, first: int, doc: int) -> int:
    """How many paragraphs before `doc` have the common term whose leaps begin at `first`; two `halves` are a leap."""
    leap, bit = first + doc // (LEAP * BLOCK), doc % (LEAP * BLOCK)
    low, high, one = halves[2 * leap], halves[2 * leap + 1], 1 << bit % 64
    inner = ones(low & ((one - 1) | -(bit >> 6))) + ones(high & (one - 1) & -(bit >> 6))
    return int(before[leap] + inner)


@compiled
def _score_rare(lists: Lists, first: int, start: int, end: int, weight: float, few: int, room: Room, t: int) -> None:
    end += first - start
    for c in range(few):
        at = room.found[t, room.picked[c]]
        while at < end and lists.docs[at] < room.docs[c]:
            at += 1
        if at < end and lists.docs[at] == room.docs[c]:
            times = lists.times[at + start - first]
            room.sums[c] += weight * times / (times + room.norms[c])


@compiled
def keep(places: Places, few: int, room: Room, best: Best, count: int) -> int:
    """Put the paragraphs picked where they belong among the best so far; how many these are then."""
    numbers, paras, _ = places
    scores, names = best
    for c in range(few):
        score, at = room.sums[c], count
        if score < (scores[-1] if count == len(scores) else LEAST):
            continue
        number, para = numbers[room.docs[c]], paras[room.docs[c]]
        while at > 0 and (
            score > scores[at - 1]
            or (score == scores[at - 1] and (number, para) < (names[0, at - 1], names[1, at - 1]))
        ):
            at -= 1
        if at == len(scores):
            continue
        last = min(count, len(scores) - 1)
        for i in range(last, at, -1):
            scores[i], names[0, i], names[1, i] = scores[i - 1], names[0, i - 1], names[1, i - 1]
        scores[at], names[0, at], names[1, at] = score, number, para
        count = last + 1
    return count
