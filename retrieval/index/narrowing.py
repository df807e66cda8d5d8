"""Lists of their own for the few paragraphs that a filter lets through.

One body's lie all over a segment: to look at a hundredth of its blocks takes nearly all of its memory.
"""

import numpy as np
from numpy.typing import NDArray

from retrieval.index.allowed import Allowed
from retrieval.index.blocks import BLOCK, LEAP, SMALL, Lists, leaps_in, packed
from retrieval.index.formula import Formula
from retrieval.index.kernels import Bytes, Ints, Longs, compiled
from retrieval.index.machine import lowest
from retrieval.index.merging import part_of
from retrieval.index.scoring import Places, earlier
from retrieval.index.segment import Segment

FEW = 1 / 32
"""Of a segment's paragraphs so many are few."""


def chosen_few(segment: Segment, allowed: Allowed) -> NDArray[np.intp]:
    """The allowed paragraphs; none when they are too many, or the segment too small, to be worth lists of their own."""
    bits = np.unpackbits(allowed.masks.view(np.uint8), bitorder="little").reshape(-1, BLOCK)
    blocks, places = np.nonzero(bits)
    chosen: NDArray[np.intp] = allowed.blocks[blocks].astype(np.intp) * BLOCK + places
    return chosen if len(segment.alive) >= SMALL and len(chosen) <= FEW * len(segment.alive) else chosen[:0]


def narrowed(segment: Segment, allowed: Allowed, chosen: NDArray[np.intp]) -> tuple[Lists, Places]:
    """Lists of the chosen paragraphs, a row for each term of the segment, be it empty; and these paragraphs' places."""
    table, norm = segment.table, Formula.of(1, segment.average).statistics[2:]
    moved = np.full(len(segment.alive), -1, np.int32)
    moved[chosen] = np.arange(len(chosen))
    lengths = table.lengths[chosen]
    postings = _extracted(segment.lists, moved, allowed.blocks, allowed.masks, lengths, *norm)
    return packed(*postings, len(chosen)), (table.numbers[chosen], table.paras[chosen], lengths)


@compiled
def _extracted(
    lists: Lists, moved: Ints, blocks: Ints, masks: NDArray[np.uint16], lengths: Ints, base: float, slope: float
) -> tuple[Longs, Ints, Bytes, Bytes]:
    size, end, halves = lengths.sum(), 0, lists.bits.view(np.int64)
    offsets, docs = np.zeros(len(lists.where) + 1, np.int64), np.empty(size, np.int32)
    times, parts = np.empty(size, np.uint8), np.empty(size, np.uint8)
    for row in range(len(lists.where)):
        start, stop, at = lists.offsets[row], lists.offsets[row + 1], lists.where[row]
        if at >= 0:
            for i in range(stop - start):
                if moved[lists.docs[at + i]] >= 0:
                    docs[end], times[end] = moved[lists.docs[at + i]], lists.times[start + i]
                    end += 1
        else:
            first = ~at * leaps_in(len(moved))
            for b in range(len(blocks)):
                some = np.int64(lists.bits[first * LEAP + blocks[b]] & masks[b])
                while some:
                    doc = blocks[b] * BLOCK + lowest(int(some))
                    docs[end], times[end] = moved[doc], lists.times[start + earlier(halves, lists.before, first, doc)]
                    some &= some - 1
                    end += 1
        offsets[row + 1] = end
    for i in range(end):
        parts[i] = part_of(times[i], lengths[docs[i]], base, slope)
    return offsets, docs[:end].copy(), times[:end].copy(), parts[:end].copy()
