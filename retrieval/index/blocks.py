"""Blocks of paragraphs: the most that a common term is worth in each, so that whole blocks need not be looked at."""

import numpy as np

from retrieval.index.kernels import Bytes, Ints, Longs, compiled

BLOCK = 16
"""Paragraphs in a block. Smaller ones are left out more often, larger ones are sooner gone through."""

LEAP = 8
"""Blocks from one remembered place in a term's postings to the next."""

COMMON = 128
"""A term in one of so many paragraphs or more has ceilings; the postings of a rarer one are soon gone through."""

SMALL = 4096
"""Segments of fewer paragraphs do without: making the ceilings would be half of adding a report."""

TOP = 255
"""The part of a posting that is worth its term's whole weight; rounded up, so that no posting is worth more than it."""

Lists = tuple[Longs, Ints, Bytes, Bytes, Ints, Bytes, Ints]
"""A segment's offsets, docs, times and parts, and its ceilings."""

Ceilings = tuple[Ints, Bytes, Ints]
"""For each row its number among the common terms, -1 for a rare one; and for these, one after the other, the largest
part in each block (0: none of its paragraphs has the term), and for every `LEAP`th how many postings come before it."""


@compiled
def blocks_in(paragraphs: int) -> int:
    """How many blocks so many paragraphs make."""
    return (paragraphs + BLOCK - 1) // BLOCK


@compiled
def leaps_in(paragraphs: int) -> int:
    """How many remembered places a common term has among so many paragraphs."""
    return (blocks_in(paragraphs) + LEAP - 1) // LEAP


@compiled
def ceilings(offsets: Longs, docs: Ints, parts: Bytes, paragraphs: int) -> Ceilings:
    """The ceilings of a segment's postings."""
    common, many = np.full(len(offsets) - 1, -1, np.int32), 0
    for row in range(len(common)):
        if (offsets[row + 1] - offsets[row]) * COMMON >= paragraphs >= SMALL:
            common[row] = many
            many += 1
    blocks, leaps = blocks_in(paragraphs), leaps_in(paragraphs)
    most, before = np.zeros(many * blocks, np.uint8), np.zeros(many * leaps, np.int32)
    for row in range(len(common)):
        if common[row] >= 0:
            first, leap, last = common[row] * blocks, common[row] * leaps, (common[row] + 1) * leaps
            for at in range(offsets[row], offsets[row + 1]):
                block = docs[at] // BLOCK
                while (leap - common[row] * leaps) * LEAP <= block:
                    before[leap] = at - offsets[row]
                    leap += 1
                most[first + block] = max(most[first + block], parts[at])
            before[leap:last] = offsets[row + 1] - offsets[row]
    return common, most, before
