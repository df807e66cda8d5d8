"""Blocks of paragraphs: the most that a common term is worth in each, so that whole blocks need not be looked at."""

import numpy as np

from retrieval.index.kernels import Bytes, Floats, Ints, Longs, compiled

BLOCK = 16
"""Paragraphs in a block. Smaller ones are left out more often, larger ones are sooner gone through."""

LEAP = 8
"""Blocks from one remembered place in a term's postings to the next."""

COMMON = 256
"""A term in one of so many paragraphs or more has ceilings; the postings of a rarer one are soon gone through."""

SMALL = 4096
"""Segments of fewer paragraphs do without: making the ceilings would be half of adding a report."""

TOP = 255
"""The ceiling of a block with the paragraph in which a term is worth most; other ceilings are parts of it."""

Lists = tuple[Longs, Ints, Bytes, Floats, Ints, Bytes, Ints]
"""A segment's offsets, docs, times and peaks, and its ceilings."""

Ceilings = tuple[Ints, Bytes, Ints]
"""For each row its number among the common terms, -1 for a rare one; and for these, one after the other, a ceiling for
each block (0: none of its paragraphs has the term), and for every `LEAP`th how many postings come before it."""


@compiled
def blocks_in(paragraphs: int) -> int:
    """How many blocks so many paragraphs make."""
    return (paragraphs + BLOCK - 1) // BLOCK


@compiled
def leaps_in(paragraphs: int) -> int:
    """How many remembered places a common term has among so many paragraphs."""
    return (blocks_in(paragraphs) + LEAP - 1) // LEAP


@compiled
def ceilings(
    offsets: Longs, docs: Ints, times: Bytes, peaks: Floats, lengths: Ints, base: float, slope: float
) -> Ceilings:
    """The ceilings of a segment's postings; `peaks` are the largest f / (f + norm) of each term."""
    common, many = np.full(len(peaks), -1, np.int32), 0
    for row in range(len(peaks)):
        if (offsets[row + 1] - offsets[row]) * COMMON >= len(lengths) >= SMALL:
            common[row] = many
            many += 1
    blocks, leaps = blocks_in(len(lengths)), leaps_in(len(lengths))
    most, before = np.zeros(many * blocks, np.uint8), np.zeros(many * leaps, np.int32)
    for row in range(len(peaks)):
        if common[row] >= 0:
            first, leap, last = common[row] * blocks, common[row] * leaps, (common[row] + 1) * leaps
            for at in range(offsets[row], offsets[row + 1]):
                block = docs[at] // BLOCK
                while (leap - common[row] * leaps) * LEAP <= block:
                    before[leap] = at - offsets[row]
                    leap += 1
                worth = times[at] / (times[at] + base + slope * lengths[docs[at]])
                most[first + block] = max(most[first + block], min(TOP, np.ceil(worth / peaks[row] * TOP)))
            before[leap:last] = offsets[row + 1] - offsets[row]
    return common, most, before
