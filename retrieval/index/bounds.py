"""The highest that a score can be in each block, as whole numbers: these are added up many at a time."""

import numpy as np

from retrieval.index.allowed import CHUNK, Allowed, padded
from retrieval.index.blocks import BLOCK, LEAP, Lists, leaps_in
from retrieval.index.kernels import Bytes, Ints, Words, compiled, seek
from retrieval.index.machine import lowest

TILE = 32 * CHUNK
"""Blocks whose bounds are added up together: they stay where the processor has them at hand."""

SCALE = 1 << 22
"""The bound that stands for the highest score that there could be."""

GRAIN = SCALE // 256
"""How near is near."""

SHIFT = np.uint32(4)
"""A paragraph shifted by this is its block. Numbers without a sign need no look whether they count from the end."""


@compiled
def bounds_of(lists: Lists, paragraphs: int, allowed: Allowed, rows: Ints, steps: Ints) -> tuple[Ints, Ints]:
    """The bounds of the allowed blocks, and the highest of each chunk; a part of 1 of the t-th row is `steps[t]`."""
    blocks, size, starts = allowed.blocks, padded(len(allowed.blocks)), lists.where[rows]
    bounds, tops = np.empty(size + 1, np.int32), np.empty(size // CHUNK, np.int32)
    for edge in range(len(allowed.edges) - 1):
        for first in range(allowed.edges[edge], allowed.edges[edge + 1], TILE):
            last = min(first + TILE, allowed.edges[edge + 1])
            bounds[first:last] = 0
            for t in range(len(rows)):
                if starts[t] < 0:
                    start = ~starts[t] * leaps_in(paragraphs) * LEAP
                    _add_common(lists.most[start:], lists.bits[start:], allowed, first, last, steps[t], bounds)
                else:
                    end = lists.where[rows[t]] + lists.offsets[rows[t] + 1] - lists.offsets[rows[t]]
                    start = seek(lists.docs, starts[t], end, blocks[first] * BLOCK)
                    stop = starts[t] = seek(lists.docs, start, end, (blocks[last - 1] + 1) * BLOCK)
                    _add_rare(lists.docs[start:stop], lists.rises[start:stop], allowed, first, last, steps[t], bounds)
    bounds[len(blocks) :] = 0
    for chunk in range(len(tops)):
        tops[chunk] = _highest(bounds[chunk * CHUNK : (chunk + 1) * CHUNK])
    return bounds, tops


@compiled
def _add_common(most: Bytes, bits: Words, allowed: Allowed, first: int, last: int, step: int, bounds: Ints) -> None:
    blocks, masks, some = allowed.blocks[first:last], allowed.masks[first:last], bounds[first:last]
    if _side_by_side(blocks):
        here = most[blocks[0] :]
        for i in range(len(some)):
            some[i] += step * np.int32(here[i])
    else:
        for i in range(len(some)):
            block = np.uint32(blocks[i])
            some[i] += step * np.int32(most[block]) * ((bits[block] & masks[i]) != 0)


@compiled
def _add_rare(docs: Ints, rises: Bytes, allowed: Allowed, first: int, last: int, step: int, bounds: Ints) -> None:
    blocks = allowed.blocks[first:last]
    if _side_by_side(blocks):
        some, start = bounds[first:last], np.uint32(blocks[0])
        for at in range(len(docs)):
            some[(np.uint32(docs[at]) >> SHIFT) - start] += step * np.int32(rises[at])
    else:
        for at in range(len(docs)):
            bounds[allowed.places[np.uint32(docs[at]) >> SHIFT]] += step * np.int32(rises[at])


@compiled
def _side_by_side(blocks: Ints) -> bool:
    return bool(blocks[-1] - blocks[0] == len(blocks) - 1)


@compiled
def _highest(bounds: Ints) -> np.int32:
    top = np.int32(0)
    for i in range(len(bounds)):
        bound = bounds[i]
        if bound > top:  # other ways to say it are not made a comparison of many at a time
            top = bound
    return top


@compiled
def level_of(bounds: Ints, n: int) -> int:
    """Nearly the highest level that `n` of the bounds reach, 1 where fewer than these are above 0."""
    low, high = 1, 2 * SCALE
    while high - low > GRAIN:
        level = (low + high) // 2
        if _reached(bounds, level) >= n:
            low = level
        else:
            high = level
    return low


@compiled
def _reached(bounds: Ints, level: int) -> int:
    many, least = 0, np.int32(level)
    for i in range(len(bounds)):
        many += bounds[i] >= least
    return many


@compiled
def choose(bounds: Ints, tops: Ints, level: int, chosen: Ints) -> int:
    """Put the blocks whose bounds reach `level` into `chosen`, once: their bounds are set to -1; how many they are."""
    many = 0
    for chunk in range(len(tops)):
        if tops[chunk] >= level:
            some = reaching(bounds[chunk * CHUNK : (chunk + 1) * CHUNK], level)
            while some:
                i = chosen[many] = chunk * CHUNK + lowest(some)
                bounds[i] = -bounds[i]
                some &= some - 1
                many += 1
    return many


@compiled
def reaching(bounds: Ints, level: int) -> int:
    """Which of a chunk reach `level`, as bits."""
    some, least = np.int64(0), np.int32(level)
    for j in range(len(bounds)):
        some |= np.int64(bounds[j] >= least) << j
    return int(some)
