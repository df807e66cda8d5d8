"""Blocks of paragraphs: what a term is worth at most in each, so that whole blocks need not be looked at.

A common term's paragraphs are a bit each, sixteen to a block; a rare one's are listed.
"""

from typing import NamedTuple

import numpy as np

from retrieval.index.handles import ints, longs, octets, words
from retrieval.index.kernels import Bytes, Ints, Longs, Words, compiled
from retrieval.index.machine import lowest

BLOCK = 16
"""Paragraphs in a block, one for each bit of a word."""

LEAP = 8
"""Blocks from one remembered place in a common term's postings to the next."""

COMMON = 128
"""A term in one of so many paragraphs or more is common; bits would take more room than a rarer one's list."""

SMALL = 4096
"""In segments of fewer paragraphs all terms are rare: setting bits would be half of adding a report."""

TOP = 255
"""The part of a posting that is worth its term's whole weight; rounded up, so that no posting is worth more than it."""


class Lists(NamedTuple):
    """A segment's postings: row r is its r-th term; its `times` are `offsets[r]:offsets[r + 1]`, by paragraph.

    `where` is the start of a rare term's paragraphs in `docs`, and for a common one ~ its number among these. `rises`
    go with `docs`: how much the part of a posting is above those before it in its block. For the common terms, one
    after the other, `bits` are the paragraphs of each block that have the term, `most` is the largest part of these,
    and `before` says how many postings come before every `LEAP`th block.
    """

    offsets: Longs
    times: Bytes
    where: Longs
    docs: Ints
    rises: Bytes
    bits: Words
    most: Bytes
    before: Ints


KINDS = (np.int64, np.uint8, np.int64, np.int32, np.uint8, np.uint16, np.uint8, np.int32)


@compiled
def lists_at(row: Longs) -> Lists:
    """Those that `handles` was told of, from the first on."""
    return Lists(
        longs(row, 0),
        octets(row, 1),
        longs(row, 2),
        ints(row, 3),
        octets(row, 4),
        words(row, 5),
        octets(row, 6),
        ints(row, 7),
    )


@compiled
def blocks_in(paragraphs: int) -> int:
    """How many blocks so many paragraphs make."""
    return (paragraphs + BLOCK - 1) // BLOCK


@compiled
def leaps_in(paragraphs: int) -> int:
    """How many leaps these take; a common term has room for whole ones."""
    return (blocks_in(paragraphs) + LEAP - 1) // LEAP


@compiled
def packed(offsets: Longs, docs: Ints, times: Bytes, parts: Bytes, paragraphs: int) -> Lists:
    """The lists of postings of which all paragraphs and parts are listed."""
    where, rare, many = _divided(offsets, paragraphs)
    leaps = leaps_in(paragraphs)
    blocks = leaps * LEAP
    listed, rises = np.empty(rare, np.int32) if many else docs, np.empty(rare, np.uint8)
    bits, most = np.zeros(many * blocks, np.uint16), np.zeros(many * blocks, np.uint8)
    before = np.zeros(many * leaps, np.int32)
    for row in range(len(where)):
        start, end, at = offsets[row], offsets[row + 1], where[row]
        if at >= 0:
            if many:
                listed[at : at + end - start] = docs[start:end]
            _set_rises(docs, parts, start, end, rises, at)
        else:
            first, leap = ~at * blocks, ~at * leaps
            _set_bits(docs[start:end], parts[start:end], bits[first : first + blocks], most[first : first + blocks])
            before[leap : leap + leaps] = np.searchsorted(docs[start:end], np.arange(leaps) * (LEAP * BLOCK))
    return Lists(offsets, times, where, listed, rises, bits, most, before)


@compiled
def paragraphs_of(lists: Lists, paragraphs: int) -> Ints:
    """The paragraphs of all postings, the common ones' too."""
    if len(lists.bits) == 0:
        return lists.docs
    docs, blocks = np.empty(len(lists.times), np.int32), leaps_in(paragraphs) * LEAP
    for row in range(len(lists.where)):
        start, end, at = lists.offsets[row], lists.offsets[row + 1], lists.where[row]
        if at >= 0:
            docs[start:end] = lists.docs[at : at + end - start]
        else:
            for block in range(blocks):
                bits = int(lists.bits[~at * blocks + block])
                while bits:
                    docs[start] = block * BLOCK + lowest(bits)
                    start += 1
                    bits &= bits - 1
    return docs


@compiled
def _divided(offsets: Longs, paragraphs: int) -> tuple[Longs, int, int]:
    """`where`, how many postings the rare terms have, and how many terms are common."""
    where, rare, many = np.empty(len(offsets) - 1, np.int64), 0, 0
    for row in range(len(where)):
        held = offsets[row + 1] - offsets[row]
        if held * COMMON >= paragraphs >= SMALL:
            where[row] = ~many
            many += 1
        else:
            where[row] = rare
            rare += held
    return where, rare, many


@compiled
def _set_rises(docs: Ints, parts: Bytes, start: int, end: int, rises: Bytes, at: int) -> None:
    block, height = -1, 0
    for i in range(start, end):
        height *= docs[i] // BLOCK == block
        block, part = docs[i] // BLOCK, np.int64(parts[i])
        rises[at + i - start] = max(part - height, 0)
        height = max(part, height)


@compiled
def _set_bits(docs: Ints, parts: Bytes, bits: Words, most: Bytes) -> None:
    for at in range(len(docs)):
        block = docs[at] // BLOCK
        bits[block] |= 1 << docs[at] % BLOCK
        most[block] = max(most[block], parts[at])
