"""Blocks are visited: their paragraphs have bounds of their own, and those that reach high enough are scored."""

import numpy as np

from retrieval.index.allowed import CHUNK, Allowed
from retrieval.index.blocks import BLOCK, LEAP, Lists, leaps_in
from retrieval.index.bounds import level_of, reaching
from retrieval.index.kernels import Ints, Longs, compiled, seek
from retrieval.index.machine import lowest
from retrieval.index.scoring import BATCH, Best, Places, Query, Room, floor_of, keep, score


@compiled
def visit(
    lists: Lists,
    places: Places,
    allowed: Allowed,
    query: Query,
    bounds: Ints,
    chosen: Ints,
    room: Room,
    best: Best,
    count: int,
) -> int:
    """Keep the best paragraphs of the chosen blocks, less those that meanwhile cannot hold one.

    `count` are in already; its new value is returned.
    """
    starts, at = lists.where[query[0]], 0
    while at < len(chosen):
        floor, many, first = floor_of(best, count, query), 0, at == 0
        while at < len(chosen) and many < BATCH:
            room.batch[many] = chosen[at]
            many += -bounds[chosen[at]] >= floor
            at += 1
        _find(lists, query, allowed.blocks, many, len(places[2]), starts, room)
        bar = max(floor, level_of(room.peaks[: many * BLOCK], len(best[0]))) if first else floor
        while True:
            few = _pick(allowed, many, bar, room)
            score(lists, query, few, places[2], room)
            count = keep(places, few, room, best, count)
            floor = floor_of(best, count, query)
            if bar <= floor:
                break
            bar = floor
    return count


@compiled
def _find(lists: Lists, query: Query, blocks: Ints, many: int, paragraphs: int, starts: Longs, room: Room) -> None:
    """Find what the terms have in the batch's blocks, and add up the peaks; `starts` of rare terms move on."""
    rows, _, steps, _, _, _ = query
    batch, found, peaks, worths = room.batch, room.found, room.peaks, room.norms
    peaks[: (many * BLOCK + CHUNK - 1) // CHUNK * CHUNK] = 0
    for t in range(len(rows)):
        if starts[t] < 0:
            first = ~starts[t] * leaps_in(paragraphs) * LEAP
            for b in range(many):
                at = first + blocks[batch[b]]
                found[t, b], worths[b] = lists.bits[at], steps[t] * np.int64(lists.most[at])
            for b in range(many):
                bits, worth, some = found[t, b], np.int64(worths[b]), peaks[b * BLOCK : (b + 1) * BLOCK]
                for j in range(BLOCK):
                    some[j] += worth * ((bits >> j) & 1)
        else:
            end = lists.where[rows[t]] + lists.offsets[rows[t] + 1] - lists.offsets[rows[t]]
            for b in range(many):
                block, height = blocks[batch[b]], 0
                at = found[t, b] = starts[t] = seek(lists.docs, starts[t], end, block * BLOCK)
                while at < end and lists.docs[at] < (block + 1) * BLOCK:
                    height += lists.rises[at]
                    peaks[b * BLOCK + lists.docs[at] % BLOCK] += steps[t] * height
                    at += 1


@compiled
def _pick(allowed: Allowed, many: int, bar: int, room: Room) -> int:
    """Pick the allowed paragraphs of the batch whose peaks reach the bar, each once; how many they are."""
    few = 0
    for first in range(0, many * BLOCK, CHUNK):
        some = reaching(room.peaks[first : first + CHUNK], bar)
        while some:
            i = first + lowest(some)
            room.peaks[i], some = -1, some & (some - 1)
            b = room.batch[i // BLOCK]
            room.picked[few], room.docs[few] = i // BLOCK, allowed.blocks[b] * BLOCK + i % BLOCK
            few += (allowed.masks[b] >> (i % BLOCK)) & 1
    return few
