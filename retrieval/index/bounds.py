"""The highest that a score can be in each block, as whole numbers: these are compared many at a time."""

import numpy as np

from retrieval.index.blocks import BLOCK, TOP, Lists, blocks_in
from retrieval.index.kernels import Bytes, Floats, Ints, compiled, seek

CHUNK = 64
"""Blocks of which the highest is known, so that most are not looked at singly."""

SCALE = 1 << 22
"""The bound that stands for the highest score that there could be."""

SAFETY = 1 + 1e-6
"""Bounds are widened by this: sums in another order may differ in the last bits, and nothing may be lost."""


@compiled
def bounds_of(
    lists: Lists, paragraphs: int, spans: Ints, rows: Ints, weights: Floats, scale: float
) -> tuple[Ints, Ints]:
    """The bounds of the blocks in the spans, one after the other, and the highest of each chunk of these.

    `weights` are the most that the terms in `rows` bring; `scale` is the bound of a score of 1.
    """
    offsets, docs, _, parts, common, most, _ = lists
    bounds, blocks = np.zeros((spans[2, -1] + CHUNK - 1) // CHUNK * CHUNK, np.int32), blocks_in(paragraphs)
    for t in range(len(rows)):
        start, end, first = offsets[rows[t]], offsets[rows[t] + 1], common[rows[t]] * blocks
        step = int(weights[t] * scale * SAFETY / TOP) + 1
        if first < 0:
            _raise_rare(bounds, spans, docs[start:end], parts[start:end], step)
        else:
            _raise_common(bounds, spans, most[first : first + blocks], step)
    tops = np.empty(len(bounds) // CHUNK, np.int32)
    for chunk in range(len(tops)):
        some, top = bounds[chunk * CHUNK : (chunk + 1) * CHUNK], np.int32(0)
        for i in range(CHUNK):
            top = max(top, some[i])
        tops[chunk] = top
    return bounds, tops


@compiled
def _raise_common(bounds: Ints, spans: Ints, most: Bytes, step: int) -> None:
    """Raise the bounds by a term with ceilings, of which one is worth `step`."""
    for span in range(spans.shape[1]):
        first, last = spans[0, span], spans[1, span]
        some, ceilings = bounds[spans[2, span] - (last - first) :], most[first:last]
        for i in range(len(ceilings)):
            some[i] += step * np.int32(ceilings[i])


@compiled
def _raise_rare(bounds: Ints, spans: Ints, docs: Ints, parts: Bytes, step: int) -> None:
    """Raise the bounds by a term without ceilings."""
    at, span, raised, height = 0, 0, -1, 0
    while at < len(docs):
        span = seek(spans[1], span, spans.shape[1], docs[at] // BLOCK + 1)
        if span == spans.shape[1]:
            return
        at = seek(docs, at, len(docs), spans[0, span] * BLOCK)
        last, shift = spans[1, span] * BLOCK, spans[2, span] - spans[1, span]
        while at < len(docs) and docs[at] < last:
            block = docs[at] // BLOCK
            height *= block == raised
            part = np.int64(parts[at])
            bounds[block + shift] += max(part - height, 0) * step
            raised, height = block, max(part, height)
            at += 1


@compiled
def choose(bounds: Ints, tops: Ints, level: int, chosen: Ints) -> int:
    """Put the blocks whose bounds reach `level`, which is above 0, into `chosen`; how many they are.

    Their bounds become negative, so that they are chosen once.
    """
    many = 0
    for chunk in range(len(tops)):
        if tops[chunk] >= level:
            top = 0
            for i in range(chunk * CHUNK, (chunk + 1) * CHUNK):
                if bounds[i] >= level:
                    chosen[many], bounds[i] = i, -bounds[i]
                    many += 1
                else:
                    top = max(top, bounds[i])
            tops[chunk] = top
    return many
