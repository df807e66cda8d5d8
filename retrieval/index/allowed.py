"""What a filter lets through of a segment, as the compiled loops take it."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.index.blocks import BLOCK, blocks_in
from retrieval.index.handles import ints, numbers, words
from retrieval.index.kernels import Ints, Longs, Numbers, Words, compiled

CHUNK = 64
"""Blocks of which the highest bound is known, so that most are not looked at singly; one for each bit of a long."""

MANY = 0.25
"""If so many of a chunk's blocks are allowed, all are looked at."""

LONG = 16
"""Blocks side by side that make a tile of their own."""

KINDS = (np.int32, np.uint16, np.uint32, np.int32)


class Allowed(NamedTuple):
    """The blocks that are looked at, and which of the paragraphs of each may be ranked.

    `places` is for every block of the segment where it is among the first; for those left out it is `padded`, where
    what is added to their bounds does no harm. From one of `edges` to the next, blocks lie side by side or here and
    there.
    """

    blocks: Ints
    masks: Words
    places: Numbers
    edges: Ints


@dataclass(slots=True, eq=False)
class Way:
    """How a filter's paragraphs of a segment are searched: by lists and the allowed of these, both as `handles`.

    `kept` is what these point at, `asked` how often this way was gone.
    """

    lists: Longs
    through: Longs
    kept: object
    asked: int = 0


@compiled
def padded(blocks: int) -> int:
    """So many blocks in whole chunks."""
    return (blocks + CHUNK - 1) // CHUNK * CHUNK


@compiled
def allowed_at(row: Longs) -> Allowed:
    """What `handles` was told of."""
    return Allowed(ints(row, 0), words(row, 1), numbers(row, 2), ints(row, 3))


def allowing(starts: Ints, ends: Ints, paragraphs: int) -> Allowed:
    """The paragraphs from each start to its end."""
    blocks = blocks_in(paragraphs)
    steps = np.zeros(blocks * BLOCK + 1, np.int8)
    steps[starts] += 1
    steps[ends] -= 1
    bits = steps[:-1].cumsum(dtype=np.int8).reshape(blocks, BLOCK)
    masks = np.packbits(bits, axis=1, bitorder="little").view("<u2").ravel().astype(np.uint16)
    looked_at = np.flatnonzero(_filled(masks != 0)).astype(np.int32)
    places = np.full(blocks, padded(len(looked_at)), np.uint32)
    places[looked_at] = np.arange(len(looked_at))
    return Allowed(looked_at, masks[looked_at], places, _edges(looked_at))


def _filled(some: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With what lies between where many are: blocks side by side are gone through several times as fast."""
    chunks = np.zeros((padded(len(some)) // CHUNK, CHUNK), np.bool_)
    chunks.ravel()[: len(some)] = some
    chunks |= (chunks.mean(axis=1) >= MANY)[:, None]
    return chunks.ravel()[: len(some)]


def _edges(blocks: Ints) -> Ints:
    starts = np.flatnonzero(np.diff(blocks, prepend=-2) != 1)
    ends = np.append(starts[1:], len(blocks))[: len(starts)]
    long = ends - starts >= LONG
    return np.unique(np.concatenate([[0], starts[long], ends[long], [len(blocks)]])).astype(np.int32)
